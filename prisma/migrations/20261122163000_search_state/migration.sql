-- CreateTable
CREATE TABLE "SearchMissed" (
    "kind" TEXT NOT NULL,
    "rowId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "since" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SearchMissed_pkey" PRIMARY KEY ("kind","rowId")
);

-- CreateTable
CREATE TABLE "SearchState" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "fingerprint" TEXT,
    "rebuiltAt" TIMESTAMP(3),
    "rebuiltRows" INTEGER,
    "failedAt" TIMESTAMP(3),
    "failure" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "leasedBy" TEXT,
    "leasedUntil" TIMESTAMP(3),

    CONSTRAINT "SearchState_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SearchMissed_since_idx" ON "SearchMissed"("since");

-- AlterEnum
ALTER TYPE "ReviewDecision" ADD VALUE 'restored';

-- CreateTable
CREATE TABLE "Review" (
    "id" UUID NOT NULL,
    "pilotId" UUID,
    "practiceId" UUID,
    "inventoryId" UUID,
    "baselineId" UUID,
    "decision" "ReviewDecision" NOT NULL,
    "rule" "RefusalRule",
    "comment" TEXT,
    "exception" TEXT,
    "lacking" TEXT[],
    "decidedOn" DATE NOT NULL,
    "decidedById" TEXT,
    "snapshot" JSONB,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Interest" (
    "id" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "cityId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "declaredOn" DATE NOT NULL,

    CONSTRAINT "Interest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Review_pilotId_idx" ON "Review"("pilotId");

-- CreateIndex
CREATE INDEX "Review_practiceId_idx" ON "Review"("practiceId");

-- CreateIndex
CREATE INDEX "Review_inventoryId_idx" ON "Review"("inventoryId");

-- CreateIndex
CREATE INDEX "Review_baselineId_idx" ON "Review"("baselineId");

-- CreateIndex
CREATE INDEX "Interest_cityId_idx" ON "Interest"("cityId");

-- CreateIndex
CREATE UNIQUE INDEX "Interest_userId_cityId_key" ON "Interest"("userId", "cityId");

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_pilotId_fkey" FOREIGN KEY ("pilotId") REFERENCES "Pilot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_inventoryId_fkey" FOREIGN KEY ("inventoryId") REFERENCES "Inventory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_baselineId_fkey" FOREIGN KEY ("baselineId") REFERENCES "Baseline"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interest" ADD CONSTRAINT "Interest_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interest" ADD CONSTRAINT "Interest_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was decided so far is kept: the three tables become one.
ALTER TABLE "Review" ADD CONSTRAINT "Review_subject_check" CHECK (num_nonnulls("pilotId", "practiceId", "inventoryId", "baselineId") = 1);

INSERT INTO "Review" ("id", "pilotId", "decision", "rule", "comment", "decidedOn", "decidedById", "snapshot", "demonstration", "createdAt")
SELECT "id", "pilotId", "decision", "rule", "comment", "decidedOn", "decidedById", "snapshot", "demonstration", "createdAt" FROM "PilotReview";

INSERT INTO "Review" ("id", "practiceId", "decision", "comment", "decidedOn", "decidedById", "snapshot", "demonstration", "createdAt")
SELECT "id", "practiceId", "decision", "comment", "decidedOn", "decidedById", "snapshot", "demonstration", "createdAt" FROM "PracticeReview";

INSERT INTO "Review" ("id", "inventoryId", "decision", "comment", "decidedOn", "decidedById", "snapshot", "demonstration", "createdAt")
SELECT "id", "inventoryId", "decision", "comment", "decidedOn", "decidedById", "snapshot", "demonstration", "createdAt" FROM "InventoryReview";

-- DropForeignKey
ALTER TABLE "InventoryReview" DROP CONSTRAINT "InventoryReview_inventoryId_fkey";

-- DropForeignKey
ALTER TABLE "PilotReview" DROP CONSTRAINT "PilotReview_pilotId_fkey";

-- DropForeignKey
ALTER TABLE "PracticeReview" DROP CONSTRAINT "PracticeReview_practiceId_fkey";

-- DropTable
DROP TABLE "InventoryReview";

-- DropTable
DROP TABLE "PilotReview";

-- DropTable
DROP TABLE "PracticeReview";

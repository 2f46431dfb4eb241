-- CreateEnum
CREATE TYPE "SearchCadence" AS ENUM ('daily', 'weekly', 'none');

-- AlterTable
ALTER TABLE "SearchDocument" ADD COLUMN     "firstSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "SavedSearch" (
    "id" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "filters" JSONB NOT NULL DEFAULT '{}',
    "without" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "like" TEXT,
    "likeWithout" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "locale" TEXT NOT NULL,
    "cadence" "SearchCadence" NOT NULL,
    "token" TEXT NOT NULL,
    "checkedUntil" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastMailedAt" TIMESTAMP(3),

    CONSTRAINT "SavedSearch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SearchDocument_firstSeenAt_idx" ON "SearchDocument"("firstSeenAt");

-- CreateIndex
CREATE UNIQUE INDEX "SavedSearch_token_key" ON "SavedSearch"("token");

-- CreateIndex
CREATE INDEX "SavedSearch_userId_idx" ON "SavedSearch"("userId");

-- CreateIndex
CREATE INDEX "SavedSearch_cadence_checkedUntil_idx" ON "SavedSearch"("cadence", "checkedUntil");

-- AddForeignKey
ALTER TABLE "SavedSearch" ADD CONSTRAINT "SavedSearch_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

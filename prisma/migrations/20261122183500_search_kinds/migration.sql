-- Documents have another form from here on: they are written again when the portal starts.
DELETE FROM "SearchDocument";

-- AlterTable
ALTER TABLE "SearchDocument" ADD COLUMN     "cityLanguage" TEXT NOT NULL,
ADD COLUMN     "grid" TEXT NOT NULL,
ADD COLUMN     "kindRank" SMALLINT NOT NULL,
ADD COLUMN     "region" TEXT NOT NULL,
ADD COLUMN     "savedCarbonKg" DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "SearchState" ADD COLUMN     "form" INTEGER;

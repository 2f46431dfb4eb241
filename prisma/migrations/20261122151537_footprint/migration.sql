-- CreateEnum
CREATE TYPE "EquipmentGroup" AS ENUM ('user_devices', 'shared_devices', 'data_centre', 'network', 'street', 'services');

-- CreateEnum
CREATE TYPE "FactorKind" AS ENUM ('embodied', 'energy', 'lifetime');

-- CreateEnum
CREATE TYPE "InventoryScope" AS ENUM ('administration', 'territory');

-- CreateEnum
CREATE TYPE "Perimeter" AS ENUM ('administration', 'schools', 'public_enterprises', 'street', 'households', 'businesses');

-- CreateEnum
CREATE TYPE "Tenure" AS ENUM ('owned', 'leased', 'used');

-- CreateEnum
CREATE TYPE "EnergySource" AS ENUM ('meter', 'supplier', 'typical');

-- CreateEnum
CREATE TYPE "InventoryState" AS ENUM ('draft', 'awaiting_sign_off', 'submitted', 'changes_requested', 'published', 'superseded', 'archived');

-- CreateEnum
CREATE TYPE "BaselineState" AS ENUM ('proposed', 'active', 'superseded', 'refused', 'withdrawn');

-- CreateEnum
CREATE TYPE "RecalculationReason" AS ENUM ('structure', 'method', 'accuracy', 'error');

-- CreateEnum
CREATE TYPE "PathForm" AS ENUM ('linear', 'constant_rate');

-- CreateTable
CREATE TABLE "EquipmentCategory" (
    "code" TEXT NOT NULL,
    "group" "EquipmentGroup" NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "EquipmentCategory_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "FactorSet" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "publicationYear" INTEGER NOT NULL,
    "licence" TEXT NOT NULL,
    "sourceTitle" TEXT NOT NULL,
    "sourceUrl" TEXT NOT NULL,
    "note" TEXT,
    "position" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,

    CONSTRAINT "FactorSet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Factor" (
    "id" UUID NOT NULL,
    "setId" UUID NOT NULL,
    "categoryCode" TEXT NOT NULL,
    "kind" "FactorKind" NOT NULL,
    "value" DECIMAL(16,6) NOT NULL,
    "low" DECIMAL(16,6) NOT NULL,
    "high" DECIMAL(16,6) NOT NULL,
    "unit" TEXT NOT NULL,
    "rangeBasis" TEXT NOT NULL,
    "sourceTitle" TEXT NOT NULL,
    "sourceUrl" TEXT,
    "publicationYear" INTEGER NOT NULL,
    "geography" TEXT NOT NULL,
    "lifeCycle" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "version" TEXT NOT NULL,

    CONSTRAINT "Factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GridFactor" (
    "id" UUID NOT NULL,
    "country" CHAR(2) NOT NULL,
    "year" INTEGER NOT NULL,
    "series" TEXT NOT NULL,
    "value" DECIMAL(12,4) NOT NULL,
    "low" DECIMAL(12,4) NOT NULL,
    "high" DECIMAL(12,4) NOT NULL,
    "unit" TEXT NOT NULL,
    "rangeBasis" TEXT NOT NULL,
    "sourceTitle" TEXT NOT NULL,
    "sourceUrl" TEXT,
    "publicationYear" INTEGER NOT NULL,
    "geography" TEXT NOT NULL,
    "lifeCycle" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "version" TEXT NOT NULL,

    CONSTRAINT "GridFactor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Inventory" (
    "id" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "scope" "InventoryScope" NOT NULL DEFAULT 'administration',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "state" "InventoryState" NOT NULL DEFAULT 'draft',
    "reason" TEXT,
    "language" TEXT NOT NULL,
    "perimeters" "Perimeter"[],
    "tenures" "Tenure"[],
    "employees" INTEGER,
    "inhabitants" INTEGER,
    "note" TEXT,
    "factorSetId" UUID NOT NULL,
    "copiedFromId" UUID,
    "lineCount" INTEGER NOT NULL DEFAULT 0,
    "complete" BOOLEAN NOT NULL DEFAULT false,
    "kwh" DECIMAL(20,4) NOT NULL DEFAULT 0,
    "useKg" DECIMAL(20,3) NOT NULL DEFAULT 0,
    "embodiedKg" DECIMAL(20,3) NOT NULL DEFAULT 0,
    "totalKg" DECIMAL(20,3) NOT NULL DEFAULT 0,
    "lowKg" DECIMAL(20,3) NOT NULL DEFAULT 0,
    "highKg" DECIMAL(20,3),
    "kwhByCountry" JSONB NOT NULL DEFAULT '{}',
    "publishedOn" DATE,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Inventory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InventoryGrid" (
    "id" UUID NOT NULL,
    "inventoryId" UUID NOT NULL,
    "country" CHAR(2) NOT NULL,
    "gridFactorId" UUID,
    "ownValue" DECIMAL(12,4),
    "ownLow" DECIMAL(12,4),
    "ownHigh" DECIMAL(12,4),
    "sourceTitle" TEXT,
    "sourceUrl" TEXT,

    CONSTRAINT "InventoryGrid_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InventoryLine" (
    "id" UUID NOT NULL,
    "inventoryId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "categoryCode" TEXT NOT NULL,
    "label" TEXT,
    "quantity" DECIMAL(14,3) NOT NULL,
    "tenure" "Tenure" NOT NULL,
    "perimeter" "Perimeter" NOT NULL,
    "country" CHAR(2),
    "lifetimeYears" DECIMAL(6,2),
    "energySource" "EnergySource" NOT NULL,
    "kwhPerYear" DECIMAL(16,4),
    "embodiedKg" DECIMAL(16,4),
    "embodiedSource" TEXT,
    "quality" INTEGER NOT NULL,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "InventoryLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WarningAcceptance" (
    "id" UUID NOT NULL,
    "inventoryId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "acceptedById" TEXT,
    "acceptedOn" DATE NOT NULL,

    CONSTRAINT "WarningAcceptance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InventoryReview" (
    "id" UUID NOT NULL,
    "inventoryId" UUID NOT NULL,
    "decision" "ReviewDecision" NOT NULL,
    "comment" TEXT,
    "decidedOn" DATE NOT NULL,
    "decidedById" TEXT,
    "snapshot" JSONB,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "InventoryReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SheetImport" (
    "id" UUID NOT NULL,
    "inventoryId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "rows" JSONB NOT NULL,
    "issues" JSONB NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SheetImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Baseline" (
    "id" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "state" "BaselineState" NOT NULL,
    "reason" "RecalculationReason",
    "explanation" TEXT,
    "language" TEXT NOT NULL,
    "factorSetId" UUID NOT NULL,
    "perimeters" "Perimeter"[],
    "tenures" "Tenure"[],
    "kg" DECIMAL(20,3) NOT NULL,
    "adjustmentKg" DECIMAL(20,3) NOT NULL DEFAULT 0,
    "changePercent" DECIMAL(12,4),
    "thresholdPercent" DECIMAL(6,2) NOT NULL,
    "requestedById" TEXT,
    "requestedOn" DATE NOT NULL,
    "decidedById" TEXT,
    "decidedOn" DATE,
    "decisionComment" TEXT,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Baseline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BaselineYear" (
    "baselineId" UUID NOT NULL,
    "inventoryId" UUID NOT NULL,

    CONSTRAINT "BaselineYear_pkey" PRIMARY KEY ("baselineId","inventoryId")
);

-- CreateTable
CREATE TABLE "FootprintPlan" (
    "cityId" UUID NOT NULL,
    "thresholdPercent" DECIMAL(6,2) NOT NULL DEFAULT 5,
    "path" "PathForm" NOT NULL DEFAULT 'linear',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "FootprintPlan_pkey" PRIMARY KEY ("cityId")
);

-- CreateIndex
CREATE UNIQUE INDEX "FactorSet_code_key" ON "FactorSet"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Factor_setId_categoryCode_kind_key" ON "Factor"("setId", "categoryCode", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "GridFactor_country_year_series_version_key" ON "GridFactor"("country", "year", "series", "version");

-- CreateIndex
CREATE INDEX "Inventory_state_scope_idx" ON "Inventory"("state", "scope");

-- CreateIndex
CREATE UNIQUE INDEX "Inventory_cityId_year_scope_revision_key" ON "Inventory"("cityId", "year", "scope", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "InventoryGrid_inventoryId_country_key" ON "InventoryGrid"("inventoryId", "country");

-- CreateIndex
CREATE INDEX "InventoryLine_inventoryId_position_idx" ON "InventoryLine"("inventoryId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "WarningAcceptance_inventoryId_key_key" ON "WarningAcceptance"("inventoryId", "key");

-- CreateIndex
CREATE INDEX "InventoryReview_inventoryId_idx" ON "InventoryReview"("inventoryId");

-- CreateIndex
CREATE INDEX "SheetImport_inventoryId_idx" ON "SheetImport"("inventoryId");

-- CreateIndex
CREATE INDEX "Baseline_cityId_idx" ON "Baseline"("cityId");

-- AddForeignKey
ALTER TABLE "Factor" ADD CONSTRAINT "Factor_setId_fkey" FOREIGN KEY ("setId") REFERENCES "FactorSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Factor" ADD CONSTRAINT "Factor_categoryCode_fkey" FOREIGN KEY ("categoryCode") REFERENCES "EquipmentCategory"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Inventory" ADD CONSTRAINT "Inventory_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Inventory" ADD CONSTRAINT "Inventory_factorSetId_fkey" FOREIGN KEY ("factorSetId") REFERENCES "FactorSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Inventory" ADD CONSTRAINT "Inventory_copiedFromId_fkey" FOREIGN KEY ("copiedFromId") REFERENCES "Inventory"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InventoryGrid" ADD CONSTRAINT "InventoryGrid_inventoryId_fkey" FOREIGN KEY ("inventoryId") REFERENCES "Inventory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InventoryGrid" ADD CONSTRAINT "InventoryGrid_gridFactorId_fkey" FOREIGN KEY ("gridFactorId") REFERENCES "GridFactor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InventoryLine" ADD CONSTRAINT "InventoryLine_inventoryId_fkey" FOREIGN KEY ("inventoryId") REFERENCES "Inventory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InventoryLine" ADD CONSTRAINT "InventoryLine_categoryCode_fkey" FOREIGN KEY ("categoryCode") REFERENCES "EquipmentCategory"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WarningAcceptance" ADD CONSTRAINT "WarningAcceptance_inventoryId_fkey" FOREIGN KEY ("inventoryId") REFERENCES "Inventory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InventoryReview" ADD CONSTRAINT "InventoryReview_inventoryId_fkey" FOREIGN KEY ("inventoryId") REFERENCES "Inventory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SheetImport" ADD CONSTRAINT "SheetImport_inventoryId_fkey" FOREIGN KEY ("inventoryId") REFERENCES "Inventory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Baseline" ADD CONSTRAINT "Baseline_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Baseline" ADD CONSTRAINT "Baseline_factorSetId_fkey" FOREIGN KEY ("factorSetId") REFERENCES "FactorSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BaselineYear" ADD CONSTRAINT "BaselineYear_baselineId_fkey" FOREIGN KEY ("baselineId") REFERENCES "Baseline"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BaselineYear" ADD CONSTRAINT "BaselineYear_inventoryId_fkey" FOREIGN KEY ("inventoryId") REFERENCES "Inventory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FootprintPlan" ADD CONSTRAINT "FootprintPlan_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

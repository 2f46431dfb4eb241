-- AlterTable
ALTER TABLE "SearchDocument" DROP COLUMN "concepts",
ADD COLUMN     "strong" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "weak" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "ConceptBroader" (
    "conceptId" UUID NOT NULL,
    "broaderId" UUID NOT NULL,

    CONSTRAINT "ConceptBroader_pkey" PRIMARY KEY ("conceptId","broaderId")
);

-- CreateIndex
CREATE INDEX "ConceptBroader_broaderId_idx" ON "ConceptBroader"("broaderId");

-- AddForeignKey
ALTER TABLE "ConceptBroader" ADD CONSTRAINT "ConceptBroader_conceptId_fkey" FOREIGN KEY ("conceptId") REFERENCES "Concept"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConceptBroader" ADD CONSTRAINT "ConceptBroader_broaderId_fkey" FOREIGN KEY ("broaderId") REFERENCES "Concept"("id") ON DELETE CASCADE ON UPDATE CASCADE;

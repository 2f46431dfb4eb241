-- CreateEnum
CREATE TYPE "ToolKind" AS ENUM ('software', 'clause', 'document', 'guide', 'dataset', 'training');

-- CreateTable
CREATE TABLE "PracticeTool" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "kind" "ToolKind" NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "language" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "licence" TEXT NOT NULL DEFAULT 'unknown',
    "sourceTitle" TEXT,
    "sourceUrl" TEXT,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PracticeTool_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PracticeTool_practiceId_idx" ON "PracticeTool"("practiceId");

-- AddForeignKey
ALTER TABLE "PracticeTool" ADD CONSTRAINT "PracticeTool_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

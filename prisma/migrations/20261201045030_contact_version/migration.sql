-- AlterTable
ALTER TABLE "Contact" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

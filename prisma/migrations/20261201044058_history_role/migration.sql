-- CreateEnum
CREATE TYPE "ActorRole" AS ENUM ('editor', 'approver', 'coordinator', 'reviewer', 'administrator', 'system');

-- AlterTable
ALTER TABLE "AuditEntry" ADD COLUMN     "role" "ActorRole";

-- AlterTable
ALTER TABLE "PilotEntry" ADD COLUMN     "onBehalf" BOOLEAN NOT NULL DEFAULT false;

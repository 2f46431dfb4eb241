-- CreateEnum
CREATE TYPE "SearchQuestionState" AS ENUM ('open', 'answered');

-- CreateTable
CREATE TABLE "SearchGap" (
    "words" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "concepts" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "count" INTEGER NOT NULL DEFAULT 1,
    "firstOn" DATE NOT NULL,
    "lastOn" DATE NOT NULL,

    CONSTRAINT "SearchGap_pkey" PRIMARY KEY ("words","locale")
);

-- CreateTable
CREATE TABLE "SearchQuestion" (
    "id" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "askerId" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "state" "SearchQuestionState" NOT NULL DEFAULT 'open',
    "askedOn" DATE NOT NULL,
    "answer" TEXT,
    "answerLocale" TEXT,
    "practiceId" UUID,
    "answeredOn" DATE,
    "answeredById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SearchQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SearchGap_count_lastOn_idx" ON "SearchGap"("count" DESC, "lastOn" DESC);

-- CreateIndex
CREATE INDEX "SearchGap_lastOn_idx" ON "SearchGap"("lastOn");

-- CreateIndex
CREATE INDEX "SearchQuestion_state_createdAt_idx" ON "SearchQuestion"("state", "createdAt");

-- CreateIndex
CREATE INDEX "SearchQuestion_askerId_idx" ON "SearchQuestion"("askerId");

-- CreateIndex
CREATE INDEX "SearchQuestion_cityId_idx" ON "SearchQuestion"("cityId");

-- CreateIndex
CREATE INDEX "SearchQuestion_practiceId_idx" ON "SearchQuestion"("practiceId");

-- AddForeignKey
ALTER TABLE "SearchQuestion" ADD CONSTRAINT "SearchQuestion_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SearchQuestion" ADD CONSTRAINT "SearchQuestion_askerId_fkey" FOREIGN KEY ("askerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SearchQuestion" ADD CONSTRAINT "SearchQuestion_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateEnum
CREATE TYPE "DatePrecision" AS ENUM ('day', 'month', 'year', 'unknown');

-- CreateEnum
CREATE TYPE "TextOrigin" AS ENUM ('original', 'human', 'machine', 'machine_reviewed');

-- CreateEnum
CREATE TYPE "CommitmentKind" AS ENUM ('cooperation', 'local_partnership', 'pilots', 'footprint');

-- CreateEnum
CREATE TYPE "DeadlineRuleType" AS ENUM ('fixed_date', 'years_after_signing', 'none');

-- CreateEnum
CREATE TYPE "DeadlineWording" AS ENUM ('before', 'by', 'until_end_of', 'within');

-- CreateEnum
CREATE TYPE "CeremonyKind" AS ENUM ('local', 'european', 'renewal');

-- CreateEnum
CREATE TYPE "DocumentKind" AS ENUM ('signed_charter', 'council_decision', 'application_form', 'photo', 'statement', 'press');

-- CreateEnum
CREATE TYPE "CityType" AS ENUM ('commune', 'metropolis', 'agency_led', 'region_group');

-- CreateEnum
CREATE TYPE "ScaleKind" AS ENUM ('inhabitants', 'floor_area_m2', 'devices', 'light_points', 'buildings', 'homes', 'businesses', 'staff', 'offices', 'vehicles', 'other');

-- CreateEnum
CREATE TYPE "EvidenceLevel" AS ENUM ('target', 'estimate', 'modelled', 'claimed', 'monitored', 'verified');

-- CreateEnum
CREATE TYPE "ResultComparator" AS ENUM ('equal', 'more_than', 'about', 'up_to');

-- CreateEnum
CREATE TYPE "ResultDirection" AS ENUM ('reduction', 'increase', 'level');

-- CreateEnum
CREATE TYPE "ResultSpan" AS ENUM ('year', 'period', 'point', 'total');

-- CreateEnum
CREATE TYPE "MemberRole" AS ENUM ('editor', 'approver');

-- CreateEnum
CREATE TYPE "NetworkRoleName" AS ENUM ('coordinator', 'reviewer', 'administrator');

-- CreateEnum
CREATE TYPE "ActivityType" AS ENUM ('policy_strategy', 'planning', 'operational', 'procurement', 'engagement', 'monitoring');

-- CreateEnum
CREATE TYPE "Area" AS ENUM ('green_ict', 'buildings', 'energy_networks', 'public_lighting', 'mobility_transport', 'water', 'waste_circular', 'air_environment', 'citizen_services', 'open_data_platforms', 'cross_sector');

-- CreateEnum
CREATE TYPE "IctRole" AS ENUM ('measurement_monitoring', 'efficiency_analysis', 'decision_support', 'control_automation', 'substitution', 'engagement_behaviour');

-- CreateEnum
CREATE TYPE "Stage" AS ENUM ('planned', 'under_way', 'deployed', 'scaled_up', 'ended');

-- CreateEnum
CREATE TYPE "PilotState" AS ENUM ('draft', 'awaiting_sign_off', 'submitted', 'changes_requested', 'accepted', 'refused', 'archived');

-- CreateEnum
CREATE TYPE "ReviewDecision" AS ENUM ('sign_off_requested', 'signed_off', 'sent_back', 'withdrawn', 'changes_requested', 'accepted', 'refused', 'reopened', 'recommended', 'published', 'archived');

-- CreateEnum
CREATE TYPE "RefusalRule" AS ENUM ('not_large_scale', 'not_replicable', 'not_ict_based', 'no_evidence', 'impact_not_communicated', 'begun_before_signing', 'duplicate', 'outside_city', 'other');

-- CreateEnum
CREATE TYPE "PracticeState" AS ENUM ('draft', 'awaiting_sign_off', 'submitted', 'changes_requested', 'published', 'archived');

-- CreateTable
CREATE TABLE "CharterVersion" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "adoptedOn" DATE,
    "sources" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "CharterVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Commitment" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "kind" "CommitmentKind" NOT NULL,
    "position" INTEGER NOT NULL,
    "quantity" INTEGER,
    "percent" INTEGER,
    "replicable" BOOLEAN NOT NULL DEFAULT false,
    "communicateImpact" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Commitment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeadlineRule" (
    "id" UUID NOT NULL,
    "commitmentId" UUID NOT NULL,
    "inForceFrom" DATE NOT NULL,
    "type" "DeadlineRuleType" NOT NULL,
    "date" DATE,
    "years" INTEGER,
    "wording" "DeadlineWording" NOT NULL,

    CONSTRAINT "DeadlineRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Accession" (
    "id" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "charterVersionId" UUID NOT NULL,
    "versionInferred" BOOLEAN NOT NULL DEFAULT false,
    "interestedOn" DATE,
    "councilDecidedOn" DATE,
    "councilPrecision" "DatePrecision" NOT NULL DEFAULT 'unknown',
    "applicationReceivedOn" DATE,
    "signedOn" DATE,
    "signedPrecision" "DatePrecision" NOT NULL DEFAULT 'unknown',
    "signedNotLaterThan" DATE,
    "signatoryName" TEXT,
    "signatoryRole" TEXT,
    "documentsCompleteOn" DATE,
    "listedOn" DATE,
    "renewedOn" DATE,
    "withdrawnOn" DATE,
    "lapsedOn" DATE,
    "groupName" TEXT,
    "groupSize" INTEGER,
    "groupMembers" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "note" TEXT,
    "sources" JSONB NOT NULL DEFAULT '[]',
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Accession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Ceremony" (
    "id" UUID NOT NULL,
    "accessionId" UUID NOT NULL,
    "heldOn" DATE,
    "precision" "DatePrecision" NOT NULL DEFAULT 'day',
    "place" TEXT,
    "kind" "CeremonyKind" NOT NULL,
    "note" TEXT,

    CONSTRAINT "Ceremony_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccessionDocument" (
    "id" UUID NOT NULL,
    "accessionId" UUID NOT NULL,
    "kind" "DocumentKind" NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "receivedOn" DATE,

    CONSTRAINT "AccessionDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Extension" (
    "id" UUID NOT NULL,
    "accessionId" UUID NOT NULL,
    "commitment" "CommitmentKind" NOT NULL,
    "newDate" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "decidedOn" DATE NOT NULL,
    "decidedById" TEXT,

    CONSTRAINT "Extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "City" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "countryCode" CHAR(2) NOT NULL,
    "name" TEXT NOT NULL,
    "type" "CityType" NOT NULL DEFAULT 'commune',
    "language" TEXT NOT NULL,
    "population" INTEGER,
    "populationYear" INTEGER,
    "populationSource" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "website" TEXT,
    "summary" TEXT,
    "summaryLanguage" TEXT,
    "department" TEXT,
    "standing" TEXT NOT NULL DEFAULT 'none',
    "charterCode" TEXT,
    "signedOn" DATE,
    "countingPilots" INTEGER NOT NULL DEFAULT 0,
    "listed" BOOLEAN NOT NULL DEFAULT false,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "City_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CityName" (
    "cityId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "CityName_pkey" PRIMARY KEY ("cityId","locale")
);

-- CreateTable
CREATE TABLE "Contact" (
    "id" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "shown" BOOLEAN NOT NULL DEFAULT false,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Funding" (
    "id" UUID NOT NULL,
    "pilotId" UUID,
    "practiceId" UUID,
    "programme" TEXT NOT NULL,
    "amount" DECIMAL(18,2),
    "currency" TEXT,
    "note" TEXT,

    CONSTRAINT "Funding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScaleFigure" (
    "id" UUID NOT NULL,
    "pilotId" UUID,
    "practiceId" UUID,
    "kind" "ScaleKind" NOT NULL,
    "value" DECIMAL(18,3) NOT NULL,
    "note" TEXT,

    CONSTRAINT "ScaleFigure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Result" (
    "id" UUID NOT NULL,
    "pilotId" UUID,
    "practiceId" UUID,
    "indicatorCode" TEXT NOT NULL,
    "value" DECIMAL(20,4) NOT NULL,
    "comparator" "ResultComparator" NOT NULL DEFAULT 'equal',
    "direction" "ResultDirection" NOT NULL DEFAULT 'level',
    "unitCode" TEXT NOT NULL,
    "periodStart" DATE,
    "periodEnd" DATE,
    "span" "ResultSpan" NOT NULL DEFAULT 'point',
    "baseline" TEXT,
    "evidence" "EvidenceLevel" NOT NULL,
    "method" TEXT,
    "note" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "sourceTitle" TEXT,
    "sourceUrl" TEXT,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Result_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Indicator" (
    "code" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "defaultUnit" TEXT NOT NULL,
    "labels" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "Indicator_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Unit" (
    "code" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "symbol" TEXT NOT NULL,

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMP(3),
    "refreshTokenExpiresAt" TIMESTAMP(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "cityId" UUID NOT NULL,
    "role" "MemberRole" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NetworkRole" (
    "userId" TEXT NOT NULL,
    "role" "NetworkRoleName" NOT NULL,

    CONSTRAINT "NetworkRole_pkey" PRIMARY KEY ("userId","role")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" TEXT,
    "onBehalf" BOOLEAN NOT NULL DEFAULT false,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "cityId" UUID,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Pilot" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "state" "PilotState" NOT NULL DEFAULT 'draft',
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "purpose" TEXT,
    "description" TEXT,
    "activityType" "ActivityType",
    "area" "Area",
    "role" "IctRole",
    "stage" "Stage",
    "startedOn" DATE,
    "startedPrecision" "DatePrecision" NOT NULL DEFAULT 'unknown',
    "endedOn" DATE,
    "endedPrecision" "DatePrecision" NOT NULL DEFAULT 'unknown',
    "partners" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "replicationConditions" TEXT,
    "replicationCost" TEXT,
    "replicationSkills" TEXT,
    "licence" TEXT,
    "impactCommunicated" TEXT,
    "contactId" UUID,
    "sources" JSONB NOT NULL DEFAULT '[]',
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "acceptedOn" DATE,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Pilot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PilotTranslation" (
    "pilotId" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "origin" "TextOrigin" NOT NULL,
    "sourceVersion" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "purpose" TEXT,
    "description" TEXT,

    CONSTRAINT "PilotTranslation_pkey" PRIMARY KEY ("pilotId","language")
);

-- CreateTable
CREATE TABLE "PilotCity" (
    "id" UUID NOT NULL,
    "pilotId" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "lead" BOOLEAN NOT NULL DEFAULT false,
    "confirmed" BOOLEAN NOT NULL DEFAULT true,
    "slot" INTEGER,
    "earlyStartAccepted" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PilotCity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PilotEntry" (
    "id" UUID NOT NULL,
    "pilotId" UUID NOT NULL,
    "enteredOn" DATE NOT NULL,
    "stage" "Stage" NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "nextMilestone" TEXT,
    "nextMilestoneOn" DATE,
    "authorId" TEXT,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PilotEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PilotReview" (
    "id" UUID NOT NULL,
    "pilotId" UUID NOT NULL,
    "decision" "ReviewDecision" NOT NULL,
    "rule" "RefusalRule",
    "comment" TEXT,
    "decidedOn" DATE NOT NULL,
    "decidedById" TEXT,
    "snapshot" JSONB,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PilotReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Practice" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "state" "PracticeState" NOT NULL DEFAULT 'draft',
    "cityId" UUID NOT NULL,
    "pilotId" UUID,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT,
    "problem" TEXT,
    "solution" TEXT,
    "costBand" TEXT NOT NULL DEFAULT 'unknown',
    "staffBand" TEXT NOT NULL DEFAULT 'unknown',
    "timeBand" TEXT NOT NULL DEFAULT 'unknown',
    "mayChange" TEXT,
    "mustNotChange" TEXT,
    "wentWrong" TEXT,
    "conditions" TEXT,
    "area" "Area",
    "activityType" "ActivityType",
    "role" "IctRole",
    "stage" "Stage",
    "startedOn" DATE,
    "startedPrecision" "DatePrecision" NOT NULL DEFAULT 'unknown',
    "endedOn" DATE,
    "endedPrecision" "DatePrecision" NOT NULL DEFAULT 'unknown',
    "partners" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "contactId" UUID,
    "sources" JSONB NOT NULL DEFAULT '[]',
    "fromLiterature" BOOLEAN NOT NULL DEFAULT false,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "publishedOn" DATE,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Practice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PracticePlace" (
    "practiceId" UUID NOT NULL,
    "cityId" UUID NOT NULL,

    CONSTRAINT "PracticePlace_pkey" PRIMARY KEY ("practiceId","cityId")
);

-- CreateTable
CREATE TABLE "PracticeTranslation" (
    "practiceId" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "origin" "TextOrigin" NOT NULL,
    "sourceVersion" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT,
    "problem" TEXT,
    "solution" TEXT,
    "wentWrong" TEXT,
    "conditions" TEXT,

    CONSTRAINT "PracticeTranslation_pkey" PRIMARY KEY ("practiceId","language")
);

-- CreateTable
CREATE TABLE "PracticeReview" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "decision" "ReviewDecision" NOT NULL,
    "comment" TEXT,
    "decidedOn" DATE NOT NULL,
    "decidedById" TEXT,
    "snapshot" JSONB,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PracticeReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Concept" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "scheme" TEXT NOT NULL,
    "gemetId" TEXT,
    "eurovocId" TEXT,

    CONSTRAINT "Concept_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConceptLabel" (
    "conceptId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "preferred" BOOLEAN NOT NULL DEFAULT true,
    "source" TEXT NOT NULL,
    "reviewed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ConceptLabel_pkey" PRIMARY KEY ("conceptId","locale","text")
);

-- CreateTable
CREATE TABLE "PilotConcept" (
    "pilotId" UUID NOT NULL,
    "conceptId" UUID NOT NULL,

    CONSTRAINT "PilotConcept_pkey" PRIMARY KEY ("pilotId","conceptId")
);

-- CreateTable
CREATE TABLE "PracticeConcept" (
    "practiceId" UUID NOT NULL,
    "conceptId" UUID NOT NULL,

    CONSTRAINT "PracticeConcept_pkey" PRIMARY KEY ("practiceId","conceptId")
);

-- CreateTable
CREATE TABLE "SearchDocument" (
    "kind" TEXT NOT NULL,
    "rowId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "heading" tsvector,
    "vector" tsvector,
    "area" TEXT,
    "role" TEXT,
    "stage" TEXT,
    "evidence" TEXT,
    "country" TEXT NOT NULL,
    "citySize" TEXT NOT NULL,
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "concepts" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "facets" BYTEA NOT NULL,
    "publishedOn" DATE,
    "indexedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SearchDocument_pkey" PRIMARY KEY ("kind","rowId")
);

-- CreateTable
CREATE TABLE "SearchWord" (
    "word" TEXT NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE UNIQUE INDEX "CharterVersion_code_key" ON "CharterVersion"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Commitment_versionId_kind_key" ON "Commitment"("versionId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "DeadlineRule_commitmentId_inForceFrom_key" ON "DeadlineRule"("commitmentId", "inForceFrom");

-- CreateIndex
CREATE UNIQUE INDEX "Accession_cityId_charterVersionId_key" ON "Accession"("cityId", "charterVersionId");

-- CreateIndex
CREATE INDEX "Ceremony_accessionId_idx" ON "Ceremony"("accessionId");

-- CreateIndex
CREATE INDEX "AccessionDocument_accessionId_idx" ON "AccessionDocument"("accessionId");

-- CreateIndex
CREATE INDEX "Extension_accessionId_idx" ON "Extension"("accessionId");

-- CreateIndex
CREATE UNIQUE INDEX "City_slug_key" ON "City"("slug");

-- CreateIndex
CREATE INDEX "City_countryCode_idx" ON "City"("countryCode");

-- CreateIndex
CREATE INDEX "City_standing_idx" ON "City"("standing");

-- CreateIndex
CREATE INDEX "Contact_cityId_idx" ON "Contact"("cityId");

-- CreateIndex
CREATE INDEX "Funding_pilotId_idx" ON "Funding"("pilotId");

-- CreateIndex
CREATE INDEX "Funding_practiceId_idx" ON "Funding"("practiceId");

-- CreateIndex
CREATE INDEX "ScaleFigure_pilotId_idx" ON "ScaleFigure"("pilotId");

-- CreateIndex
CREATE INDEX "ScaleFigure_practiceId_idx" ON "ScaleFigure"("practiceId");

-- CreateIndex
CREATE INDEX "Result_pilotId_idx" ON "Result"("pilotId");

-- CreateIndex
CREATE INDEX "Result_practiceId_idx" ON "Result"("practiceId");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "RateLimit_key_key" ON "RateLimit"("key");

-- CreateIndex
CREATE INDEX "Membership_cityId_idx" ON "Membership"("cityId");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_userId_cityId_role_key" ON "Membership"("userId", "cityId", "role");

-- CreateIndex
CREATE INDEX "AuditEntry_subject_subjectId_idx" ON "AuditEntry"("subject", "subjectId");

-- CreateIndex
CREATE INDEX "AuditEntry_cityId_at_idx" ON "AuditEntry"("cityId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Pilot_slug_key" ON "Pilot"("slug");

-- CreateIndex
CREATE INDEX "Pilot_state_idx" ON "Pilot"("state");

-- CreateIndex
CREATE UNIQUE INDEX "PilotCity_pilotId_cityId_key" ON "PilotCity"("pilotId", "cityId");

-- CreateIndex
CREATE UNIQUE INDEX "PilotCity_cityId_slot_key" ON "PilotCity"("cityId", "slot");

-- CreateIndex
CREATE INDEX "PilotEntry_pilotId_enteredOn_idx" ON "PilotEntry"("pilotId", "enteredOn");

-- CreateIndex
CREATE INDEX "PilotReview_pilotId_idx" ON "PilotReview"("pilotId");

-- CreateIndex
CREATE UNIQUE INDEX "Practice_slug_key" ON "Practice"("slug");

-- CreateIndex
CREATE INDEX "Practice_state_publishedOn_createdAt_id_idx" ON "Practice"("state", "publishedOn" DESC NULLS LAST, "createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Practice_cityId_idx" ON "Practice"("cityId");

-- CreateIndex
CREATE INDEX "PracticePlace_cityId_idx" ON "PracticePlace"("cityId");

-- CreateIndex
CREATE INDEX "PracticeReview_practiceId_idx" ON "PracticeReview"("practiceId");

-- CreateIndex
CREATE UNIQUE INDEX "Concept_slug_key" ON "Concept"("slug");

-- CreateIndex
CREATE INDEX "SearchDocument_vector_idx" ON "SearchDocument" USING GIN ("vector");

-- CreateIndex
CREATE INDEX "SearchWord_word_idx" ON "SearchWord" USING GIN ("word" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "CharterVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeadlineRule" ADD CONSTRAINT "DeadlineRule_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Accession" ADD CONSTRAINT "Accession_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Accession" ADD CONSTRAINT "Accession_charterVersionId_fkey" FOREIGN KEY ("charterVersionId") REFERENCES "CharterVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ceremony" ADD CONSTRAINT "Ceremony_accessionId_fkey" FOREIGN KEY ("accessionId") REFERENCES "Accession"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessionDocument" ADD CONSTRAINT "AccessionDocument_accessionId_fkey" FOREIGN KEY ("accessionId") REFERENCES "Accession"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_accessionId_fkey" FOREIGN KEY ("accessionId") REFERENCES "Accession"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CityName" ADD CONSTRAINT "CityName_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Funding" ADD CONSTRAINT "Funding_pilotId_fkey" FOREIGN KEY ("pilotId") REFERENCES "Pilot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Funding" ADD CONSTRAINT "Funding_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScaleFigure" ADD CONSTRAINT "ScaleFigure_pilotId_fkey" FOREIGN KEY ("pilotId") REFERENCES "Pilot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScaleFigure" ADD CONSTRAINT "ScaleFigure_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Result" ADD CONSTRAINT "Result_pilotId_fkey" FOREIGN KEY ("pilotId") REFERENCES "Pilot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Result" ADD CONSTRAINT "Result_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Result" ADD CONSTRAINT "Result_indicatorCode_fkey" FOREIGN KEY ("indicatorCode") REFERENCES "Indicator"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Result" ADD CONSTRAINT "Result_unitCode_fkey" FOREIGN KEY ("unitCode") REFERENCES "Unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NetworkRole" ADD CONSTRAINT "NetworkRole_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pilot" ADD CONSTRAINT "Pilot_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PilotTranslation" ADD CONSTRAINT "PilotTranslation_pilotId_fkey" FOREIGN KEY ("pilotId") REFERENCES "Pilot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PilotCity" ADD CONSTRAINT "PilotCity_pilotId_fkey" FOREIGN KEY ("pilotId") REFERENCES "Pilot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PilotCity" ADD CONSTRAINT "PilotCity_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PilotEntry" ADD CONSTRAINT "PilotEntry_pilotId_fkey" FOREIGN KEY ("pilotId") REFERENCES "Pilot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PilotReview" ADD CONSTRAINT "PilotReview_pilotId_fkey" FOREIGN KEY ("pilotId") REFERENCES "Pilot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Practice" ADD CONSTRAINT "Practice_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Practice" ADD CONSTRAINT "Practice_pilotId_fkey" FOREIGN KEY ("pilotId") REFERENCES "Pilot"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Practice" ADD CONSTRAINT "Practice_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PracticePlace" ADD CONSTRAINT "PracticePlace_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PracticePlace" ADD CONSTRAINT "PracticePlace_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PracticeTranslation" ADD CONSTRAINT "PracticeTranslation_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PracticeReview" ADD CONSTRAINT "PracticeReview_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConceptLabel" ADD CONSTRAINT "ConceptLabel_conceptId_fkey" FOREIGN KEY ("conceptId") REFERENCES "Concept"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PilotConcept" ADD CONSTRAINT "PilotConcept_pilotId_fkey" FOREIGN KEY ("pilotId") REFERENCES "Pilot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PilotConcept" ADD CONSTRAINT "PilotConcept_conceptId_fkey" FOREIGN KEY ("conceptId") REFERENCES "Concept"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PracticeConcept" ADD CONSTRAINT "PracticeConcept_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PracticeConcept" ADD CONSTRAINT "PracticeConcept_conceptId_fkey" FOREIGN KEY ("conceptId") REFERENCES "Concept"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "SearchDocument_heading_idx" ON "SearchDocument" USING GIN ("heading");

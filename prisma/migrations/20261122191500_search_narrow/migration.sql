-- CreateIndex
CREATE INDEX "SearchDocument_narrow_idx" ON "SearchDocument"("kindRank", "publishedOn", "rowId", "kind", "facets", "savedCarbonKg", "firstSeenAt");

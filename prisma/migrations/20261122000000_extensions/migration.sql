-- Text search without accents, and comparison by trigram where a language has no stemmer.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

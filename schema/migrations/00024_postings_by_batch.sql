-- +goose Up

-- Postings of passages that were indexed together share a row: a fifth of the rows to write, and to find.

ALTER TABLE knowledge_postings NO FORCE ROW LEVEL SECURITY;

ALTER TABLE knowledge_passages NO FORCE ROW LEVEL SECURITY;

-- Passages were indexed in batches of up to 200. Which they were is not known, and does not matter.
CREATE TEMPORARY TABLE moved ON COMMIT DROP AS
SELECT p.tenant_id, p.term, a.version_id, a.ordinal / 200 * 200 AS first, array_agg(a.ordinal ORDER BY a.ordinal) AS ordinals,
  array_agg(p.tf ORDER BY a.ordinal) AS tfs, array_agg(p.length ORDER BY a.ordinal) AS lengths
FROM knowledge_postings p JOIN knowledge_passages a ON a.tenant_id = p.tenant_id AND a.id = p.passage_id
GROUP BY 1, 2, 3, 4;

TRUNCATE knowledge_postings;

ALTER TABLE knowledge_postings DROP CONSTRAINT knowledge_postings_pkey;

-- accepted: DATA LOSS: column knowledge_postings.passage_id is dropped; was it renamed? then say so with @was
ALTER TABLE knowledge_postings DROP COLUMN passage_id;

-- accepted: DATA LOSS: column knowledge_postings.tf is dropped; was it renamed? then say so with @was
ALTER TABLE knowledge_postings DROP COLUMN tf;

-- accepted: DATA LOSS: column knowledge_postings.length is dropped; was it renamed? then say so with @was
ALTER TABLE knowledge_postings DROP COLUMN length;

ALTER TABLE knowledge_postings ADD COLUMN version_id uuid NOT NULL;

ALTER TABLE knowledge_postings ADD COLUMN first integer NOT NULL;

ALTER TABLE knowledge_postings ADD COLUMN ordinals integer[] NOT NULL;

ALTER TABLE knowledge_postings ADD COLUMN tfs integer[] NOT NULL;

ALTER TABLE knowledge_postings ADD COLUMN lengths integer[] NOT NULL;

INSERT INTO knowledge_postings (tenant_id, term, version_id, first, ordinals, tfs, lengths)
SELECT tenant_id, term, version_id, first, ordinals, tfs, lengths FROM moved ORDER BY tenant_id, term, version_id, first;

-- accepted: LOCK: all rows of knowledge_postings are checked while nobody can write
ALTER TABLE knowledge_postings ADD CONSTRAINT knowledge_postings_pkey PRIMARY KEY (tenant_id, term, version_id, first);

ALTER TABLE knowledge_postings FORCE ROW LEVEL SECURITY;

ALTER TABLE knowledge_passages FORCE ROW LEVEL SECURITY;

-- +goose Up

-- A passage that an embeddings endpoint refuses kept a new model from ever taking over.

ALTER TABLE knowledge_vectors ALTER COLUMN embedding DROP NOT NULL;

-- accepted: LOCK: nobody can write to knowledge_vectors while the index is built; it is empty, and takes one reading of the table
CREATE INDEX knowledge_vectors_refused ON public.knowledge_vectors USING btree (tenant_id, model_id) WHERE (embedding IS NULL);

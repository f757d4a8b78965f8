-- +goose Up

-- titles of knowledge.

ALTER TABLE assistant_collections DROP CONSTRAINT assistant_collections_tenant_id_collection_id_fkey;

ALTER TABLE knowledge_documents ADD COLUMN named boolean DEFAULT false NOT NULL;

ALTER TABLE assistant_collections ADD CONSTRAINT assistant_collections_tenant_id_collection_id_fkey FOREIGN KEY (tenant_id, collection_id) REFERENCES knowledge_collections(tenant_id, id) NOT VALID;

ALTER TABLE assistant_collections VALIDATE CONSTRAINT assistant_collections_tenant_id_collection_id_fkey;

COMMENT ON COLUMN knowledge_documents.named IS 'A member has given the title: what the file calls itself never replaces it.';

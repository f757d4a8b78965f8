-- +goose Up

-- vectors of passages.

CREATE TABLE knowledge_models (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  key text NOT NULL,
  name text NOT NULL,
  asked integer NOT NULL,
  query_prefix text NOT NULL,
  passage_prefix text NOT NULL,
  dimensions integer DEFAULT 0 NOT NULL,
  vectors bigint DEFAULT 0 NOT NULL,
  live boolean DEFAULT false NOT NULL,
  error text,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT knowledge_models_error_check CHECK ((char_length(error) <= 500)),
  CONSTRAINT knowledge_models_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT knowledge_models_tenant_id_key_key UNIQUE (tenant_id, key)
);

CREATE TABLE knowledge_vectors (
  tenant_id uuid NOT NULL,
  passage_id uuid NOT NULL,
  model_id uuid NOT NULL,
  document_id uuid NOT NULL,
  version_id uuid NOT NULL,
  embedding halfvec NOT NULL,
  CONSTRAINT knowledge_vectors_pkey PRIMARY KEY (tenant_id, passage_id, model_id)
);

ALTER TABLE knowledge_vectors ALTER COLUMN embedding SET STORAGE PLAIN;

CREATE INDEX knowledge_vectors_384 ON public.knowledge_vectors USING hnsw (((embedding)::halfvec(384)) halfvec_ip_ops) WHERE (vector_dims(embedding) = 384);

CREATE INDEX knowledge_vectors_768 ON public.knowledge_vectors USING hnsw (((embedding)::halfvec(768)) halfvec_ip_ops) WHERE (vector_dims(embedding) = 768);

CREATE INDEX knowledge_vectors_1024 ON public.knowledge_vectors USING hnsw (((embedding)::halfvec(1024)) halfvec_ip_ops) WHERE (vector_dims(embedding) = 1024);

CREATE INDEX knowledge_vectors_1536 ON public.knowledge_vectors USING hnsw (((embedding)::halfvec(1536)) halfvec_ip_ops) WHERE (vector_dims(embedding) = 1536);

CREATE INDEX knowledge_vectors_3072 ON public.knowledge_vectors USING hnsw (((embedding)::halfvec(3072)) halfvec_ip_ops) WHERE (vector_dims(embedding) = 3072);

ALTER TABLE knowledge_models ADD CONSTRAINT knowledge_models_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE;

ALTER TABLE knowledge_vectors ADD CONSTRAINT knowledge_vectors_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE;

ALTER TABLE knowledge_vectors ADD CONSTRAINT knowledge_vectors_tenant_id_passage_id_fkey FOREIGN KEY (tenant_id, passage_id) REFERENCES knowledge_passages(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE knowledge_vectors ADD CONSTRAINT knowledge_vectors_tenant_id_model_id_fkey FOREIGN KEY (tenant_id, model_id) REFERENCES knowledge_models(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE knowledge_models ENABLE ROW LEVEL SECURITY;

ALTER TABLE knowledge_vectors ENABLE ROW LEVEL SECURITY;

ALTER TABLE knowledge_models FORCE ROW LEVEL SECURITY;

ALTER TABLE knowledge_vectors FORCE ROW LEVEL SECURITY;

CREATE POLICY knowledge_stats_system ON knowledge_stats FOR SELECT TO stoa_system
  USING (true);

CREATE POLICY knowledge_models_tenant ON knowledge_models FOR ALL TO stoa_app
  USING ((tenant_id = app_tenant()))
  WITH CHECK ((tenant_id = app_tenant()));

CREATE POLICY knowledge_models_system ON knowledge_models FOR SELECT TO stoa_system
  USING (true);

CREATE POLICY knowledge_vectors_tenant ON knowledge_vectors FOR ALL TO stoa_app
  USING ((tenant_id = app_tenant()))
  WITH CHECK ((tenant_id = app_tenant()));

GRANT DELETE, INSERT, SELECT, UPDATE ON knowledge_models TO stoa_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON knowledge_vectors TO stoa_app;

GRANT SELECT (key, live, tenant_id, vectors) ON knowledge_models TO stoa_system;

GRANT SELECT (passages, tenant_id) ON knowledge_stats TO stoa_system;

-- +goose StatementBegin
COMMENT ON COLUMN knowledge_models.asked IS 'The dimensions that are asked for; 0 leaves them to the model.';
-- +goose StatementEnd

-- +goose StatementBegin
COMMENT ON COLUMN knowledge_models.dimensions IS 'Those of its vectors; 0 until the first has come.';
-- +goose StatementEnd

COMMENT ON COLUMN knowledge_models.error IS 'Why no more vectors come at the moment.';

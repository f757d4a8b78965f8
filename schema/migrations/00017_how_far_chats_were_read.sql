-- +goose Up

-- how far chats were read.

CREATE TABLE conversation_reads (
  tenant_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  user_id uuid NOT NULL,
  message_id uuid NOT NULL,
  read_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT conversation_reads_pkey PRIMARY KEY (tenant_id, conversation_id, user_id)
);

CREATE INDEX conversation_reads_user ON public.conversation_reads USING btree (tenant_id, user_id);

ALTER TABLE conversation_reads ADD CONSTRAINT conversation_reads_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE;

ALTER TABLE conversation_reads ADD CONSTRAINT conversation_reads_tenant_id_conversation_id_fkey FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE conversation_reads ADD CONSTRAINT conversation_reads_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES memberships(tenant_id, user_id) ON DELETE CASCADE;

ALTER TABLE conversation_reads ENABLE ROW LEVEL SECURITY;

ALTER TABLE conversation_reads FORCE ROW LEVEL SECURITY;

CREATE POLICY conversation_reads_tenant ON conversation_reads FOR ALL TO stoa_app
  USING ((tenant_id = app_tenant()))
  WITH CHECK ((tenant_id = app_tenant()));

GRANT DELETE, INSERT, SELECT, UPDATE ON conversation_reads TO stoa_app;

-- +goose StatementBegin
COMMENT ON COLUMN conversation_reads.message_id IS 'The newest message that was shown whole; it may be gone.';
-- +goose StatementEnd

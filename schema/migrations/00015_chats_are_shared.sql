-- +goose Up

-- chats are shared.

CREATE TYPE share_access AS ENUM ('read', 'write');

SET check_function_bodies = off;

-- +goose StatementBegin
CREATE OR REPLACE FUNCTION public.share_event()
 RETURNS trigger
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$ BEGIN
  INSERT INTO events (tenant_id, topic, op, row_id) SELECT DISTINCT tenant_id, 'conversations', 'shared', conversation_id FROM changed;
  RETURN NULL;
END $function$;
-- +goose StatementEnd

RESET check_function_bodies;

CREATE TABLE conversation_shares (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  user_id uuid NOT NULL,
  access share_access DEFAULT 'read'::share_access NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT conversation_shares_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT conversation_shares_tenant_id_conversation_id_user_id_key UNIQUE (tenant_id, conversation_id, user_id)
);

CREATE INDEX conversation_shares_user ON public.conversation_shares USING btree (tenant_id, user_id, conversation_id);

ALTER TABLE conversation_shares ADD CONSTRAINT conversation_shares_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE;

ALTER TABLE conversation_shares ADD CONSTRAINT conversation_shares_tenant_id_conversation_id_fkey FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE conversation_shares ADD CONSTRAINT conversation_shares_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES memberships(tenant_id, user_id) ON DELETE CASCADE;

CREATE TRIGGER conversation_shares_created AFTER INSERT ON public.conversation_shares REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION share_event();

CREATE TRIGGER conversation_shares_changed AFTER UPDATE ON public.conversation_shares REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION share_event();

CREATE TRIGGER conversation_shares_ended AFTER DELETE ON public.conversation_shares REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION share_event();

CREATE TRIGGER conversation_shares_event_created AFTER INSERT ON public.conversation_shares REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_event('created');

CREATE TRIGGER conversation_shares_event_updated AFTER UPDATE ON public.conversation_shares REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_event('updated');

CREATE TRIGGER conversation_shares_event_deleted AFTER DELETE ON public.conversation_shares REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_event('deleted');

ALTER TABLE conversation_shares ENABLE ROW LEVEL SECURITY;

ALTER TABLE conversation_shares FORCE ROW LEVEL SECURITY;

CREATE POLICY conversation_shares_tenant ON conversation_shares FOR ALL TO stoa_app
  USING ((tenant_id = app_tenant()))
  WITH CHECK ((tenant_id = app_tenant()));

GRANT DELETE, INSERT, SELECT, UPDATE ON conversation_shares TO stoa_app;

COMMENT ON TABLE conversation_shares IS 'Members who read a chat that is not theirs, or write in it too. They see all of it, also what an answer quotes from documents that they may not open.';

COMMENT ON TABLE conversations IS 'Conversations with the assistant. Only you, and those you share one with, can read them.';

-- +goose Up

-- assistants.

CREATE TYPE assistant_access AS ENUM ('everyone', 'admins');

CREATE TABLE assistants (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  description text,
  access assistant_access DEFAULT 'everyone'::assistant_access NOT NULL,
  instructions text,
  starters text[] DEFAULT '{}'::text[] NOT NULL,
  model text,
  temperature numeric(3,2),
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT assistants_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 80))),
  CONSTRAINT assistants_description_check CHECK ((char_length(description) <= 300)),
  CONSTRAINT assistants_instructions_check CHECK ((char_length(instructions) <= 8000)),
  CONSTRAINT assistants_starters_check CHECK ((cardinality(starters) <= 6)),
  CONSTRAINT assistants_model_check CHECK ((char_length(model) <= 100)),
  CONSTRAINT assistants_temperature_check CHECK (((temperature >= (0)::numeric) AND (temperature <= (2)::numeric))),
  CONSTRAINT assistants_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT assistants_tenant_id_name_key UNIQUE (tenant_id, name)
);

CREATE TABLE conversation_assistants (
  tenant_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  assistant_id uuid NOT NULL,
  CONSTRAINT conversation_assistants_pkey PRIMARY KEY (tenant_id, conversation_id)
);

CREATE TABLE assistant_collections (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  assistant_id uuid NOT NULL,
  collection_id uuid NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT assistant_collections_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT assistant_collections_tenant_id_assistant_id_collection_id_key UNIQUE (tenant_id, assistant_id, collection_id)
);

CREATE INDEX assistants_name ON public.assistants USING btree (tenant_id, name, id);

CREATE INDEX assistants_updated ON public.assistants USING btree (tenant_id, updated_at, id);

CREATE INDEX conversation_assistants_assistant ON public.conversation_assistants USING btree (tenant_id, assistant_id);

CREATE INDEX assistant_collections_collection ON public.assistant_collections USING btree (tenant_id, collection_id);

ALTER TABLE assistants ADD CONSTRAINT assistants_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE;

ALTER TABLE conversation_assistants ADD CONSTRAINT conversation_assistants_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE;

ALTER TABLE conversation_assistants ADD CONSTRAINT conversation_assistants_tenant_id_conversation_id_fkey FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE conversation_assistants ADD CONSTRAINT conversation_assistants_tenant_id_assistant_id_fkey FOREIGN KEY (tenant_id, assistant_id) REFERENCES assistants(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE assistant_collections ADD CONSTRAINT assistant_collections_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE;

ALTER TABLE assistant_collections ADD CONSTRAINT assistant_collections_tenant_id_assistant_id_fkey FOREIGN KEY (tenant_id, assistant_id) REFERENCES assistants(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE assistant_collections ADD CONSTRAINT assistant_collections_tenant_id_collection_id_fkey FOREIGN KEY (tenant_id, collection_id) REFERENCES knowledge_collections(tenant_id, id) ON DELETE CASCADE;

CREATE TRIGGER assistants_touch BEFORE UPDATE ON public.assistants FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

CREATE TRIGGER assistants_event_created AFTER INSERT ON public.assistants REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_event('created');

CREATE TRIGGER assistants_event_updated AFTER UPDATE ON public.assistants REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_event('updated');

CREATE TRIGGER assistants_event_deleted AFTER DELETE ON public.assistants REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_event('deleted');

CREATE TRIGGER assistants_audit_created AFTER INSERT ON public.assistants REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_change('{name,description,access,instructions,starters,model,temperature}', '{}', '', 'name');

CREATE TRIGGER assistants_audit_updated AFTER UPDATE ON public.assistants REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_change('{name,description,access,instructions,starters,model,temperature}', '{}', '', 'name');

CREATE TRIGGER assistants_audit_deleted AFTER DELETE ON public.assistants REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION record_change('{name,description,access,instructions,starters,model,temperature}', '{}', '', 'name');

ALTER TABLE assistant_collections ENABLE ROW LEVEL SECURITY;

ALTER TABLE assistants ENABLE ROW LEVEL SECURITY;

ALTER TABLE conversation_assistants ENABLE ROW LEVEL SECURITY;

ALTER TABLE assistant_collections FORCE ROW LEVEL SECURITY;

ALTER TABLE assistants FORCE ROW LEVEL SECURITY;

ALTER TABLE conversation_assistants FORCE ROW LEVEL SECURITY;

CREATE POLICY assistants_tenant ON assistants FOR ALL TO stoa_app
  USING ((tenant_id = app_tenant()))
  WITH CHECK ((tenant_id = app_tenant()));

CREATE POLICY conversation_assistants_tenant ON conversation_assistants FOR ALL TO stoa_app
  USING ((tenant_id = app_tenant()))
  WITH CHECK ((tenant_id = app_tenant()));

CREATE POLICY assistant_collections_tenant ON assistant_collections FOR ALL TO stoa_app
  USING ((tenant_id = app_tenant()))
  WITH CHECK ((tenant_id = app_tenant()));

GRANT DELETE, INSERT, SELECT, UPDATE ON assistant_collections TO stoa_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON assistants TO stoa_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON conversation_assistants TO stoa_app;

COMMENT ON COLUMN assistants.access IS 'Who may start a chat with it.';

COMMENT ON COLUMN assistants.instructions IS 'Sent before every message of its chats.';

COMMENT ON COLUMN assistants.model IS 'Which model answers. Empty is the one that your company has chosen.';

COMMENT ON COLUMN assistants.starters IS 'Questions that an empty chat offers.';

COMMENT ON COLUMN assistants.temperature IS 'From 0, always the likeliest word, to 2. Empty is the model''s own.';

COMMENT ON TABLE assistant_collections IS 'The collections that an assistant answers from. Without any it answers from all that the person may read.';

COMMENT ON TABLE assistants IS 'Named ways to answer: what to say, from which documents, with which model. One is chosen when a chat starts.';

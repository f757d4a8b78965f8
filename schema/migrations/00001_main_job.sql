-- +goose Up

-- Generated policies follow the tables. Roles exist before migrations run (internal/pg).

-- Who belongs to which company, and who is logged in.

CREATE EXTENSION IF NOT EXISTS vector;

CREATE TYPE member_role AS ENUM ('owner', 'admin', 'member');

-- +goose StatementBegin
-- The tenant of the running transaction; no setting means no tenant, and so no rows.
CREATE FUNCTION app_tenant() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('app.tenant_id', true), '')::uuid $$;
-- +goose StatementEnd

-- +goose StatementBegin
-- Keeps updated_at true whatever wrote the row.
CREATE FUNCTION touch_updated_at() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN NEW.updated_at := now(); RETURN NEW; END $$;
-- +goose StatementEnd

-- @global @internal
CREATE TABLE tenants (
  id          uuid NOT NULL PRIMARY KEY,
  name        text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 120),  -- @label
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now()
);
CREATE TRIGGER tenants_touch BEFORE UPDATE ON tenants FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- @global @internal
CREATE TABLE users (
  id             uuid NOT NULL PRIMARY KEY,
  email          text NOT NULL UNIQUE CHECK (char_length(email) BETWEEN 3 AND 254 AND email = lower(email)),  -- @email @pii
  name           text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 120),                                   -- @label @pii
  password_hash  text NOT NULL,                                                                               -- @hidden
  created_at     timestamptz NOT NULL DEFAULT now(),
  updated_at     timestamptz NOT NULL DEFAULT now()
);
CREATE TRIGGER users_touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- @internal
CREATE TABLE memberships (
  tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  user_id     uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  role        member_role NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, user_id)
);
CREATE INDEX memberships_user ON memberships (user_id, tenant_id);

-- The key is the SHA-256 of the cookie: whoever reads this table cannot log in with it.
-- Removing a membership removes its sessions.
-- @global @internal
CREATE TABLE sessions (
  id_hash       bytea NOT NULL PRIMARY KEY,
  user_id       uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  tenant_id     uuid NOT NULL,
  data          jsonb NOT NULL DEFAULT '{}',
  created_at    timestamptz NOT NULL DEFAULT now(),
  last_seen_at  timestamptz NOT NULL DEFAULT now(),
  expires_at    timestamptz NOT NULL,
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE CASCADE
);
CREATE INDEX sessions_user ON sessions (user_id);
CREATE INDEX sessions_expiry ON sessions (expires_at);

-- @internal
CREATE TABLE invitations (
  tenant_id    uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id           uuid NOT NULL,
  token_hash   bytea NOT NULL,
  role         member_role NOT NULL,
  created_by   uuid NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  expires_at   timestamptz NOT NULL,
  accepted_at  timestamptz,
  accepted_by  uuid REFERENCES users (id) ON DELETE SET NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES memberships (tenant_id, user_id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX invitations_token ON invitations (token_hash);
CREATE INDEX invitations_created_by ON invitations (tenant_id, created_by);

-- Counters of failed or costly attempts, by account and by address.
-- @global @internal
CREATE TABLE throttles (
  bucket     text NOT NULL PRIMARY KEY,
  attempts   integer NOT NULL DEFAULT 0,
  resets_at  timestamptz NOT NULL
);
CREATE INDEX throttles_reset ON throttles (resets_at);

-- Conversations, their messages, and the answers being written.

CREATE TYPE message_role AS ENUM ('user', 'assistant');
CREATE TYPE message_status AS ENUM ('streaming', 'complete', 'stopped', 'interrupted', 'failed');

-- @internal
CREATE TABLE conversations (
  tenant_id      uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id             uuid NOT NULL,
  user_id        uuid NOT NULL,                                                                  -- @owner @readonly @default(me)
  title          text NOT NULL DEFAULT 'New chat' CHECK (char_length(title) BETWEEN 1 AND 200),  -- @label
  model          text CHECK (char_length(model) <= 100),
  system_prompt  text CHECK (char_length(system_prompt) <= 8000),                                -- @widget(textarea) @group("Advanced")
  created_at     timestamptz NOT NULL DEFAULT now(),
  updated_at     timestamptz NOT NULL DEFAULT now(),
  deleted_at     timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE CASCADE
);
COMMENT ON COLUMN conversations.system_prompt IS 'Sent before every message of this chat.';
CREATE INDEX conversations_recent ON conversations (tenant_id, user_id, updated_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE TRIGGER conversations_touch BEFORE UPDATE ON conversations FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- @internal
CREATE TABLE messages (
  tenant_id        uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id               uuid NOT NULL,
  conversation_id  uuid NOT NULL,
  user_id          uuid,
  role             message_role NOT NULL,
  status           message_status NOT NULL DEFAULT 'complete',
  content          text NOT NULL DEFAULT '' CHECK (octet_length(content) <= 4000000),
  client_id        uuid,
  error            text,
  created_at       timestamptz NOT NULL DEFAULT now(),
  updated_at       timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, conversation_id, client_id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE SET NULL (user_id)
);
COMMENT ON COLUMN messages.client_id IS 'Made by the composer: the same id twice is the same message.';
COMMENT ON COLUMN messages.error IS 'What to tell the person when an answer failed.';
CREATE INDEX messages_page ON messages (tenant_id, conversation_id, id DESC);
CREATE INDEX messages_user ON messages (tenant_id, user_id);
CREATE TRIGGER messages_touch BEFORE UPDATE ON messages FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- One answer being made. Its instance renews the lease with every checkpoint; a lease that ran out is a dead instance.
-- @internal
CREATE TABLE generations (
  tenant_id        uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id               uuid NOT NULL,
  conversation_id  uuid NOT NULL,
  message_id       uuid NOT NULL,
  user_id          uuid,
  status           message_status NOT NULL DEFAULT 'streaming',
  instance_id      uuid NOT NULL,
  lease_until      timestamptz NOT NULL,
  stop_requested   boolean NOT NULL DEFAULT false,
  started_at       timestamptz NOT NULL DEFAULT now(),
  finished_at      timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, message_id) REFERENCES messages (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE SET NULL (user_id)
);
CREATE UNIQUE INDEX generations_running ON generations (tenant_id, conversation_id) WHERE status = 'streaming';
CREATE INDEX generations_lease ON generations (lease_until) WHERE status = 'streaming';
CREATE INDEX generations_message ON generations (tenant_id, message_id);
CREATE INDEX generations_user ON generations (tenant_id, user_id);

-- What model providers charge.

-- Nano-USD for one million tokens; a row holds from its date until the next row of the same model.
-- @global @internal
CREATE TABLE prices (
  provider        text NOT NULL,
  model           text NOT NULL,
  effective_from  date NOT NULL,
  input           bigint NOT NULL CHECK (input >= 0),
  cached_input    bigint NOT NULL CHECK (cached_input >= 0),
  cache_write     bigint NOT NULL CHECK (cache_write >= 0),
  output          bigint NOT NULL CHECK (output >= 0),
  version         text NOT NULL,
  PRIMARY KEY (provider, model, effective_from)
);

-- The receipt of every model call.

CREATE TYPE cost_status AS ENUM ('running', 'complete', 'stopped', 'interrupted', 'failed');
-- exact: the provider reported the tokens; estimated: we counted them.
CREATE TYPE cost_basis AS ENUM ('exact', 'estimated');

-- Written before the call and settled after it, so that no call goes unrecorded. amount is nano-USD; NULL means that the price is unknown, never that it is zero.
-- @internal
CREATE TABLE cost_events (
  tenant_id           uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id                  uuid NOT NULL,
  user_id             uuid,
  purpose             text NOT NULL CHECK (char_length(purpose) BETWEEN 1 AND 40),
  provider            text NOT NULL,
  model               text NOT NULL,
  conversation_id     uuid,
  message_id          uuid,
  generation_id       uuid,
  status              cost_status NOT NULL DEFAULT 'running',
  basis               cost_basis NOT NULL DEFAULT 'estimated',
  input_tokens        bigint NOT NULL DEFAULT 0 CHECK (input_tokens >= 0),         -- @format(tokens)
  cached_tokens       bigint NOT NULL DEFAULT 0 CHECK (cached_tokens >= 0),        -- @format(tokens)
  cache_write_tokens  bigint NOT NULL DEFAULT 0 CHECK (cache_write_tokens >= 0),   -- @format(tokens)
  output_tokens       bigint NOT NULL DEFAULT 0 CHECK (output_tokens >= 0),        -- @format(tokens)
  amount              bigint CHECK (amount >= 0),                                  -- @format(usd)
  price_version       text,
  created_at          timestamptz NOT NULL DEFAULT now(),
  finished_at         timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE SET NULL (user_id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id) ON DELETE SET NULL (conversation_id),
  FOREIGN KEY (tenant_id, message_id) REFERENCES messages (tenant_id, id) ON DELETE SET NULL (message_id),
  FOREIGN KEY (tenant_id, generation_id) REFERENCES generations (tenant_id, id) ON DELETE SET NULL (generation_id)
);
COMMENT ON COLUMN cost_events.input_tokens IS 'All tokens sent, cached ones included.';
CREATE INDEX cost_events_day ON cost_events (tenant_id, created_at DESC, id DESC);
CREATE INDEX cost_events_user ON cost_events (tenant_id, user_id, created_at DESC);
CREATE INDEX cost_events_conversation ON cost_events (tenant_id, conversation_id);
CREATE INDEX cost_events_message ON cost_events (tenant_id, message_id);
CREATE INDEX cost_events_generation ON cost_events (tenant_id, generation_id);

-- Second wall: row-level security, also for the owner of the tables.
GRANT USAGE ON SCHEMA public TO stoa_app, stoa_system;
GRANT EXECUTE ON FUNCTION app_tenant() TO stoa_app, stoa_system;

ALTER TABLE memberships ENABLE ROW LEVEL SECURITY;
ALTER TABLE memberships FORCE ROW LEVEL SECURITY;
CREATE POLICY memberships_tenant ON memberships TO stoa_app USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant());
-- No INSERT and no change of user_id: a tenant that made a stranger its member would see that person's name and email.
GRANT SELECT, UPDATE (role), DELETE ON memberships TO stoa_app;

ALTER TABLE invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitations FORCE ROW LEVEL SECURITY;
CREATE POLICY invitations_tenant ON invitations TO stoa_app USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON invitations TO stoa_app;

ALTER TABLE conversations ENABLE ROW LEVEL SECURITY;
ALTER TABLE conversations FORCE ROW LEVEL SECURITY;
CREATE POLICY conversations_tenant ON conversations TO stoa_app USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON conversations TO stoa_app;

ALTER TABLE messages ENABLE ROW LEVEL SECURITY;
ALTER TABLE messages FORCE ROW LEVEL SECURITY;
CREATE POLICY messages_tenant ON messages TO stoa_app USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON messages TO stoa_app;

ALTER TABLE generations ENABLE ROW LEVEL SECURITY;
ALTER TABLE generations FORCE ROW LEVEL SECURITY;
CREATE POLICY generations_tenant ON generations TO stoa_app USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON generations TO stoa_app;

ALTER TABLE cost_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE cost_events FORCE ROW LEVEL SECURITY;
CREATE POLICY cost_events_tenant ON cost_events TO stoa_app USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON cost_events TO stoa_app;

-- A tenant sees itself and the names of its people; never a password.
ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenants FORCE ROW LEVEL SECURITY;
CREATE POLICY tenants_tenant ON tenants TO stoa_app USING (id = app_tenant()) WITH CHECK (id = app_tenant());
GRANT SELECT, UPDATE ON tenants TO stoa_app;

ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE users FORCE ROW LEVEL SECURITY;
CREATE POLICY users_tenant ON users FOR SELECT TO stoa_app
  USING (EXISTS (SELECT FROM memberships m WHERE m.tenant_id = app_tenant() AND m.user_id = users.id));
GRANT SELECT (id, email, name, created_at) ON users TO stoa_app;

ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE sessions FORCE ROW LEVEL SECURITY;
ALTER TABLE throttles ENABLE ROW LEVEL SECURITY;
ALTER TABLE throttles FORCE ROW LEVEL SECURITY;

-- The system role: only what must be read before or beside a tenant.
CREATE POLICY tenants_system ON tenants TO stoa_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON tenants TO stoa_system;
CREATE POLICY users_system ON users TO stoa_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON users TO stoa_system;
CREATE POLICY memberships_system ON memberships TO stoa_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON memberships TO stoa_system;
CREATE POLICY sessions_system ON sessions TO stoa_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions TO stoa_system;
CREATE POLICY throttles_system ON throttles TO stoa_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON throttles TO stoa_system;
CREATE POLICY invitations_system ON invitations TO stoa_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON invitations TO stoa_system;
CREATE POLICY generations_system ON generations FOR SELECT TO stoa_system USING (true);
GRANT SELECT ON generations TO stoa_system;

GRANT SELECT ON prices TO stoa_app, stoa_system;
GRANT INSERT, UPDATE ON prices TO stoa_system;


-- Who belongs to which company, and who is logged in.

CREATE EXTENSION IF NOT EXISTS vector;

CREATE TYPE member_role AS ENUM ('owner', 'admin', 'member');

-- The tenant of the running transaction; no setting means no tenant, and so no rows.
CREATE FUNCTION app_tenant() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('app.tenant_id', true), '')::uuid $$;

-- Keeps updated_at true whatever wrote the row.
CREATE FUNCTION touch_updated_at() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN NEW.updated_at := now(); RETURN NEW; END $$;

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

-- A person is a member of a company once; the id names the membership itself, to the log and to events.
-- Nobody changes or removes somebody of a role above their own, or gives one; that an owner remains services/auth sees to.
-- @resource(label: "Member", plural: "Members", path: "settings/members", nav: "Company", order: 30, ops: [list, get, update, delete]) @audit
-- @allow(read: member, update: admin and role <> 'owner' or role.owner, delete: admin and role <> 'owner' or role.owner)
-- @list(columns: [user_id, role, created_at], sort: [created_at]) @search([user_id]) @api(ops: [list, get])
-- @hook(validate, before_update, after_update, before_delete, after_delete, after_commit)
CREATE TABLE memberships (
  tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  user_id     uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,  -- @label @readonly @options(label: "{name} <{email}>")
  role        member_role NOT NULL,                                   -- @filter
  created_at  timestamptz NOT NULL DEFAULT now(),                     -- @sort
  id          uuid NOT NULL DEFAULT gen_random_uuid(),
  PRIMARY KEY (tenant_id, user_id),
  UNIQUE (tenant_id, id)
);
COMMENT ON TABLE memberships IS 'The people of your company.';
COMMENT ON COLUMN memberships.role IS 'Members chat and see what their own calls cost. Admins also invite people, change their roles and see all costs. Owners may do everything.';
CREATE INDEX memberships_user ON memberships (user_id, tenant_id);
CREATE INDEX memberships_role ON memberships (tenant_id, role, id);
CREATE INDEX memberships_created ON memberships (tenant_id, created_at, id);

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
CREATE UNIQUE INDEX invitations_token ON invitations (token_hash);  -- @global
CREATE INDEX invitations_created_by ON invitations (tenant_id, created_by);

-- Counters of failed or costly attempts, by account and by address.
-- @global @internal
CREATE TABLE throttles (
  bucket     text NOT NULL PRIMARY KEY,
  attempts   integer NOT NULL DEFAULT 0,
  resets_at  timestamptz NOT NULL
);
CREATE INDEX throttles_reset ON throttles (resets_at);

-- What a program may do in a member's name: never more than the member may, and of that only what the scopes name.
-- The hash is the token's SHA-256; the token itself is shown once and stored nowhere. Removing a membership removes it.
-- @internal
CREATE TABLE api_tokens (
  tenant_id     uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id            uuid NOT NULL,
  user_id       uuid NOT NULL,
  name          text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 120),
  token_hash    bytea NOT NULL CHECK (octet_length(token_hash) = 32),
  hint          text NOT NULL CHECK (char_length(hint) <= 8),
  scopes        text[] NOT NULL CHECK (cardinality(scopes) BETWEEN 1 AND 200),
  created_at    timestamptz NOT NULL DEFAULT now(),
  expires_at    timestamptz NOT NULL,
  last_used_at  timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE CASCADE
);
COMMENT ON COLUMN api_tokens.hint IS 'The last characters of the token, by which its owner knows it.';
COMMENT ON COLUMN api_tokens.scopes IS 'resource:operation, where * is any.';
CREATE UNIQUE INDEX api_tokens_hash ON api_tokens (token_hash);  -- @global
CREATE INDEX api_tokens_user ON api_tokens (tenant_id, user_id, id);
CREATE INDEX api_tokens_expiry ON api_tokens (expires_at);

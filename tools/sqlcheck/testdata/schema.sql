-- The tables that the test queries use.

-- @global @internal
CREATE TABLE tenants (id uuid NOT NULL PRIMARY KEY, name text NOT NULL);

-- @global @internal
CREATE TABLE users (id uuid NOT NULL PRIMARY KEY, email text NOT NULL UNIQUE, name text NOT NULL);

CREATE TABLE memberships (
  tenant_id uuid NOT NULL REFERENCES tenants (id),
  user_id uuid NOT NULL REFERENCES users (id),
  role text NOT NULL,
  PRIMARY KEY (tenant_id, user_id)
);

-- Has a tenant, but is read before one is known.
-- @global
CREATE TABLE sessions (id_hash bytea NOT NULL PRIMARY KEY, user_id uuid NOT NULL, tenant_id uuid NOT NULL);

CREATE TABLE invitations (tenant_id uuid NOT NULL, id uuid NOT NULL, token_hash bytea NOT NULL UNIQUE, role text, PRIMARY KEY (tenant_id, id));
CREATE TABLE conversations (tenant_id uuid NOT NULL, id uuid NOT NULL, user_id uuid, title text, PRIMARY KEY (tenant_id, id));
CREATE TABLE messages (tenant_id uuid NOT NULL, id uuid NOT NULL, conversation_id uuid NOT NULL, content text, tags jsonb, PRIMARY KEY (tenant_id, id));

-- @global
CREATE TABLE prices (model text NOT NULL PRIMARY KEY, input bigint NOT NULL);

-- What every schema has: tenants, their people, and who may do what.
CREATE EXTENSION IF NOT EXISTS vector;
CREATE EXTENSION IF NOT EXISTS citext;

-- @global @internal
CREATE TABLE tenants (
  id    uuid NOT NULL PRIMARY KEY,
  name  text NOT NULL  -- @label
);

-- @global @internal
CREATE TABLE users (
  id     uuid NOT NULL PRIMARY KEY,
  email  text NOT NULL UNIQUE,
  name   text NOT NULL  -- @label
);

-- @internal
CREATE TABLE memberships (
  tenant_id  uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  user_id    uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  PRIMARY KEY (tenant_id, user_id)
);

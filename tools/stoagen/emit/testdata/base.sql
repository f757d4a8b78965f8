-- What every schema has: tenants, their people, and who may do what.
CREATE EXTENSION IF NOT EXISTS citext;

CREATE FUNCTION app_tenant() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('app.tenant_id', true), '')::uuid $$;

CREATE FUNCTION record_event() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RETURN NULL; END $$;
CREATE FUNCTION record_event_by() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RETURN NULL; END $$;
CREATE FUNCTION record_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RETURN NULL; END $$;

-- @global @internal
CREATE TABLE tenants (
  id    uuid NOT NULL PRIMARY KEY,
  name  text NOT NULL  -- @label
);

-- @global @internal
CREATE TABLE users (
  id          uuid NOT NULL PRIMARY KEY,
  email       text NOT NULL UNIQUE,
  name        text NOT NULL,  -- @label
  created_at  timestamptz NOT NULL DEFAULT now()
);

-- @internal
CREATE TABLE memberships (
  tenant_id  uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  user_id    uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  role       text NOT NULL,
  PRIMARY KEY (tenant_id, user_id)
);

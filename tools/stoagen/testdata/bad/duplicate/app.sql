CREATE TYPE kind AS ENUM ('a');
CREATE TYPE kind AS ENUM ('b');
CREATE DOMAIN kind AS text;
CREATE DOMAIN text AS varchar;
-- @resource(path: x, path: y) @resource @list(columns: [a, a]) @search([b])
-- @action(x) @action(x) @action(edit) @scope(all: "a = 'x'", mine: "a = 'x'") @scope(mine: "a = 'y'")
-- @form(layout: [[a, b], [a]])
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text,  -- @label @label
  b text,  -- @label
  c text,  -- @list(columns: [a])
  c int,
  u uuid REFERENCES users (id),  -- @owner
  v uuid REFERENCES users (id),  -- @owner
  PRIMARY KEY (tenant_id, id),
  PRIMARY KEY (id), CONSTRAINT things_a UNIQUE (tenant_id, a), CONSTRAINT things_a UNIQUE (tenant_id, b),
  CONSTRAINT chk CHECK (a <> ''), CONSTRAINT chk CHECK (b <> '')
);

CREATE INDEX things_a ON things (tenant_id, a);
CREATE TABLE things (id uuid);
-- @resource(path: x) @search([a]) @list(columns: [a])
CREATE TABLE others (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text,  -- @search @list
  PRIMARY KEY (tenant_id, id)
);

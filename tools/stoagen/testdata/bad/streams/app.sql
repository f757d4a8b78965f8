-- What streams into no open page.
-- @resource @realtime(stream: a)
CREATE TABLE titles (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text NOT NULL,  -- @label
  PRIMARY KEY (tenant_id, id)
);
-- @resource @realtime(subscribe: [list], stream: b)
CREATE TABLE lists (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text NOT NULL,  -- @label
  b text,
  PRIMARY KEY (tenant_id, id)
);
-- @resource(ops: [list]) @realtime(stream: b)
CREATE TABLE closed (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text NOT NULL,  -- @label
  b text,
  PRIMARY KEY (tenant_id, id)
);
-- @resource @realtime(stream: b)
CREATE TABLE secrets (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text NOT NULL,  -- @label
  b text,  -- @secret
  PRIMARY KEY (tenant_id, id)
);

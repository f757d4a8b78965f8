-- What no page is told by.
-- @resource @realtime(by: box)
CREATE TABLE misspelt (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text NOT NULL,  -- @label
  box_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, box_id) REFERENCES boxes (tenant_id, id)
);
-- @resource @realtime(by: boxid)
CREATE TABLE plain (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text NOT NULL,  -- @label
  boxid uuid NOT NULL,
  box_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, box_id) REFERENCES boxes (tenant_id, id)
);
-- @resource @realtime(by: tenant_id)
CREATE TABLE companies (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text NOT NULL,  -- @label
  PRIMARY KEY (tenant_id, id)
);
-- @internal @realtime(by: box_id)
CREATE TABLE unseen (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  box_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, box_id) REFERENCES boxes (tenant_id, id)
);
-- @resource @realtime(subscribe: [get], by: box_id)
CREATE TABLE single (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text NOT NULL,  -- @label
  box_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, box_id) REFERENCES boxes (tenant_id, id)
);
-- @resource(ops: [get, create]) @realtime(by: box_id)
CREATE TABLE unlisted (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text NOT NULL,  -- @label
  box_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, box_id) REFERENCES boxes (tenant_id, id)
);
-- @resource @realtime(by: box_id)
CREATE TABLE apart (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text NOT NULL,  -- @label
  box_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, box_id) REFERENCES boxes (tenant_id, id)
);
-- @resource @detail(panels: [single])
CREATE TABLE boxes (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text,  -- @label
  PRIMARY KEY (tenant_id, id)
);

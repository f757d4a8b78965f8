-- @resource
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  box_id uuid,  -- @options(label: "{name} ({size})", where: `size > 3 and name <> 'x'`, limit: 10)
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, box_id) REFERENCES boxes (tenant_id, id)
);
-- @internal
CREATE TABLE boxes (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text,
  size integer,
  PRIMARY KEY (tenant_id, id)
);

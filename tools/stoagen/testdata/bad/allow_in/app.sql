-- @resource @allow(read: in gusts, update: in guests, delete: in strangers)
CREATE TABLE boxes (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text,
  PRIMARY KEY (tenant_id, id)
);

-- @internal
CREATE TABLE guests (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  box_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, box_id),
  FOREIGN KEY (tenant_id, box_id) REFERENCES boxes (tenant_id, id)
);

-- @internal
CREATE TABLE strangers (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  user_id uuid NOT NULL REFERENCES users (id), -- @owner
  PRIMARY KEY (tenant_id, id)
);

-- @resource @allow(read: owner or in guests and name is not null, update: owner) @list(sort: [name])
CREATE TABLE boxes (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  user_id uuid NOT NULL REFERENCES users (id), -- @owner
  name text, -- @sort
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX boxes_name ON boxes (tenant_id, user_id, name, id);

-- @internal
CREATE TABLE guests (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  box_id uuid NOT NULL,
  user_id uuid NOT NULL REFERENCES users (id), -- @owner
  PRIMARY KEY (tenant_id, box_id, user_id),
  FOREIGN KEY (tenant_id, box_id) REFERENCES boxes (tenant_id, id)
);

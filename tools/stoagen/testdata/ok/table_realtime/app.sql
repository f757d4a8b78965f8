-- @resource @realtime(subscribe: [list, get], broadcast: [created, updated], by: box_id, stream: body) @allow(read: admin)
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  box_id uuid NOT NULL,
  body text,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, box_id) REFERENCES boxes (tenant_id, id)
);
-- @resource @realtime
CREATE TABLE boxes (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text,
  PRIMARY KEY (tenant_id, id)
);

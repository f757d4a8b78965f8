-- @resource
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL,  -- @list @search
  size integer,  -- @list @sort @filter
  note text,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX ON things (tenant_id, size, id);
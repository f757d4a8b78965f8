-- @resource @search([name], mode: fts)
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text,
  body text,  -- @search
  PRIMARY KEY (tenant_id, id)
);

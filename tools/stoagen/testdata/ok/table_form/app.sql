-- @resource @form(layout: [[a, b], [c]])
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text NOT NULL,
  b text,
  c text,
  d text,
  PRIMARY KEY (tenant_id, id)
);

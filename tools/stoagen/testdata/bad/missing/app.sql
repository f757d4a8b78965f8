-- @resource @retention(days: 3) @search @scope @action(label: "x") @hook @form @export
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text,  -- @slug
  b text,  -- @show @widget
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, a)  -- @message(field: b)
);

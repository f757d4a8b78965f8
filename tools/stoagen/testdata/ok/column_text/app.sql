-- @resource
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  mail text,  -- @email @trim @lower
  site text,  -- @url
  title text NOT NULL,
  slug text NOT NULL,  -- @slug(from: title) @widget(text)
  code text,  -- @pattern("[A-Z]{3}\\.[0-9]+")
  PRIMARY KEY (tenant_id, id)
);

-- @resource @search([name], mode: fts, language: english)
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text,
  body text,  -- @search
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX ON things USING gin (to_tsvector('english', coalesce(name, '') || ' ' || coalesce(body, '')));

-- @internal
CREATE TABLE things (
  tenant_id uuid NOT NULL, id uuid NOT NULL,
  a text UNIQUE, b text,
  c text,
  -- @global
  PRIMARY KEY (tenant_id, id),
  UNIQUE (b, c),
  UNIQUE (tenant_id, b)  -- @global
);
CREATE UNIQUE INDEX ON things (lower(a));
-- @global @message("x")
CREATE INDEX things_c ON things (c);

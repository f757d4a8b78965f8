-- @internal
CREATE TABLE tokens (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  hash bytea NOT NULL UNIQUE,  -- @hidden @global
  code text NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
-- @global
CREATE UNIQUE INDEX tokens_code ON tokens (code);

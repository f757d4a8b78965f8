-- +goose Up

-- What a program may do in a member's name: never more than the member may, and of that only what the scopes name.
-- The hash is the token's SHA-256; the token itself is shown once and stored nowhere. Removing a membership removes it.
-- @internal
CREATE TABLE api_tokens (
  tenant_id     uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id            uuid NOT NULL,
  user_id       uuid NOT NULL,
  name          text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 120),
  token_hash    bytea NOT NULL CHECK (octet_length(token_hash) = 32),
  hint          text NOT NULL CHECK (char_length(hint) <= 8),
  scopes        text[] NOT NULL CHECK (cardinality(scopes) BETWEEN 1 AND 200),
  created_at    timestamptz NOT NULL DEFAULT now(),
  expires_at    timestamptz NOT NULL,
  last_used_at  timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE CASCADE
);
COMMENT ON COLUMN api_tokens.hint IS 'The last characters of the token, by which its owner knows it.';
COMMENT ON COLUMN api_tokens.scopes IS 'resource:operation, where * is any.';
CREATE UNIQUE INDEX api_tokens_hash ON api_tokens (token_hash);  -- @global
CREATE INDEX api_tokens_user ON api_tokens (tenant_id, user_id, id);
CREATE INDEX api_tokens_expiry ON api_tokens (expires_at);

ALTER TABLE api_tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_tokens FORCE ROW LEVEL SECURITY;
CREATE POLICY api_tokens_tenant ON api_tokens TO stoa_app USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant());
GRANT SELECT, INSERT, DELETE ON api_tokens TO stoa_app;
CREATE POLICY api_tokens_system ON api_tokens TO stoa_system USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE (last_used_at), DELETE ON api_tokens TO stoa_system;

-- @internal
CREATE TABLE a (tenant_id uuid NOT NULL, id uuid NOT NULL, PRIMARY KEY (tenant_id, id)); -- @audit

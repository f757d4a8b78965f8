-- @internal
CREATE TABLE boxes (tenant_id uuid NOT NULL, id uuid NOT NULL UNIQUE, code int, PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, code));  -- prose
-- @internal
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id), id uuid NOT NULL,
  a uuid REFERENCES boxes (id),
  b uuid, c text, d uuid, e uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, b) REFERENCES boxes (tenant_id, id) ON DELETE SET NULL,
  FOREIGN KEY (tenant_id, c) REFERENCES boxes (tenant_id, code),
  FOREIGN KEY (tenant_id, d) REFERENCES boxes (tenant_id, tenant_id),
  FOREIGN KEY (tenant_id, d, e) REFERENCES boxes (tenant_id, id),
  FOREIGN KEY (d, tenant_id) REFERENCES boxes (tenant_id, id)
);

-- @resource
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  user_id uuid NOT NULL,  -- @owner @readonly @default(me)
  starts timestamptz NOT NULL,  -- @default(now)
  day date,  -- @default("2026-01-01")
  count integer DEFAULT 1,  -- @default(-2)
  loud boolean,  -- @default(true)
  word text,  -- @default("hello")
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id)
);

-- @resource @allow(read: owner or admin and status = 'live' or public,
--   create: role.owner,
--   update: `not(status in ('draft') and score >= -1) or user_id = :me`,
--   delete: "owner and score is not null")
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  user_id uuid NOT NULL,  -- @owner @default(me)
  status text NOT NULL CHECK (status IN ('draft', 'live')),
  score integer,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id)
);

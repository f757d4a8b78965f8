-- Rows that are called as the people they point to, and that others point to by another column than their id.

-- @resource(ops: [list, get, update, delete]) @search([user_id])
CREATE TABLE seats (
  tenant_id  uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  user_id    uuid NOT NULL,  -- @label @readonly @options(label: "{user_id.name} <{user_id.email}>")
  place      text NOT NULL,
  id         uuid NOT NULL DEFAULT gen_random_uuid(),
  PRIMARY KEY (tenant_id, user_id),
  UNIQUE (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE CASCADE
);

-- @resource
CREATE TABLE lamps (
  tenant_id  uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id         uuid NOT NULL,
  name       text NOT NULL,
  user_id    uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES seats (tenant_id, user_id) ON DELETE CASCADE
);
CREATE INDEX ON lamps (tenant_id, user_id, id);

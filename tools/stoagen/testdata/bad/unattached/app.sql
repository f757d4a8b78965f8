/* @label */
CREATE TABLE a (
  tenant_id uuid NOT NULL, id uuid NOT NULL, x text
    -- @trim
    NOT NULL,
  PRIMARY KEY (tenant_id, id)
  -- @label
);  -- @audit
-- @resource

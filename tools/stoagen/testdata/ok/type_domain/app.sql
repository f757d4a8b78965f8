-- @email @lower @trim @pii @placeholder("name@example.com") @was(mail)
CREATE DOMAIN address AS text CHECK (char_length(VALUE) <= 254);
-- @format(usd)
CREATE DOMAIN amount AS bigint DEFAULT 0 CHECK (VALUE >= 0);
-- @enum(hot: "Hot!") @was(heat)
CREATE TYPE warmth AS ENUM ('hot', 'cold');
-- @resource
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  contact address NOT NULL,
  other address,  -- @placeholder("another")
  price amount NOT NULL,
  warmth warmth,
  PRIMARY KEY (tenant_id, id)
);

-- @resource
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL,  -- @label @placeholder("A short name") @group("Basics") @example("Anvil")
  tags text[],  -- @placeholder("heavy, black")
  weight numeric(8, 2),  -- @format(usd) @placeholder("0.00") @example(12.5)
  price integer,  -- @caption("Price, each")
  extra text,  -- @was(more)
  PRIMARY KEY (tenant_id, id)
);

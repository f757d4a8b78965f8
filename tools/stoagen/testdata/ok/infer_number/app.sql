-- @resource
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a integer CHECK (a BETWEEN 0 AND 100),
  b integer CHECK (b > 0 AND 10 > b),
  c bigint CHECK (c >= -5),
  d numeric(6, 2) CHECK (d > 0),
  e numeric(4),
  f numeric,
  g double precision CHECK (g < 1.5),
  h numeric(3, 3),
  i date CHECK (i >= '2020-01-01'),
  j integer CHECK (j > 0) CHECK (j > 10) CHECK (j <= 20) CHECK (j <= 30),
  k smallint CHECK (k = 5 OR k = 7),
  PRIMARY KEY (tenant_id, id)
);

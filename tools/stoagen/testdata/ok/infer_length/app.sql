-- Words without spaces.
CREATE DOMAIN word AS text NOT NULL CHECK (char_length(VALUE) BETWEEN 2 AND 30) CHECK (VALUE = lower(VALUE));
COMMENT ON DOMAIN word IS 'One word in small letters.';
-- @resource
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text CHECK (char_length(a) BETWEEN 1 AND 200),
  b varchar(40) NOT NULL CHECK (length(b) >= 3),
  c text CHECK (80 > character_length(c)) CONSTRAINT tighter CHECK (length(c) < 60),
  d text CHECK (octet_length(d) <= 4 * 1024),
  e text CHECK (e <> ''),
  f text CHECK (f IS NULL OR char_length(f) = 2),
  g text CHECK (char_length(btrim(g)) BETWEEN 1 AND 50),
  h text CHECK (btrim(h) <> '' AND h = btrim(h)),
  i word,
  j word CHECK (char_length(j) <= 20),
  k text[] CHECK (cardinality(k) BETWEEN 1 AND 5),
  l text[] CHECK (array_length(l, 1) <= 5),
  m text CHECK (char_length(m) <= 10 AND m <> 'admin'),
  PRIMARY KEY (tenant_id, id)
);

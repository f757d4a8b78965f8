CREATE TYPE mood AS ENUM ('good', 'bad');
-- @resource
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text,  -- @widget(text)
  b text CHECK (char_length(b) < 50),  -- @widget(textarea)
  c text,  -- @widget(markdown)
  d text,  -- @widget(email)
  e text,  -- @widget(url)
  f text,  -- @widget(tel)
  g integer,  -- @widget(number)
  h integer CHECK (h BETWEEN 1 AND 5),  -- @widget(slider)
  i boolean NOT NULL DEFAULT true,  -- @widget(switch)
  j mood,  -- @widget(select)
  k text CHECK (k IN ('1', '2', '3', '4', '5')),  -- @widget(radio)
  l text[],  -- @widget(tags)
  m jsonb,  -- @widget(json)
  n text,  -- @widget(color)
  o date,  -- @widget(date)
  p timestamptz,  -- @widget(datetime)
  q time,  -- @widget(time)
  r uuid REFERENCES users (id),  -- @widget(relation)
  PRIMARY KEY (tenant_id, id)
);

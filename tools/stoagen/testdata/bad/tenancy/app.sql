CREATE TABLE a (id uuid PRIMARY KEY);
CREATE TABLE b (tenant_id uuid, id uuid, PRIMARY KEY (id));
CREATE TABLE c (tenant_id text NOT NULL, id uuid, PRIMARY KEY (id));
CREATE TABLE d (tenant_id uuid NOT NULL, id uuid, PRIMARY KEY (id));
CREATE TABLE e (
  tenant_id uuid NOT NULL,  -- @list @label
  id uuid NOT NULL, PRIMARY KEY (tenant_id, id)
);
-- @global
CREATE TABLE f (x int);
-- @resource @global
CREATE TABLE g (id uuid PRIMARY KEY);
-- @resource @internal
CREATE TABLE h (tenant_id uuid NOT NULL, a text NOT NULL, b text NOT NULL, PRIMARY KEY (tenant_id, a, b));
-- @global @realtime
CREATE TABLE i (a int, b int, PRIMARY KEY (a, b));
-- @form(layout: [[tenant_id]]) @list(columns: [tenant_id]) @resource
CREATE TABLE j (tenant_id uuid NOT NULL, id uuid NOT NULL, PRIMARY KEY (tenant_id, id));

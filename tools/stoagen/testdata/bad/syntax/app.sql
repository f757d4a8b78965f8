CREATE TABLE a (tenant_id uuid NOT NULL,, id uuid);
-- @resourse
CREATE TABL b (id uuid);
CREATE TYPE fine AS ENUM ('x');  -- @enum(y: "Y")
CREATE INDEX ON ;
-- @nothing

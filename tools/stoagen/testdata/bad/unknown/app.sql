-- @resorce @list(colums: [name], sort: [-crated_at], count: most) @detail(panels: [child])
-- @resource(labl: "x", icon: chst, ops: [lst], parent: bag) @search([nam]) @form(layout: [[name], [nme]])
-- @api(include: [usr]) @realtime(by: box, broadcast: [change]) @nosuchthing

CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text,  -- @widget(textara) @slug(from: titel) @format(euro) @default(today)
  body txet,
  user_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id)
);

COMMENT ON TABLE thing IS 'x';
COMMENT ON COLUMN things.nme IS 'x';
COMMENT ON TYPE things_kind IS 'x';
CREATE INDEX ON thngs (id);
CREATE INDEX ON things (nam, lower(boddy)) INCLUDE (idd) WHERE titl IS NULL;
CREATE TRIGGER t BEFORE UPDATE ON thinks FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE thongs ADD CONSTRAINT x FOREIGN KEY (a) REFERENCES users (id);
-- @internal
CREATE TABLE more (
  tenant_id uuid NOT NULL, id uuid NOT NULL, a uuid, b text CHECK (length(bb) < 3),
  PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, aa),
  FOREIGN KEY (tenant_id, a) REFERENCES member_ships (tenant_id, user_id),
  FOREIGN KEY (tenant_id, aa) REFERENCES memberships (tenant_id, user_id),
  FOREIGN KEY (tenant_id, a) REFERENCES memberships (tenant_id, usr_id)
);

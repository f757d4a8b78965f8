-- +goose Up

-- A membership gets a name of its own, for the log and for events; its key stays the pair.
ALTER TABLE memberships ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE memberships ADD CONSTRAINT memberships_tenant_id_id_key UNIQUE (tenant_id, id);

-- The log begins with the members that there are: when one is removed it is called by the last name that the log has.
ALTER TABLE audit_log NO FORCE ROW LEVEL SECURITY;
ALTER TABLE memberships NO FORCE ROW LEVEL SECURITY;
ALTER TABLE users NO FORCE ROW LEVEL SECURITY;
INSERT INTO audit_log (tenant_id, at, action, record, record_table, record_id, changes)
SELECT m.tenant_id, m.created_at, 'created', u.name, 'memberships', m.id,
       jsonb_build_object('user_id', jsonb_build_array(NULL, m.user_id), 'role', jsonb_build_array(NULL, m.role))
FROM memberships m JOIN users u ON u.id = m.user_id;
ALTER TABLE audit_log FORCE ROW LEVEL SECURITY;
ALTER TABLE memberships FORCE ROW LEVEL SECURITY;
ALTER TABLE users FORCE ROW LEVEL SECURITY;

CREATE TRIGGER memberships_audit_created AFTER INSERT ON memberships
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_change('{user_id,role}', '{}', '', 'user_id');
CREATE TRIGGER memberships_audit_updated AFTER UPDATE ON memberships
  REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_change('{user_id,role}', '{}', '', 'user_id');
CREATE TRIGGER memberships_audit_deleted AFTER DELETE ON memberships
  REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION record_change('{user_id,role}', '{}', '', 'user_id');

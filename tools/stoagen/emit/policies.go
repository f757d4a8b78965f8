package emit

import (
	"fmt"
	"slices"
	"strings"

	"stoa/tools/stoagen/model"
)

// special are the tables whose walls are not the usual ones: what each role may, and by which policy. Every other table with a
// tenant_id gets the usual policy and all rights for stoa_app; every other global one is shut for both roles.
var special = map[string]struct {
	open bool // no row-level security: public data
	sql  string
}{
	// No INSERT and no change of user_id: a tenant that made a stranger its member would see that person's name and email.
	"memberships": {sql: usualPolicy + `GRANT SELECT, UPDATE (role), DELETE ON {t} TO stoa_app;` + system},
	"invitations": {sql: usualPolicy + usualGrant + system},
	"generations": {sql: usualPolicy + usualGrant + `
CREATE POLICY {t}_system ON {t} FOR SELECT TO stoa_system USING (true);
GRANT SELECT ON {t} TO stoa_system;`},
	// A token is found by its hash before a tenant is known; only its use is written from there, and nothing widens it later.
	"api_tokens": {sql: usualPolicy + `GRANT SELECT, INSERT, DELETE ON {t} TO stoa_app;
CREATE POLICY {t}_system ON {t} TO stoa_system USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE (last_used_at), DELETE ON {t} TO stoa_system;`},
	// The jobs ask whose files wait, not what is in them.
	"imports": {sql: usualPolicy + usualGrant + `
CREATE POLICY {t}_system ON {t} FOR SELECT TO stoa_system USING (true);
GRANT SELECT (tenant_id, state, updated_at) ON {t} TO stoa_system;`},
	"knowledge_versions": {sql: usualPolicy + usualGrant + `
CREATE POLICY {t}_system ON {t} FOR SELECT TO stoa_system USING (true);
GRANT SELECT (tenant_id, status) ON {t} TO stoa_system;`},
	// Whose passages lack vectors: counts, the names of the models, and which came first.
	"knowledge_stats": {sql: usualPolicy + usualGrant + `
CREATE POLICY {t}_system ON {t} FOR SELECT TO stoa_system USING (true);
GRANT SELECT (tenant_id, passages) ON {t} TO stoa_system;`},
	"knowledge_models": {sql: usualPolicy + usualGrant + `
CREATE POLICY {t}_system ON {t} FOR SELECT TO stoa_system USING (true);
GRANT SELECT (tenant_id, id, key, vectors, live, created_at) ON {t} TO stoa_system;`},
	// A tenant sees itself and the names of its people; never a password.
	"tenants": {sql: `CREATE POLICY {t}_tenant ON {t} TO stoa_app USING (id = app_tenant()) WITH CHECK (id = app_tenant());
GRANT SELECT, UPDATE ON {t} TO stoa_app;` + system},
	"users": {sql: `CREATE POLICY {t}_tenant ON {t} FOR SELECT TO stoa_app
  USING (EXISTS (SELECT FROM memberships m WHERE m.tenant_id = app_tenant() AND m.user_id = users.id));
GRANT SELECT (id, email, name, created_at) ON {t} TO stoa_app;` + system},
	"sessions":  {sql: strings.TrimPrefix(system, "\n")},
	"throttles": {sql: strings.TrimPrefix(system, "\n")},
	// Both roles write through the triggers only, and neither chooses xid or seq: the tail relies on them.
	"events": {sql: `CREATE POLICY {t}_tenant ON {t} FOR INSERT TO stoa_app WITH CHECK (tenant_id = app_tenant() AND pg_trigger_depth() > 0);
GRANT INSERT (tenant_id, topic, op, row_id, by_ids) ON {t} TO stoa_app;
CREATE POLICY {t}_system ON {t} TO stoa_system USING (true) WITH CHECK (pg_trigger_depth() > 0);
GRANT SELECT, INSERT (tenant_id, topic, op, row_id, by_ids), DELETE ON {t} TO stoa_system;`},
	// Written by triggers only, and by nobody changed.
	"audit_log": {sql: `CREATE POLICY {t}_tenant ON {t} FOR SELECT TO stoa_app USING (tenant_id = app_tenant());
CREATE POLICY {t}_written ON {t} FOR INSERT TO stoa_app WITH CHECK (tenant_id = app_tenant() AND pg_trigger_depth() > 0);
GRANT SELECT, INSERT (tenant_id, person, person_id, action, record, record_table, record_id, changes) ON {t} TO stoa_app;
CREATE POLICY {t}_system ON {t} FOR INSERT TO stoa_system WITH CHECK (pg_trigger_depth() > 0);
GRANT INSERT (tenant_id, person, person_id, action, record, record_table, record_id, changes) ON {t} TO stoa_system;`},
	"prices": {open: true, sql: `GRANT SELECT ON {t} TO stoa_app, stoa_system;
GRANT INSERT, UPDATE ON {t} TO stoa_system;`},
}

const (
	walled = `ALTER TABLE {t} ENABLE ROW LEVEL SECURITY;
ALTER TABLE {t} FORCE ROW LEVEL SECURITY;
`
	usualPolicy = `CREATE POLICY {t}_tenant ON {t} TO stoa_app USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant());
`
	usualGrant = `GRANT SELECT, INSERT, UPDATE, DELETE ON {t} TO stoa_app;`
	system     = `
CREATE POLICY {t}_system ON {t} TO stoa_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON {t} TO stoa_system;`
)

// triggers write the event rows of a @realtime table and the log of an @audit one.
func triggers(t *model.Table) string { return eventTriggers(t) + auditTriggers(t) }

func eventTriggers(t *model.Table) string {
	if t.Realtime == nil {
		return ""
	}
	var b strings.Builder
	for _, e := range []struct{ op, event, rows string }{{"created", "INSERT", "NEW"}, {"updated", "UPDATE", "NEW"}, {"deleted", "DELETE", "OLD"}} {
		if !slices.Contains(t.Realtime.Broadcast.Value, e.op) {
			continue
		}
		before, call := "", "record_event('"+e.op+"')"
		if by := t.Realtime.By.Value; by != "" {
			call = "record_event_by('" + e.op + "', " + literal(by) + ")"
			if e.op == "updated" {
				before = "OLD TABLE AS former "
			}
		}
		fmt.Fprintf(&b, "CREATE TRIGGER %s AFTER %s ON %s\n  REFERENCING %s%s TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION %s;\n",
			ident(t.Name+"_event_"+e.op), e.event, ident(t.Name), before, e.rows, call)
	}
	return b.String()
}

// policies is the second wall of every table, and its triggers. Migrations hold the same; a test compares them.
func policies(schema *model.Schema, own func(*model.Table) bool) []byte {
	var b strings.Builder
	b.WriteString(policiesHead)
	for _, t := range schema.Tables {
		if !own(t) {
			continue
		}
		special, found := special[t.Name]
		text := walled + special.sql
		switch {
		case special.open:
			text = special.sql
		case !found && t.Tenant():
			text = walled + usualPolicy + usualGrant
		}
		b.WriteString("\n" + strings.TrimSuffix(strings.ReplaceAll(text, "{t}", ident(t.Name)), "\n") + "\n")
		b.WriteString(triggers(t))
	}
	return []byte(b.String())
}

const policiesHead = `-- The second wall of each table: row-level security, also for its owner, and the rights of the two roles; and the triggers
-- that write the events of @realtime tables and the log of @audit ones.
-- Code generated by stoagen from schema/. DO NOT EDIT. Copy what is new into the migration that makes a table.

GRANT USAGE ON SCHEMA public TO stoa_app, stoa_system;
GRANT EXECUTE ON FUNCTION app_tenant() TO stoa_app, stoa_system;
`

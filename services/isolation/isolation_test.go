package isolation_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/uuid"

	"stoa/internal/dbtest"
	"stoa/services/isolation"
)

const some = `-- name: ListWidgets :many
SELECT id FROM widgets WHERE tenant_id = @tenant_id; -- FROM prices

-- name: LeakWidgets :many
SELECT w.id FROM widgets w JOIN messages m ON true;
`

func report(t *testing.T, db *dbtest.DB, sql ...string) map[string]isolation.Table {
	t.Helper()
	for _, s := range sql {
		if _, err := db.Admin.Exec(t.Context(), s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
	files := fstest.MapFS{"some.sql": {Data: []byte(some)}, "system.sql": {Data: []byte("-- name: All :many\nSELECT id FROM tenants;\n")}}
	s, err := isolation.New(db.Doors(), files, []string{"prices"})
	if err != nil {
		t.Fatal(err)
	}
	list, err := s.Tables(t.Context(), uuid.New())
	if err != nil || len(list) < 10 {
		t.Fatalf("%d tables, %v", len(list), err)
	}
	found := map[string]isolation.Table{}
	for _, table := range list {
		found[table.Name] = table
	}
	return found
}

// The database as the migrations make it has no fault; what is counted of the queries is what they say.
func TestWhatIsThere(t *testing.T) {
	t.Parallel()
	found := report(t, dbtest.New(t))
	for name, table := range found {
		if slices.ContainsFunc(table.Wrong, func(w string) bool { return !strings.Contains(w, "LeakWidgets") }) {
			t.Errorf("%s: %q", name, table.Wrong)
		}
	}
	w := found["widgets"]
	if !w.Tenant || !w.Enabled || !w.Forced || w.Queries != 2 || w.Bound != 1 || len(w.Policies) != 1 || !strings.Contains(w.Policies[0].Using, "app_tenant()") {
		t.Errorf("widgets: %+v", w)
	}
	if len(w.Wrong) != 1 || !strings.Contains(w.Wrong[0], "LeakWidgets") {
		t.Errorf("a query without a filter: %q", w.Wrong)
	}
	if p := found["prices"]; !p.Open || p.Tenant || p.Queries != 0 {
		t.Errorf("prices: %+v", p)
	}
	if found["tenants"].System != 1 {
		t.Errorf("tenants: %+v", found["tenants"])
	}
}

// Each wall that is missing is named, with its table.
func TestWhatIsWrong(t *testing.T) {
	t.Parallel()
	found := report(t, dbtest.New(t),
		"create table leaks (tenant_id uuid not null, id uuid not null)",
		"create table unforced (tenant_id uuid not null); alter table unforced enable row level security; create policy p on unforced to stoa_app using (tenant_id = app_tenant())",
		"create table loose (tenant_id uuid not null); alter table loose enable row level security, force row level security; create policy p on loose to stoa_app using (true); create policy q on loose using (tenant_id = app_tenant())",
	)
	for name, want := range map[string][]string{
		"leaks":    {"row-level security is off", "no policy"},
		"unforced": {"does not hold for the owner"},
		"loose":    {"policy p does not bind stoa_app", "policy q holds for everybody"},
	} {
		wrong := strings.Join(found[name].Wrong, "; ")
		for _, words := range want {
			if !strings.Contains(wrong, words) {
				t.Errorf("%s: %q lacks %q", name, wrong, words)
			}
		}
		if len(found[name].Wrong) != len(want) {
			t.Errorf("%s: %q", name, wrong)
		}
	}
}

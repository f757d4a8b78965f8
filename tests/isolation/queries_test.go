// Package isolation proves that one tenant never sees or changes a byte of another: by every query, by every route.
package isolation

import (
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/internal/dbtest"
	"stoa/internal/tenant"
)

// stranger is a person without a tenant.
var stranger = uuid.New()

// free names system queries that every tenant may use, each with the reason.
var free = map[string]string{
	"ListPrices": "prices are the same for everybody",
}

func newAttack(t *testing.T) *attack {
	t.Helper()
	admin := dbtest.New(t).Admin
	x := &attack{admin: admin, tables: tables(t, admin), a: newSide(t, admin, "alpha"), b: newSide(t, admin, "beta"),
		new: func(tx db.DBTX) any { return db.New(tx) }}
	if _, err := admin.Exec(t.Context(), "insert into users (id, email, name, password_hash) values ($1, 's@example.com', 'S', 'x')", stranger); err != nil {
		t.Fatal(err)
	}
	return x
}

// methods lists the queries by reflection, so that none can be forgotten.
func methods() []string {
	var names []string
	for m := range reflect.TypeFor[*db.Queries]().Methods() {
		if m.Name != "WithTx" {
			names = append(names, m.Name)
		}
	}
	return names
}

// systemQueries reads from the files themselves which queries run without a tenant.
func systemQueries(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("../../queries/system*.sql")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?m)^-- name: (\w+) `).FindAllStringSubmatch(string(text), -1) {
			names = append(names, m[1])
		}
	}
	slices.Sort(names)
	return names
}

func TestEveryQueryHasACase(t *testing.T) {
	t.Parallel()
	system, all := systemQueries(t), methods()
	covered := 0
	for _, name := range all {
		cases, where := queryCases, "queryCases"
		if slices.Contains(system, name) {
			cases, where = systemCases, "systemCases"
		}
		if _, ok := cases[name]; !ok {
			t.Errorf("%s has no case in %s: nobody knows whether it keeps tenants apart", name, where)
			continue
		}
		covered++
	}
	for _, name := range slices.Concat(slices.Collect(maps.Keys(queryCases)), slices.Collect(maps.Keys(systemCases))) {
		if !slices.Contains(all, name) {
			t.Errorf("there is a case for %s and no such query", name)
		}
	}
	t.Logf("%d of %d queries covered, %d of them system queries", covered, len(all), len(system))
}

func TestEveryTableIsFilled(t *testing.T) {
	t.Parallel()
	x := newAttack(t)
	for _, table := range x.tables {
		var n int
		if err := x.admin.QueryRow(t.Context(), "select count(*) from "+table.name+" where "+x.b.others(table)).Scan(&n); err != nil || n == 0 {
			t.Errorf("A has %d rows in %s, %v: fill it in side_test.go", n, table.name, err)
		}
	}
}

func TestTenantQueries(t *testing.T) {
	t.Parallel()
	x := newAttack(t)
	a, b := x.a, x.b
	for _, name := range slices.Sorted(maps.Keys(queryCases)) {
		t.Run(name, func(t *testing.T) {
			args := queryCases[name]
			problem, err := x.control(t.Context(), door{tenant.RoleApp, a.tenant}, name, args(a, a.tenant))
			if err != nil || problem != "" {
				t.Fatalf("%s %v", problem, err)
			}
			problems, err := x.foreign(t.Context(), door{}, name, args(a, b.tenant), false)
			for _, p := range problems {
				t.Errorf("the filter alone: B with A's ids: %s", p)
			}
			if err != nil {
				t.Error(err)
			}
			problems, err = x.foreign(t.Context(), door{tenant.RoleApp, b.tenant}, name, args(a, a.tenant), true)
			for _, p := range problems {
				t.Errorf("row-level security alone: A's tenant_id in B's scope: %s", p)
			}
			if err != nil {
				t.Error(err)
			}
		})
	}
}

// The queries that run without a tenant are for the system role: through a tenant's door they show
// and change nothing of anybody else.
func TestSystemQueries(t *testing.T) {
	t.Parallel()
	x := newAttack(t)
	for _, name := range slices.Sorted(maps.Keys(systemCases)) {
		t.Run(name, func(t *testing.T) {
			args := systemCases[name]
			problem, err := x.control(t.Context(), door{tenant.RoleSystem, uuid.Nil}, name, args(x.a, x.a.tenant))
			if err != nil || problem != "" {
				t.Fatalf("%s %v", problem, err)
			}
			for _, as := range []uuid.UUID{x.a.tenant, x.b.tenant} {
				problems, err := x.foreign(t.Context(), door{tenant.RoleApp, x.b.tenant}, name, args(x.a, as), false)
				if reason := free[name]; reason != "" {
					t.Logf("free: %s", reason)
					continue
				}
				for _, p := range problems {
					t.Errorf("as stoa_app of B: %s", p)
				}
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
}

// Without a scope the tenant's role sees nothing at all.
func TestNoScopeNoRows(t *testing.T) {
	t.Parallel()
	x := newAttack(t)
	for _, name := range slices.Sorted(maps.Keys(queryCases)) {
		err := x.inTx(t.Context(), func(tx pgx.Tx) error {
			if _, err := tx.Exec(t.Context(), "set local role stoa_app"); err != nil {
				return err
			}
			o, err := x.call(t.Context(), tx, door{}, name, queryCases[name](x.a, x.a.tenant))
			if err == nil && !o.empty {
				t.Errorf("%s: %s", name, o.value)
			}
			return err
		})
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

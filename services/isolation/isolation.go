// Package isolation says of every table what keeps one tenant's rows from another: read from the live catalogue and from the queries.
package isolation

import (
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/google/uuid"

	"stoa/internal/tenant"
)

// Table is one table with its walls, and what is wrong with them.
type Table struct {
	Name   string
	Tenant bool // its rows belong to tenants: it has a tenant_id
	Open   bool // the schema says that it is the same for everybody

	Enabled, Forced bool // row-level security; forced holds for the owner of the table, too
	Policies        []Policy
	Queries         int // that read or write it in the scope of a tenant
	Bound           int // of those, the ones bound to @tenant_id
	System          int // that run before or beside a tenant, under policies of their own
	Wrong           []string

	unbound []string
}

// Policy is one policy as PostgreSQL holds it.
type Policy struct{ Name, Roles, Command, Using, Check string }

// Service looks.
type Service struct {
	doors   *tenant.Doors
	queries []query
	open    []string
}

// New makes a service; files are the queries, open the tables that the schema declares to be the same for everybody.
func New(doors *tenant.Doors, files fs.FS, open []string) (*Service, error) {
	queries, err := readQueries(files)
	return &Service{doors: doors, queries: queries, open: open}, err
}

// Tables reports on every table of the database, those with faults first.
func (s *Service) Tables(ctx context.Context, scope uuid.UUID) ([]Table, error) {
	tables, err := readCatalogue(ctx, s.doors.Tenant(scope))
	if err != nil {
		return nil, err
	}
	for i := range tables {
		t := &tables[i]
		t.Open = slices.Contains(s.open, t.Name)
		s.count(t)
		t.judge()
	}
	slices.SortStableFunc(tables, func(a, b Table) int {
		if (len(a.Wrong) > 0) != (len(b.Wrong) > 0) {
			return len(b.Wrong) - len(a.Wrong)
		}
		return strings.Compare(a.Name, b.Name)
	})
	return tables, nil
}

func (s *Service) count(t *Table) {
	for _, q := range s.queries {
		switch {
		case !slices.Contains(q.tables, t.Name):
		case q.system:
			t.System++
		case q.bound:
			t.Queries, t.Bound = t.Queries+1, t.Bound+1
		default:
			t.Queries++
			t.unbound = append(t.unbound, q.name)
		}
	}
}

// judge says what is wrong, in plain words.
func (t *Table) judge() {
	wrong := func(format string, args ...any) { t.Wrong = append(t.Wrong, fmt.Sprintf(format, args...)) }
	if t.Tenant && len(t.unbound) > 0 {
		wrong("these queries name it without @tenant_id: %s", strings.Join(t.unbound, ", "))
	}
	if t.Open && !t.Tenant {
		return
	}
	switch {
	case !t.Enabled:
		wrong("row-level security is off: a query without a filter shows every tenant's rows")
	case !t.Forced:
		wrong("row-level security does not hold for the owner of the table")
	}
	if len(t.Policies) == 0 {
		wrong("it has no policy")
	}
	for _, p := range t.Policies {
		switch {
		case p.Roles == "":
			wrong("policy %s holds for everybody", p.Name)
		case strings.Contains(p.Roles, tenant.RoleApp) && !p.binds():
			wrong("policy %s does not bind %s to its tenant", p.Name, tenant.RoleApp)
		}
	}
}

// binds reports whether what the policy lets through is the tenant's of the transaction.
func (p Policy) binds() bool {
	for _, expression := range []string{p.Using, p.Check} {
		if expression != "" && !strings.Contains(expression, "app_tenant()") {
			return false
		}
	}
	return p.Using != "" || p.Check != ""
}

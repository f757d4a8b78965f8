package isolation

import (
	"fmt"
	"net/http"
	"net/url"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/generated/resources"
	"stoa/internal/resource"
)

// importOf names the rows of a side that are files for a table, in a state.
func importOf(table, state string) string { return "import " + state + " " + table }

// imports are files that the owner has sent: for every table one that was checked, and for widgets one in each other state.
func (s *side) imports(tx pgx.Tx) error {
	for _, r := range resources.All() {
		if !r.Ops.Import {
			continue
		}
		states := []string{"checked"}
		if r.Table == "widgets" {
			states = append(states, "loading", "checking")
		}
		for _, state := range states {
			if err := s.importFile(tx, r, state); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *side) importFile(tx pgx.Tx, r resource.Resource, state string) error {
	id := uuid.Must(uuid.NewV7())
	s.of[importOf(r.Table, state)] = rows{row: id}
	names := required(r)
	err := run(tx, `insert into imports (tenant_id, id, user_id, resource, filename, encoding, separator, header, mapping, state, total, good, bad)
		values ($1, $2, $3, $4, $5, 'UTF-8', ',', $6, $6, $7, 2, 1, 1)`, s.tenant, id, s.owner, r.Table, s.mark+".csv", names, state)
	if err != nil {
		return err
	}
	return run(tx, `insert into import_rows (tenant_id, import_id, n, line, cells, problems)
		values ($1, $2, 1, 2, jsonb_build_array($3::text), null), ($1, $2, 2, 3, jsonb_build_array($3::text), jsonb_build_object('', $3::text))`, s.tenant, id, s.mark)
}

func required(r resource.Resource) (names []string) {
	for _, f := range r.Fields {
		if f.Required {
			names = append(names, f.Name)
		}
	}
	return names
}

// importRoutes are those of a table that takes files. A file is for who sent it.
func importRoutes(r resource.Resource) []route {
	base := "/" + r.Path + "/import"
	var all []route
	add := func(at, what string, owner int, form func(*side) url.Values) {
		q := route{at: at, form: form, owner: owner, member: by(r.Allow.Create, http.StatusNotFound), foreign: http.StatusNotFound, stranger: login}
		q.path = func(s *side) string { return base + "/" + s.of[importOf(r.Table, "checked")].row.String() + what }
		all = append(all, q)
	}
	add("GET "+base+"/:id", "", 200, nil)
	add("GET "+base+"/:id/problems.csv", "/problems.csv", 200, nil)
	add("POST "+base+"/:id", "", 303, func(*side) url.Values {
		form := url.Values{}
		for i, name := range required(r) {
			form.Set(fmt.Sprintf("column.%d", i), name)
		}
		return form
	})
	add("POST "+base+"/:id/start", "/start", 303, fixed())
	add("POST "+base+"/:id/cancel", "/cancel", 303, fixed())
	return append(all,
		route{at: "GET " + base, owner: 200, member: by(r.Allow.Create, 200), foreign: 200, stranger: login},
		route{at: "POST " + base, form: fixed(), owner: 422, member: by(r.Allow.Create, 422), foreign: 422, stranger: login}, // no file
	)
}

// importCases has the queries of imports.
var importCases = func() map[string]arguments {
	in := func(state string) func(*side) uuid.UUID {
		return func(s *side) uuid.UUID { return s.of[importOf("widgets", state)].row }
	}
	checked, loading, checking := in("checked"), in("loading"), in("checking")
	return map[string]arguments{
		"InsertImport": func(s *side, t uuid.UUID) any {
			return db.InsertImportParams{TenantID: t, ID: uuid.New(), UserID: s.owner, Resource: "widgets", Header: []string{"name"}}
		},
		"InsertImportRows": func(s *side, t uuid.UUID) any {
			return db.InsertImportRowsParams{TenantID: t, ImportID: loading(s), N: []int32{9}, Line: []int32{9}, Cells: []string{"[]"}}
		},
		"ListImports": func(s *side, t uuid.UUID) any {
			return db.ListImportsParams{TenantID: t, UserID: s.owner, Resource: "widgets", Most: 9}
		},
		"GetImport": func(s *side, t uuid.UUID) any {
			return db.GetImportParams{TenantID: t, ID: checked(s), UserID: s.owner, Resource: "widgets"}
		},
		"NextImport": func(_ *side, t uuid.UUID) any { return db.NextImportParams{TenantID: t} },
		"LockImport": func(s *side, t uuid.UUID) any {
			return db.LockImportParams{TenantID: t, ID: checking(s), State: "checking"}
		},
		"ImportLoaded": func(s *side, t uuid.UUID) any { return db.ImportLoadedParams{TenantID: t, ID: loading(s)} },
		"CheckImport": func(s *side, t uuid.UUID) any {
			return db.CheckImportParams{TenantID: t, ID: checked(s), Mapping: []string{"name"}}
		},
		"StartImport": func(s *side, t uuid.UUID) any { return db.StartImportParams{TenantID: t, ID: checked(s)} },
		"AdvanceImport": func(s *side, t uuid.UUID) any {
			return db.AdvanceImportParams{TenantID: t, ID: checking(s), Position: 1}
		},
		"NoteImport": func(s *side, t uuid.UUID) any { return db.NoteImportParams{TenantID: t, ID: checking(s), Message: "x"} },
		"EndImport": func(s *side, t uuid.UUID) any {
			return db.EndImportParams{TenantID: t, ID: checking(s), State: "cancelled"}
		},
		"ImportSample": func(s *side, t uuid.UUID) any { return db.ImportSampleParams{TenantID: t, ImportID: checked(s)} },
		"ImportRows":   func(s *side, t uuid.UUID) any { return db.ImportRowsParams{TenantID: t, ImportID: checked(s), Most: 9} },
		"BadImportRows": func(s *side, t uuid.UUID) any {
			return db.BadImportRowsParams{TenantID: t, ImportID: checked(s), Most: 9}
		},
		"SetImportProblems": func(s *side, t uuid.UUID) any {
			return db.SetImportProblemsParams{TenantID: t, ImportID: checked(s), N: []int32{1}, Problems: []string{`{"": "x"}`}}
		},
		"ClearImportProblems": func(s *side, t uuid.UUID) any {
			return db.ClearImportProblemsParams{TenantID: t, ImportID: checked(s)}
		},
		"DropImportRows": func(s *side, t uuid.UUID) any {
			return db.DropImportRowsParams{TenantID: t, ImportID: checked(s), AllRows: true}
		},
		"DeleteOldImports": func(_ *side, t uuid.UUID) any { return db.DeleteOldImportsParams{TenantID: t, Old: tomorrow()} },
	}
}()

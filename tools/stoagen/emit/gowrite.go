package emit

import (
	"fmt"
	"strings"
)

// argument is the Go value of a column's parameter, from the values of a form.
func argument(f field, nullable bool) string {
	from := fmt.Sprintf("(v, %q)", f.Name)
	switch {
	case f.kind == "JSON":
		return "resource.As[json.RawMessage]" + from
	case f.kind == "Tags" && nullable:
		return "resource.As[[]string]" + from
	case f.kind == "Tags":
		return "resource.List" + from
	case nullable:
		return "resource.Maybe[" + f.goType() + "]" + from
	}
	return "resource.As[" + f.goType() + "]" + from
}

func (t *table) writeFuncs(b *strings.Builder) {
	if t.has("create") {
		t.createFunc(b)
	}
	if t.has("update") {
		t.updateFunc(b)
	}
	if t.has("delete") && len(t.children()) > 0 {
		t.touchFunc(b)
	}
	if t.Facts.Retention.Days.Known() {
		t.expireFunc(b)
	}
}

func (t *table) createFunc(b *strings.Builder) {
	parts := append([]string{"TenantID: s.Tenant", "ID: id"}, asker(t.createQuery().text, "s")...)
	columns, values := t.created()
	for i, f := range columns {
		if values[i] != "@me::uuid" && values[i] != f.now() {
			parts = append(parts, goName(f.Name)+": "+argument(f, strings.Contains(values[i], "sqlc.narg")))
		}
	}
	fmt.Fprintf(b, "func create%s(\nctx context.Context, d resource.DBTX, s resource.Scope, id uuid.UUID, v resource.Values,\n) error {\n", t.one)
	call := fmt.Sprintf("db.New(d).Create%s(ctx, db.Create%sParams{\n%s,\n})", t.one, t.one, pack("\t\t", parts))
	if t.create.cond == "" {
		fmt.Fprintf(b, "return %s\n}\n\n", call)
		return
	}
	fmt.Fprintf(b, "err := %s\nif err != nil {\nreturn err\n}\n", call)
	fmt.Fprintf(b, "return resource.Permit(%s)\n}\n\n", t.mayCall("Make", t.create.cond))
}

func (t *table) updateFunc(b *strings.Builder) {
	parts := append([]string{"TenantID: s.Tenant", "ID: id", "Revision: revision"}, asker(t.updateQuery().text, "s")...)
	for _, f := range t.updated() {
		parts = append(parts, goName(f.Name)+": "+argument(f, !f.NotNull || f.Field.Hidden.Value || f.kind == "Secret" || f.writes.sql != ""))
		if f.kind == "Secret" {
			parts = append(parts, fmt.Sprintf("%s: v[%q] == nil", goName(f.Name+"_kept"), f.Name))
		}
	}
	fmt.Fprintf(b, "func update%s(\nctx context.Context, d resource.DBTX, s resource.Scope, id uuid.UUID, revision string, v resource.Values,\n) (int64, error) {\n", t.one)
	if moved := t.moved(); moved != "" {
		key := t.Column(t.Resource.ParentKey.Column())
		to := goName(key.Name) + ": " + argument(newField(key), !key.NotNull)
		fmt.Fprintf(b, "if err := resource.Permit(%s); err != nil {\nreturn 0, err\n}\n", t.mayCall("Move", moved, to))
	}
	fmt.Fprintf(b, "return db.New(d).Update%s(ctx, db.Update%sParams{\n%s,\n})\n}\n\n", t.one, t.one, pack("\t\t", parts))
}

// mayCall runs a query of mayQuery.
func (t *table) mayCall(verb, cond string, more ...string) string {
	parts := append([]string{"TenantID: s.Tenant", "ID: id"}, asker(cond, "s")...)
	parts = append(parts, more...)
	return fmt.Sprintf("db.New(d).May%s%s(ctx, db.May%s%sParams{\n%s,\n})", verb, t.one, verb, t.one, pack("\t\t", parts))
}

func (t *table) touchFunc(b *strings.Builder) {
	fmt.Fprintf(b, "func touch%s(\nctx context.Context, d resource.DBTX, s resource.Scope, ids []uuid.UUID,\n) ([]resource.Touched, error) {\n", t.many)
	fmt.Fprintf(b, "n, err := db.New(d).Count%sChildren(ctx, db.Count%sChildrenParams{\nTenantID: s.Tenant, Ids: ids,\n})\n", t.one, t.one)
	var parts []string
	for _, k := range t.children() {
		count := "n." + goName(k.Table.Name)
		if len(t.children()) == 1 {
			count = "n"
		}
		parts = append(parts, fmt.Sprintf("{Plural: %q, Count: %s}", many(k.Table), count))
	}
	fmt.Fprintf(b, "return []resource.Touched{\n%s,\n}, err\n}\n\n", pack("\t\t", parts))
}

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
}

func (t *table) createFunc(b *strings.Builder) {
	parts := []string{"TenantID: s.Tenant", "ID: id"}
	me := false
	columns, values := t.created()
	for i, f := range columns {
		if strings.Contains(values[i], "@me::uuid") && !me {
			parts, me = append(parts, "Me: s.User"), true
		}
		if values[i] != "@me::uuid" && values[i] != f.now() {
			parts = append(parts, goName(f.Name)+": "+argument(f, strings.Contains(values[i], "sqlc.narg")))
		}
	}
	fmt.Fprintf(b, "func create%s(\nctx context.Context, d resource.DBTX, s resource.Scope, id uuid.UUID, v resource.Values,\n) error {\n", t.one)
	fmt.Fprintf(b, "return db.New(d).Create%s(ctx, db.Create%sParams{\n%s,\n})\n}\n\n", t.one, t.one, pack("\t\t", parts))
}

func (t *table) updateFunc(b *strings.Builder) {
	parts := append([]string{"TenantID: s.Tenant", "ID: id", "Revision: revision"}, asker(t.update, "s")...)
	for _, f := range t.updated() {
		parts = append(parts, goName(f.Name)+": "+argument(f, !f.NotNull || f.Field.Hidden.Value))
	}
	fmt.Fprintf(b, "func update%s(\nctx context.Context, d resource.DBTX, s resource.Scope, id uuid.UUID, revision string, v resource.Values,\n) (int64, error) {\n", t.one)
	fmt.Fprintf(b, "return db.New(d).Update%s(ctx, db.Update%sParams{\n%s,\n})\n}\n\n", t.one, t.one, pack("\t\t", parts))
}

func (t *table) touchFunc(b *strings.Builder) {
	fmt.Fprintf(b, "func touch%s(\nctx context.Context, d resource.DBTX, s resource.Scope, ids []uuid.UUID,\n) ([]resource.Touched, error) {\n", t.many)
	fmt.Fprintf(b, "n, err := db.New(d).Count%sChildren(ctx, db.Count%sChildrenParams{TenantID: s.Tenant, Ids: ids})\n", t.one, t.one)
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

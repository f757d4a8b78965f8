package emit

import (
	"fmt"
	"strings"
)

// store names the functions that run the queries.
func (t *table) store(b *strings.Builder) {
	many, one := t.many, t.one
	parts := []string{"List: list" + many}
	if t.counted() {
		parts = append(parts, "Count: count"+many)
	}
	parts = append(parts, "Get: get"+one)
	if t.has("create") {
		parts = append(parts, "Create: create"+one)
	}
	if t.has("update") {
		parts = append(parts, "Update: update"+one)
	}
	if t.has("delete") {
		run := "by" + upper0(askerKind(t.within(t.remove))) + "IDs"
		parts = append(parts, fmt.Sprintf("Delete: %s((*db.Queries).Delete%s)", run, many))
		if t.deleted != "" {
			parts = append(parts, fmt.Sprintf("Restore: %s((*db.Queries).Restore%s)", run, many), fmt.Sprintf("Purge: %s((*db.Queries).Purge%s)", run, many))
		}
	}
	if t.Facts.Retention.Days.Known() {
		parts = append(parts, "Expire: expire"+many)
	}
	parts = append(parts, fmt.Sprintf("Options: %s((*db.Queries).%sOptions, option[db.%sOptionsRow])", offer(t.read.cond), one, one))
	if t.has("delete") && len(t.children()) > 0 {
		parts = append(parts, "Touches: touch"+many)
	}
	b.WriteString("Store: resource.Store{\n" + pack("\t\t\t", parts) + ",\n},\n")
}

// rowFunc turns what sqlc scanned into what the engine takes.
func (t *table) rowFunc(b *strings.Builder) {
	fmt.Fprintf(b, "func %sRow(r db.%s) resource.Row {\n", lowerName(singular(t.Name)), t.record())
	for _, f := range t.fields {
		if f.sees.mark != "" { // not in the typed row either
			name := "r." + goName(f.Name)
			fmt.Fprintf(b, "%s = resource.Seen(r.May%s, %s)\n", name, goName(f.sees.mark), name)
		}
	}
	parts := []string{"ID: r.ID", "Revision: r.Revision", "Record: r"}
	if t.deleted != "" {
		parts = append(parts, "Deleted: r."+goName(t.deleted))
	}
	fmt.Fprintf(b, "return resource.Row{\n%s,\n", pack("\t\t", parts))
	var may []string
	for _, m := range t.marks {
		may = append(may, quote(m.name)+": r.May"+goName(m.name))
	}
	block(b, "May: map[string]bool{", may)
	var values []string
	for _, f := range t.fields {
		value := f.value()
		if f.sees.mark != "" {
			value = fmt.Sprintf("resource.Shown(r.May%s, %s)", goName(f.sees.mark), value)
		}
		values = append(values, quote(f.Name)+": "+value)
	}
	fmt.Fprintf(b, "Values: resource.Values{\n%s,\n},\n", pack("\t\t\t", values))
	var labels []string
	for _, f := range t.relations() {
		labels = append(labels, quote(f.Name)+": r."+goName(f.Name+"_label"))
	}
	block(b, "Labels: map[string]string{", labels)
	b.WriteString("}\n}\n\n")
}

// narrowed are the arguments that a list and its count share.
func (t *table) narrowed(sql string) []string {
	parts := append([]string{"TenantID: q.Tenant"}, asker(sql, "q")...)
	if t.deleted != "" {
		parts = append(parts, "Trash: q.Trash")
	}
	switch {
	case t.words():
		parts = append(parts, "Search: resource.Words(q.Search)")
	case len(t.searched()) > 0:
		parts = append(parts, "Search: resource.Like(q.Search)")
	}
	for _, f := range t.filters {
		switch {
		case f.ranged():
			for _, end := range []string{"from", "to"} {
				parts = append(parts, fmt.Sprintf("%s: resource.Maybe[%s](q.Filters, %q)", goName(f.Name+"_"+end), f.goType(), f.Name+"."+end))
			}
		case f.kind == "Tags":
			parts = append(parts, fmt.Sprintf("%s: resource.As[[]string](q.Filters, %q)", goName(f.Name), f.Name))
		default:
			parts = append(parts, fmt.Sprintf("%s: resource.Maybe[%s](q.Filters, %q)", goName(f.Name), f.goType(), f.Name))
		}
	}
	return parts
}

func (t *table) readFuncs(b *strings.Builder) {
	row := lowerName(singular(t.Name)) + "Row"
	parts := t.narrowed(t.listQuery().text)
	if len(t.Resource.Scopes) > 0 {
		parts = append(parts, "Tab: q.Tab")
	}
	parts = append(parts, "Ids: q.IDs", "SortKey: q.Sort.Key()", "AfterID: q.AfterID()")
	for _, f := range t.sortKeys() {
		parts = append(parts, fmt.Sprintf("%s: resource.After[%s](q, %q)", goName("after_"+f.Name), f.goType(), f.Name))
	}
	parts = append(parts, "PageSize: int32(q.Limit)")
	fmt.Fprintf(b, "func list%s(ctx context.Context, d resource.DBTX, q resource.Query) ([]resource.Row, error) {\n", t.many)
	fmt.Fprintf(b, "rows, err := db.New(d).List%s(ctx, db.List%sParams{\n%s,\n})\nreturn resource.Map(rows, %s), err\n}\n\n", t.many, t.many, pack("\t\t", parts), row)
	if t.counted() {
		t.countFunc(b)
	}
	get := append([]string{"TenantID: s.Tenant", "ID: id"}, asker(t.getQuery().text, "s")...)
	fmt.Fprintf(b, "func get%s(\nctx context.Context, d resource.DBTX, s resource.Scope, id uuid.UUID,\n) (resource.Row, error) {\n", t.one)
	fmt.Fprintf(b, "p := db.Get%sParams{%s}\nrow, err := db.New(d).Get%s(ctx, p)\n", t.one, strings.Join(get, ", "), t.one)
	fmt.Fprintf(b, "return %s(db.%s(row)), err\n}\n\n", row, t.record())
}

func (t *table) countFunc(b *strings.Builder) {
	parts := append(t.narrowed(t.countQuery().text), "Most: int32(most)")
	fmt.Fprintf(b, "func count%s(\nctx context.Context, d resource.DBTX, q resource.Query, most int,\n) (resource.Counts, error) {\n", t.many)
	fmt.Fprintf(b, "n, err := db.New(d).Count%s(ctx, db.Count%sParams{\n%s,\n})\n", t.many, t.many, pack("\t\t", parts))
	var tabs []string
	for _, s := range t.Resource.Scopes {
		tabs = append(tabs, fmt.Sprintf("%q: int(n.%s)", s.Name, goName("tab_"+strings.ReplaceAll(s.Name, "-", "_"))))
	}
	if len(tabs) == 0 {
		b.WriteString("return resource.Counts{Total: int(n)}, err\n}\n\n")
		return
	}
	block(b, "tabs := map[string]int{", tabs)
	b.WriteString("return resource.Counts{Total: int(n.Total), Tabs: tabs}, err\n}\n\n")
}

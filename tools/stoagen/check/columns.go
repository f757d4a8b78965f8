package check

import (
	"slices"
	"strings"

	"stoa/tools/stoagen/annotation"
	"stoa/tools/stoagen/infer"
	"stoa/tools/stoagen/model"
)

// column checks the annotations of a column against its type and against each other.
func (c *checker) column(t *model.Table, column *model.Column) {
	if column.Name == model.TenantColumn {
		return // takes none
	}
	for _, a := range c.notes[column] {
		c.needs(a, t)
		c.references(a, t, column)
		c.fits(a, column.Type, column)
		c.conflicts(a, column)
		c.indexed(a, t, column)
		c.idle(a, t, column)
	}
	was := column.Field.Was
	if was.Known() && t.Column(was.Value) != nil {
		c.problems.Add(was.Why.Pos, "column %s was %s, which is still there", column.Name, was.Value)
	}
	c.reachable(t, column)
	c.narrowed(t, column)
	c.encrypted(column)
}

// encrypted refuses rules of the database about a @secret: they would be about what it was encrypted to.
func (c *checker) encrypted(column *model.Column) {
	secret := column.Field.Secret
	if !secret.Value {
		return
	}
	if len(column.Checks) > 0 || column.Type.Length > 0 {
		c.problems.Add(secret.Why.Pos, "@secret on column %s: the database holds it encrypted, and longer; leave CHECK and length away and say @pattern", column.Name)
	}
	if len(column.Uniques) > 0 {
		c.problems.Add(secret.Why.Pos, "@secret on column %s: the same text is encrypted to another each time, so that UNIQUE holds of nothing", column.Name)
	}
}

// narrowed refuses @allow(read:) on a column that shows elsewhere: where everybody who sees the row would see it.
func (c *checker) narrowed(t *model.Table, column *model.Column) {
	read := column.Field.Read
	if !read.Known() || t.Resource == nil {
		return
	}
	tell := func(where string) {
		c.problems.Add(read.Why.Pos, "@allow(read:) on column %s keeps nothing: it shows %s", column.Name, where)
	}
	if t.Label == column || strings.Contains(t.Resource.Title.Value, "{"+column.Name) {
		tell("in the row's name")
	}
	for _, scope := range t.Resource.Scopes {
		scope.Where.Walk(func(e *annotation.Expr) {
			if e.Column == column.Name {
				tell("in the tab " + scope.Name)
			}
		})
	}
	for _, k := range t.Referrers {
		for _, name := range k.Columns {
			if from := k.Table.Column(name); from != nil && strings.Contains(from.Field.OptionLabel.Value, "{"+column.Name+"}") {
				tell("in the options of " + k.Table.Name + "." + name)
			}
		}
	}
}

// excludes lists annotations that say opposite things, or of which the second says nothing beside the first.
var excludes = map[string][]string{
	"hidden": {"list", "sort", "filter", "search", "label", "readonly", "immutable", "secret", "widget", "placeholder",
		"group", "options", "show", "format", "email", "url", "example"},
	"secret": {"label", "list", "sort", "filter", "search", "readonly", "format", "example", "options"},
	"email":  {"url"},
	"slug":   {"email", "url"},
}

func (c *checker) conflicts(a *annotation.Annotation, column *model.Column) {
	for _, other := range c.notes[column] {
		if slices.Contains(excludes[a.Name], other.Name) {
			c.problems.Add(other.Pos, "@%s on column %s does nothing beside @%s", other.Name, column.Name, a.Name)
		}
	}
}

// indexed demands an index for what lists are sorted or filtered by, and prints it.
func (c *checker) indexed(a *annotation.Annotation, t *model.Table, column *model.Column) {
	if a.Name != "sort" && a.Name != "filter" {
		return
	}
	if !sortable(column.Type) {
		c.problems.Add(a.Pos, "lists cannot be sorted or filtered by %s, column %s", column.Type.SQL, column.Name)
		return
	}
	c.demandIndex(a, t, column)
}

func (c *checker) demandIndex(a *annotation.Annotation, t *model.Table, column *model.Column) {
	if !t.Tenant() || t.Key == nil || infer.PagingIndex(t, column) != "" {
		return
	}
	where := ""
	if t.Facts.SoftDelete.Known() {
		where = " WHERE " + t.Facts.SoftDelete.Value + " IS NULL"
	}
	c.problems.Add(a.Pos, "@%s by %s needs an index: CREATE INDEX ON %s (tenant_id, %s, %s)%s;", a.Name, column.Name, t.Name, column.Name, t.Key.Name, where)
}

func sortable(t model.Type) bool {
	switch t.Base {
	case model.JSON, model.Bytes, model.Vector, model.Search, model.Opaque:
		return false
	}
	return !t.Array
}

// formOnly are the annotations that do nothing for a column without a field.
var formOnly = []string{"widget", "placeholder", "group", "show", "slug", "immutable", "trim", "lower", "pattern"}

func (c *checker) idle(a *annotation.Annotation, t *model.Table, column *model.Column) {
	in := column.Field.InForm
	hidden := c.notes.Find(column, "hidden") != nil // said by conflicts
	if slices.Contains(formOnly, a.Name) && !in.Value && in.Known() && !hidden {
		c.problems.Add(a.Pos, "@%s does nothing: column %s is in no form (%s)", a.Name, column.Name, in.Why)
	}
	for _, param := range []string{"where", "limit"} { // a label is shown all the same
		if v, ok := a.Get(param); ok && a.Name == "options" && !in.Value && in.Known() && !hidden {
			c.problems.Add(v.Pos, "@options(%s:) does nothing: column %s is in no form (%s)", param, column.Name, in.Why)
		}
	}
	if v, ok := a.Get("value"); ok && a.Name == "default" && v.Lit.Kind != "" && !in.Value && in.Known() && t.Resource != nil {
		c.problems.Add(a.Pos, "@default fills the field of a form, and column %s is in none (%s): write DEFAULT", column.Name, in.Why)
	}
}

// reachable refuses a column that nothing fills in, so that no row could be made.
func (c *checker) reachable(t *model.Table, column *model.Column) {
	f := column.Field
	by := f.DefaultBy.Value
	filled := f.InForm.Value || column.Default != "" || column.Generated != "" || column.Key() || by == "me" || by == "now" || by == "value"
	if t.Resource == nil || !t.Resource.Has("create") || !column.NotNull || filled {
		return
	}
	for _, step := range []string{"before_create", "normalise"} {
		if slices.Contains(t.Resource.Hooks.Value, step) {
			return
		}
	}
	c.problems.Add(column.Pos, "no row can be made: column %s is NOT NULL without DEFAULT and in no form (%s); "+
		"give it a DEFAULT or @default, or set it in @hook(before_create)", column.Name, f.InForm.Why)
}

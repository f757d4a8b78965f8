package check

import (
	"slices"
	"strings"

	"stoa/tools/stoagen/annotation"
	"stoa/tools/stoagen/diag"
	"stoa/tools/stoagen/model"
)

// references checks that what an annotation names is there. The column is the one that it stands on, or nil.
func (c *checker) references(a *annotation.Annotation, t *model.Table, column *model.Column) {
	for _, arg := range a.Args {
		c.reference(arg.Value, arg.Param.Kind, t, column)
	}
}

func (c *checker) reference(v annotation.Value, kind annotation.Kind, t *model.Table, column *model.Column) {
	switch kind {
	case annotation.ColumnName:
		c.columnName(v.Str, t, v.Pos)
	case annotation.Columns, annotation.Sort:
		for _, item := range v.List {
			c.columnName(item.Str, t, item.Pos)
		}
	case annotation.Layout:
		for _, row := range v.List {
			c.reference(row, annotation.Columns, t, column)
		}
	case annotation.Template:
		c.template(v, t)
	case annotation.TableName:
		c.tableName(v.Str, v.Pos)
	case annotation.Tables:
		for _, item := range v.List {
			c.tableName(item.Str, item.Pos)
		}
	case annotation.Relations:
		c.relations(v, t)
	case annotation.Allow, annotation.Row:
		c.condition(v.Expr, t)
	case annotation.RefTemplate, annotation.RefRow:
		c.ofTarget(v, kind, column)
	}
}

// ofTarget checks names of the table that a foreign key points at.
func (c *checker) ofTarget(v annotation.Value, kind annotation.Kind, column *model.Column) {
	if column == nil || column.Ref == nil {
		return // said elsewhere
	}
	if kind == annotation.RefTemplate {
		c.template(v, column.Ref.Target)
	} else {
		c.condition(v.Expr, column.Ref.Target)
	}
}

func (c *checker) columnName(name string, t *model.Table, pos diag.Pos) *model.Column {
	column := t.Column(name)
	switch {
	case column == nil:
		c.problems.Add(pos, "table %s has no column %s%s", t.Name, name, diag.Hint(name, t.ColumnNames()))
	case name == model.TenantColumn:
		c.problems.Add(pos, "tenant_id is never in a form, a page or a payload")
	case c.notes.Find(column, "hidden") != nil:
		c.problems.Add(pos, "column %s is @hidden: it never leaves the server", name)
	}
	return column
}

func (c *checker) tableName(name string, pos diag.Pos) {
	if c.schema.Table(name) == nil {
		c.problems.Add(pos, "there is no table %s%s", name, diag.Hint(name, c.schema.TableNames()))
	}
}

func (c *checker) template(v annotation.Value, t *model.Table) {
	for _, name := range annotation.TemplateColumns(v.Str) {
		c.path(name, t, v.Pos)
	}
}

// path checks a column, or columns with dots between of which all but the last are foreign keys.
func (c *checker) path(name string, t *model.Table, pos diag.Pos) {
	first, rest, deeper := strings.Cut(name, ".")
	column := c.columnName(first, t, pos)
	switch {
	case column == nil || !deeper:
	case column.Ref == nil:
		c.problems.Add(pos, "column %s is no foreign key that {%s} could follow", first, name)
	default:
		c.path(rest, column.Ref.Target, pos)
	}
}

// relations are the things that foreign keys name, and the resources that refer to this table.
func (c *checker) relations(v annotation.Value, t *model.Table) {
	var known []string
	for _, k := range t.ForeignKeys {
		if name := k.Relation(); name != "" && k.Column() != model.TenantColumn {
			known = append(known, name)
		}
	}
	for _, k := range t.Referrers {
		if k.Column() != "" && !slices.Contains(known, k.Table.Name) {
			known = append(known, k.Table.Name)
		}
	}
	for _, item := range v.List {
		if !slices.Contains(known, item.Str) {
			c.problems.Add(item.Pos, "table %s has no relation %s%s", t.Name, item.Str, diag.Hint(item.Str, known))
		}
	}
}

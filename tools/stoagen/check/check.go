// Package check refuses schemas that are legal SQL and wrong here: what breaks tenancy, names nothing, or does nothing.
package check

import (
	"slices"

	"stoa/tools/stoagen/annotation"
	"stoa/tools/stoagen/diag"
	"stoa/tools/stoagen/model"
)

// Check notes every problem of an inferred schema.
func Check(schema *model.Schema, notes annotation.Notes, problems *diag.List) {
	c := &checker{schema: schema, notes: notes, problems: problems}
	for _, e := range schema.Enums {
		c.enum(e)
	}
	for _, d := range schema.Domains {
		for _, a := range notes[d] {
			c.fits(a, d.Type, nil)
		}
		c.labels(d.Checks)
	}
	for _, v := range schema.Views {
		if !v.Invoker {
			problems.Add(v.Pos, "view %s would read past row-level security: write WITH (security_invoker = true)", v.Name)
		}
	}
	for _, t := range schema.Tables {
		c.table(t)
	}
	c.paths()
}

type checker struct {
	schema   *model.Schema
	notes    annotation.Notes
	problems *diag.List
}

func (c *checker) table(t *model.Table) {
	c.reservedTable(t)
	c.tenancy(t)
	c.foreignKeys(t)
	c.uniques(t)
	c.tableAnnotations(t)
	c.resource(t)
	c.buttons(t)
	c.words(t)
	c.labels(t.Checks)
	for _, column := range t.Columns {
		c.column(t, column)
	}
	c.onlyOne(t, "label")
	c.onlyOne(t, "owner")
	c.constraints(t)
}

// onlyOne refuses a second column with an annotation that a table can have once.
func (c *checker) onlyOne(t *model.Table, name string) {
	var first *model.Column
	for _, column := range t.Columns {
		switch a := c.notes.Find(column, name); {
		case a == nil:
		case first == nil:
			first = column
		default:
			c.problems.Add(a.Pos, "table %s has its @%s on column %s already", t.Name, name, first.Name)
		}
	}
}

// constraints checks the columns that @message names.
func (c *checker) constraints(t *model.Table) {
	var parts []any
	for _, x := range t.Checks {
		parts = append(parts, x)
	}
	for _, x := range t.Uniques {
		parts = append(parts, x)
	}
	for _, x := range t.ForeignKeys {
		parts = append(parts, x)
	}
	for _, x := range t.Indexes {
		parts = append(parts, x)
		if a := c.notes.Find(x, "message"); a != nil && !x.Unique {
			c.problems.Add(a.Pos, "index %s is not unique: nothing can break it", x.Name)
		}
	}
	for _, part := range parts {
		for _, a := range c.notes[part] {
			c.references(a, t, nil)
		}
	}
}

// enum checks that @enum names values of the type.
func (c *checker) enum(e *model.Enum) {
	if a := c.notes.Find(e, "enum"); a != nil {
		c.named(a, "type "+e.Name, e.Options)
	}
	if e.Was.Known() && c.schema.Enum(e.Was.Value) != nil {
		c.problems.Add(e.Pos, "type %s was %s, which is still there", e.Name, e.Was.Value)
	}
}

// labels checks that @enum stands on a CHECK that lists values, and names those.
func (c *checker) labels(checks []*model.Check) {
	for _, check := range checks {
		a := c.notes.Find(check, "enum")
		switch {
		case a == nil:
		case len(check.Labels) == 0:
			c.problems.Add(a.Pos, "CHECK %s lists no values for @enum to name", check.Name)
		default:
			c.named(a, "CHECK "+check.Name, check.Labels)
		}
	}
}

func (c *checker) named(a *annotation.Annotation, what string, options []model.Option) {
	var known []string
	for _, o := range options {
		known = append(known, o.Value)
	}
	for _, arg := range a.Args {
		if !slices.Contains(known, arg.Key) {
			c.problems.Add(arg.Pos, "%s has no value %s%s", what, arg.Key, diag.Hint(arg.Key, known))
		}
	}
}

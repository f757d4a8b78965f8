// Package explain prints what the compiler derived, and why.
package explain

import (
	"fmt"
	"io"
	"strings"

	"stoa/tools/stoagen/diag"
	"stoa/tools/stoagen/model"
)

// Explain prints the facts of a table with those of its columns, or of one column: "conversations", "conversations.title".
// The error says that there is no such thing.
func Explain(w io.Writer, schema *model.Schema, name string) error {
	tableName, columnName, one := strings.Cut(name, ".")
	t := schema.Table(tableName)
	if t == nil {
		return fmt.Errorf("there is no table %s%s", tableName, diag.Hint(tableName, schema.TableNames()))
	}
	if !one {
		table(w, t)
		return nil
	}
	c := t.Column(columnName)
	if c == nil {
		return fmt.Errorf("table %s has no column %s%s", tableName, columnName, diag.Hint(columnName, t.ColumnNames()))
	}
	column(w, c)
	return nil
}

func table(w io.Writer, t *model.Table) {
	fmt.Fprintf(w, "%s: table of plugin %s, %s\n", t.Name, t.Plugin, t.Pos.Short())
	lines(w, model.Facts(t))
	if r := t.Resource; r != nil {
		for _, s := range r.Scopes {
			line(w, model.Line{Name: "tab " + s.Name, Value: s.Where.String(), Why: s.Why})
		}
		for _, a := range r.Actions {
			line(w, model.Line{Name: "action", Value: a.Name, Why: a.Why})
		}
	}
	messages(w, t)
	for _, c := range t.Columns {
		fmt.Fprintln(w)
		column(w, c)
	}
}

// messages prints what people read when they break a constraint.
func messages(w io.Writer, t *model.Table) {
	broken := func(what string, text, field model.Fact[string]) {
		if text.Known() && field.Known() {
			what += " at " + field.Value
		}
		if text.Known() {
			line(w, model.Line{Name: "broken " + what + " says", Value: text.Value, Why: text.Why})
		}
	}
	for _, x := range t.Checks {
		broken("CHECK "+x.Name, x.Message, x.Field)
	}
	for _, x := range t.Uniques {
		broken("UNIQUE "+x.Name, x.Message, x.Field)
	}
	for _, x := range t.ForeignKeys {
		broken("foreign key "+x.Name, x.Message, x.Field)
	}
	for _, x := range t.Indexes {
		broken("UNIQUE INDEX "+x.Name, x.Message, x.Field)
	}
}

func column(w io.Writer, c *model.Column) {
	fmt.Fprintf(w, "%s.%s: %s%s, Go %s, %s\n", c.Table.Name, c.Name, c.Type.SQL, nullness(c), c.Go.Name, c.Pos.Short())
	lines(w, model.Facts(&c.Field))
	for _, check := range c.Checks {
		if !check.Whole {
			line(w, model.Line{Name: "left to the database", Value: check.SQL, Why: model.Reason{Cause: "CHECK " + check.Name, Pos: check.Pos}})
		}
	}
}

func nullness(c *model.Column) string {
	if c.NotNull {
		return " NOT NULL"
	}
	return ""
}

func lines(w io.Writer, all []model.Line) {
	for _, l := range all {
		line(w, l)
	}
}

func line(w io.Writer, l model.Line) { fmt.Fprintf(w, "  %s\n", l) }

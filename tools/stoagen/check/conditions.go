package check

import (
	"regexp"
	"slices"
	"strconv"
	"time"

	"stoa/tools/stoagen/annotation"
	"stoa/tools/stoagen/diag"
	"stoa/tools/stoagen/model"
)

// condition checks the columns of an expression, and that each value can be one of its column.
func (c *checker) condition(e *annotation.Expr, t *model.Table) {
	e.Walk(func(e *annotation.Expr) {
		switch e.Op {
		case annotation.Owner:
			if t.Owner == nil {
				c.problems.Add(e.Pos, "owner is who the row's @owner column names, and table %s has none; the tenant's owner is role.owner", t.Name)
			}
		case annotation.Not:
			c.negated(e.Args[0])
		case annotation.Parent:
			if t.Resource == nil || t.Resource.ParentKey == nil {
				c.problems.Add(e.Pos, "parent needs @resource(parent: …) on table %s", t.Name)
			} else if circular(t) {
				c.problems.Add(e.Pos, "parent leads in a circle: a row of table %s would have to be its own ancestor's", t.Name)
			}
		case annotation.In:
			c.belongs(e, t)
		case annotation.Compare:
			column := t.Column(e.Column)
			if column == nil {
				c.problems.Add(e.Pos, "table %s has no column %s%s", t.Name, e.Column, diag.Hint(e.Column, t.ColumnNames()))
				return
			}
			for _, l := range e.Literals {
				c.literal(l, column)
			}
		}
	})
}

// belongs checks that the rows of the table which a condition asks are somebody's, and belong to one of this table.
func (c *checker) belongs(e *annotation.Expr, t *model.Table) {
	switch of := c.schema.Table(e.Table); {
	case of == nil:
		c.tableName(e.Table, e.Pos)
	case of.Owner == nil:
		c.problems.Add(e.Pos, "in %s asks whom its @owner column names, and it has none", of.Name)
	case t.ReferrerFrom(of.Name) == nil:
		c.problems.Add(e.Pos, "in %s asks for its rows of a row of %s: it needs one foreign key to the key of that table", of.Name, t.Name)
	}
}

// negated refuses not(…) of who asks: a higher role may all that a lower one may.
func (c *checker) negated(e *annotation.Expr) {
	e.Walk(func(x *annotation.Expr) {
		if x.Op == annotation.Role || x.Op == annotation.Public || x.Op == annotation.Parent {
			c.problems.Add(x.Pos, "not(…) takes a condition on the row, and %s is one on who asks", x)
		}
	})
}

// circular reports whether the parents of a table come back to one of themselves.
func circular(t *model.Table) bool {
	seen := map[*model.Table]bool{}
	for t.Resource != nil && t.Resource.ParentKey != nil && t.Resource.ParentKey.Target != nil {
		if seen[t] {
			return true
		}
		seen[t] = true
		t = t.Resource.ParentKey.Target
	}
	return false
}

// literal notes a value that cannot be one of the column's.
func (c *checker) literal(l annotation.Literal, column *model.Column) {
	if l.Kind == annotation.Null {
		return
	}
	if !fitsType(l, column.Type) {
		c.problems.Add(l.Pos, "%s is no value of column %s, which is %s", l, column.Name, column.Type.SQL)
	} else if known := values(column); known != nil && !slices.Contains(known, l.Text) {
		c.problems.Add(l.Pos, "%s is no value of column %s%s", l, column.Name, diag.Hint(l.Text, known))
	}
}

var uuidForm = regexp.MustCompile(`^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$`)

// fitsType reports whether a column of the type can be compared with the literal.
func fitsType(l annotation.Literal, t model.Type) bool {
	switch {
	case t.Array:
		return false
	case t.Base == model.Boolean:
		return l.Kind == annotation.Bool
	case t.Base == model.UUID:
		return l.Kind == annotation.Me || l.Kind == annotation.Text && uuidForm.MatchString(l.Text)
	case t.Base == model.Integer:
		_, err := strconv.ParseInt(l.Text, 10, 64)
		return l.Kind == annotation.Number && err == nil
	case t.Base == model.Decimal, t.Base == model.Float:
		return l.Kind == annotation.Number
	case t.Base == model.Date, t.Base == model.Timestamp:
		return l.Kind == annotation.Text && isDate(l.Text)
	default:
		return l.Kind == annotation.Text && (t.Base == model.Text || t.Base == model.Choice)
	}
}

// values are all that a column of texts can hold, or nil when that is not known.
func values(column *model.Column) []string {
	if b := column.Type.Base; b != model.Text && b != model.Choice {
		return nil
	}
	var known []string
	for _, o := range column.Field.Options.Value {
		known = append(known, o.Value)
	}
	return known
}

func isDate(text string) bool {
	for _, layout := range []string{time.DateOnly, time.RFC3339} {
		if _, err := time.Parse(layout, text); err == nil {
			return true
		}
	}
	return false
}

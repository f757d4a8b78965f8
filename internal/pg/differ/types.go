package differ

import (
	"slices"
	"strings"
)

func enumName(e enum) string     { return e.Name }
func domainName(d domain) string { return d.Name }

func named[T any](all []T, n string, nameOf func(T) string) *T {
	for i := range all {
		if nameOf(all[i]) == n {
			return &all[i]
		}
	}
	return nil
}

// rebuilds reports whether values of the enum go or change their order, for which there is no statement.
func (c *change) rebuilds(n string) bool {
	h, w := named(c.have.enums, n, enumName), named(c.want.enums, n, enumName)
	if h == nil || w == nil {
		return false
	}
	rest := w.Values
	for _, v := range h.Values {
		i := slices.Index(rest, v)
		if i < 0 {
			return true
		}
		rest = rest[i+1:]
	}
	return false
}

func (c *change) types() {
	for _, w := range c.want.enums {
		h := named(c.have.enums, w.Name, enumName)
		switch {
		case h == nil:
			c.add("", "CREATE TYPE %s AS ENUM (%s)", name(w.Name), literals(w.Values))
		case c.rebuilds(w.Name):
			c.rebuild(*h, w)
		default:
			c.addValues(*h, w)
		}
	}
	for _, w := range c.want.domains {
		if h := named(c.have.domains, w.Name, domainName); h != nil {
			c.alterDomain(*h, w)
			continue
		}
		c.add("", "%s", createDomain(w))
	}
}

func (c *change) addValues(h, w enum) {
	for i, v := range w.Values {
		if slices.Contains(h.Values, v) {
			continue
		}
		place := ""
		if i > 0 {
			place = " AFTER " + literal(w.Values[i-1])
		} else if len(h.Values) > 0 {
			place = " BEFORE " + literal(h.Values[0])
		}
		c.plan = append(c.plan, Statement{SQL: "ALTER TYPE " + name(w.Name) + " ADD VALUE " + literal(v) + place, alone: true})
	}
}

// rebuild makes an enum anew and moves its columns over.
func (c *change) rebuild(h, w enum) {
	hazard := ""
	for _, v := range h.Values {
		if !slices.Contains(w.Values, v) {
			hazard = "DATA LOSS: rows of value " + v + " stop the migration; change them first"
		}
	}
	old := h.Name + "_before"
	c.add(hazard, "ALTER TYPE %s RENAME TO %s", name(h.Name), name(old))
	c.add("", "CREATE TYPE %s AS ENUM (%s)", name(w.Name), literals(w.Values))
	for _, t := range c.have.tables {
		for _, col := range t.columns {
			if strings.TrimSuffix(col.Type, "[]") != h.Name {
				continue
			}
			if col.Default != "" {
				c.add("", "ALTER TABLE %s ALTER COLUMN %s DROP DEFAULT", name(t.Name), name(col.Name))
			}
			list := strings.TrimPrefix(col.Type, h.Name)
			c.add("REWRITE: table "+t.Name, "ALTER TABLE %s ALTER COLUMN %s TYPE %s USING %[2]s::text%[4]s::%[3]s", name(t.Name), name(col.Name), name(w.Name)+list, list)
			if col.Default != "" {
				c.add("", "ALTER TABLE %s ALTER COLUMN %s SET DEFAULT %s", name(t.Name), name(col.Name), col.Default)
			}
		}
	}
	c.add("", "DROP TYPE %s", name(old))
}

func createDomain(d domain) string {
	sql := "CREATE DOMAIN " + name(d.Name) + " AS " + d.Type
	if d.Default != "" {
		sql += " DEFAULT " + d.Default
	}
	if d.NotNull {
		sql += " NOT NULL"
	}
	for i, check := range d.Checks {
		sql += " CONSTRAINT " + name(d.CheckNames[i]) + " " + check
	}
	return sql
}

func (c *change) alterDomain(h, w domain) {
	alter := "ALTER DOMAIN " + name(w.Name) + " "
	for i, check := range h.Checks {
		if !slices.Contains(w.Checks, check) {
			c.add("", "%sDROP CONSTRAINT %s", alter, name(h.CheckNames[i]))
		}
	}
	for i, check := range w.Checks {
		if !slices.Contains(h.Checks, check) {
			c.add("LOCK: all columns of domain "+w.Name+" are checked", "%sADD CONSTRAINT %s %s", alter, name(w.CheckNames[i]), check)
		}
	}
	switch {
	case h.Default != w.Default && w.Default == "":
		c.add("", "%sDROP DEFAULT", alter)
	case h.Default != w.Default:
		c.add("", "%sSET DEFAULT %s", alter, w.Default)
	}
	if h.NotNull != w.NotNull {
		c.add("", "%s%s NOT NULL", alter, map[bool]string{true: "SET", false: "DROP"}[w.NotNull])
	}
}

func (c *change) dropTypes() {
	for _, h := range c.have.domains {
		if named(c.want.domains, h.Name, domainName) == nil {
			c.add("", "DROP DOMAIN %s", name(h.Name))
		}
	}
	for _, h := range c.have.enums {
		if named(c.want.enums, h.Name, enumName) == nil {
			c.add("", "DROP TYPE %s", name(h.Name))
		}
	}
}

package differ

import (
	"fmt"
	"strings"
)

func (t table) column(n string) *column {
	for i := range t.columns {
		if t.columns[i].Name == n {
			return &t.columns[i]
		}
	}
	return nil
}

// newTables makes the tables with all but their foreign keys, which may point to each other.
func (c *change) newTables() {
	for _, w := range c.want.tables {
		if _, ok := c.have.table(w.Name); ok {
			continue
		}
		var lines []string
		for _, col := range w.columns {
			lines = append(lines, col.definition())
		}
		for _, o := range c.want.objects[constraint] {
			if o.Table == w.Name {
				lines = append(lines, strings.TrimPrefix(o.Create, "ALTER TABLE "+name(w.Name)+" ADD "))
			}
		}
		options := ""
		if w.Options != "" {
			options = " WITH (" + w.Options + ")"
		}
		c.add("", "CREATE TABLE %s (\n  %s\n)%s", name(w.Name), strings.Join(lines, ",\n  "), options)
		for _, col := range w.columns {
			if col.Storage != "" {
				c.storage(col)
			}
		}
	}
}

func (c *change) dropTables() {
	for _, h := range c.have.tables {
		if _, ok := c.want.table(h.Name); !ok {
			c.add("DATA LOSS: table "+h.Name+" is dropped; was it renamed? then say so with @was", "DROP TABLE %s", name(h.Name))
		}
	}
}

// definition is the column as CREATE TABLE and ADD COLUMN have it.
func (c column) definition() string {
	def := name(c.Name) + " " + c.Type
	if c.Collation != "" {
		def += " COLLATE " + c.Collation
	}
	switch {
	case c.Identity != "":
		def += " GENERATED " + c.Identity + " AS IDENTITY"
	case c.Generated:
		def += " GENERATED ALWAYS AS (" + c.Default + ") STORED"
	case c.Default != "":
		def += " DEFAULT " + c.Default
	}
	if c.NotNull {
		def += " NOT NULL"
	}
	return def
}

// columns changes the tables that stay: first what is generated goes, since it may look at others, and comes back last.
func (c *change) columns() {
	for _, w := range c.want.tables {
		h, ok := c.have.table(w.Name)
		if !ok {
			continue
		}
		gone := map[string]bool{}
		for _, old := range h.columns {
			now := w.column(old.Name)
			if now == nil && old.Generated || now != nil && c.remade(old, *now) {
				gone[old.Name] = true
				c.add("", "ALTER TABLE %s DROP COLUMN %s", name(w.Name), name(old.Name))
			}
		}
		for _, now := range w.columns {
			if old := h.column(now.Name); old != nil && !gone[now.Name] {
				c.alter(*old, now)
			}
		}
		for _, generated := range []bool{false, true} {
			for _, now := range w.columns {
				if now.Generated == generated && (h.column(now.Name) == nil || gone[now.Name]) {
					c.addColumn(now)
				}
			}
		}
		for _, old := range h.columns {
			if w.column(old.Name) == nil && !old.Generated {
				c.add(fmt.Sprintf("DATA LOSS: column %s.%s is dropped; was it renamed? then say so with @was", w.Name, old.Name),
					"ALTER TABLE %s DROP COLUMN %s", name(w.Name), name(old.Name))
			}
		}
	}
}

// remade reports whether a generated column has to be made anew: another expression, or a type under it that changes.
func (c *change) remade(old, now column) bool {
	return now.Generated && (!old.Generated || old.Default != now.Default || old.Type != now.Type || c.touched[now.Table])
}

func (c *change) addColumn(n column) {
	hazard := ""
	if n.Generated || strings.Contains(n.Default, "(") && n.Default != "now()" || n.Identity != "" {
		hazard = "REWRITE: table " + n.Table + " is written anew for column " + n.Name
	}
	if !n.NotNull || n.Default != "" || n.Identity != "" {
		c.add(hazard, "ALTER TABLE %s ADD COLUMN %s", name(n.Table), n.definition())
	} else {
		loose := n
		loose.NotNull = false
		c.add("", "ALTER TABLE %s ADD COLUMN %s", name(n.Table), loose.definition())
		c.fill(n)
	}
	if n.Storage != "" {
		c.storage(n)
	}
}

// fill gives rows without a value one, and then demands it. Row-level security holds for the owner too, so it steps
// aside for the statement.
func (c *change) fill(n column) {
	value, hazard := n.Default, ""
	if value == "" {
		value = zero(n.Type, c.want)
		hazard = fmt.Sprintf("NOT NULL WITHOUT DEFAULT: rows get %s in %s.%s; choose what is right for them", value, n.Table, n.Name)
	}
	forced := same(c.have.objects[security], object{Name: n.Table + " forced", Table: n.Table}) != nil
	if forced {
		c.add("", "ALTER TABLE %s NO FORCE ROW LEVEL SECURITY", name(n.Table))
	}
	c.add(hazard, "UPDATE %s SET %s = %s WHERE %[2]s IS NULL", name(n.Table), name(n.Name), value)
	if forced {
		c.add("", "ALTER TABLE %s FORCE ROW LEVEL SECURITY", name(n.Table))
	}
	c.add("", "ALTER TABLE %s ALTER COLUMN %s SET NOT NULL", name(n.Table), name(n.Name))
}

func (c *change) storage(n column) {
	kind := n.Storage
	if kind == "" {
		kind = "DEFAULT"
	}
	c.add("", "ALTER TABLE %s ALTER COLUMN %s SET STORAGE %s", name(n.Table), name(n.Name), kind)
}

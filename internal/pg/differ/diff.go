package differ

import (
	"fmt"
	"slices"
	"strings"
)

// change is the work of one comparison.
type change struct {
	have, want *catalogue
	plan       []Statement

	touched map[string]bool // tables of which a column gets another type: what looks at it makes way
	rebuilt map[string]bool // tables with a column of an enum that is made anew
	keyless map[string]bool // tables that lose a key: foreign keys to them make way
}

// diff orders what has to happen so that each statement finds what it needs: what looks at others goes first and comes last.
func diff(have, want *catalogue) ([]Statement, error) {
	c := &change{have: have, want: want, touched: map[string]bool{}, rebuilt: map[string]bool{}, keyless: map[string]bool{}}
	if err := c.byHand(); err != nil {
		return nil, err
	}
	c.look()
	c.rename()
	for _, k := range []kind{policy, trigger, view, foreignKey, constraint, index} {
		c.drop(k)
	}
	c.make(extension)
	c.types()
	c.functions()
	c.newTables()
	c.columns()
	for _, k := range []kind{constraint, index, foreignKey, view, trigger, security, policy, grant, comment} {
		c.make(k)
	}
	c.dropTables()
	for _, k := range []kind{function} {
		c.drop(k)
	}
	c.dropTypes()
	c.drop(extension)
	if len(c.plan) == 0 { // these go with what they belong to, so only those that are left are taken away
		for _, k := range []kind{comment, grant, security} {
			c.drop(k)
		}
	}
	return c.plan, nil
}

func (c *change) add(hazard, format string, args ...any) {
	c.plan = append(c.plan, Statement{SQL: fmt.Sprintf(format, args...), Hazard: hazard})
}

// byHand names changes for which there is no statement that keeps the rows.
func (c *change) byHand() error {
	for _, w := range c.want.tables {
		if h, ok := c.have.table(w.Name); ok && (h.Partitioned != w.Partitioned || h.Options != w.Options) {
			return fmt.Errorf("differ: table %s is stored in another way: write that migration by hand", w.Name)
		}
		if w.Partitioned {
			return fmt.Errorf("differ: table %s has partitions: write its migrations by hand", w.Name)
		}
	}
	for _, w := range c.want.domains {
		if h := named(c.have.domains, w.Name, domainName); h != nil && h.Type != w.Type {
			return fmt.Errorf("differ: domain %s stands on another type: write that migration by hand", w.Name)
		}
	}
	return nil
}

// look finds what has to make way for changes of columns and keys.
func (c *change) look() {
	for _, w := range c.want.tables {
		h, ok := c.have.table(w.Name)
		if !ok {
			continue
		}
		for _, col := range w.columns {
			old := h.column(col.Name)
			if old != nil && (old.Type != col.Type || old.Collation != col.Collation || old.Generated != col.Generated) {
				c.touched[w.Name] = true
			}
			if c.rebuilds(strings.TrimSuffix(col.Type, "[]")) {
				c.touched[w.Name], c.rebuilt[w.Name] = true, true
			}
		}
	}
	for _, k := range []kind{constraint, index} {
		for _, o := range c.have.objects[k] {
			if n := same(c.want.objects[k], o); n == nil || n.Create != o.Create {
				c.keyless[o.Table] = true
			}
		}
	}
}

// rename keeps keys and indexes that only have another name, as after the renaming of a table.
func (c *change) rename() {
	for _, k := range []kind{constraint, foreignKey, index} {
		for i, o := range c.have.objects[k] {
			if same(c.want.objects[k], o) != nil {
				continue
			}
			for _, n := range c.want.objects[k] {
				if same(c.have.objects[k], n) != nil || n.Table != o.Table || n.bare() != o.bare() {
					continue
				}
				if k == index {
					c.add("", "ALTER INDEX %s RENAME TO %s", name(o.short()), name(n.short()))
				} else {
					c.add("", "ALTER TABLE %s RENAME CONSTRAINT %s TO %s", name(o.Table), name(o.short()), name(n.short()))
				}
				c.have.objects[k][i] = n
				break
			}
		}
	}
}

// makesWay reports whether an object that stays as it is has to be made anew for something else.
func (c *change) makesWay(o object) bool {
	switch o.Kind {
	case view:
		return len(c.touched) > 0
	case policy:
		for t := range c.touched {
			if strings.Contains(o.Create, t) {
				return true
			}
		}
	case trigger:
		return c.touched[o.Table]
	case foreignKey:
		return c.touched[o.Table] || c.touched[o.Target] || c.keyless[o.Target]
	case constraint, index:
		return c.rebuilt[o.Table] && !strings.Contains(o.Create, " PRIMARY KEY ")
	}
	return false
}

// drop takes away what is gone or has to be made anew.
func (c *change) drop(k kind) {
	for _, o := range slices.Backward(c.have.objects[k]) {
		n := same(c.want.objects[k], o)
		if n != nil && (k == function || n.Create == o.Create && !c.makesWay(o)) {
			continue
		}
		if _, stays := c.want.table(o.Table); o.Table != "" && !stays && k != foreignKey && k != policy {
			continue // goes with its table
		}
		c.add("", "%s", o.Drop)
	}
}

// make makes what is new or was taken away.
func (c *change) make(k kind) {
	for _, n := range c.want.objects[k] {
		o := same(c.have.objects[k], n)
		if o != nil && o.Create == n.Create && !c.makesWay(*o) {
			continue
		}
		_, old := c.have.table(n.Table)
		if k == constraint && n.Table != "" && !old {
			continue // stands in CREATE TABLE
		}
		if k == grant && o != nil {
			c.add("", "%s", o.Drop)
		}
		c.create(n, old)
	}
}

func (c *change) create(n object, old bool) {
	switch {
	case n.Kind == foreignKey && old: // checked in a second step, which locks nobody out
		c.add("", "%s NOT VALID", n.Create)
		c.add("", "ALTER TABLE %s VALIDATE CONSTRAINT %s", name(n.Table), name(n.short()))
	case n.Kind == constraint && old:
		c.add("LOCK: all rows of "+n.Table+" are checked while nobody can write", "%s", n.Create)
	case n.Kind == index && old:
		c.add("LOCK: nobody can write to "+n.Table+" while the index is built", "%s", n.Create)
	default:
		c.add("", "%s", n.Create)
	}
}

// functions are made before the tables whose defaults and conditions may call them, so their bodies are not looked into yet.
func (c *change) functions() {
	before := len(c.plan)
	for _, n := range c.want.objects[function] {
		if o := same(c.have.objects[function], n); o == nil || o.Create != n.Create {
			if len(c.plan) == before {
				c.add("", "SET check_function_bodies = off")
			}
			c.add("", "%s", n.Create)
		}
	}
	if len(c.plan) > before {
		c.add("", "RESET check_function_bodies")
	}
}

// short is the name of an object on its table.
func (o object) short() string { return strings.TrimPrefix(o.Name, o.Table+".") }

// bare is how an object is made, without its name.
func (o object) bare() string { return strings.Replace(o.Create, " "+name(o.short())+" ", " ", 1) }

func same(all []object, o object) *object {
	for i := range all {
		if all[i].Name == o.Name && all[i].Table == o.Table {
			return &all[i]
		}
	}
	return nil
}

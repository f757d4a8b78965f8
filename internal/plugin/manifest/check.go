package manifest

import (
	"regexp"
	"slices"
	"strings"

	"stoa/internal/plugin/strict"
)

// World is what the validator holds the plugins against. What is nil is not known, and so not checked.
type World struct {
	Tables map[string]SchemaTable
	Getenv func(string) string
}

// SchemaTable is a table of the schema, or of the database.
type SchemaTable struct {
	Columns   []string
	Broadcast []string // the changes that its @realtime tells
}

var (
	idForm  = regexp.MustCompile(`^[a-z][a-z0-9]*$`)
	envForm = regexp.MustCompile(`^[A-Z][A-Z0-9_]*$`)
)

// Check tells all that is wrong with the plugins and what is configured, and puts those that are on into their order.
// It runs before anything is generated and again at every start.
func Check(compiled []Source, s *Settings, w World, problems *strict.Problems) {
	c := &checker{compiled: map[string]Source{}, settings: s, world: w, problems: problems}
	for _, source := range compiled {
		c.ids = append(c.ids, source.ID)
		if _, twice := c.compiled[source.ID]; twice {
			problems.Errorf(source.At("ID"), "there are two plugins %q", source.ID)
		}
		c.compiled[source.ID] = source
	}
	for _, source := range compiled {
		c.itself(source)
		c.names(source)
	}
	for _, id := range c.ids {
		c.on(c.compiled[id])
	}
	c.realtime()
	c.order()
}

type checker struct {
	compiled map[string]Source
	ids      []string // in the order in which they are compiled in
	settings *Settings
	world    World
	problems *strict.Problems
	given    map[string]string // component, action or procedure → the plugin that provides it
}

// itself checks what holds for a plugin whether it is on or not.
func (c *checker) itself(p Source) {
	if !idForm.MatchString(p.ID) {
		c.problems.Errorf(p.At("ID"), "the id %q must be lower-case letters and digits: it is a folder, a Go package and a key of stoa.yaml", p.ID)
	}
	if p.Doc == "" || p.Version == "" {
		c.problems.Errorf(p.At(""), "%s must say its Version, and in Doc what it is for", p.ID)
	}
	for i, id := range p.Requires.Plugins {
		if _, ok := c.compiled[id]; !ok {
			c.problems.Unknown(p.At(part("Requires.Plugins", i)), "plugin", id, c.ids)
		}
	}
	for i, e := range p.Requires.Env {
		if !envForm.MatchString(e.Name) || e.Doc == "" {
			c.problems.Errorf(p.At(part("Requires.Env", i)), "a variable has a NAME in capitals and a Doc, got %q", e.Name)
		}
	}
}

// names checks that nothing is provided twice.
func (c *checker) names(p Source) {
	if c.given == nil {
		c.given = map[string]string{}
	}
	give := func(what, name, at string) {
		if other, ok := c.given[what+" "+name]; ok {
			c.problems.Errorf(p.At(at), "%s and %s both provide the %s %s", other, p.ID, what, name)
			return
		}
		c.given[what+" "+name] = p.ID
	}
	for i, component := range p.Provides.Components {
		give("component", component.Name, part("Provides.Components", i))
	}
	for i, name := range p.Provides.Actions {
		give("action", name, part("Provides.Actions", i))
	}
	for i, name := range p.Provides.Procedures {
		give("procedure", name, part("Provides.Procedures", i))
	}
}

// on checks what a plugin needs when it is on, or that it may be off.
func (c *checker) on(p Source) {
	if !c.settings.Has(p.ID) {
		if p.Core {
			c.problems.Errorf(p.At("ID"), "%s cannot be off: add it to plugins in stoa.yaml", p.ID)
		}
		return
	}
	for i, id := range p.Requires.Plugins {
		if _, ok := c.compiled[id]; ok && !c.settings.Has(id) {
			c.problems.Errorf(c.place(p, part("Requires.Plugins", i)), "%s requires %s, which is off: add %s to plugins in stoa.yaml, or take %s out", p.ID, id, id, p.ID)
		}
	}
	for i, id := range p.Conflicts {
		if c.settings.Has(id) {
			c.problems.Errorf(c.place(p, part("Conflicts", i)), "%s and %s cannot be on at the same time", p.ID, id)
		}
	}
	for i, t := range p.Requires.Tables {
		c.table(p, part("Requires.Tables", i), t)
	}
	for i, e := range p.Requires.Env {
		if c.world.Getenv != nil && e.Required && strings.TrimSpace(c.world.Getenv(e.Name)) == "" {
			c.problems.Errorf(c.place(p, part("Requires.Env", i)), "%s requires the variable %s: %s", p.ID, e.Name, e.Doc)
		}
	}
}

// table checks that a table is there with the columns that the plugin names.
func (c *checker) table(p Source, at string, t Table) {
	if c.world.Tables == nil {
		return
	}
	have, ok := c.world.Tables[t.Name]
	if !ok {
		c.problems.Errorf(p.At(at), "%s requires the table %s, which no file of schema/ declares%s", p.ID, t.Name, meant(t.Name, keys(c.world.Tables)))
		return
	}
	for i, column := range t.Columns {
		if !slices.Contains(have.Columns, column) {
			c.problems.Errorf(p.At(part(at+".Columns", i)), "%s requires the column %s.%s, which is not in the schema%s",
				p.ID, t.Name, column, meant(column, have.Columns))
		}
	}
}

// realtime checks that live updates are narrowed only.
func (c *checker) realtime() {
	if c.world.Tables == nil {
		return
	}
	for _, name := range keys(c.settings.Realtime.Tables) {
		b := c.settings.Realtime.Tables[name]
		t, ok := c.world.Tables[name]
		switch {
		case !ok:
			c.problems.Unknown(b.At, "table", name, keys(c.world.Tables))
		case len(t.Broadcast) == 0:
			c.problems.Errorf(b.At, "%s is not @realtime in the schema: stoa.yaml can only narrow what is told there", name)
		}
		for _, op := range b.Ops {
			if len(t.Broadcast) > 0 && !slices.Contains(t.Broadcast, op) {
				c.problems.Errorf(b.At, "%s does not tell %q in the schema (it tells %s): stoa.yaml can only narrow it", name, op, strings.Join(t.Broadcast, ", "))
			}
		}
	}
	if !c.settings.Realtime.Enabled && len(c.settings.Realtime.Tables) > 0 {
		for _, b := range c.settings.Realtime.Tables {
			c.problems.Warnf(b.At, "realtime is off as a whole: this does nothing")
		}
	}
}

// place is the line of stoa.yaml that switches a plugin on, else the line of the manifest.
func (c *checker) place(p Source, at string) strict.Pos {
	if pos, ok := c.settings.places[p.ID]; ok {
		return pos
	}
	return p.At(at)
}

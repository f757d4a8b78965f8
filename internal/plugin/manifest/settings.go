package manifest

import (
	"fmt"
	"reflect"
	"slices"

	"stoa/internal/plugin/strict"
)

// Settings are what stoa.yaml says: which plugins are on, with which options, and what is live.
type Settings struct {
	On       []string // ids; each stands behind those that it needs
	Realtime Realtime
	places   map[string]strict.Pos // where a plugin is switched on
	options  map[string]any        // by id: a value of the type of the manifest's Config
}

// Realtime narrows what the schema says of live updates.
type Realtime struct {
	Enabled bool
	Tables  map[string]Broadcast // for a table that is not here the schema alone counts
}

// Broadcast is which changes of a table are told; nil Ops are those of the schema.
type Broadcast struct {
	At  strict.Pos
	Ops []string
}

// Tells reports whether a change of a table is told to the pages that show it. What is no change of rows but of who may see
// them is told in any case.
func (r Realtime) Tells(table, op string) bool {
	if !slices.Contains(changes, op) {
		return true
	}
	narrowed, ok := r.Tables[table]
	return r.Enabled && (!ok || narrowed.Ops == nil || slices.Contains(narrowed.Ops, op))
}

// Still reports whether no change of a table is told.
func (r Realtime) Still(table string) bool {
	return !slices.ContainsFunc(changes, func(op string) bool { return r.Tells(table, op) })
}

// Has reports whether a plugin is on.
func (s Settings) Has(id string) bool { return slices.Contains(s.On, id) }

// Components are those that pages can be made of: the platform's and those of the plugins that are on. Off are the others, each
// with its plugin.
func (s Settings) Components(platform []Component, plugins []Manifest) (placed []Component, off map[string]string) {
	placed, off = slices.Clone(platform), map[string]string{}
	for _, m := range plugins {
		if s.Has(m.ID) {
			placed = append(placed, m.Provides.Components...)
			continue
		}
		for _, c := range m.Provides.Components {
			off[c.Name] = m.ID
		}
	}
	return placed, off
}

// Config is what a plugin is configured with, its defaults included.
func (s Settings) Config(id string) any { return s.options[id] }

// Options has the options of a plugin. T is the type of its manifest's Config.
func Options[T any](s Settings, id string) T {
	options, ok := s.options[id].(T)
	if !ok {
		panic(fmt.Sprintf("manifest: the options of %s are a %T", id, s.options[id]))
	}
	return options
}

// changes are what happens to a record, as @realtime names them.
var changes = []string{"created", "updated", "deleted"}

// Changes are what happens to a record, as @realtime names them.
func Changes() []string { return slices.Clone(changes) }

// ReadSettings reads stoa.yaml. Without the key "plugins" everything that is compiled in is on.
func ReadSettings(file string, text []byte, compiled []Source, problems *strict.Problems) Settings {
	s := Settings{
		Realtime: Realtime{Enabled: true, Tables: map[string]Broadcast{}},
		places:   map[string]strict.Pos{}, options: map[string]any{},
	}
	ids := []string{}
	for _, c := range compiled {
		ids = append(ids, c.ID)
		if c.Config != nil {
			s.options[c.ID] = c.Config
		}
	}
	root, ok := strict.Parse(file, text, problems)
	if !ok {
		return s
	}
	fields := root.Known("section", append([]string{"plugins", "realtime"}, ids...)...)
	s.readOn(fields, ids, problems)
	for _, c := range compiled {
		if f, ok := fields[c.ID]; ok {
			s.readOptions(c, f, problems)
		}
	}
	if f, ok := fields["realtime"]; ok {
		s.Realtime.read(f.Value, problems)
	}
	return s
}

func (s *Settings) readOn(fields map[string]strict.Field, ids []string, problems *strict.Problems) {
	list, ok := fields["plugins"]
	if !ok {
		s.On = ids
		return
	}
	for _, item := range list.Value.Items() {
		id, ok := item.Text()
		switch {
		case !ok:
		case slices.Contains(s.On, id):
			problems.Errorf(item.Pos(), "%q is in the list already", id)
		case !slices.Contains(ids, id):
			problems.Unknown(item.Pos(), "plugin", id, ids)
		default:
			s.On = append(s.On, id)
			s.places[id] = item.Pos()
		}
	}
}

// Checked is a plugin's Config of which some values do not go together, however right each is.
type Checked interface {
	Problem() string // "" is none
}

func (s *Settings) readOptions(c Source, f strict.Field, problems *strict.Problems) {
	if !s.Has(c.ID) {
		problems.Warnf(f.At, "%s is off: these options do nothing", c.ID)
	}
	if c.Config == nil {
		for _, option := range f.Value.Fields() {
			problems.Errorf(option.At, "%s has no options", c.ID)
		}
		return
	}
	v := reflect.New(reflect.TypeOf(c.Config)).Elem()
	v.Set(reflect.ValueOf(c.Config))
	f.Value.Decode("option of "+c.ID, v)
	s.options[c.ID] = v.Interface()
	if config, ok := s.options[c.ID].(Checked); ok {
		if problem := config.Problem(); problem != "" {
			problems.Errorf(f.At, "%s", problem)
		}
	}
}

// read takes the switch, and for tables true, false or a list of the changes that are told.
func (r *Realtime) read(n strict.Node, problems *strict.Problems) {
	for _, f := range n.Fields() {
		if f.Key == "enabled" {
			if on, ok := f.Value.Bool(); ok {
				r.Enabled = on
			}
			continue
		}
		b := Broadcast{At: f.At, Ops: []string{}}
		if f.Value.IsList() {
			for _, item := range f.Value.Items() {
				if op, ok := item.Text(); ok && !slices.Contains(changes, op) {
					problems.Unknown(item.Pos(), "change", op, changes)
				} else if ok {
					b.Ops = append(b.Ops, op)
				}
			}
		} else if on, ok := f.Value.Bool(); ok && on {
			b.Ops = nil
		}
		r.Tables[f.Key] = b
	}
}

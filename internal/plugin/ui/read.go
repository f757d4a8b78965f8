package ui

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"stoa/internal/plugin/manifest"
	"stoa/internal/plugin/strict"
)

// World is what pages are held against.
type World struct {
	Components []manifest.Component
	Tables     map[string]manifest.SchemaTable
	Resources  []string // the tables that have a description, and so can have pages
	// Off are components of plugins that are compiled in and off, with the plugin: they are left out, since who switches a
	// plugin off at start cannot change the pages.
	Off map[string]string
}

// What a page can be like, and who may open it.
var (
	Layouts = []string{"document", "chat"}
	Roles   = []string{"member", "admin", "owner"}
)

// limit is the rows of a list that names no other.
const (
	limit     = 10
	mostLimit = 100
)

// Read reads ui.yaml and tells all that is wrong with it.
func Read(file string, text []byte, w World, problems *strict.Problems) UI {
	u := UI{Resources: map[string]bool{}}
	root, ok := strict.Parse(file, text, problems)
	if !ok {
		return u
	}
	fields := root.Known("section", "theme", "pages", "resources")
	if f, ok := fields["theme"]; ok {
		u.Theme.read(f.Value)
	}
	r := &reader{world: w, problems: problems, paths: map[string]strict.Pos{}}
	if f, ok := fields["pages"]; ok {
		for _, item := range f.Value.Items() {
			if p := r.page(item); len(p.Sections) > 0 {
				u.Pages = append(u.Pages, p)
			}
		}
	}
	if f, ok := fields["resources"]; ok {
		for _, t := range f.Value.Fields() {
			if !slices.Contains(w.Resources, t.Key) {
				problems.Unknown(t.At, "resource", t.Key, w.Resources)
			} else if on, ok := t.Value.Bool(); ok {
				u.Resources[t.Key] = on
			}
		}
	}
	return u
}

type reader struct {
	world    World
	problems *strict.Problems
	paths    map[string]strict.Pos // of the pages before
}

var pathForm = regexp.MustCompile(`^/?([a-z0-9-]+|:[a-z]+)?(/([a-z0-9-]+|:[a-z]+))*$`)

func (r *reader) page(n strict.Node) Page {
	p := Page{Layout: "document", Allow: "member", At: n.Pos()}
	fields := n.Known("key of a page", "path", "title", "layout", "allow", "nav", "sections")
	text := func(key string, known []string, into *string) {
		f, ok := fields[key]
		if !ok {
			return
		}
		s, ok := f.Value.Text()
		if ok && known != nil && !slices.Contains(known, s) {
			r.problems.Unknown(f.Value.Pos(), key, s, known)
		} else if ok {
			*into = s
		}
	}
	text("path", nil, &p.Path)
	text("title", nil, &p.Title)
	text("layout", Layouts, &p.Layout)
	text("allow", Roles, &p.Allow)
	text("nav", nil, &p.Nav)
	r.path(fields["path"], &p)
	given := 0
	if f, ok := fields["sections"]; ok {
		for _, item := range f.Value.Items() {
			p.Sections = append(p.Sections, r.sections(item, p)...)
			given++
		}
	}
	if given == 0 {
		r.problems.Errorf(p.At, "a page needs sections")
	}
	return p
}

func (r *reader) path(f strict.Field, p *Page) {
	if f.Key == "" {
		r.problems.Errorf(p.At, "a page needs a path")
		return
	}
	if !pathForm.MatchString(p.Path) {
		r.problems.Errorf(f.Value.Pos(), "want a path of words and parameters, such as chats/:id")
		return
	}
	p.Path = "/" + strings.TrimPrefix(p.Path, "/")
	if first, twice := r.paths[p.Path]; twice {
		r.problems.Errorf(f.Value.Pos(), "there is a page %s in line %d already", p.Path, first.Line)
	}
	r.paths[p.Path] = f.Value.Pos()
	if p.Nav != "" && strings.Contains(p.Path, ":") {
		r.problems.Errorf(f.Value.Pos(), "a page with a parameter cannot stand in the navigation")
	}
}

// sections are the components of an item: "- ChatInterface: {…}".
func (r *reader) sections(n strict.Node, p Page) (all []Section) {
	names := make([]string, len(r.world.Components))
	for i, c := range r.world.Components {
		names[i] = c.Name
	}
	for _, f := range n.Fields() {
		if plugin, off := r.world.Off[f.Key]; off {
			r.problems.Warnf(f.At, "%s is left out: its plugin %s is off", f.Key, plugin)
			continue
		}
		i := slices.Index(names, f.Key)
		if i < 0 {
			r.problems.Unknown(f.At, "component", f.Key, names)
			continue
		}
		all = append(all, r.section(f, r.world.Components[i], p))
	}
	return all
}

func (r *reader) section(f strict.Field, c manifest.Component, p Page) Section {
	s := Section{Component: c.Name, Args: map[string]Arg{}, At: f.At}
	known := make([]string, len(c.Props))
	for i, prop := range c.Props {
		known[i] = prop.Name
	}
	args := f.Value.Known("argument of "+c.Name, known...)
	for _, prop := range c.Props {
		a, ok := args[prop.Name]
		if !ok {
			if prop.Required {
				r.problems.Errorf(f.At, "%s needs the argument %s: %s", c.Name, prop.Name, prop.Doc)
			}
			continue
		}
		arg := Arg{At: a.Value.Pos()}
		switch prop.Kind {
		case manifest.Text, manifest.Column:
			arg.Text, _ = a.Value.Text()
			if len(prop.OneOf) > 0 && !slices.Contains(prop.OneOf, arg.Text) {
				r.problems.Unknown(arg.At, prop.Name, arg.Text, prop.OneOf)
			}
		case manifest.Number:
			arg.Number, _ = a.Value.Int()
		case manifest.Switch:
			arg.Switch, _ = a.Value.Bool()
		case manifest.Fields:
			arg.Columns = a.Value.Texts()
		case manifest.Record, manifest.List:
			if text, ok := a.Value.Text(); ok {
				arg.Binding = r.binding(text, prop, p, arg.At)
			}
		}
		s.Args[prop.Name] = arg
	}
	r.columns(c, s)
	return s
}

// columns checks columns against the table that another argument of the same component binds.
func (r *reader) columns(c manifest.Component, s Section) {
	var bound *manifest.SchemaTable
	table := ""
	for _, prop := range c.Props {
		if b := s.Args[prop.Name].Binding; b.Table != "" {
			if t, ok := r.world.Tables[b.Table]; ok {
				bound, table = &t, b.Table
			}
		}
	}
	if bound == nil {
		return
	}
	for _, prop := range c.Props {
		arg, ok := s.Args[prop.Name]
		if !ok || prop.Kind != manifest.Column && prop.Kind != manifest.Fields {
			continue
		}
		for _, column := range append(arg.Columns, arg.Text) {
			if column != "" && !slices.Contains(bound.Columns, column) {
				r.problems.Unknown(arg.At, "column of "+table, column, bound.Columns)
			}
		}
	}
}

var bindingForm = regexp.MustCompile(`^([a-z_][a-z0-9_]*)\.([a-z]+)\((.*)\)$`)

func (r *reader) binding(text string, prop manifest.Prop, p Page, at strict.Pos) Binding {
	want := map[manifest.Kind]string{manifest.Record: "get", manifest.List: "list"}[prop.Kind]
	m := bindingForm.FindStringSubmatch(text)
	if m == nil {
		r.problems.Errorf(at, "want a binding such as %s, got %q", map[string]string{"get": "conversations.get(:id)", "list": "conversations.list(limit: 5)"}[want], text)
		return Binding{}
	}
	b := Binding{Table: m[1], Verb: m[2]}
	columns, known := r.world.Tables[b.Table]
	switch {
	case !known:
		r.problems.Unknown(at, "table", b.Table, slices.Collect(maps.Keys(r.world.Tables)))
	case prop.Table != "" && b.Table != prop.Table:
		r.problems.Errorf(at, "%s takes rows of %s, not of %s", prop.Name, prop.Table, b.Table)
	case prop.Table == "" && !slices.Contains(r.world.Resources, b.Table):
		r.problems.Errorf(at, "%s is no resource: give it @resource in the schema", b.Table)
	}
	if b.Verb != want {
		r.problems.Errorf(at, "%s takes %s.%s(…), not %s", prop.Name, b.Table, want, b.Verb)
		return b
	}
	if want == "get" {
		r.get(&b, m[3], p, at)
	} else {
		r.list(&b, m[3], columns.Columns, known, at)
	}
	return b
}

func (r *reader) get(b *Binding, args string, p Page, at strict.Pos) {
	b.Param = strings.TrimPrefix(strings.TrimSpace(args), ":")
	var params []string
	for part := range strings.SplitSeq(p.Path, "/") {
		if strings.HasPrefix(part, ":") {
			params = append(params, part)
		}
	}
	if name := strings.TrimSpace(args); !slices.Contains(params, name) {
		r.problems.Unknown(at, "parameter of "+p.Path, name, params)
	}
}

func (r *reader) list(b *Binding, args string, columns []string, known bool, at strict.Pos) {
	b.Limit = limit
	for part := range strings.SplitSeq(args, ",") {
		if strings.TrimSpace(part) == "" {
			continue
		}
		key, value, _ := strings.Cut(part, ":")
		key, value = strings.TrimSpace(key), strings.TrimSpace(value)
		switch key {
		case "sort":
			b.Sort = value
			if column := strings.TrimPrefix(value, "-"); known && !slices.Contains(columns, column) {
				r.problems.Unknown(at, "column of "+b.Table, column, columns)
			}
		case "limit":
			n, err := strconv.Atoi(value)
			if err != nil || n < 1 || n > mostLimit {
				r.problems.Errorf(at, "want a limit of 1 to %d, got %q", mostLimit, value)
			}
			b.Limit = n
		default:
			r.problems.Unknown(at, "argument of list", key, []string{"sort", "limit"})
		}
	}
}

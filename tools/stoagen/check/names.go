package check

import (
	"regexp"
	"slices"
	"strings"

	"stoa/tools/stoagen/model"
)

// plugins are those of the product: only they may have paths below settings.
var plugins = []string{"auth", "chat", "models", "knowledge", "widgets", "meetings", "vision", "usage", "storage", "email", "audit"}

// Reserved maps each first segment of a URL that is taken to the schema files that may have it: those of plugins, and
// conversations, whose tables an application may declare as it likes.
var Reserved = map[string][]string{
	"register": nil, "login": nil, "logout": nil, "password": nil, "invitations": nil, "tenants": nil, "events": nil, "api": nil, "healthz": nil,
	"readyz": nil, "metrics": nil, "static": nil, "help": nil, "debug": nil, "search": nil,
	"chats": {"chat", "conversations"}, "knowledge": {"knowledge"}, "meetings": {"meetings"}, "usage": {"usage"}, "settings": plugins,
}

// prefixes are names that other programs give to their tables.
var prefixes = []string{"pg_", "goose_", "river_"}

func (c *checker) reservedTable(t *model.Table) {
	for _, prefix := range prefixes {
		if strings.HasPrefix(t.Name, prefix) {
			c.problems.Add(t.Pos, "the name %s is reserved: tables that begin with %s are not ours", t.Name, prefix)
		}
	}
	if t.Facts.Was.Known() && c.schema.Table(t.Facts.Was.Value) != nil {
		c.problems.Add(t.Facts.Was.Why.Pos, "table %s was %s, which is still there", t.Name, t.Facts.Was.Value)
	}
}

var pathForm = regexp.MustCompile(`^[a-z][a-z0-9_-]*(/[a-z][a-z0-9_-]*)*$`)

// paths demands that every resource has a URL of its own.
func (c *checker) paths() {
	var resources []*model.Table
	for _, t := range c.schema.Tables {
		if t.Resource != nil {
			resources = append(resources, t)
		}
	}
	for i, t := range resources {
		path, pos := t.Resource.Path.Value, t.Pos
		if t.Resource.Path.Why.Pos.Line > 0 {
			pos = t.Resource.Path.Why.Pos
		}
		if !pathForm.MatchString(path) {
			c.problems.Add(pos, "%q is no path: lower-case words of letters, digits, _ and -, with / between", path)
			continue
		}
		first, rest, deeper := strings.Cut(path, "/")
		if owners, ok := Reserved[first]; ok && (!slices.Contains(owners, t.Plugin) || first == "settings" && (!deeper || rest == "")) {
			c.problems.Add(pos, "the path /%s is reserved: choose another by @resource(path: …)", path)
		}
		for _, other := range resources[:i] {
			if other.Resource.Path.Value == path {
				c.problems.Add(pos, "the path /%s belongs to table %s already", path, other.Name)
			}
		}
	}
}

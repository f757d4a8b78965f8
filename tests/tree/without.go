package tree

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"stoa/internal/plugin/manifest"
	"stoa/internal/plugin/strict"
)

// Plugins reads the manifests of the plugins in the tree.
func (t Tree) Plugins() (all []manifest.Source, err error) {
	files, err := filepath.Glob(filepath.Join(t.Dir, "handlers/*/plugin.go"))
	if err != nil {
		return nil, err
	}
	problems := &strict.Problems{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		if !strings.Contains(string(text), "manifest.Manifest{") { // a part of the platform, which is always on
			continue
		}
		if s, ok := manifest.Read(file, text, problems); ok {
			all = append(all, s)
		}
	}
	return all, problems.Err(false)
}

// Without takes plugins out, and those that cannot be without them: their folders on every floor, their queries, the tables
// that no plugin left requires, and where they are compiled in, switched on and placed on pages. It returns the plugins and the
// tables that went.
func (t Tree) Without(ids ...string) (gone, tables []string, err error) {
	plugins, err := t.Plugins()
	if err != nil {
		return nil, nil, err
	}
	points, err := t.points()
	if err != nil {
		return nil, nil, err
	}
	out, err := fallen(plugins, points, ids)
	if err != nil {
		return nil, nil, err
	}
	var left []manifest.Source
	for _, p := range plugins {
		if !out[p.ID] {
			left = append(left, p)
			continue
		}
		gone = append(gone, p.ID)
		if err := t.remove(p.ID); err != nil {
			return nil, nil, err
		}
	}
	if tables, err = t.removeTables(plugins, left); err != nil {
		return nil, nil, err
	}
	if err := t.switchOff(gone); err != nil {
		return nil, nil, err
	}
	return gone, tables, t.clearPages(plugins, left, tables)
}

// points are the tables that each table's own lines point to.
func (t Tree) points() (map[string][]string, error) {
	_, texts, err := t.texts()
	to := map[string][]string{}
	for _, text := range texts {
		for _, m := range table.FindAllStringSubmatch(text, -1) {
			for _, r := range reference.FindAllStringSubmatch(m[2], -1) {
				to[m[1]] = append(to[m[1]], r[1])
			}
		}
	}
	return to, err
}

// stranded reports whether a plugin has a table that points to one which nobody has any more.
func stranded(p manifest.Source, points map[string][]string, were, are map[string]bool) bool {
	return slices.ContainsFunc(p.Requires.Tables, func(own manifest.Table) bool {
		return slices.ContainsFunc(points[own.Name], func(to string) bool { return were[to] && !are[to] })
	})
}

// fallen is what must go when ids go.
func fallen(plugins []manifest.Source, points map[string][]string, ids []string) (map[string]bool, error) {
	out := map[string]bool{}
	for _, id := range ids {
		i := slices.IndexFunc(plugins, func(p manifest.Source) bool { return p.ID == id })
		switch {
		case i < 0:
			return nil, fmt.Errorf("there is no plugin %q", id)
		case plugins[i].Core:
			return nil, fmt.Errorf("nothing works without the plugin %s", id)
		}
		out[id] = true
	}
	for more := true; more; {
		more = false
		left := slices.DeleteFunc(slices.Clone(plugins), func(p manifest.Source) bool { return out[p.ID] })
		were, are := required(plugins), required(left)
		for _, p := range left {
			if slices.ContainsFunc(p.Requires.Plugins, func(id string) bool { return out[id] }) || stranded(p, points, were, are) {
				out[p.ID], more = true, true
			}
		}
	}
	return out, nil
}

// remove takes away the files that are a plugin's by their names.
func (t Tree) remove(id string) error {
	paths := []string{"handlers/" + id, "services/" + id, "views/" + id, "queries/" + id + ".sql", "queries/system_" + id + ".sql", "cmd/stoa/" + id + ".go"}
	more, err := filepath.Glob(filepath.Join(t.Dir, "cmd/stoa", id+"_*.go"))
	if err != nil {
		return err
	}
	for _, path := range paths {
		more = append(more, filepath.Join(t.Dir, path))
	}
	for _, path := range more {
		if err := os.RemoveAll(path); err != nil {
			return err
		}
	}
	return nil
}

// removeTables takes away the files of the schema whose tables were somebody's and are nobody's now.
func (t Tree) removeTables(before, left []manifest.Source) (gone []string, err error) {
	files, texts, err := t.texts()
	if err != nil {
		return nil, err
	}
	were, are := required(before), required(left)
	for i, file := range files {
		var own []string
		for _, m := range makes.FindAllStringSubmatch(texts[i], -1) {
			own = append(own, m[1])
		}
		if !slices.ContainsFunc(own, func(name string) bool { return were[name] }) || slices.ContainsFunc(own, func(name string) bool { return are[name] }) {
			continue
		}
		if err := os.Remove(file); err != nil {
			return nil, err
		}
		gone = append(gone, own...)
	}
	return gone, t.removeKeys(gone)
}

// removeKeys takes away the keys between the tables of two plugins of which one is gone.
func (t Tree) removeKeys(tables []string) error {
	files, err := filepath.Glob(filepath.Join(t.Dir, "schema/*.sql"))
	for _, file := range files {
		err = errors.Join(err, t.Edit("schema/"+filepath.Base(file), func(s string) string {
			return key.ReplaceAllStringFunc(s, func(statement string) string {
				m := key.FindStringSubmatch(statement)
				if slices.Contains(tables, m[1]) || slices.Contains(tables, m[2]) {
					return ""
				}
				return statement
			})
		}))
	}
	return err
}

// required has the tables that plugins require.
func required(plugins []manifest.Source) map[string]bool {
	all := map[string]bool{}
	for _, p := range plugins {
		for _, table := range p.Requires.Tables {
			all[table.Name] = true
		}
	}
	return all
}

// switchOff takes plugins out of the list of what is compiled in, and out of stoa.yaml.
func (t Tree) switchOff(ids []string) error {
	for _, id := range ids {
		lines := regexp.MustCompile(`(?m)^.*\b` + id + `web\b.*\n`)
		if err := t.Edit("cmd/stoa/plugins.go", func(s string) string { return lines.ReplaceAllString(s, "") }); err != nil {
			return err
		}
		entry, section := regexp.MustCompile(`(plugins: \[.*?)\b`+id+`\b(, )?(.*\])`), regexp.MustCompile(`(?m)^`+id+`:.*\n([ \t]+.*\n|\n)*`)
		last := strings.NewReplacer(", ]", "]")
		if err := t.Edit("schema/stoa.yaml", func(s string) string {
			return section.ReplaceAllString(last.Replace(entry.ReplaceAllString(s, "$1$3")), "")
		}); err != nil {
			return err
		}
	}
	return nil
}

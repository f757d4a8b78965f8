package tree

import (
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"stoa/internal/plugin/manifest"
)

// clearPages takes out of ui.yaml what places components of plugins that are gone, or rows of tables that are. A page that
// nothing is left of goes too.
func (t Tree) clearPages(before, left []manifest.Source, tables []string) error {
	gone := components(before)
	for name := range components(left) {
		delete(gone, name)
	}
	rows := regexp.MustCompile(`\b(` + strings.Join(tables, "|") + `)\.(get|list)\(`)
	places := func(section *yaml.Node) bool {
		text, err := yaml.Marshal(section)
		return err != nil || gone[section.Content[0].Value] || len(tables) > 0 && rows.Match(text)
	}
	var failed error
	err := t.Edit("schema/ui.yaml", func(s string) string {
		var doc yaml.Node
		if failed = yaml.Unmarshal([]byte(s), &doc); failed != nil || len(doc.Content) == 0 {
			return s
		}
		if pages := at(doc.Content[0], "pages"); pages != nil {
			pages.Content = slices.DeleteFunc(pages.Content, func(page *yaml.Node) bool {
				sections := at(page, "sections")
				sections.Content = slices.DeleteFunc(sections.Content, places)
				return len(sections.Content) == 0
			})
		}
		if resources := at(doc.Content[0], "resources"); resources != nil {
			for i := len(resources.Content) - 2; i >= 0; i -= 2 {
				if slices.Contains(tables, resources.Content[i].Value) {
					resources.Content = slices.Delete(resources.Content, i, i+2)
				}
			}
		}
		text, err := yaml.Marshal(&doc)
		if failed = err; err != nil {
			return s
		}
		return string(text)
	})
	if err != nil {
		return err
	}
	return failed
}

// components has the names of what plugins provide for pages.
func components(plugins []manifest.Source) map[string]bool {
	all := map[string]bool{}
	for _, p := range plugins {
		for _, c := range p.Provides.Components {
			all[c.Name] = true
		}
	}
	return all
}

// at is the value of a key of a mapping, or nil.
func at(mapping *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == key {
			return mapping.Content[i+1]
		}
	}
	return nil
}

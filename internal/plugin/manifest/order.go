package manifest

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"stoa/internal/plugin/strict"
)

// order puts each plugin that is on behind those that it needs, and otherwise keeps the order in which they are compiled in.
func (c *checker) order() {
	s := &sorter{checker: c, state: map[string]int{}}
	for _, id := range c.ids {
		if c.settings.Has(id) {
			s.visit(id)
		}
	}
	c.settings.On = s.sorted
}

type sorter struct {
	*checker
	sorted []string
	path   []string
	state  map[string]int // 1 while its needs are visited, 2 when it stands
}

func (s *sorter) visit(id string) {
	switch s.state[id] {
	case 1:
		cycle := append(slices.Clone(s.path[slices.Index(s.path, id):]), id)
		s.problems.Errorf(s.compiled[id].At("Requires.Plugins"), "plugins require each other in a circle: %s", strings.Join(cycle, " → "))
		return
	case 2:
		return
	}
	s.state[id] = 1
	s.path = append(s.path, id)
	p := s.compiled[id]
	for _, need := range slices.Concat(p.Requires.Plugins, p.Requires.After) {
		if _, ok := s.compiled[need]; ok && s.settings.Has(need) {
			s.visit(need)
		}
	}
	s.path = s.path[:len(s.path)-1]
	s.state[id] = 2
	s.sorted = append(s.sorted, id)
}

func part(name string, i int) string { return fmt.Sprintf("%s[%d]", name, i) }

func keys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

func meant(name string, known []string) string {
	if near := strict.Nearest(name, known); near != "" {
		return fmt.Sprintf(", did you mean %s?", near)
	}
	return ""
}

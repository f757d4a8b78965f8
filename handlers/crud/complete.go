package crud

import (
	"fmt"
	"slices"

	"stoa/internal/resource"
)

// complete panics when the program lacks something that the schema asks of it: that shows at its start, not in a page.
func (t *table) complete() {
	secrets := slices.ContainsFunc(t.Fields, func(f resource.Field) bool { return f.Kind == resource.Secret })
	if secrets && t.Secrets == nil {
		panic(fmt.Sprintf("crud: %s has secrets, and the engine no keys to encrypt them", t.Table))
	}
	for _, a := range t.Actions {
		if t.o.Actions[a.Name] == nil {
			panic(fmt.Sprintf("crud: @action(%s) of %s lacks its function: give it to crud.Mount in Overrides.Actions", a.Name, t.Table))
		}
	}
	for name := range t.o.Actions {
		if _, ok := t.action(name); !ok {
			panic(fmt.Sprintf("crud: %s has no @action(%s)", t.Table, name))
		}
	}
	s := t.o.Steps
	there := map[string]bool{
		"normalise": s.Normalise != nil, "validate": s.Validate != nil, "scope": s.Scope != nil,
		"before_create": s.BeforeCreate != nil, "after_create": s.AfterCreate != nil,
		"before_update": s.BeforeUpdate != nil, "after_update": s.AfterUpdate != nil,
		"before_delete": s.BeforeDelete != nil, "after_delete": s.AfterDelete != nil, "after_commit": s.AfterCommit != nil,
	}
	for _, hook := range t.Hooks {
		if !there[hook] {
			panic(fmt.Sprintf("crud: @hook(%s) of %s lacks its function: give it to crud.Mount in Overrides.Steps", hook, t.Table))
		}
	}
}

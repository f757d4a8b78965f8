package infer

import (
	"slices"

	"stoa/tools/stoagen/annotation"
	"stoa/tools/stoagen/model"
)

// audience fills in what tables that people see have: resource, access, events.
func (in *inferrer) audience(t *model.Table) {
	if a := in.notes.Find(t, "resource"); a != nil {
		t.Resource = &model.Resource{}
		in.resource(t, a)
		in.list(t)
		in.layout(t)
		in.extras(t)
	}
	if a := in.notes.Find(t, "realtime"); a != nil {
		t.Realtime = realtime(a)
	}
	if t.Resource != nil || t.Realtime != nil {
		t.Access = in.access(t)
	}
}

// words sets a list-valued fact from an argument, or from a default.
func words(f *model.Fact[[]string], a *annotation.Annotation, param string, otherwise []string, rule string) {
	f.Set(otherwise, byDefault(rule))
	if a == nil {
		return
	}
	if v, ok := a.Get(param); ok {
		f.Set(v.Strs(), because(a, param))
	}
}

// text sets a fact from an argument, or from a default; without either it stays unknown.
func text(f *model.Fact[string], a *annotation.Annotation, param, otherwise, rule string) {
	if otherwise != "" {
		f.Set(otherwise, byDefault(rule))
	}
	if a == nil {
		return
	}
	if v, ok := a.Get(param); ok {
		f.Set(v.Str, because(a, param))
	}
}

func (in *inferrer) resource(t *model.Table, a *annotation.Annotation) {
	r := t.Resource
	text(&r.Label, a, "label", human(Singular(t.Name)), "name of the table")
	text(&r.Plural, a, "plural", human(t.Name), "name of the table")
	text(&r.Path, a, "path", t.Name, "name of the table")
	text(&r.Icon, a, "icon", "", "")
	text(&r.Nav, a, "nav", human(t.Plugin), "name of the plugin")
	text(&r.Parent, a, "parent", "", "")
	r.Order.Set(0, byDefault(""))
	if v, ok := a.Get("order"); ok {
		r.Order.Set(v.Int, because(a, "order"))
	}
	if t.Label != nil {
		r.Title.Set(t.Naming(), t.Facts.Label.Why)
	}
	text(&r.Title, a, "title", "", "")
	in.ops(t, a)
	for _, k := range t.ForeignKeys {
		if r.Parent.Known() && k.Target.Name == r.Parent.Value && k.Column() != "" && r.ParentKey == nil {
			r.ParentKey = k
		}
	}
}

// ops are all but those with files, which must be asked for.
func (in *inferrer) ops(t *model.Table, a *annotation.Annotation) {
	r := t.Resource
	words(&r.Ops, a, "ops", []string{"list", "get", "create", "update", "delete"}, "all but export")
	in.file(t, a, "export", &r.Export)
	in.file(t, a, "import", &r.Import)
	api := in.notes.Find(t, "api")
	r.APIOps.Set(r.Ops.Value, r.Ops.Why)
	if api == nil {
		return
	}
	if v, ok := api.Get("ops"); ok {
		r.APIOps.Set(v.Strs(), because(api, "ops"))
	}
	if _, off := api.Get("off"); off {
		r.APIOps.Set(nil, because(api))
	}
	if v, ok := api.Get("include"); ok {
		r.Include.Set(v.Strs(), because(api, "include"))
	}
}

// file is an operation with files: asked for by an annotation of its own, or among ops.
func (in *inferrer) file(t *model.Table, resource *annotation.Annotation, op string, format *model.Fact[string]) {
	ops, own := &t.Resource.Ops, in.notes.Find(t, op)
	switch {
	case own != nil:
		format.Set("csv", because(own))
		if _, said := resource.Get("ops"); !said {
			ops.Override(append(slices.Clone(ops.Value), op), because(own))
		}
	case slices.Contains(ops.Value, op):
		format.Set("csv", because(resource, "ops"))
	}
}

func realtime(a *annotation.Annotation) *model.Realtime {
	r := &model.Realtime{}
	words(&r.Subscribe, a, "subscribe", []string{"list", "get"}, "")
	words(&r.Broadcast, a, "broadcast", []string{"created", "updated", "deleted"}, "")
	text(&r.By, a, "by", "", "")
	text(&r.Stream, a, "stream", "", "")
	return r
}

// access is what @allow says; where it is silent, members read and write, and admins delete.
func (in *inferrer) access(t *model.Table) *model.Access {
	access := &model.Access{}
	a := in.notes.Find(t, "allow")
	for _, op := range []struct {
		name, role string
		fact       *model.Fact[*annotation.Expr]
	}{
		{"read", "member", &access.Read}, {"create", "member", &access.Create},
		{"update", "member", &access.Update}, {"delete", "admin", &access.Delete},
	} {
		op.fact.Set(&annotation.Expr{Op: annotation.Role, Role: op.role}, byDefault(""))
		if a == nil {
			continue
		}
		if v, ok := a.Get(op.name); ok {
			op.fact.Set(v.Expr, because(a, op.name))
		}
	}
	return access
}

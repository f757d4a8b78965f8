package isolation

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"stoa/generated/resources"
	"stoa/internal/resource"
)

// routes has every route.
var routes = slices.Concat(writtenRoutes, resourceRoutes())

// resourceRoutes are the routes of generated resources, and what their rules say of each visitor.
func resourceRoutes() []route {
	live := func(s *side) string {
		return "/events?topic=" + url.QueryEscape("/widgets/"+s.of["widgets"].row.String())
	}
	all := []route{{at: "GET /events", path: live, owner: 200, member: 200, foreign: 404, stranger: login}}
	for _, r := range resources.All() {
		all = append(all, routesOf(r)...)
	}
	return all
}

func routesOf(r resource.Resource) []route {
	base := "/" + r.Path
	at := func(what string) func(*side) string {
		return func(s *side) string { return base + "/" + s.of[r.Table].row.String() + what }
	}
	// seen is for what every company has of its own, row for what names one.
	seen := func(at string, rule resource.Rule, owner int) route {
		return route{at: at, owner: owner, member: by(rule, owner), foreign: owner, stranger: login}
	}
	row := func(at string, rule resource.Rule, owner int, path func(*side) string) route {
		q := route{at: at, path: path, owner: owner, member: by(rule, owner), foreign: http.StatusNotFound, stranger: login}
		if ofSome(r) {
			q.member = http.StatusNotFound // it is the owner's
		}
		return q
	}
	form := func(q route, form func(*side) url.Values) route { q.form = form; return q }
	below := func(q route) route {
		if ofParent(r) {
			q.member, q.foreign = by(r.Allow.Create, 422), 422
		}
		return q
	}
	edit := func(s *side) url.Values {
		f := s.form(r, "Changed")
		f.Set("revision", s.of[r.Table].revision)
		return f
	}
	var all []route
	if r.Ops.List {
		all = append(all, seen("GET "+base, r.Allow.Read, 200))
	}
	if r.Ops.List || r.Ops.Create || r.Ops.Update {
		all = append(all, seen("GET "+base+"/options", r.Allow.Read, 200))
	}
	if r.Ops.Export {
		all = append(all, seen("GET "+base+".csv", r.Allow.Read, 200))
	}
	if r.Ops.Create {
		all = append(all, seen("GET "+base+"/new", r.Allow.Create, 200),
			form(below(seen("POST "+base, r.Allow.Create, 303)), func(s *side) url.Values { return s.form(r, "New") }))
	}
	if r.Ops.Import {
		all = append(all, importRoutes(r)...)
	}
	if r.Ops.Get {
		all = append(all, row("GET "+base+"/:id", r.Allow.Read, 200, at("")))
	}
	if r.Ops.Create && !r.Ops.Update {
		q := form(seen("POST "+base+"/validate", r.Allow.Create, 200), func(s *side) url.Values { return s.form(r, "New") })
		i := slices.IndexFunc(r.Fields, func(f resource.Field) bool { return f.Writable(true) })
		q.path = fixedPath(base + "/validate?field=" + r.Fields[i].Name)
		if ofParent(r) {
			q.foreign = 422
		}
		all = append(all, q)
	}
	if r.Ops.Update {
		all = append(all, row("GET "+base+"/:id/edit", r.Allow.Update, 200, at("/edit")),
			form(row("POST "+base+"/:id", r.Allow.Update, 303, at("")), edit),
			form(row("POST "+base+"/validate", r.Allow.Update, 200, func(s *side) string {
				return base + "/validate?field=" + writable(r) + "&id=" + s.of[r.Table].row.String()
			}), edit))
	}
	if r.Ops.Delete {
		all = append(all, row("GET "+base+"/:id/delete", r.Allow.Delete, 200, at("/delete")),
			form(row("POST "+base+"/:id/delete", r.Allow.Delete, 303, at("/delete")), fixed()), restore(r, base),
			form(seen("POST "+base+"/bulk", r.Allow.Delete, 303), func(s *side) url.Values {
				return url.Values{"action": {"delete"}, "confirm": {"true"}, "ids": {s.of[r.Table].row.String()}}
			}))
	}
	if len(r.Actions) > 0 {
		a := r.Actions[0]
		address := base + "/:id/do/:action"
		all = append(all, row("GET "+address, a.Allow, 200, at("/do/"+a.Name)), form(row("POST "+address, a.Allow, 303, at("/do/"+a.Name)), func(s *side) url.Values {
			return s.asked(r, a)
		}))
	}
	if i := slices.IndexFunc(r.Actions, func(a resource.Action) bool { return a.Bulk }); i >= 0 && !r.Ops.Delete {
		all = append(all, form(seen("POST "+base+"/bulk", r.Actions[i].Allow, 303), func(s *side) url.Values {
			f := s.asked(r, r.Actions[i])
			f.Set("action", r.Actions[i].Name)
			f.Set("confirm", "true")
			f.Set("ids", s.of[r.Table].row.String())
			return f
		}))
	}
	return all
}

// asked is what an action's form asks for, as a browser sends it.
func (s *side) asked(r resource.Resource, a resource.Action) url.Values {
	form := s.form(r, "Asked")
	for name := range form {
		if !slices.Contains(a.Ask, name) {
			form.Del(name)
		}
	}
	return form
}

// ofParent reports whether a row can only be made below one that not everybody may change; there is no such one for the others.
func ofParent(r resource.Resource) bool {
	return r.Parent != "" && !r.Allow.Create.Everybody("member")
}

// writable is a field of the edit form.
func writable(r resource.Resource) string {
	return r.Fields[slices.IndexFunc(r.Fields, func(f resource.Field) bool { return f.Writable(false) })].Name
}

// ofSome reports whether a row of the side is hidden from its member: the owner's is. The side's assistant is for everyone.
func ofSome(r resource.Resource) bool {
	return !r.Allow.Read.Everybody("member") && r.Allow.Read.Some != "" && r.Table != "assistants"
}

// restore finds nothing where there is no trash.
func restore(r resource.Resource, base string) route {
	owner := map[bool]int{true: 303, false: 404}[r.SoftDelete]
	member := by(r.Allow.Delete, owner)
	if ofSome(r) {
		member = http.StatusNotFound // it is the owner's
	}
	return route{at: "POST " + base + "/:id/restore", form: fixed(), owner: owner, member: member, foreign: 404, stranger: login,
		path: func(s *side) string {
			id := s.of[r.Table].trashed
			if !r.SoftDelete {
				id = s.of[r.Table].row
			}
			return base + "/" + id.String() + "/restore"
		}}
}

// by is what a member gets where an owner gets status.
func by(rule resource.Rule, status int) int {
	if rule.Somebody("member") {
		return status
	}
	return http.StatusForbidden
}

// form is a sample of the resource as a browser sends it.
func (s *side) form(r resource.Resource, text string) url.Values {
	form := url.Values{}
	for name, value := range s.sample(r, text) {
		f, _ := r.Field(name)
		form.Set(name, resource.Encode(f, value))
	}
	return form
}

// isList reports whether the address is that of a resource's list, which takes known parameters only.
func isList(address string) bool {
	path, _, _ := strings.Cut(address, "?")
	return slices.ContainsFunc(resources.All(), func(r resource.Resource) bool { return path == "/"+r.Path || path == "/"+r.Path+".csv" })
}

package isolation

import (
	"net/url"
	"slices"
)

// resourceRoutes are the routes of generated resources: everybody reads, admins and owners write.
var resourceRoutes = []route{
	{at: "GET /events", path: func(s *side) string { return "/events?topic=" + url.QueryEscape("/widgets/"+s.widget.String()) }, owner: 200, member: 200, foreign: 404, stranger: login},
	{at: "GET /widgets", owner: 200, member: 200, foreign: 200, stranger: login},
	{at: "GET /widgets.csv", owner: 200, member: 200, foreign: 200, stranger: login},
	{at: "GET /widgets/options", owner: 200, member: 200, foreign: 200, stranger: login},
	{at: "GET /widgets/new", owner: 200, member: 403, foreign: 200, stranger: login},
	{at: "POST /widgets", form: fixed("name", "New"), owner: 303, member: 403, foreign: 303, stranger: login},
	{at: "POST /widgets/validate", form: fixed("name", ""), owner: 200, member: 403, foreign: 200, stranger: login},
	{at: "GET /widgets/:id", path: ofWidget(""), owner: 200, member: 200, foreign: 404, stranger: login},
	{at: "GET /widgets/:id/edit", path: ofWidget("/edit"), owner: 200, member: 403, foreign: 404, stranger: login},
	{at: "POST /widgets/:id", path: ofWidget(""), form: func(s *side) url.Values {
		return url.Values{"name": {"Changed"}, "colour": {"#000000"}, "config": {"{}"}, "revision": {s.revision}}
	}, owner: 303, member: 403, foreign: 404, stranger: login},
	{at: "GET /widgets/:id/delete", path: ofWidget("/delete"), owner: 200, member: 403, foreign: 404, stranger: login},
	{at: "POST /widgets/:id/delete", path: ofWidget("/delete"), form: fixed(), owner: 303, member: 403, foreign: 404, stranger: login},
	{at: "POST /widgets/:id/restore", path: func(s *side) string { return "/widgets/" + s.trashed.String() + "/restore" }, form: fixed(), owner: 303, member: 403, foreign: 404, stranger: login},
	{at: "POST /widgets/bulk", form: func(s *side) url.Values { return url.Values{"action": {"delete"}, "ids": {s.widget.String()}} }, owner: 303, member: 403, foreign: 303, stranger: login},
}

func ofWidget(what string) func(*side) string {
	return func(s *side) string { return "/widgets/" + s.widget.String() + what }
}

// routes has every route.
var routes = slices.Concat(writtenRoutes, resourceRoutes)

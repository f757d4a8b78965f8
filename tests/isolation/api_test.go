package isolation

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"stoa/generated/resources"
	"stoa/internal/resource"
)

// apiRoute says what each sort of token gets from a route of the JSON API.
type apiRoute struct {
	at   string             // method and pattern, as registered
	path func(*side) string // with ids of the side; nil for the pattern itself
	body func(*side) any    // for POST and PATCH: what would succeed
	read bool               // a token that may only read gets in

	owner   int // of the side
	member  int // of the same tenant, in the lowest role
	foreign int // the owner of another tenant, with the ids of this one
}

// apiRoutes has every route of the API: those of the resources, and those that are written by hand.
var apiRoutes = func() []apiRoute {
	all := slices.Clone(procedureRoutes)
	for _, r := range resources.All() {
		all = append(all, apiRoutesOf(r)...)
	}
	return all
}()

// procedureRoutes has every procedure. A new one needs a line here.
var procedureRoutes = []apiRoute{
	{at: "POST /api/v1/chats/:id/messages", path: ofChatAPI("/messages"), body: func(*side) any { return map[string]string{"content": "Hello"} },
		owner: 200, member: 404, foreign: 404},
	{at: "POST /api/v1/chats/:id/assistant", path: ofChatAPI("/assistant"), body: func(s *side) any { return map[string]string{"assistant_id": s.assistant.String()} },
		owner: 409, member: 404, foreign: 404}, // it has begun
	{at: "POST /api/v1/chats/:id/stop", path: ofChatAPI("/stop"), body: func(*side) any { return map[string]string{} }, owner: 200, member: 404, foreign: 404},
	{at: "GET /api/v1/chats/:id/stream", path: ofChatAPI("/stream"), read: true, owner: 200, member: 404, foreign: 404},
	{at: "GET /api/v1/knowledge", read: true, owner: 200, member: 200, foreign: 200},
	{at: "POST /api/v1/knowledge", body: func(*side) any { return map[string]string{"title": "Notes", "text": "What the porch is for."} }, owner: 200, member: 200, foreign: 200},
	{at: "GET /api/v1/knowledge/search", path: func(s *side) string { return "/api/v1/knowledge/search?q=" + s.mark }, read: true, owner: 200, member: 200, foreign: 200},
	{at: "GET /api/v1/usage", read: true, owner: 200, member: 200, foreign: 200},
}

func ofChatAPI(what string) func(*side) string {
	return func(s *side) string { return "/api/v1" + ofChat(what)(s) }
}

func apiRoutesOf(r resource.Resource) []apiRoute {
	base := "/api/v1/" + r.Path
	at := func(what string) func(*side) string {
		return func(s *side) string { return base + "/" + s.of[r.Table].row.String() + what }
	}
	row := func(q apiRoute, rule resource.Rule, path func(*side) string) apiRoute {
		q.path, q.member, q.foreign = path, by(rule, q.owner), http.StatusNotFound
		if ofSome(r) {
			q.member = http.StatusNotFound // it is the owner's
		}
		return q
	}
	sample := func(text string, creating bool) func(*side) any {
		return func(s *side) any { return s.body(r, text, creating) }
	}
	var all []apiRoute
	if r.API.List {
		all = append(all, apiRoute{at: "GET " + base, read: true, owner: 200, member: by(r.Allow.Read, 200), foreign: 200})
	}
	if r.API.Get {
		all = append(all, row(apiRoute{at: "GET " + base + "/:id", read: true, owner: 200}, r.Allow.Read, at("")))
	}
	if r.API.Create {
		made := apiRoute{at: "POST " + base, body: sample("New", true), owner: 201, member: by(r.Allow.Create, 201), foreign: 201}
		if ofParent(r) {
			made.member, made.foreign = by(r.Allow.Create, 422), 422
		}
		all = append(all, made)
	}
	if r.API.Update {
		all = append(all, row(apiRoute{at: "PATCH " + base + "/:id", body: sample("Changed", false), owner: 200}, r.Allow.Update, at("")))
	}
	if r.API.Delete {
		all = append(all, row(apiRoute{at: "DELETE " + base + "/:id", owner: 204}, r.Allow.Delete, at("")),
			apiRoute{at: "POST " + base + "/bulk", owner: 200, member: by(r.Allow.Delete, 200), foreign: 200, body: func(s *side) any {
				return map[string]any{"action": "delete", "ids": []uuid.UUID{s.of[r.Table].row}}
			}})
	}
	if r.API.Delete && r.SoftDelete {
		all = append(all, row(apiRoute{at: "POST " + base + "/:id/restore", owner: 200}, r.Allow.Delete, func(s *side) string {
			return base + "/" + s.of[r.Table].trashed.String() + "/restore"
		}))
	}
	if len(r.Actions) > 0 && r.API != (resource.Ops{}) {
		a := r.Actions[0]
		all = append(all, row(apiRoute{at: "POST " + base + "/:id/do/:action", owner: 200, body: func(s *side) any { return s.sends(r, a) }}, a.Allow, at("/do/"+a.Name)))
	}
	if i := slices.IndexFunc(r.Actions, func(a resource.Action) bool { return a.Bulk }); i >= 0 && r.API != (resource.Ops{}) {
		a := r.Actions[i]
		all = append(all, apiRoute{at: "POST " + base + "/do/:action", owner: 200, member: by(a.Allow, 200), foreign: 200,
			path: func(*side) string { return base + "/do/" + a.Name }, body: func(s *side) any {
				return map[string]any{"ids": []uuid.UUID{s.of[r.Table].row}, "values": s.sends(r, a)}
			}})
	}
	return all
}

// sends is what a program sends with an action.
func (s *side) sends(r resource.Resource, a resource.Action) map[string]json.RawMessage {
	body := s.body(r, "Asked", true)
	maps.DeleteFunc(body, func(name string, _ json.RawMessage) bool { return !slices.Contains(a.Ask, name) })
	return body
}

// body is a sample of the resource as a program sends it.
func (s *side) body(r resource.Resource, text string, creating bool) map[string]json.RawMessage {
	body := map[string]json.RawMessage{}
	for name, value := range s.sample(r, text) {
		if f, _ := r.Field(name); f.Writable(creating) {
			body[name] = resource.AppendJSON(nil, f, value)
		}
	}
	return body
}

// call is the request that would succeed for the side's owner, with that token.
func (r apiRoute) call(s *side, token string) request {
	method, pattern, _ := strings.Cut(r.at, " ")
	q := request{method: method, path: pattern, header: map[string]string{"Accept": "application/json", "If-Match": "*"}}
	if r.path != nil {
		q.path = r.path(s)
	}
	if token != "" {
		q.header["Authorization"] = "Bearer " + token
	}
	if r.body != nil {
		raw, err := json.Marshal(r.body(s))
		if err != nil {
			panic(err)
		}
		q.body = strings.NewReader(string(raw))
		q.header["Content-Type"] = "application/json"
	}
	return q
}

func TestAPIRoutes(t *testing.T) {
	t.Parallel()
	x := newApp(t)
	for _, r := range apiRoutes {
		t.Run(strings.ReplaceAll(r.at, "/", "·"), func(t *testing.T) {
			w := &world{app: x, a: newSide(t, x.db.Admin, "alpha"), b: newSide(t, x.db.Admin, "beta")}
			w.before = x.fingerprint(t, w.a)
			w.unknownTokens(t, r)
			w.unknownRows(t, r)
			w.badBodies(t, r)
			w.tokens(t, r)
		})
	}
}

// unknownTokens are none, made up, run out, or not where a token belongs.
func (w *world) unknownTokens(t *testing.T, r apiRoute) {
	t.Helper()
	for _, token := range []string{"", "made-up", "stoa_made-up", w.a.token("old"), w.a.ownerCookie, strings.Repeat("x", 4000)} {
		w.refused(t, "token "+token[:min(8, len(token))], r.call(w.a, token), http.StatusUnauthorized)
	}
	q := r.call(w.a, "")
	q.cookie = w.a.ownerCookie
	w.refused(t, "a session", q, http.StatusUnauthorized)
	q = r.call(w.a, "")
	q.path += "?access_token=" + w.a.token("owner") + "&token=" + w.a.token("owner")
	w.refused(t, "a token in the address", q, http.StatusUnauthorized)
	q = r.call(w.a, "")
	q.header["Authorization"] = "Basic " + w.a.token("owner")
	w.refused(t, "another scheme", q, http.StatusUnauthorized)
}

func (w *world) unknownRows(t *testing.T, r apiRoute) {
	t.Helper()
	for _, id := range []func() string{newID, func() string { return "garbage" }, func() string { return "%00" }, func() string { return strings.Repeat("9", 3000) }} {
		path, ok := route{at: r.at}.unknown(id)
		if !ok {
			return
		}
		q := r.call(w.b, w.b.token("owner"))
		q.path = path
		w.refused(t, "unknown id", q, http.StatusNotFound)
	}
}

// badBodies are too large, no JSON, or name a tenant.
func (w *world) badBodies(t *testing.T, r apiRoute) {
	t.Helper()
	if r.body == nil {
		return
	}
	for text, status := range map[string]int{
		`{"x":"` + strings.Repeat("a", 3<<20) + `"}`: http.StatusRequestEntityTooLarge, "{": http.StatusBadRequest, "[]": http.StatusBadRequest,
		`{"tenant_id":"` + w.b.tenant.String() + `"}`: http.StatusUnprocessableEntity,
	} {
		q := r.call(w.a, w.a.token("owner"))
		q.body = strings.NewReader(text)
		w.refused(t, "body "+text[:min(12, len(text))], q, status)
	}
	q := r.call(w.a, w.a.token("owner"))
	q.header["Content-Type"] = "application/x-www-form-urlencoded"
	w.refused(t, "a form", q, http.StatusUnsupportedMediaType)
	q = r.call(w.a, w.a.token("owner"))
	q.header["Origin"] = "https://evil.example"
	w.refused(t, "another site's page", q, http.StatusForbidden)
}

// tokens come last, since the owner's own changes things.
func (w *world) tokens(t *testing.T, r apiRoute) {
	t.Helper()
	w.refused(t, "no scope", r.call(w.a, w.a.token("none")), http.StatusForbidden)
	if !r.read {
		w.refused(t, "read only", r.call(w.a, w.a.token("reader")), http.StatusForbidden)
	}
	w.refused(t, "B with A's ids", r.call(w.a, w.b.token("owner")), r.foreign)
	if r.member >= 400 {
		w.refused(t, "member", r.call(w.a, w.a.token("member")), r.member)
	} else {
		w.answered(t, "member", r.call(w.a, w.a.token("member")), r.member)
	}
	q := r.call(w.a, w.a.token("owner"))
	if r.read {
		if res := w.do(t, q); !strings.HasPrefix(res.header.Get("Content-Type"), "application/json") && !strings.HasPrefix(res.header.Get("Content-Type"), "text/event-stream") {
			t.Errorf("%s answers with %s", r.at, res.header.Get("Content-Type"))
		}
	}
	w.answered(t, "owner", q, r.owner)
}

// A removed member's token is dead at once, and so is a revoked one; a lower role holds from the next request on.
func TestTokensFollowTheirOwner(t *testing.T) {
	t.Parallel()
	x := newApp(t)
	a := newSide(t, x.db.Admin, "alpha")
	get := func(token string) int {
		return x.do(t, request{method: http.MethodGet, path: "/api/v1/settings/prices", header: map[string]string{"Authorization": "Bearer " + token}}).status
	}
	exec := func(sql string, args ...any) {
		if _, err := x.db.Admin.Exec(t.Context(), sql, args...); err != nil {
			t.Fatal(err)
		}
	}
	if got := get(a.token("member")); got != http.StatusForbidden {
		t.Errorf("a member's token gets %d", got)
	}
	exec("update memberships set role = 'admin' where user_id = $1", a.member)
	if got := get(a.token("member")); got != http.StatusOK {
		t.Errorf("an admin's token gets %d", got)
	}
	exec("delete from memberships where user_id = $1", a.member)
	if got := get(a.token("member")); got != http.StatusUnauthorized {
		t.Errorf("the token of who left gets %d", got)
	}
	if got := get(a.token("owner")); got != http.StatusOK {
		t.Errorf("the owner's token gets %d", got)
	}
	res := x.do(t, request{method: http.MethodPost, path: "/settings/tokens/" + a.apiToken.String() + "/revoke", cookie: a.ownerCookie, form: fixed()(a)})
	if res.status != http.StatusSeeOther {
		t.Errorf("revoke: %d", res.status)
	}
	if got := get(a.token("owner")); got != http.StatusUnauthorized {
		t.Errorf("a revoked token gets %d", got)
	}
}

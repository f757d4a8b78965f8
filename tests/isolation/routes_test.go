package isolation

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/google/uuid"

	"stoa/static"
)

// login stands for 303 to the login page.
const login = -http.StatusSeeOther

// route says what each sort of visitor gets from a route of the product.
type route struct {
	at   string                 // method and pattern, as registered
	path func(*side) string     // with ids of the side; nil for the pattern itself
	form func(*side) url.Values // for POST: what would succeed

	owner     int  // of the side
	member    int  // of the same tenant, in the lowest role: chats are not theirs
	foreign   int  // the owner of another tenant, with the ids of this one
	stranger  int  // not logged in
	unlocking bool // the path holds a secret that lets in whoever has it
}

func fixed(values ...string) func(*side) url.Values {
	form := url.Values{}
	for i := 0; i < len(values); i += 2 {
		form.Set(values[i], values[i+1])
	}
	return func(*side) url.Values { return form }
}

// writtenRoutes has every route that is written by hand. A new one needs a line here.
var writtenRoutes = []route{
	{at: "GET /", owner: 200, member: 200, foreign: 200, stranger: login},
	{at: "GET /healthz", owner: 200, member: 200, foreign: 200, stranger: 200},
	{at: "GET /readyz", owner: 200, member: 200, foreign: 200, stranger: 200},
	{at: "GET /api/v1/openapi.json", owner: 200, member: 200, foreign: 200, stranger: 200},
	{at: "GET /api", owner: 200, member: 200, foreign: 200, stranger: 200},
	{at: "GET /api/:operation", path: fixedPath("/api/Widgets.Update"), owner: 200, member: 200, foreign: 200, stranger: 200},
	{at: "POST /api/:operation", path: fixedPath("/api/Widgets.List"), form: fixed("token", "stoa_unknown"), owner: 200, member: 200, foreign: 200, stranger: 200},
	{at: "GET /help", owner: 200, member: 200, foreign: 200, stranger: 200},
	{at: "GET /static/*", path: asset, owner: 200, member: 200, foreign: 200, stranger: 200},
	{at: "GET /theme.css", owner: 200, member: 200, foreign: 200, stranger: 200},
	{at: "POST /settings/theme", form: fixed("theme", "dark"), owner: 303, member: 303, foreign: 303, stranger: 303},

	{at: "GET /register", owner: 303, member: 303, foreign: 303, stranger: 200},
	{at: "POST /register", form: fixed("company", ""), owner: 422, member: 422, foreign: 422, stranger: 422},
	{at: "GET /login", owner: 303, member: 303, foreign: 303, stranger: 200},
	{at: "POST /login", form: func(s *side) url.Values { return url.Values{"email": {s.ownerEmail}, "password": {"guess"}} }, owner: 422, member: 422, foreign: 422, stranger: 422},
	{at: "POST /logout", form: fixed(), owner: login, member: login, foreign: login, stranger: login},
	{at: "GET /password/forgot", owner: 200, member: 200, foreign: 200, stranger: 200},
	{at: "POST /password/forgot", form: func(*side) url.Values { return url.Values{"email": {uuid.NewString() + "@example.com"}} }, owner: 303, member: 303, foreign: 303, stranger: 303},
	{at: "GET /password/reset/:token", path: func(*side) string { return "/password/reset/guess" }, owner: 404, member: 404, foreign: 404, stranger: 404},
	{at: "POST /password/reset/:token", path: func(*side) string { return "/password/reset/guess" }, form: fixed("new", "a walk in the painted porch"), owner: 404, member: 404, foreign: 404, stranger: 404},
	{at: "GET /invitations/:token", path: invitation, owner: 200, member: 200, foreign: 200, stranger: 200, unlocking: true},
	{at: "POST /invitations/:token", path: invitation, form: fixed(), owner: 303, member: 303, foreign: 303, stranger: 422, unlocking: true},
	{at: "POST /tenants/switch", form: func(s *side) url.Values { return url.Values{"tenant_id": {s.tenant.String()}} }, owner: 303, member: 303, foreign: 404, stranger: login},
	{at: "GET /settings/profile", owner: 200, member: 200, foreign: 200, stranger: login},
	{at: "GET /settings/password", owner: 200, member: 200, foreign: 200, stranger: login},
	{at: "POST /settings/password", form: fixed("current", "guess", "new", "correct horse battery"), owner: 422, member: 422, foreign: 422, stranger: login},
	{at: "GET /settings/invitations", owner: 200, member: 403, foreign: 200, stranger: login},
	{at: "POST /settings/invitations", form: fixed("role", "member"), owner: 201, member: 403, foreign: 201, stranger: login},
	{at: "POST /settings/invitations/:id/revoke", path: func(s *side) string { return "/settings/invitations/" + s.invitation.String() + "/revoke" },
		form: fixed(), owner: 303, member: 403, foreign: 404, stranger: login},

	{at: "GET /settings/tokens", owner: 200, member: 200, foreign: 200, stranger: login},
	{at: "POST /settings/tokens", form: fixed("name", "New", "days", "30", "scopes", "*:read"), owner: 201, member: 201, foreign: 201, stranger: login},
	{at: "POST /settings/tokens/:id/revoke", path: func(s *side) string { return "/settings/tokens/" + s.apiToken.String() + "/revoke" },
		form: fixed(), owner: 303, member: 404, foreign: 404, stranger: login},

	{at: "GET /chats/:id/stream", path: ofChat("/stream"), owner: 200, member: 404, foreign: 404, stranger: login},
	{at: "POST /chats/:id/messages", path: ofChat("/messages"), form: fixed("content", "Hello"), owner: 303, member: 404, foreign: 404, stranger: login},
	{at: "POST /chats/:id/writing", path: ofChat("/writing"), form: fixed(), owner: 204, member: 404, foreign: 404, stranger: login},
	{at: "POST /chats/:id/assistant", path: ofChat("/assistant"), form: func(s *side) url.Values { return url.Values{"assistant_id": {s.assistant.String()}} },
		owner: 409, member: 404, foreign: 404, stranger: login}, // it has begun
	{at: "POST /chats/:id/stop", path: ofChat("/stop"), form: fixed(), owner: 303, member: 404, foreign: 404, stranger: login},
	{at: "GET /chats/:id/messages/:message/sources", path: func(s *side) string { return ofChat("/messages/" + s.answer.String() + "/sources")(s) },
		owner: 200, member: 404, foreign: 404, stranger: login},
	{at: "POST /chats/:id/messages/:message/continue", path: func(s *side) string {
		return "/chats/" + s.brokenChat.String() + "/messages/" + s.brokenAnswer.String() + "/continue"
	}, form: fixed(), owner: 303, member: 404, foreign: 404, stranger: login},

	{at: "GET /doctor/stream", path: fixedPath("/doctor/stream?quiet=0"), owner: 200, member: 200, foreign: 200, stranger: 200},
	{at: "GET /settings/doctor", owner: 200, member: 403, foreign: 200, stranger: login},
	{at: "POST /assistants/:id/start", path: func(s *side) string { return "/assistants/" + s.of["assistants"].row.String() + "/start" },
		form: fixed(), owner: 303, member: 303, foreign: 404, stranger: login},

	{at: "GET /search", path: func(s *side) string { return "/search?q=" + s.mark }, owner: 200, member: 200, foreign: 200, stranger: login},
	{at: "GET /settings/isolation", owner: 200, member: 403, foreign: 200, stranger: login},
	{at: "GET /settings/plugins", owner: 200, member: 403, foreign: 200, stranger: login},
	{at: "GET /knowledge", owner: 200, member: 200, foreign: 200, stranger: login},
	{at: "POST /knowledge", form: fixed("title", "Notes", "text", "What the porch is for."), owner: 303, member: 303, foreign: 303, stranger: login},
	{at: "GET /knowledge/search", path: func(s *side) string { return "/knowledge/search?q=" + s.mark }, owner: 200, member: 200, foreign: 200, stranger: login},
	{at: "GET /knowledge/:id", path: ofDocument(""), owner: 200, member: 200, foreign: 404, stranger: login},
	{at: "GET /knowledge/:id/file", path: ofDocument("/file"), owner: 200, member: 200, foreign: 404, stranger: login},
	{at: "POST /knowledge/:id/versions", path: ofDocument("/versions"), form: fixed("text", "The porch is for walking."), owner: 303, member: 403, foreign: 404, stranger: login},
	{at: "POST /knowledge/:id/rename", path: ofDocument("/rename"), form: fixed("title", "Renamed"), owner: 303, member: 403, foreign: 404, stranger: login},
	{at: "POST /knowledge/:id/delete", path: ofDocument("/delete"), form: fixed(), owner: 303, member: 403, foreign: 404, stranger: login},
	{at: "GET /settings/collections/:id/readers", path: func(s *side) string { return "/settings/collections/" + s.shelf.String() + "/readers" },
		owner: 200, member: 403, foreign: 404, stranger: login},
	{at: "POST /settings/collections/:id/readers", path: func(s *side) string { return "/settings/collections/" + s.shelf.String() + "/readers" },
		form: func(s *side) url.Values { return url.Values{"user": {s.admin.String()}} }, owner: 303, member: 403, foreign: 404, stranger: login},
	{at: "POST /knowledge/:id/cancel", path: ofDocument("/cancel"), form: func(s *side) url.Values { return url.Values{"version": {s.queued.String()}} },
		owner: 303, member: 403, foreign: 404, stranger: login},
	{at: "POST /knowledge/:id/retry", path: ofDocument("/retry"), form: func(s *side) url.Values { return url.Values{"version": {s.failed.String()}} },
		owner: 303, member: 403, foreign: 404, stranger: login},

	{at: "GET /usage", owner: 200, member: 200, foreign: 200, stranger: login},
	{at: "GET /usage/now", owner: 200, member: 200, foreign: 200, stranger: login},
	{at: "GET /usage.csv", owner: 200, member: 200, foreign: 200, stranger: login},
}

func fixedPath(path string) func(*side) string { return func(*side) string { return path } }

func asset(*side) string { return static.Styles()[0] }

func invitation(s *side) string { return "/invitations/" + s.invitationToken }

func ofChat(what string) func(*side) string {
	return func(s *side) string { return "/chats/" + s.chat.String() + what }
}

func ofDocument(what string) func(*side) string {
	return func(s *side) string { return "/knowledge/" + s.document.String() + what }
}

// unknown is the route's path with ids that name nothing; ok is false when the path has none.
func (r route) unknown(id func() string) (path string, ok bool) {
	_, pattern := r.split()
	out := ""
	for part := range segments(pattern) {
		if strings.HasPrefix(part, ":") {
			part, ok = id(), true
		}
		out += "/" + part
	}
	return out, ok
}

func newID() string { return uuid.NewString() }

package isolation

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

// A collection for owners alone is a wall against admins too: they can neither open it, nor delete it, nor name who reads it.
func TestAnOwnersCollectionStaysTheirs(t *testing.T) {
	t.Parallel()
	x := newApp(t)
	a := x.newSide(t, "alpha")
	x.run(t, "update knowledge_collections set access = 'owners' where id = $1", a.shelf)
	x.run(t, "update api_tokens set user_id = $1 where user_id = $2", a.admin, a.member) // so that the admin has a token
	at := "/settings/collections/" + a.shelf.String()
	revision := regexp.MustCompile(`name="revision" value="([^"]+)"`).FindStringSubmatch(x.do(t, request{method: http.MethodGet, path: at + "/edit", cookie: a.adminCookie}).body)
	if revision == nil {
		t.Fatal("the form has no revision")
	}
	open := url.Values{"name": {"Board"}, "access": {"admins"}, "revision": revision[1:]}
	bulk := url.Values{"action": {"delete"}, "confirm": {"true"}, "ids": {a.shelf.String()}}
	x.post(t, a.adminCookie, at, open, 403)
	x.post(t, a.adminCookie, at+"/delete", url.Values{"confirm": {"true"}}, 403)
	x.post(t, a.adminCookie, "/settings/collections/bulk", bulk, 403)
	x.post(t, a.adminCookie, at+"/readers", url.Values{"user": {a.admin.String()}}, 404)
	for what, body := range map[string]string{
		"PATCH " + at: `{"access": "admins"}`, "DELETE " + at: "", "POST /settings/collections/bulk": `{"action": "delete", "ids": ["` + a.shelf.String() + `"]}`,
	} {
		method, path, _ := strings.Cut(what, " ")
		res := x.do(t, request{method: method, path: "/api/v1" + path, body: strings.NewReader(body),
			header: map[string]string{"Authorization": "Bearer " + a.token("member"), "Content-Type": "application/json", "If-Match": "*"}})
		if res.status != 403 || !strings.Contains(res.body, "Only an owner") {
			t.Errorf("%s: %d %s", what, res.status, res.body)
		}
	}
	x.post(t, a.ownerCookie, at, open, 303)
}

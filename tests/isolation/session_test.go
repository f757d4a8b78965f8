package isolation

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/google/uuid"
)

const password = "a walk in the painted porch"

// person is somebody who came in by the forms.
type person struct{ email, cookie string }

// set is the cookie that a response sets for the session, "" for none.
func (r response) set() string {
	for _, c := range (&http.Response{Header: r.header}).Cookies() {
		if c.Name == "sid" {
			return c.Value
		}
	}
	return ""
}

func (x *app) register(t *testing.T, with string) person {
	t.Helper()
	p := person{email: uuid.NewString() + "@example.com"}
	res := x.do(t, request{method: http.MethodPost, path: "/register", cookie: with,
		form: url.Values{"company": {"Porch"}, "name": {"Zeno"}, "email": {p.email}, "password": {password}}})
	if p.cookie = res.set(); res.status != http.StatusSeeOther || res.location != "/chats" || p.cookie == "" {
		t.Fatalf("register: %d %s %s", res.status, res.location, res.body)
	}
	return p
}

func (x *app) works(t *testing.T, cookie string) bool {
	t.Helper()
	res := x.do(t, request{method: http.MethodGet, path: "/settings/profile", cookie: cookie})
	return res.status == http.StatusOK
}

// An attacker who plants an id in the victim's browser has nothing after the victim's login.
func TestSessionFixation(t *testing.T) {
	t.Parallel()
	x := newApp(t)
	planted := "planted-by-the-attacker"
	zeno := x.register(t, planted)
	if zeno.cookie == planted || x.works(t, planted) {
		t.Error("an id that came from outside was taken over")
	}
	attacker := x.register(t, "") // a real session, of the attacker
	res := x.do(t, request{method: http.MethodPost, path: "/login", cookie: attacker.cookie, form: url.Values{"email": {zeno.email}, "password": {password}}})
	if res.status != http.StatusSeeOther || res.set() == attacker.cookie || res.set() == "" {
		t.Fatalf("login: %d, cookie %q", res.status, res.set())
	}
	if x.works(t, attacker.cookie) {
		t.Error("the id from before the login still opens something")
	}
	if !x.works(t, res.set()) || !x.works(t, zeno.cookie) {
		t.Error("the login does not work, or ended another one")
	}
}

// The id changes with every change of rights, and the old one is worth nothing.
func TestTheIDRotates(t *testing.T) {
	t.Parallel()
	x := newApp(t)
	other := newSide(t, x.db.Admin, "other")
	for name, change := range map[string]request{
		"password": {path: "/settings/password", form: url.Values{"current": {password}, "new": {password + " again"}}},
		"switch":   {path: "/tenants/switch", form: url.Values{"tenant_id": {other.tenant.String()}}},
		"join":     {path: "/invitations/" + other.invitationToken, form: url.Values{}},
	} {
		t.Run(name, func(t *testing.T) {
			zeno := x.register(t, "")
			if name == "switch" {
				if _, err := x.db.Admin.Exec(t.Context(), "insert into memberships (tenant_id, user_id, role) select $1, id, 'member' from users where email = $2", other.tenant, zeno.email); err != nil {
					t.Fatal(err)
				}
			}
			change.method, change.cookie = http.MethodPost, zeno.cookie
			res := x.do(t, change)
			if res.status != http.StatusSeeOther || res.set() == "" || res.set() == zeno.cookie {
				t.Fatalf("%d %s, cookie %q", res.status, res.body, res.set())
			}
			if x.works(t, zeno.cookie) || !x.works(t, res.set()) {
				t.Error("the old id works, or the new one does not")
			}
		})
	}
}

// A change of password ends every other login of the person.
func TestPasswordChangeEndsOtherLogins(t *testing.T) {
	t.Parallel()
	x := newApp(t)
	zeno := x.register(t, "")
	thief := x.do(t, request{method: http.MethodPost, path: "/login", form: url.Values{"email": {zeno.email}, "password": {password}}}).set()
	if !x.works(t, thief) {
		t.Fatal("the second login does not work")
	}
	x.do(t, request{method: http.MethodPost, path: "/settings/password", cookie: zeno.cookie, form: url.Values{"current": {password}, "new": {"an entirely new one"}}})
	if x.works(t, thief) {
		t.Error("the thief is still in")
	}
}

// Who reads the database cannot log in with what is there.
func TestOnlyAHashIsStored(t *testing.T) {
	t.Parallel()
	x := newApp(t)
	zeno := x.register(t, "")
	if len(zeno.cookie) < 43 {
		t.Errorf("the id has %d characters, 32 random bytes make 43", len(zeno.cookie))
	}
	for _, table := range tables(t, x.db.Admin) {
		var all string
		if err := x.db.Admin.QueryRow(t.Context(), "select coalesce(string_agg(r::text, '|'), '') from "+table.name+" r").Scan(&all); err != nil {
			t.Fatal(err)
		}
		for what, secret := range map[string]string{"the cookie": zeno.cookie, "the password": password} {
			if strings.Contains(all, secret) {
				t.Errorf("%s has %s", table.name, what)
			}
		}
	}
	var stored []byte
	if err := x.db.Admin.QueryRow(t.Context(), "select id_hash from sessions").Scan(&stored); err != nil || string(stored) != string(key(zeno.cookie)) {
		t.Errorf("stored %x, %v", stored, err)
	}
}

// A session ends with its row, when nobody uses it, and after its longest life.
func TestSessionsEnd(t *testing.T) {
	t.Parallel()
	x := newApp(t)
	for name, sql := range map[string]string{
		"its row is deleted":    "delete from sessions where id_hash = $1",
		"idle for a week":       "update sessions set last_seen_at = now() - interval '7 days 1 minute' where id_hash = $1",
		"its life is over":      "update sessions set expires_at = now() where id_hash = $1",
		"no member any more":    "delete from memberships m using sessions s where s.id_hash = $1 and m.user_id = s.user_id",
		"the company is closed": "delete from tenants t using sessions s where s.id_hash = $1 and t.id = s.tenant_id",
	} {
		zeno := x.register(t, "")
		if !x.works(t, zeno.cookie) {
			t.Fatal("no session to begin with")
		}
		if _, err := x.db.Admin.Exec(t.Context(), sql, key(zeno.cookie)); err != nil {
			t.Fatal(err)
		}
		if x.works(t, zeno.cookie) {
			t.Errorf("%s: still in", name)
		}
	}
	zeno := x.register(t, "")
	if _, err := x.db.Admin.Exec(t.Context(), "update sessions set last_seen_at = now() - interval '6 days 23 hours' where id_hash = $1", key(zeno.cookie)); err != nil {
		t.Fatal(err)
	}
	if !x.works(t, zeno.cookie) {
		t.Error("logged out before a week was over")
	}
	var fresh bool
	if err := x.db.Admin.QueryRow(t.Context(), "select last_seen_at > now() - interval '1 minute' from sessions where id_hash = $1", key(zeno.cookie)).Scan(&fresh); err != nil || !fresh {
		t.Errorf("a request does not count as use: %v", err)
	}
}

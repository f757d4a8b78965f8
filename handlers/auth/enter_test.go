package auth

import (
	"net/http"
	"strings"
	"testing"

	"stoa/services/auth"
)

func TestRegister(t *testing.T) {
	t.Parallel()
	w := newWorld(t, auth.Open, false)
	v := w.visitor()
	v.get(t, "/register").says(t, `name="company"`, `name="name"`, `name="email"`, `name="password"`)
	got := v.post(t, "/register", "company", "Porch & Sons", "name", "Zeno", "email", "nobody", "password", "short")
	got.is(t, 422, "")
	got.says(t, `value="Porch &amp; Sons"`, `value="nobody"`, "Write a whole email address", "Use at least 12 characters")
	if strings.Contains(got.text, `value="short"`) {
		t.Error("the password comes back in the page")
	}
	v.post(t, "/register", "company", "Porch & Sons", "name", "Zeno", "email", "zeno@example.com", "password", good).is(t, 303, "/chats")
	for _, path := range []string{"/register", "/login", "/"} {
		v.get(t, path).is(t, 303, "/chats")
	}
	v.get(t, "/settings/profile").says(t, "Porch &amp; Sons", "zeno@example.com", "as owner")
	again := w.visitor().post(t, "/register", "company", "Other", "name", "Zeno", "email", " ZENO@example.com", "password", good)
	again.is(t, 422, "")
	again.says(t, "Log in if this is yours")
}

func TestClosedRegistration(t *testing.T) {
	t.Parallel()
	for _, closed := range []auth.Registration{auth.Invite, auth.Off} {
		v := newWorld(t, closed, false).visitor()
		v.get(t, "/register").says(t, "cannot register here")
		v.post(t, "/register", "company", "Porch", "name", "Zeno", "email", "zeno@example.com", "password", good).is(t, 403, "")
	}
}

// For http and for https the cookie is as strict as each allows.
func TestCookies(t *testing.T) {
	t.Parallel()
	for name, secure := range map[string]bool{"sid": false, "__Host-sid": true} {
		v, _ := newWorld(t, auth.Open, secure).registered(t)
		c := v.cookies[name]
		if c == nil || c.Secure != secure || !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Path != "/" || c.Domain != "" {
			t.Errorf("%s: got %v", name, v.cookies)
		}
	}
}

func TestLoginAndLogout(t *testing.T) {
	t.Parallel()
	w := newWorld(t, auth.Open, false)
	_, email := w.registered(t)
	v := w.visitor()
	v.get(t, "/settings/profile").is(t, 303, "/login?next=%2Fsettings%2Fprofile")
	v.get(t, "/login?next=%2Fsettings%2Fprofile").says(t, `value="/settings/profile"`)
	v.post(t, "/login", "email", strings.ToUpper(email), "password", good, "next", "/settings/profile").is(t, 303, "/settings/profile")
	v.get(t, "/settings/profile").is(t, 200, "")
	cookie := *v.cookies["sid"]
	v.post(t, "/logout").is(t, 303, "/login")
	if v.cookies["sid"] != nil {
		t.Error("the cookie stays")
	}
	v.cookies["sid"] = &cookie
	v.get(t, "/settings/profile").is(t, 303, "/login?next=%2Fsettings%2Fprofile")
	for _, next := range []string{"https://evil.example", "//evil.example", `/\evil.example`, "javascript:alert(1)", ""} {
		w.visitor().post(t, "/login", "email", email, "password", good, "next", next).is(t, 303, "/chats")
	}
}

// The page for a wrong password is the page for an unknown account, byte for byte but for what was typed.
func TestFailuresLookAlike(t *testing.T) {
	t.Parallel()
	w := newWorld(t, auth.Open, false)
	_, email := w.registered(t)
	page := func(email, password string) string {
		got := w.visitor().post(t, "/login", "email", email, "password", password)
		got.is(t, 422, "")
		got.says(t, "Email or password is wrong.")
		if strings.Contains(got.text, password) {
			t.Error("the password comes back in the page")
		}
		return strings.NewReplacer(email, "", got.Header.Get("X-Request-Id"), "").Replace(got.text)
	}
	if page(email, "not the password") != page("nobody@example.com", "not the password") {
		t.Error("the pages differ")
	}
}

func TestThrottledLogin(t *testing.T) {
	t.Parallel()
	w := newWorld(t, auth.Open, false)
	_, email := w.registered(t)
	w.exec(t, "insert into throttles (bucket, attempts, resets_at) values ('login:address:127.0.0.1', 100, now() + interval '5 min')")
	got := w.visitor().post(t, "/login", "email", email, "password", good)
	got.is(t, 429, "")
	got.says(t, "Too many attempts. Try again in", `name="password"`, email)
}

func TestPassword(t *testing.T) {
	t.Parallel()
	w := newWorld(t, auth.Open, false)
	v, email := w.registered(t)
	old := v.cookies["sid"].Value
	got := v.post(t, "/settings/password", "current", "guess", "new", "short")
	got.is(t, 422, "")
	got.says(t, "This is not your current password.", "Use at least 12 characters")
	v.post(t, "/settings/password", "current", good, "new", "another good one").is(t, 303, "/settings/profile")
	if v.cookies["sid"].Value == old {
		t.Error("the id stays")
	}
	v.get(t, "/settings/profile").says(t, "Your password is changed.")
	if strings.Contains(v.get(t, "/settings/profile").text, "Your password is changed.") {
		t.Error("it is said twice")
	}
	w.visitor().post(t, "/login", "email", email, "password", "another good one").is(t, 303, "/chats")
}

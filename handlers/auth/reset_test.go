package auth

import (
	"context"
	"log/slog"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"stoa/internal/dbtest"
	"stoa/internal/plugin/mail"
	"stoa/internal/secret"
	"stoa/services/auth"
)

// mailing is a world that keeps the letters which it would send.
func mailing(t *testing.T) (*world, *mail.Spool) {
	t.Helper()
	w := &world{db: dbtest.New(t)}
	log := slog.New(slog.DiscardHandler)
	spool, err := mail.Open(mail.Options{Dir: filepath.Join(t.TempDir(), "mail"), From: "stoa@stoa.example", Log: log})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = spool.Close(context.Background()) }) // it is writing into a folder that goes
	box, err := secret.New("a key that only this test has, and long enough")
	if err != nil {
		t.Fatal(err)
	}
	w.serve(t, auth.New(w.db.Doors(), auth.Open, log).WithMail(spool, box, "https://stoa.example"), false)
	return w, spool
}

// letters waits for so many letters, since a letter is written beside the request.
func letters(t *testing.T, spool *mail.Spool, n int) []mail.Letter {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		kept, err := spool.Kept()
		if err != nil {
			t.Fatal(err)
		}
		if len(kept) >= n {
			return kept
		}
		if time.Now().After(end) {
			t.Fatalf("%d letters, want %d", len(kept), n)
		}
	}
}

var linkForm = regexp.MustCompile(`https://stoa\.example(/\S+)`)

func linkIn(t *testing.T, l mail.Letter) string {
	t.Helper()
	all := linkForm.FindAllStringSubmatch(l.Text, -1)
	if len(all) == 0 {
		t.Fatalf("no link in\n%s", l.Text)
	}
	return all[len(all)-1][1]
}

// A link from a letter gives a new password, once; it ends every session, and tells nobody who has an account.
func TestPasswordReset(t *testing.T) {
	t.Parallel()
	w, spool := mailing(t)
	ada := w.visitor()
	ada.post(t, "/register", "company", "Porch", "name", "Ada", "email", "ada@example.com", "password", good).is(t, 303, "/chats")
	if got := w.visitor().get(t, "/login"); !strings.Contains(got.text, "/password/forgot") {
		t.Error("the login does not lead to a new password")
	}
	v := w.visitor()
	v.post(t, "/password/forgot", "email", "no address").is(t, 422, "")
	v.post(t, "/password/forgot", "email", "nobody@example.com").is(t, 303, "/password/forgot")
	v.post(t, "/password/forgot", "email", " ADA@example.com ").is(t, 303, "/password/forgot")
	l := letters(t, spool, 1)
	if len(l) != 1 || l[0].To != "ada@example.com" {
		t.Fatalf("letters: %+v", l)
	}
	link := linkIn(t, l[0])
	v.get(t, link).is(t, 200, "")
	v.get(t, link+"x").is(t, 404, "")
	v.post(t, link, "new", "short").is(t, 422, "")
	ada.get(t, "/settings/profile").is(t, 200, "")
	w.exec(t, `INSERT INTO api_tokens (tenant_id, id, user_id, name, token_hash, hint, scopes, expires_at)
		SELECT tenant_id, gen_random_uuid(), user_id, 'Stolen', decode(repeat('ab', 32), 'hex'), 'hint', '{*:read}', now() + interval '1 day' FROM memberships`)
	v.post(t, link, "new", "another walk in the porch").is(t, 303, "/login")
	if got := ada.get(t, "/settings/profile"); got.StatusCode != 303 {
		t.Errorf("the session goes on with %d", got.StatusCode)
	}
	var tokens int
	if err := w.db.Admin.QueryRow(t.Context(), "SELECT count(*) FROM api_tokens").Scan(&tokens); err != nil || tokens > 0 {
		t.Errorf("%d tokens for programs go on (%v)", tokens, err)
	}
	v.post(t, link, "new", "a third walk in the porch").is(t, 404, "")
	v.get(t, link).is(t, 404, "")
	w.visitor().post(t, "/login", "email", "ada@example.com", "password", good).is(t, 422, "")
	w.visitor().post(t, "/login", "email", "ada@example.com", "password", "another walk in the porch").is(t, 303, "/chats")
	for range 4 {
		v.post(t, "/password/forgot", "email", "ada@example.com").is(t, 303, "/password/forgot")
	}
	v.post(t, "/password/forgot", "email", "ada@example.com").is(t, 429, "")
	v.post(t, "/password/forgot", "email", "Nobody@example.com").is(t, 303, "/password/forgot")
}

// Two requests with one link: one of them changes the password.
func TestResetTwiceAtOnce(t *testing.T) {
	t.Parallel()
	w, spool := mailing(t)
	w.visitor().post(t, "/register", "company", "Porch", "name", "Ada", "email", "ada@example.com", "password", good).is(t, 303, "/chats")
	w.visitor().post(t, "/password/forgot", "email", "ada@example.com").is(t, 303, "/password/forgot")
	link, codes := linkIn(t, letters(t, spool, 1)[0]), make(chan int, 2)
	for _, password := range []string{"the first new password", "the second new password"} {
		go func() { codes <- w.visitor().post(t, link, "new", password).StatusCode }()
	}
	if a, b := <-codes, <-codes; a+b != 303+404 {
		t.Errorf("answered %d and %d", a, b)
	}
}

// An invitation goes by letter too when an address is given; the form keeps what was typed when it is none.
func TestInvitationByLetter(t *testing.T) {
	t.Parallel()
	w, spool := mailing(t)
	ada := w.visitor()
	ada.post(t, "/register", "company", "Porch", "name", "Ada", "email", "ada@example.com", "password", good).is(t, 303, "/chats")
	if got := ada.post(t, "/settings/invitations", "role", "member", "email", "no address"); got.StatusCode != 422 || !strings.Contains(got.text, `value="no address"`) {
		t.Errorf("answered %d", got.StatusCode)
	}
	got := ada.post(t, "/settings/invitations", "role", "member", "email", "max@example.com")
	if got.StatusCode != 201 || !strings.Contains(got.text, "on its way to max@example.com") {
		t.Errorf("answered %d:\n%s", got.StatusCode, got.text)
	}
	l := letters(t, spool, 1)
	if len(l) != 1 || l[0].To != "max@example.com" || !strings.Contains(l[0].Text, "Ada invites you to Porch") {
		t.Fatalf("letters: %+v", l)
	}
	max := w.visitor()
	max.post(t, linkIn(t, l[0]), "name", "Max", "email", "max@example.com", "password", good).is(t, 303, "/chats")
}

// Who may invite writes to a company, not to the world; who may not invite uses up nothing.
func TestInvitationsByLetterAreCounted(t *testing.T) {
	t.Parallel()
	w, spool := mailing(t)
	ada, mia := w.visitor(), w.visitor()
	ada.post(t, "/register", "company", "Porch", "name", "Ada", "email", "ada@example.com", "password", good).is(t, 303, "/chats")
	ada.post(t, "/settings/invitations", "role", "member", "email", "mia@example.com").is(t, 201, "")
	mia.post(t, linkIn(t, letters(t, spool, 1)[0]), "name", "Mia", "email", "mia@example.com", "password", good).is(t, 303, "/chats")
	counted := func() (n int) {
		if err := w.db.Admin.QueryRow(t.Context(), "SELECT count(*) FROM throttles WHERE bucket LIKE 'invitation:%'").Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	before := counted()
	mia.post(t, "/settings/invitations", "role", "member", "email", "max@example.com").is(t, 403, "")
	if after := counted(); after != before {
		t.Errorf("a member's attempt counts: %d buckets, then %d", before, after)
	}
	w.exec(t, "UPDATE throttles SET attempts = 50 WHERE bucket LIKE 'invitation:user:%'")
	if got := ada.post(t, "/settings/invitations", "role", "member", "email", "max@example.com"); got.StatusCode != 429 || !strings.Contains(got.text, `value="max@example.com"`) {
		t.Errorf("the 51st letter of a day: %d", got.StatusCode)
	}
}

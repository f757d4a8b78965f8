package auth

import (
	"encoding/base64"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/argon2"

	"stoa/internal/errs"
)

func TestLogin(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	login, _, email := w.company(t)
	for _, typed := range []string{email, strings.ToUpper(email), " " + email + " "} {
		got, err := w.Login(t.Context(), typed, goodPassword, home, "")
		if err != nil || got != login {
			t.Errorf("%q: got %v, %v", typed, got, err)
		}
	}
}

// Whoever guesses learns nothing: not which of the two was wrong, not whether the account exists.
func TestFailuresLookAlike(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, _, email := w.company(t)
	for what, c := range map[string][2]string{
		"wrong password": {email, "not the password"}, "unknown account": {"nobody@example.com", goodPassword}, "no email": {"", ""},
		"no address": {"nobody", goodPassword}, "NUL": {"a\x00b@example.com", "\x00"}, "long": {strings.Repeat("a", 1<<16) + "@example.com", strings.Repeat("b", 1<<16)},
		"invalid UTF-8": {"\xff@example.com", "\xff"},
	} {
		_, err := w.Login(t.Context(), c[0], c[1], home, "")
		if errs.KindOf(err) != errs.Invalid || err.Error() != "Email or password is wrong." || errs.FieldsOf(err) != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// An unknown account costs the derivation that a known one costs: with every place taken it waits too.
func TestUnknownAccountsDoTheSameWork(t *testing.T) { // alone: it takes every place
	w := newWorld(t)
	for range cap(hashing) {
		hashing <- struct{}{}
	}
	done := make(chan error)
	go func() {
		_, err := w.Login(t.Context(), "nobody@example.com", goodPassword, home, "")
		done <- err
	}()
	select {
	case err := <-done:
		t.Errorf("answered without deriving: %v", err)
	case <-time.After(300 * time.Millisecond):
	}
	for range cap(hashing) {
		<-hashing
	}
	want(t, "unknown", <-done, errs.Invalid)
}

// When the parameters change, each hash is replaced at the next login.
func TestRehash(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	login, _, email := w.company(t)
	salt := make([]byte, argonSalt)
	old := argonPrefix(8*1024, 1, 1) + encoded(salt) + "$" + encoded(argon2.IDKey([]byte(goodPassword), salt, 1, 8*1024, 1, argonKey))
	w.exec(t, "update users set password_hash = $1 where id = $2", old, login.User)
	_, err := w.Login(t.Context(), email, "guess", home, "")
	want(t, "a guess", err, errs.Invalid)
	if n := w.count(t, "users where password_hash = $1", old); n != 1 {
		t.Error("a wrong password replaced the hash")
	}
	for range 2 {
		if _, err := w.Login(t.Context(), email, goodPassword, home, ""); err != nil {
			t.Fatal(err)
		}
		if n := w.count(t, "users where password_hash like '$argon2id$v=19$m=19456,t=2,p=1$%'"); n != 1 {
			t.Error("the hash was not replaced")
		}
	}
}

func TestWithoutACompanyNobodyComesIn(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	login, _, email := w.company(t)
	w.exec(t, "delete from memberships where user_id = $1", login.User)
	_, err := w.Login(t.Context(), email, goodPassword, home, "")
	want(t, "the right password", err, errs.Forbidden)
	_, err = w.Login(t.Context(), email, "guess", home, "")
	want(t, "a guess tells nothing of it", err, errs.Invalid)
}

func TestChangePassword(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	login, _, email := w.company(t)
	mine, other := w.sessions(t, login), w.sessions(t, login)
	err := w.ChangePassword(t.Context(), login.User, mine, "guess", "short")
	if f := errs.FieldsOf(err); f["current"] == "" || f["new"] == "" {
		t.Errorf("both are told: %v", f)
	}
	if n := w.count(t, "sessions"); n != 2 {
		t.Error("a failed change ended sessions")
	}
	if err := w.ChangePassword(t.Context(), login.User, mine, goodPassword, "another good one"); err != nil {
		t.Fatal(err)
	}
	if w.count(t, "sessions where id_hash = $1", mine) != 1 || w.count(t, "sessions where id_hash = $1", other) != 0 {
		t.Error("every other session ends, and only those")
	}
	_, err = w.Login(t.Context(), email, goodPassword, home, "")
	want(t, "the old one", err, errs.Invalid)
	if _, err := w.Login(t.Context(), email, "another good one", home, ""); err != nil {
		t.Error(err)
	}
	w.exec(t, "insert into throttles (bucket, attempts, resets_at) values ($1, 10, now() + interval '1 min') on conflict (bucket) do update set attempts = 10", passwordByUser(login.User).bucket)
	want(t, "guessing the current one", w.ChangePassword(t.Context(), login.User, mine, "guess", "short"), errs.TooMany)
}

func TestSweep(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	login, _, _ := w.company(t)
	keep := w.sessions(t, login)
	for _, change := range []string{"expires_at = now()", "last_seen_at = now() - interval '2 days'"} {
		w.exec(t, "update sessions set "+change+" where id_hash = $1", w.sessions(t, login))
	}
	w.exec(t, "insert into throttles (bucket, attempts, resets_at) values ('over', 1, now()), ('holds', 1, now() + interval '1 min')")
	if err := w.Sweep(t.Context(), time.Now().Add(-24*time.Hour)); err != nil {
		t.Fatal(err)
	}
	if w.count(t, "sessions") != 1 || w.count(t, "sessions where id_hash = $1", keep) != 1 || w.count(t, "throttles where bucket in ('over', 'holds')") != 1 {
		t.Errorf("left: %d sessions, %d throttles", w.count(t, "sessions"), w.count(t, "throttles"))
	}
}

var encoded = base64.RawStdEncoding.EncodeToString

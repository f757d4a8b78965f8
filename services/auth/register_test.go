package auth

import (
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"stoa/internal/errs"
	"stoa/internal/session"
)

func TestRegister(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ticket := session.NewStore(NewSessionRecords(w.doors), false).Issue()
	login, err := w.Register(t.Context(), NewCompany{" The  Porch ", "Zeno", " Zeno@Example.com ", goodPassword}, home, &ticket)
	if err != nil {
		t.Fatal(err)
	}
	rec, err := NewSessionRecords(w.doors).Find(t.Context(), ticket.Key, time.Now().Add(-time.Minute))
	if err != nil || rec == nil || rec.User != login.User || rec.Tenant != login.Tenant || rec.Role != "owner" || rec.Email != "zeno@example.com" ||
		rec.TenantName != "The Porch" || rec.UserName != "Zeno" {
		t.Errorf("got %+v, %v", rec, err)
	}
}

// Whatever fails within a registration, nothing of it stays.
func TestRegisterIsOneTransaction(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.exec(t, "create function fail() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$")
	store := session.NewStore(NewSessionRecords(w.doors), false)
	for _, table := range []string{"users", "memberships", "sessions"} {
		w.exec(t, "create trigger fail before insert on "+table+" for each row execute function fail()")
		ticket := store.Issue()
		_, err := w.Register(t.Context(), NewCompany{"Porch", "Zeno", "zeno@example.com", goodPassword}, home, &ticket)
		want(t, "a failure at "+table, err, errs.Internal)
		for _, left := range []string{"tenants", "users", "memberships", "sessions"} {
			if n := w.count(t, left); n != 0 {
				t.Errorf("a failure at %s left %d rows in %s", table, n, left)
			}
		}
		w.exec(t, "drop trigger fail on "+table)
	}
}

func TestRegisterChecksEveryField(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, err := w.Register(t.Context(), NewCompany{" ", strings.Repeat("x", 121), "nobody", "short"}, home, nil)
	for _, field := range []string{"company", "name", "email", "password"} {
		if errs.FieldsOf(err)[field] == "" {
			t.Errorf("%s is not told: %v", field, errs.FieldsOf(err))
		}
	}
	if n := w.count(t, "throttles"); n != 0 {
		t.Error("a typing mistake counts as an attempt")
	}
}

func TestTakenEmail(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, _, email := w.company(t)
	for _, again := range []string{email, strings.ToUpper(email), "  " + email} {
		_, err := w.Register(t.Context(), NewCompany{"Other", "Other", again, goodPassword}, home, nil)
		if got := errs.FieldsOf(err)["email"]; !strings.Contains(got, "Log in if this is yours") {
			t.Errorf("%q: %v", again, err)
		}
	}
	if n := w.count(t, "tenants"); n != 1 {
		t.Errorf("%d companies, want 1", n)
	}
}

// Ten people at once with one email: one comes in, and no company is left without an owner.
func TestOneEmailAtOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	var wg sync.WaitGroup
	results := make([]error, 10)
	for i := range results {
		wg.Go(func() {
			_, results[i] = w.Register(t.Context(), NewCompany{"Porch", "Zeno", "zeno@example.com", goodPassword}, home, nil)
		})
	}
	wg.Wait()
	came := 0
	for _, err := range results {
		if err == nil {
			came++
		} else {
			want(t, "a second one", err, errs.Invalid)
		}
	}
	if came != 1 || w.count(t, "tenants") != 1 || w.count(t, "memberships") != 1 {
		t.Errorf("%d came in, %d companies", came, w.count(t, "tenants"))
	}
}

func TestClosedRegistration(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, owner, _ := w.company(t)
	token, err := w.Invite(t.Context(), owner, "member")
	if err != nil {
		t.Fatal(err)
	}
	somebody := NewPerson{"Ada", "ada@example.com", goodPassword}
	w.registration = Off
	_, err = w.Register(t.Context(), NewCompany{"Porch", "Zeno", "z@example.com", goodPassword}, home, nil)
	want(t, "off, register", err, errs.Forbidden)
	_, err = w.JoinNew(t.Context(), token, somebody, home, nil)
	want(t, "off, somebody new", err, errs.Forbidden)
	w.registration = Invite
	_, err = w.Register(t.Context(), NewCompany{"Porch", "Zeno", "z@example.com", goodPassword}, home, nil)
	want(t, "by invitation, register", err, errs.Forbidden)
	if _, err = w.JoinNew(t.Context(), token, somebody, home, nil); err != nil {
		t.Errorf("by invitation, somebody new: %v", err)
	}
}

func TestRegistrationIsThrottledByAddress(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.exec(t, "insert into throttles (bucket, attempts, resets_at) values ($1, 50, now() + interval '30 min')", registerByAddress(home).bucket)
	try := func(address string) error {
		_, err := w.Register(t.Context(), NewCompany{"Porch", "Zeno", uuid.NewString() + "@example.com", goodPassword}, address, nil)
		return err
	}
	want(t, "the 51st from one address", try(home), errs.TooMany)
	if err := try("198.51.100.7"); err != nil {
		t.Errorf("another address: %v", err)
	}
}

package auth

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/uuid"

	"stoa/internal/errs"
)

func TestLoginIsThrottledByAccount(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, _, email := w.company(t)
	_, _, other := w.company(t)
	try := func(email, password string) error {
		_, err := w.Login(t.Context(), email, password, uuid.NewString(), "") // each time from somewhere else
		return err
	}
	variants := []string{email, strings.ToUpper(email), " " + email}
	for i := range 10 {
		want(t, fmt.Sprintf("guess %d", i), try(variants[i%3], "guess"), errs.Invalid)
	}
	want(t, "the eleventh", try(email, "guess"), errs.TooMany)
	err := try(email, goodPassword)
	want(t, "even the right one", err, errs.TooMany)
	if !strings.Contains(errs.MessageOf(err), "Try again in 15 min") {
		t.Errorf("when to try again: %q", errs.MessageOf(err))
	}
	if err := try(other, goodPassword); err != nil {
		t.Errorf("another account: %v", err)
	}
	w.exec(t, "update throttles set resets_at = now() where bucket = $1", loginByAccount(email).bucket)
	if err := try(email, goodPassword); err != nil {
		t.Errorf("after the window: %v", err)
	}
	// An account that nobody has is throttled alike.
	w.exec(t, "insert into throttles (bucket, attempts, resets_at) values ($1, 9, now() + interval '10 min')", loginByAccount("nobody@example.com").bucket)
	want(t, "nobody, the tenth", try("nobody@example.com", "guess"), errs.Invalid)
	want(t, "nobody, the eleventh", try("nobody@example.com", "guess"), errs.TooMany)
}

func TestSuccessClearsTheAccountsCount(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, _, email := w.company(t)
	for range 2 {
		w.exec(t, "insert into throttles (bucket, attempts, resets_at) values ($1, 8, now() + interval '10 min')", loginByAccount(email).bucket)
		_, err := w.Login(t.Context(), email, "guess", uuid.NewString(), "")
		want(t, "the ninth", err, errs.Invalid)
		if _, err := w.Login(t.Context(), email, goodPassword, uuid.NewString(), ""); err != nil {
			t.Fatal(err)
		}
		if n := w.count(t, "throttles where bucket = $1", loginByAccount(email).bucket); n != 0 {
			t.Error("the count stands")
		}
	}
}

func TestLoginIsThrottledByAddress(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, _, email := w.company(t)
	for _, address := range []string{home, "2001:db8:1:2::1"} {
		w.exec(t, "insert into throttles (bucket, attempts, resets_at) values ($1, 99, now() + interval '10 min')", loginByAddress(address).bucket)
		_, err := w.Login(t.Context(), uuid.NewString()+"@example.com", "guess", address, "")
		want(t, "the hundredth", err, errs.Invalid)
		_, err = w.Login(t.Context(), email, goodPassword, address, "")
		want(t, "the next, for another account", err, errs.TooMany)
	}
	_, err := w.Login(t.Context(), email, goodPassword, "2001:db8:1:2:ffff::9", "")
	want(t, "the same /64", err, errs.TooMany)
	if _, err := w.Login(t.Context(), email, goodPassword, "2001:db8:1:3::1", ""); err != nil {
		t.Errorf("another network: %v", err)
	}
}

func TestNetworks(t *testing.T) {
	t.Parallel()
	for in, out := range map[string]string{
		"192.0.2.1": "192.0.2.1", "::ffff:192.0.2.1": "192.0.2.1", "2001:db8:1:2:3::4": "2001:db8:1:2::/64", "fe80::1%eth0": "fe80::/64", "": "", "?": "?",
	} {
		if got := network(in); got != out {
			t.Errorf("%q: got %q, want %q", in, got, out)
		}
	}
}

// Guesses from elsewhere do not lock a person out of the browser that they use, and that browser is no way to guess more.
func TestAKnownDeviceComesIn(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, _, email := w.company(t)
	_, _, other := w.company(t)
	device, err := w.RememberDevice(t.Context(), strings.ToUpper(email))
	if err != nil {
		t.Fatal(err)
	}
	try := func(email, password, device string) error {
		_, err := w.Login(t.Context(), email, password, uuid.NewString(), device)
		return err
	}
	for range 10 {
		want(t, "a guess from elsewhere", try(email, "guess", ""), errs.Invalid)
	}
	for what, token := range map[string]string{"no device": "", "a made-up one": "device"} {
		want(t, what, try(email, goodPassword, token), errs.TooMany)
	}
	for range 9 { // the login that made it known counts too
		want(t, "a slip on the known device", try(email, "guess", device), errs.Invalid)
	}
	want(t, "too many slips: it is a stranger's now", try(email, "guess", device), errs.TooMany)
	if device, err = w.RememberDevice(t.Context(), email); err != nil {
		t.Fatal(err)
	}
	if err := try(email, goodPassword, device); err != nil {
		t.Errorf("the known device: %v", err)
	}
	want(t, "elsewhere it stays locked", try(email, goodPassword, ""), errs.TooMany)

	w.exec(t, "insert into throttles (bucket, attempts, resets_at) values ($1, 10, now() + interval '10 min')", loginByAccount(other).bucket)
	device, err = w.RememberDevice(t.Context(), email)
	if err != nil {
		t.Fatal(err)
	}
	want(t, "one person's device for another's account", try(other, goodPassword, device), errs.TooMany)
}

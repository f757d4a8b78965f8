package mail_test

import (
	"context"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stoa/internal/plugin/mail"
	"stoa/internal/plugin/mail/mailtest"
)

func spool(t *testing.T, url string) *mail.Spool {
	t.Helper()
	s, err := mail.Open(mail.Options{Dir: filepath.Join(t.TempDir(), "mail"), From: "stoa@stoa.example", URL: url, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close(context.Background()) }) // it is writing into a folder that goes
	return s
}

// A real server gets every letter once, with its characters, and nothing is kept.
func TestDelivered(t *testing.T) {
	t.Parallel()
	server := mailtest.Start(t)
	s := spool(t, "smtp://"+server.Addr+"?tls=off")
	if err := s.Health(t.Context()); err != nil {
		t.Fatal(err)
	}
	text := "Grüße,\n\n.a line with a dot\nhttps://stoa.example/password/reset/" + strings.Repeat("x", 300) + "\n"
	if err := s.Send("zoë@bücher.example", "Not for this server", text); err != nil { // which takes ASCII only
		t.Fatal(err)
	}
	if err := s.Send("ada@example.com", "Ein neues Passwort — für dich", text); err != nil {
		t.Fatal(err)
	}
	got := server.Wait(t, 1)[0]
	if !strings.Contains(got.To, "ada@example.com") || !strings.Contains(got.From, "stoa@stoa.example") || got.Subject != "Ein neues Passwort — für dich" || strings.TrimSpace(got.Text) != strings.TrimSpace(text) {
		t.Errorf("arrived: %+v", got)
	}
	if err := s.Deliver(t.Context()); err != nil {
		t.Fatal(err)
	}
	if kept, err := s.Kept(); err != nil || len(kept) != 1 || kept[0].To != "zoë@bücher.example" || kept[0].Error == "" {
		t.Errorf("kept: %+v, %v", kept, err)
	}
	if all, err := server.Letters(); err != nil || len(all) != 1 {
		t.Errorf("%d letters arrived, %v", len(all), err)
	}
}

// A server that is away loses nothing: the letter is kept with the reason, for the operator, and goes when it is back.
func TestServerAway(t *testing.T) {
	t.Parallel()
	server := mailtest.Start(t)
	s := spool(t, "smtp://"+server.Addr+"?tls=off")
	server.Stop()
	if s.Health(t.Context()) == nil {
		t.Error("a server that is away is well")
	}
	if err := s.Send("ada@example.com", "Hello", "Text"); err != nil {
		t.Fatal(err)
	}
	if err := s.Deliver(t.Context()); err != nil {
		t.Fatal(err)
	}
	kept, err := s.Kept()
	if err != nil || len(kept) != 1 || kept[0].Tries == 0 || kept[0].Error == "" || kept[0].Text != "Text" {
		t.Fatalf("kept: %+v, %v", kept, err)
	}
	server.Restart(t)
	if err := s.Deliver(t.Context()); err != nil {
		t.Fatal(err)
	}
	server.Wait(t, 1)
	if kept, err := s.Kept(); err != nil || len(kept) > 0 {
		t.Errorf("kept: %+v, %v", kept, err)
	}
}

// Where STARTTLS is demanded, a server that has none gets nothing.
func TestNothingGoesInClear(t *testing.T) {
	t.Parallel()
	server := mailtest.Start(t)
	s := spool(t, "smtp://"+server.Addr)
	if err := s.Send("ada@example.com", "Hello", "secret"); err != nil {
		t.Fatal(err)
	}
	if err := s.Deliver(t.Context()); err != nil {
		t.Fatal(err)
	}
	if all, err := server.Letters(); err != nil || len(all) > 0 {
		t.Errorf("%d letters went in clear, %v", len(all), err)
	}
	if kept, err := s.Kept(); err != nil || len(kept) != 1 {
		t.Errorf("kept: %+v, %v", kept, err)
	}
}

// Who stops gets every letter kept that was taken, and waits for a server that says nothing only as long as it likes.
func TestClose(t *testing.T) {
	t.Parallel()
	silent, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = silent.Close() })
	s := spool(t, "smtp://"+silent.Addr().String()+"?tls=off")
	s.Post("ada@example.com", "first", "Text")
	conn, err := silent.Accept() // it is on its way
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	if err := s.Send("ada@example.com", "second", "Text"); err != nil {
		t.Fatal(err)
	}
	stopped, cancel := context.WithCancel(t.Context())
	cancel()
	if s.Close(stopped) == nil {
		t.Error("it waited for a server that says nothing")
	}
	s.Post("ada@example.com", "third", "Text")
	kept, err := s.Kept()
	if err != nil || len(kept) != 3 || kept[0].Subject != "third" || kept[0].Tries > 0 || kept[2].Subject != "first" {
		t.Errorf("kept: %+v, %v", kept, err)
	}
}

// Without a server letters are for the operator alone; what is no address is refused, and nobody adds headers.
func TestKept(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "mail")
	s, err := mail.Open(mail.Options{Dir: dir, From: "stoa@stoa.example", Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	for _, to := range []string{"", "no address", "ada@example.com\r\nBcc: eve@example.com", "a@b.c, eve@example.com"} {
		if err := s.Send(to, "Hello", "Text"); err == nil {
			t.Errorf("a letter to %q was taken", to)
		}
	}
	for _, subject := range []string{"first", "second"} {
		if err := s.Send("ada@example.com", subject, "Text"); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Deliver(t.Context()); err != nil {
		t.Fatal(err)
	}
	kept, err := s.Kept()
	if err != nil || len(kept) != 2 || kept[0].Subject != "second" {
		t.Errorf("kept: %+v, %v", kept, err)
	}
	for path, want := range map[string]os.FileMode{dir: 0o700, filepath.Join(dir, names(t, dir)[0]): 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s may be read by others: %v, %v", path, info.Mode(), err)
		}
	}
}

func names(t *testing.T, dir string) (all []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

// An address that means nothing stops the start and does not show its password.
func TestAddresses(t *testing.T) {
	t.Parallel()
	for url, fine := range map[string]bool{
		"smtp://mail.example": true, "smtps://u:p@mail.example": true, "smtp://mail.example:25?tls=off": true, "smtp://[::1]:2525?tls=off": true,
		"mail.example:25": false, "http://hush@mail.example": false, "smtp://": false, "smtps://hush@mail.example?tls=off": false, "smtp://u:hush@mail.example:port": false, "smtp://mail.example/hush": false,
	} {
		_, err := mail.Open(mail.Options{Dir: t.TempDir(), From: "stoa@stoa.example", URL: url})
		if (err == nil) != fine || err != nil && strings.Contains(err.Error(), "hush") {
			t.Errorf("%s: %v", url, err)
		}
	}
}

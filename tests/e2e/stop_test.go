package e2e

import (
	"bufio"
	"crypto/sha256"
	"fmt"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
)

// loggedIn makes a company of one person and returns the cookie of that person's session.
func (s *stoa) loggedIn() string {
	s.t.Helper()
	id := uuid.New()
	sum := sha256.Sum256([]byte(id.String()))
	_, err := s.db.Admin.Exec(s.t.Context(), `with t as (insert into tenants (id, name) values ($1, 'Porch')),
		u as (insert into users (id, email, name, password_hash) values ($1, $1::text || '@example.com', 'Zeno', 'x')),
		m as (insert into memberships (tenant_id, user_id, role) values ($1, $1, 'owner'))
		insert into sessions (id_hash, user_id, tenant_id, expires_at) values ($2, $1, $1, now() + interval '1 day')`, id, sum[:])
	if err != nil {
		s.t.Fatal(err)
	}
	return "sid=" + id.String()
}

// What is under way when Stoa is asked to stop ends as ever: a file of which the half has arrived is kept.
func TestAnUploadOutlivesTheStop(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	host := strings.TrimPrefix(s.url, "http://")
	conn, err := new(net.Dialer).DialContext(t.Context(), "tcp", host)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close() //nolint:errcheck // it has been read to its end
	body := "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"late.txt\"\r\n\r\nThe harbour closes at nine.\r\n--x--\r\n"
	head := fmt.Sprintf("POST /knowledge HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: %d\r\nExpect: 100-continue\r\n\r\n", host, s.loggedIn(), len(body))
	send := func(text string) {
		t.Helper()
		if _, err := conn.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	send(head)
	answer := bufio.NewReader(conn)
	if line, err := answer.ReadString('\n'); err != nil || !strings.Contains(line, "100 Continue") {
		t.Fatalf("%q, %v", line, err)
	}
	send(body[:40])
	ended := make(chan error, 1)
	go func() { ended <- s.stop() }()
	for end := time.Now().Add(10 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		probe, err := new(net.Dialer).DialContext(t.Context(), "tcp", host)
		if err != nil {
			break // the plugins have stopped, and nobody new is let in
		}
		_ = probe.Close() // that it was taken is the answer
		if time.Now().After(end) {
			t.Fatal("it does not stop")
		}
	}
	send(body[40:])
	if _, err := answer.ReadString('\n'); err != nil { // behind the 100
		t.Fatal(err)
	}
	res, err := http.ReadResponse(answer, nil)
	if err != nil || res.StatusCode != http.StatusSeeOther {
		t.Errorf("the upload was answered with %+v, %v", res, err)
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

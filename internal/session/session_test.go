package session

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/gorilla/sessions"
)

// memory keeps records in a map, by the rules of Records.
type memory struct {
	mu     sync.Mutex
	rows   map[string]*Record
	err    error
	reads  int
	writes int
	looks  int
}

func (m *memory) Find(_ context.Context, key []byte, idleSince time.Time) (*Record, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.reads++
	rec := m.rows[string(key)]
	if m.err != nil || rec == nil || !rec.LastSeen.After(idleSince) || !rec.ExpiresAt.After(time.Now()) {
		return nil, m.err
	}
	c := *rec
	return &c, nil
}

func (m *memory) Standings(_ context.Context, keys [][]byte, _ time.Time) (found []Standing, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.looks++
	for _, key := range keys {
		if r := m.rows[string(key)]; r != nil {
			found = append(found, Standing{Key: key, Tenant: r.Tenant, Role: r.Role})
		}
	}
	return found, m.err
}

func (m *memory) Insert(_ context.Context, key []byte, user, tenant uuid.UUID, data map[string]string, expires time.Time) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.rows[string(key)] = &Record{Principal: Principal{User: user, Tenant: tenant}, Data: data, LastSeen: time.Now(), ExpiresAt: expires}
	return m.err
}

func (m *memory) change(key []byte, f func(*Record)) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.writes++
	if rec := m.rows[string(key)]; rec != nil {
		f(rec)
	}
	return m.err
}

func (m *memory) SaveData(_ context.Context, key []byte, data map[string]string) error {
	return m.change(key, func(r *Record) { r.Data = data })
}

func (m *memory) Touch(_ context.Context, key []byte) error {
	return m.change(key, func(r *Record) { r.LastSeen = time.Now() })
}

func (m *memory) Delete(_ context.Context, key []byte) error {
	return m.change(key, func(*Record) { delete(m.rows, string(key)) })
}

func newMemory() *memory { return &memory{rows: map[string]*Record{}} }

// begin logs somebody in and returns the cookie that was set.
func begin(t *testing.T, s *Store, with *http.Cookie) *http.Cookie {
	t.Helper()
	w, r := httptest.NewRecorder(), requestWith(with)
	if err := s.Begin(w, r, uuid.New(), uuid.New()); err != nil {
		t.Fatal(err)
	}
	return w.Result().Cookies()[0]
}

func requestWith(cookie *http.Cookie) *http.Request {
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	if cookie != nil {
		r.AddCookie(cookie)
	}
	return r
}

func TestCookieFlags(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		secure bool
		name   string
	}{{true, "__Host-sid"}, {false, "sid"}} {
		s := NewStore(newMemory(), c.secure)
		cookie := begin(t, s, nil)
		if cookie.Name != c.name || s.Name() != c.name || cookie.Secure != c.secure || !cookie.HttpOnly || cookie.SameSite != http.SameSiteLaxMode ||
			cookie.Path != "/" || cookie.Domain != "" || cookie.MaxAge != int(Absolute.Seconds()) || len(cookie.Value) != 43 {
			t.Errorf("secure %t: got %s", c.secure, cookie)
		}
		w := httptest.NewRecorder()
		if err := s.End(w, requestWith(cookie)); err != nil {
			t.Fatal(err)
		}
		gone := w.Result().Cookies()[0]
		if gone.MaxAge >= 0 || gone.Value != "" || gone.Name != c.name || gone.Secure != c.secure || gone.Path != "/" {
			t.Errorf("secure %t: logout sets %s", c.secure, gone)
		}
		if p, err := s.Principal(requestWith(cookie)); p != nil || err != nil {
			t.Errorf("after the logout: %v, %v", p, err)
		}
	}
}

func TestOnlyOurIDsOpen(t *testing.T) {
	t.Parallel()
	m := newMemory()
	s := NewStore(m, false)
	cookie := begin(t, s, nil)
	p, err := s.Principal(requestWith(cookie))
	if err != nil || p == nil || !bytes.Equal(p.Key, hash(cookie.Value)) {
		t.Fatalf("got %+v, %v", p, err)
	}
	for _, value := range []string{"", "x", cookie.Value + "x", cookie.Value[:42], strings.ToLower(cookie.Value), string(hash(cookie.Value))} {
		if p, err := s.Principal(requestWith(&http.Cookie{Name: "sid", Value: value})); p != nil || err != nil {
			t.Errorf("%q opens: %v, %v", value, p, err)
		}
	}
	if p, _ := s.Principal(requestWith(&http.Cookie{Name: "__Host-sid", Value: cookie.Value})); p != nil {
		t.Error("a cookie of another name opens")
	}
	for key := range m.rows {
		if key == cookie.Value {
			t.Error("the id itself is stored")
		}
	}
}

func TestBeginEndsTheOldSession(t *testing.T) {
	t.Parallel()
	s := NewStore(newMemory(), false)
	old := begin(t, s, nil)
	next := begin(t, s, old)
	if next.Value == old.Value {
		t.Error("the id did not change")
	}
	if p, _ := s.Principal(requestWith(old)); p != nil {
		t.Error("the old id opens")
	}
	if p, _ := s.Principal(requestWith(next)); p == nil {
		t.Error("the new id does not open")
	}
}

func TestLifetimes(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		change func(*Record)
		opens  bool
	}{
		"fresh":          {func(*Record) {}, true},
		"idle, nearly":   {func(r *Record) { r.LastSeen = time.Now().Add(time.Minute - Idle) }, true},
		"idle":           {func(r *Record) { r.LastSeen = time.Now().Add(-Idle) }, false},
		"over, if used":  {func(r *Record) { r.ExpiresAt = time.Now() }, false},
		"its last hours": {func(r *Record) { r.ExpiresAt = time.Now().Add(time.Minute) }, true},
	} {
		m := newMemory()
		s := NewStore(m, false)
		cookie := begin(t, s, nil)
		c.change(m.rows[string(hash(cookie.Value))])
		p, err := s.Principal(requestWith(cookie))
		if err != nil || (p != nil) != c.opens {
			t.Errorf("%s: got %v, %v", name, p, err)
		}
		alive, err := s.Alive(t.Context(), &Principal{Key: hash(cookie.Value), Tenant: m.rows[string(hash(cookie.Value))].Tenant})
		if err != nil || (alive != nil) != c.opens {
			t.Errorf("%s: alive is %v, %v", name, alive, err)
		}
	}
}

func TestAliveNeedsTheSameTenant(t *testing.T) {
	t.Parallel()
	s := NewStore(newMemory(), false)
	cookie := begin(t, s, nil)
	if p, err := s.Alive(t.Context(), &Principal{Key: hash(cookie.Value), Tenant: uuid.New()}); p != nil || err != nil {
		t.Errorf("got %v, %v", p, err)
	}
}

func TestReadOnceAndTouchedOnceAMinute(t *testing.T) {
	t.Parallel()
	m := newMemory()
	s := NewStore(m, false)
	cookie := begin(t, s, nil)
	r := requestWith(cookie)
	m.reads, m.writes = 0, 0
	for range 3 {
		if p, err := s.Principal(r); p == nil || err != nil {
			t.Fatal(p, err)
		}
	}
	if m.reads != 1 || m.writes != 0 {
		t.Errorf("%d reads and %d writes for one request", m.reads, m.writes)
	}
	m.rows[string(hash(cookie.Value))].LastSeen = time.Now().Add(-2 * time.Minute)
	for range 3 {
		if _, err := s.Principal(requestWith(cookie)); err != nil {
			t.Fatal(err)
		}
	}
	if m.writes != 1 {
		t.Errorf("%d touches, want 1", m.writes)
	}
}

// Store keeps the promises of gorilla/sessions.Store.
func TestValuesAreSaved(t *testing.T) {
	t.Parallel()
	m := newMemory()
	s := NewStore(m, false)
	cookie := begin(t, s, nil)
	sess, err := s.Get(requestWith(cookie), s.Name())
	if err != nil || sess.IsNew {
		t.Fatal(sess, err)
	}
	sess.Values["note"], sess.Values[7] = "kept", "no string for a name"
	if err := s.Save(requestWith(cookie), httptest.NewRecorder(), sess); err != nil {
		t.Fatal(err)
	}
	again, _ := s.Get(requestWith(cookie), s.Name())
	if again.Values["note"] != "kept" || len(m.rows[string(hash(cookie.Value))].Data) != 1 {
		t.Errorf("got %v, stored %v", again.Values, m.rows[string(hash(cookie.Value))].Data)
	}
	again.Options.MaxAge = -1
	w := httptest.NewRecorder()
	if err := sessions.Save(requestWith(cookie), w); err != nil {
		t.Fatal(err)
	}
	if err := s.Save(requestWith(cookie), w, again); err != nil || len(m.rows) != 0 || w.Result().Cookies()[0].MaxAge >= 0 {
		t.Errorf("a negative age: %v, %d rows", err, len(m.rows))
	}
}

func TestASessionThatDoesNotExistIsNotSaved(t *testing.T) {
	t.Parallel()
	m := newMemory()
	s := NewStore(m, false)
	r := requestWith(&http.Cookie{Name: "sid", Value: "made-up"})
	sess, err := s.Get(r, s.Name())
	if err != nil || !sess.IsNew {
		t.Fatal(sess, err)
	}
	sess.Values["note"] = "x"
	w := httptest.NewRecorder()
	if err := s.Save(r, w, sess); err != nil || len(m.rows) != 0 || len(w.Result().Cookies()) != 0 {
		t.Errorf("%v, %d rows, cookies %v", err, len(m.rows), w.Result().Cookies())
	}
}

func TestAFailingDatabaseLetsNobodyIn(t *testing.T) {
	t.Parallel()
	m := newMemory()
	s := NewStore(m, false)
	cookie := begin(t, s, nil)
	m.err = errors.New("away")
	if p, err := s.Principal(requestWith(cookie)); p != nil || err == nil {
		t.Errorf("got %v, %v", p, err)
	}
	w := httptest.NewRecorder()
	if err := s.Begin(w, requestWith(nil), uuid.New(), uuid.New()); err == nil || len(w.Result().Cookies()) != 0 {
		t.Errorf("a login that was not stored: %v, %v", err, w.Result().Cookies())
	}
}

// Package session keeps logins on the server: the cookie holds a random key, the database only its hash.
//
// Store implements gorilla/sessions.Store. A session ends at once when its row does: by logout, by
// a change of password, or by the end of a membership.
package session

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"time"

	"github.com/google/uuid"
	"github.com/gorilla/sessions"
)

// How long a login lasts.
const (
	Idle     = 7 * 24 * time.Hour  // without a request
	Absolute = 30 * 24 * time.Hour // whatever happens
	touch    = time.Minute         // how old last_seen may be before it is written again
)

// Principal is who is logged in, and in which tenant.
type Principal struct {
	User       uuid.UUID
	UserName   string
	Email      string
	Tenant     uuid.UUID
	TenantName string
	Role       string // owner, admin or member
	Key        []byte // hash of the session's id, or of the token; names it, cannot open it
	Grant      *Grant // of a program that came with a token; nil for a login
	Companies  int    // how many the person belongs to
}

// Record is a stored session.
type Record struct {
	Principal
	Data      map[string]string
	LastSeen  time.Time
	ExpiresAt time.Time
}

// Records is where sessions are stored. Find returns nil when there is none that is still valid.
type Records interface {
	Find(ctx context.Context, key []byte, idleSince time.Time) (*Record, error)
	// Standings leaves out the keys whose session or token is not valid any more.
	Standings(ctx context.Context, keys [][]byte, idleSince time.Time) ([]Standing, error)
	Insert(ctx context.Context, key []byte, user, tenant uuid.UUID, data map[string]string, expires time.Time) error
	SaveData(ctx context.Context, key []byte, data map[string]string) error
	Touch(ctx context.Context, key []byte) error
	Delete(ctx context.Context, key []byte) error
}

// Store reads and writes the sessions of one site.
type Store struct {
	records Records
	name    string
	secure  bool
	watches watches
}

// NewStore makes a store. Secure is for sites reached by https: the cookie then carries the __Host-
// prefix, which a plain-http site cannot use.
func NewStore(records Records, secure bool) *Store {
	name := "sid"
	if secure {
		name = "__Host-sid"
	}
	return &Store{records: records, name: name, secure: secure}
}

// Name is the cookie's name.
func (s *Store) Name() string { return s.name }

const (
	principalKey = "principal"
	idKey        = "id"
)

// Get returns the request's session; it is read from the database once for each request.
func (s *Store) Get(r *http.Request, name string) (*sessions.Session, error) {
	return sessions.GetRegistry(r).Get(s, name)
}

// New reads the session that the request's cookie names. Without a valid one the session is empty
// and new; an id that the client made up is never adopted.
func (s *Store) New(r *http.Request, name string) (*sessions.Session, error) {
	sess := sessions.NewSession(s, name)
	sess.Options = s.options(Absolute)
	sess.IsNew = true
	cookie, err := r.Cookie(name)
	if err != nil || cookie.Value == "" {
		return sess, nil //nolint:nilerr // its only error is that there is no cookie
	}
	key := hash(cookie.Value)
	rec, err := s.records.Find(r.Context(), key, time.Now().Add(-Idle))
	if err != nil || rec == nil {
		return sess, err
	}
	if time.Since(rec.LastSeen) > touch {
		if err := s.records.Touch(r.Context(), key); err != nil {
			return sess, err
		}
	}
	rec.Key = key
	sess.IsNew = false
	sess.Values[idKey] = cookie.Value
	sess.Values[principalKey] = &rec.Principal
	for k, v := range rec.Data {
		sess.Values[k] = v
	}
	return sess, nil
}

// Save writes the values of a session that exists; a MaxAge below zero deletes it. Begin makes new ones.
func (s *Store) Save(r *http.Request, w http.ResponseWriter, sess *sessions.Session) error {
	id, _ := sess.Values[idKey].(string)
	if id == "" {
		return nil
	}
	if sess.Options.MaxAge < 0 {
		http.SetCookie(w, sessions.NewCookie(s.name, "", sess.Options))
		return s.records.Delete(r.Context(), hash(id))
	}
	data := map[string]string{}
	for k, v := range sess.Values {
		name, ok := k.(string)
		text, ok2 := v.(string)
		if ok && ok2 && name != idKey {
			data[name] = text
		}
	}
	return s.records.SaveData(r.Context(), hash(id), data)
}

// Ticket is a session about to begin. Whoever makes an account stores Key and Expires in the same
// transaction, so that neither stands without the other; then Hand gives the browser the id.
type Ticket struct {
	Key     []byte
	Expires time.Time
	id      string
}

// Issue makes a ticket with a new id.
func (s *Store) Issue() Ticket {
	raw := make([]byte, 32)
	rand.Read(raw) // never fails
	id := base64.RawURLEncoding.EncodeToString(raw)
	return Ticket{Key: hash(id), Expires: time.Now().Add(Absolute), id: id}
}

// Hand gives the browser the id of a ticket that is stored. The request's old session ends, so an id
// known before the login is worth nothing after it.
func (s *Store) Hand(w http.ResponseWriter, r *http.Request, t Ticket) error {
	if err := s.drop(r); err != nil {
		return err
	}
	http.SetCookie(w, sessions.NewCookie(s.name, t.id, s.options(Absolute)))
	return nil
}

// Begin logs a person in: it stores a ticket and hands it over.
func (s *Store) Begin(w http.ResponseWriter, r *http.Request, user, tenant uuid.UUID) error {
	t := s.Issue()
	if err := s.records.Insert(r.Context(), t.Key, user, tenant, nil, t.Expires); err != nil {
		return err
	}
	return s.Hand(w, r, t)
}

// End logs out: the session is gone at once, here and in every tab.
func (s *Store) End(w http.ResponseWriter, r *http.Request) error {
	http.SetCookie(w, sessions.NewCookie(s.name, "", s.options(-time.Second)))
	return s.drop(r)
}

func (s *Store) drop(r *http.Request) error {
	cookie, err := r.Cookie(s.name)
	if err != nil {
		return nil //nolint:nilerr // its only error is that there is no cookie
	}
	return s.records.Delete(r.Context(), hash(cookie.Value))
}

// Principal returns who is logged in, or nil.
func (s *Store) Principal(r *http.Request) (*Principal, error) {
	sess, err := s.Get(r, s.name)
	if err != nil {
		return nil, err
	}
	p, _ := sess.Values[principalKey].(*Principal)
	return p, nil
}

// Alive reads a session anew, for a connection that stays open: nil means that it has ended.
func (s *Store) Alive(ctx context.Context, p *Principal) (*Principal, error) {
	rec, err := s.records.Find(ctx, p.Key, time.Now().Add(-Idle))
	if err != nil || rec == nil || rec.Tenant != p.Tenant {
		return nil, err
	}
	rec.Key = p.Key
	return &rec.Principal, nil
}

func (s *Store) options(age time.Duration) *sessions.Options {
	return &sessions.Options{Path: "/", MaxAge: int(age.Seconds()), HttpOnly: true, Secure: s.secure, SameSite: http.SameSiteLaxMode}
}

func hash(id string) []byte {
	sum := sha256.Sum256([]byte(id))
	return sum[:]
}

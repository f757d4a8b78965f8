package web

import (
	"sync"

	"github.com/google/uuid"

	"stoa/internal/errs"
	"stoa/internal/session"
)

// StreamLimits bound the event streams that one process holds open; 0 is without bound.
type StreamLimits struct{ Person, Tenant int }

// streamCounts are the open streams by person and by tenant.
type streamCounts struct {
	mu sync.Mutex
	of map[uuid.UUID]int
}

// AdmitStream counts a stream of a person in, until release is called. It is refused with TooMany when the person, or the
// whole company, has as many as may be; nobody else's streams suffer from them then.
func (s *Site) AdmitStream(who *session.Principal) (release func(), err error) {
	c := &s.streams
	c.mu.Lock()
	defer c.mu.Unlock()
	if most := s.Streams.Person; most > 0 && c.of[who.User] >= most {
		return nil, errs.New(errs.TooMany, "You have %d live pages open already, so this one does not change by itself. Close some, then load it again.", most)
	}
	if most := s.Streams.Tenant; most > 0 && c.of[who.Tenant] >= most {
		return nil, errs.New(errs.TooMany, "Your company has %d live pages open already, so this one does not change by itself. Load it again later.", most)
	}
	if c.of == nil {
		c.of = map[uuid.UUID]int{}
	}
	c.of[who.User]++
	c.of[who.Tenant]++
	user, tenant := who.User, who.Tenant // the principal may be another one by then
	leave := func() {}
	if who.Grant == nil { // a program is nobody who is there
		leave = s.Presence.Enter(OnlinePlace(tenant), user)
	}
	return func() { leave(); c.release(user); c.release(tenant) }, nil
}

// OnlinePlace is where everybody of a company is who has a live page open.
func OnlinePlace(tenant uuid.UUID) string { return "online:" + tenant.String() }

func (c *streamCounts) release(id uuid.UUID) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.of[id]--; c.of[id] == 0 {
		delete(c.of, id)
	}
}

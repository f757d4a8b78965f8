package web

import (
	"testing"

	"github.com/google/uuid"

	"stoa/internal/errs"
	"stoa/internal/session"
)

// One person's, or one company's, pages leave room for everybody else's.
func TestStreamsAreBounded(t *testing.T) {
	t.Parallel()
	s := New(Options{Streams: StreamLimits{Person: 2, Tenant: 3}})
	tenant := uuid.New()
	ada, bob, other := &session.Principal{User: uuid.New(), Tenant: tenant}, &session.Principal{User: uuid.New(), Tenant: tenant}, &session.Principal{User: uuid.New(), Tenant: uuid.New()}
	admit := func(who *session.Principal, want bool) func() {
		t.Helper()
		release, err := s.AdmitStream(who)
		if (err == nil) != want || err != nil && errs.KindOf(err) != errs.TooMany {
			t.Errorf("admitted: %v, want %t", err, want)
		}
		return release
	}
	first := admit(ada, true)
	admit(ada, true)
	admit(ada, false) // the person's third
	admit(bob, true)
	admit(bob, false) // the company's fourth
	admit(other, true)
	first()
	last := admit(bob, true)
	last()
	admit(ada, true)
	if n := s.streams.of[ada.User]; n != 2 {
		t.Errorf("%d of ada are counted", n)
	}
}

package crud

import (
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/uuid"
)

// Whoever asks gets what began after they asked, and a hundred who ask while another run is under way cost one more.
func TestSharedRuns(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := newShared()
		var version, runs atomic.Int64
		gate := make(chan struct{})
		work := func([]uuid.UUID) (told, error) {
			runs.Add(1)
			read := int(version.Load())
			<-gate
			return told{news: read}, nil
		}
		var wg sync.WaitGroup
		var stale atomic.Int64
		ask := func() {
			wg.Go(func() {
				asked := version.Load()
				got, err := s.do("key", nil, work)
				if err != nil || got.news < int(asked) {
					stale.Add(1)
				}
			})
		}
		ask()
		time.Sleep(gather)
		synctest.Wait() // it runs, and has read
		version.Add(1)
		for range 99 {
			ask()
		}
		synctest.Wait()
		close(gate)
		wg.Wait()
		synctest.Wait()
		if runs.Load() != 2 || stale.Load() != 0 {
			t.Errorf("%d runs, %d were told what was true before they asked", runs.Load(), stale.Load())
		}
		if len(s.lines) != 0 {
			t.Error("something is left")
		}
	})
}

// A run that panics is an error of those who waited for it, and the next one goes on.
func TestSharedRunPanics(t *testing.T) {
	t.Parallel()
	s := newShared()
	if _, err := s.do("key", nil, func([]uuid.UUID) (told, error) { panic("oh") }); err == nil {
		t.Error("no error")
	}
	if got, err := s.do("key", nil, func([]uuid.UUID) (told, error) { return told{news: 7}, nil }); err != nil || got.news != 7 {
		t.Errorf("got %v, %v", got, err)
	}
}

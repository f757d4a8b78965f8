package session

import (
	"bytes"
	"context"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
)

const (
	lookEvery = 5 * time.Second  // at the logins of open connections
	lookAt    = 5000             // of them with one question
	outOfView = 15 * time.Second // how long the records may be out of reach until each connection has to look for itself
)

// Standing is what a login, or a program's token, is good for at the moment.
type Standing struct {
	Key    []byte
	Tenant uuid.UUID
	Role   string
}

// Watch is a login or a token that a connection relies on for longer than one request; the zero one is of nobody.
type Watch struct {
	doubted atomic.Bool
	waker   Waker
	stale   chan struct{} // nil when there is a waker
	store   *Store
	now     Standing
}

// Waker is who is woken when a login is doubted.
type Waker interface{ Wake() }

// Watch looks at the login of an open connection until it is closed. All watches are looked at together, with one question
// every few seconds, however many connections there are. Without a waker Stale receives.
func (s *Store) Watch(w *Watch, p *Principal, waker Waker) {
	w.store, w.waker, w.now = s, waker, Standing{Key: p.Key, Tenant: p.Tenant, Role: p.Role}
	if waker == nil {
		w.stale = make(chan struct{}, 1)
	}
	s.watches.add(w, s.records)
}

// Stale gets a value, or the waker is woken, when the login has ended or stands for another role or tenant: Alive says what it is now.
func (w *Watch) Stale() <-chan struct{} { return w.stale }

// Doubted is whether Alive was not asked since that.
func (w *Watch) Doubted() bool { return w.doubted.Load() }

// Alive reads the session anew: nil means that it has ended.
func (w *Watch) Alive(ctx context.Context, p *Principal) (*Principal, error) {
	w.doubted.Store(false) // what is told from now on may be missing in what is read
	now, err := w.store.Alive(ctx, p)
	if err != nil || now == nil {
		w.doubted.Store(true)
	}
	return now, err
}

// Close ends the watch.
func (w *Watch) Close() {
	if w.store == nil {
		return
	}
	of := &w.store.watches
	of.mu.Lock()
	defer of.mu.Unlock()
	delete(of.all, w)
}

func (w *Watch) tell() {
	w.doubted.Store(true)
	if w.waker != nil {
		w.waker.Wake()
		return
	}
	select {
	case w.stale <- struct{}{}:
	default: // it has been told and has not looked yet
	}
}

// watches are those of a store. One goroutine looks while there are any.
type watches struct {
	mu      sync.Mutex
	all     map[*Watch]struct{}
	looking bool
	seen    time.Time // the last good look
}

func (ws *watches) add(w *Watch, records Records) {
	ws.mu.Lock()
	defer ws.mu.Unlock()
	if ws.all == nil {
		ws.all = map[*Watch]struct{}{}
	}
	ws.all[w] = struct{}{}
	if !ws.looking {
		ws.looking, ws.seen = true, time.Now()
		go ws.run(records)
	}
}

func (ws *watches) run(records Records) {
	tick := time.NewTicker(lookEvery)
	defer tick.Stop()
	for range tick.C {
		held := ws.held()
		if held == nil {
			return
		}
		standings, err := standings(records, held)
		ws.compare(held, standings, err)
	}
}

// held are the watches of this moment; nil when there are none and nobody looks any more.
func (ws *watches) held() []*Watch {
	ws.mu.Lock()
	defer ws.mu.Unlock()
	if len(ws.all) == 0 {
		ws.looking = false
		return nil
	}
	held := make([]*Watch, 0, len(ws.all))
	for w := range ws.all {
		held = append(held, w)
	}
	return held
}

// standings reads what the logins are good for, by key; those that ended are missing.
func standings(records Records, held []*Watch) (map[string]Standing, error) {
	ctx, cancel := context.WithTimeout(context.Background(), lookEvery)
	defer cancel()
	found := make(map[string]Standing, len(held))
	var keys [][]byte
	for i, w := range held {
		if _, ok := found[string(w.now.Key)]; !ok {
			found[string(w.now.Key)] = Standing{}
			keys = append(keys, w.now.Key)
		}
		if len(keys) < lookAt && i < len(held)-1 {
			continue
		}
		some, err := records.Standings(ctx, keys, time.Now().Add(-Idle))
		if err != nil {
			return nil, err
		}
		for _, s := range some {
			found[string(s.Key)] = s
		}
		keys = keys[:0]
	}
	return found, nil
}

// compare tells the connections whose login is not what it was; all of them when the records are out of reach too long.
func (ws *watches) compare(held []*Watch, found map[string]Standing, err error) {
	ws.mu.Lock()
	defer ws.mu.Unlock()
	if err == nil {
		ws.seen = time.Now()
	}
	blind := time.Since(ws.seen) >= outOfView
	for _, w := range held {
		switch s := found[string(w.now.Key)]; {
		case err != nil:
			if blind {
				w.tell()
			}
		case s.Tenant != w.now.Tenant || s.Role != w.now.Role || !bytes.Equal(s.Key, w.now.Key):
			w.now.Role = s.Role // told once of each change
			w.tell()
		}
	}
}

package auth

import (
	"context"
	"errors"
	"sync"
	"time"

	"stoa/generated/db"
)

const (
	// lookupPatience is how long a read of sessions is waited for, so that the next takes more of them along.
	lookupPatience = 25 * time.Millisecond
	lookupTimeout  = 10 * time.Second
)

// lookups finds sessions. Whoever asks while a read runs is read together with all others who do, by the next read, which begins after
// they have asked: pages by the thousand that connect again at once are few questions, and who comes alone waits for nobody.
type lookups struct {
	read func(context.Context, db.FindSessionsParams) ([]db.FindSessionsRow, error)

	mu        sync.Mutex
	running   *lookup // the newest read
	gathering *lookup // the one that comes next, as long as it can be joined
}

// lookup is one read. Whoever asked for its first key does it.
type lookup struct {
	keys      [][]byte
	idleSince time.Time // the latest that was asked for
	done      chan struct{}
	found     map[string]*db.FindSessionsRow
	err       error
}

// find returns nil when there is no such session that is still valid. What it returns is shared, and may not be changed.
func (l *lookups) find(ctx context.Context, key []byte, idleSince time.Time) (*db.FindSessionsRow, error) {
	own, before, mine := l.join(key, idleSince)
	if !mine {
		select {
		case <-own.done:
			return own.found[string(key)], own.err
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	if before != nil {
		before.wait()
		l.begin(own)
	}
	l.run(context.WithoutCancel(ctx), own) // for the others too
	return own.found[string(key)], own.err
}

// join takes part in the read that comes next. It is mine when nobody else does it: at once, or after the one before.
func (l *lookups) join(key []byte, idleSince time.Time) (next, before *lookup, mine bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if next = l.gathering; next != nil {
		next.keys, next.idleSince = append(next.keys, key), idleSince
		return next, nil, false
	}
	next = &lookup{keys: [][]byte{key}, idleSince: idleSince, done: make(chan struct{})}
	if before = l.running; before == nil {
		l.running = next
	} else {
		l.gathering = next
	}
	return next, before, true
}

// begin ends the gathering.
func (l *lookups) begin(next *lookup) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.gathering, l.running = nil, next
}

var errLookup = errors.New("auth: the read of sessions was broken off")

func (l *lookups) run(ctx context.Context, own *lookup) {
	ctx, cancel := context.WithTimeout(ctx, lookupTimeout)
	defer cancel()
	own.err = errLookup // after a panic nobody may count as logged out
	defer func() {
		l.mu.Lock()
		if l.running == own {
			l.running = nil
		}
		l.mu.Unlock()
		close(own.done)
	}()
	rows, err := l.read(ctx, db.FindSessionsParams{Keys: own.keys, IdleSince: own.idleSince})
	if own.err = err; err != nil {
		return
	}
	own.found = make(map[string]*db.FindSessionsRow, len(rows))
	for i := range rows {
		own.found[string(rows[i].IDHash)] = &rows[i]
	}
}

// wait returns when the read is over, or has taken long: one that hangs holds up nobody else.
func (l *lookup) wait() {
	limit := time.NewTimer(lookupPatience)
	defer limit.Stop()
	select {
	case <-l.done:
	case <-limit.C:
	}
}

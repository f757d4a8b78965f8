package chat

import (
	"bytes"
	"context"
	"crypto/sha256"
	"sync"
	"time"

	"github.com/google/uuid"

	"stoa/internal/llm"
	"stoa/internal/session"
)

// model answers with what the test sends it; the real ones are tested in tests/answers.
type model struct {
	mu     sync.Mutex
	pieces chan string // closed at the end of the answer
}

func (m *model) next() chan string {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.pieces = make(chan string)
	return m.pieces
}

func (m *model) Stream(ctx context.Context, _ llm.Call, _ llm.Request, emit func(string) error) (llm.Result, error) {
	m.mu.Lock()
	pieces := m.pieces
	m.mu.Unlock()
	for {
		select {
		case <-ctx.Done():
			return llm.Result{}, context.Cause(ctx)
		case p, ok := <-pieces:
			if !ok {
				return llm.Result{}, nil
			}
			if err := emit(p); err != nil {
				return llm.Result{}, err
			}
		}
	}
}

func (*model) SettleInterrupted(context.Context, uuid.UUID, uuid.UUID, string) error { return nil }

func (*model) Models(context.Context) ([]llm.Model, error) {
	return []llm.Model{{ID: "first"}, {ID: "second"}}, nil
}

func (*model) Default(context.Context) (llm.Model, error) { return llm.Model{ID: "first"}, nil }

// logins knows one session, of the cookie "zeno", until it is ended.
type logins struct {
	mu    sync.Mutex
	p     session.Principal
	ended bool
	err   error
}

func (l *logins) Find(_ context.Context, key []byte, _ time.Time) (*session.Record, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.err != nil {
		return nil, l.err
	}
	if zeno := sha256.Sum256([]byte("zeno")); l.ended || !bytes.Equal(key, zeno[:]) {
		return nil, nil
	}
	return &session.Record{Principal: l.p, LastSeen: time.Now()}, nil
}

func (l *logins) Standings(_ context.Context, keys [][]byte, _ time.Time) ([]session.Standing, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.ended {
		return nil, nil
	}
	return []session.Standing{{Key: keys[0], Tenant: l.p.Tenant, Role: l.p.Role}}, nil
}

func (l *logins) end() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.ended = true
}

func (l *logins) fail(err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.err = err
}

func (*logins) Insert(context.Context, []byte, uuid.UUID, uuid.UUID, map[string]string, time.Time) error {
	return nil
}
func (*logins) SaveData(context.Context, []byte, map[string]string) error { return nil }
func (*logins) Touch(context.Context, []byte) error                       { return nil }
func (*logins) Delete(context.Context, []byte) error                      { return nil }

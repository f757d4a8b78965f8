package realtime

import (
	"context"
	"fmt"
	"sync"

	"github.com/google/uuid"
)

// Memory is the bus of a single process.
type Memory struct {
	*Hub
	mu    sync.RWMutex
	texts map[uuid.UUID]*Text
}

// NewMemory makes an empty bus.
func NewMemory() *Memory {
	return &Memory{Hub: NewHub(), texts: map[uuid.UUID]*Text{}}
}

// Write opens the text of a generation.
func (m *Memory) Write(_ context.Context, generation uuid.UUID, kept string) (Writer, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, ok := m.texts[generation]; ok {
		return nil, fmt.Errorf("realtime: generation %s is being written already", generation)
	}
	t := NewText(kept)
	m.texts[generation] = t
	return &memoryWriter{bus: m, id: generation, text: t}, nil
}

// Follow reads the text of a generation from the offset on. Every writer is in this process: the source is not needed.
func (m *Memory) Follow(_ context.Context, generation uuid.UUID, offset int, _ Source) (*Follower, bool) {
	m.mu.RLock()
	t, ok := m.texts[generation]
	m.mu.RUnlock()
	if !ok {
		return nil, false
	}
	return t.Follow(offset, nil), true
}

// Health finds nothing that could be away.
func (m *Memory) Health(context.Context) error { return nil }

type memoryWriter struct {
	bus  *Memory
	id   uuid.UUID
	text *Text
}

func (w *memoryWriter) Append(delta string) error {
	w.text.Append(delta)
	return nil
}

func (w *memoryWriter) Close() {
	w.bus.mu.Lock()
	delete(w.bus.texts, w.id)
	w.bus.mu.Unlock()
	w.text.End()
}

package chat

import (
	"context"
	"time"

	"github.com/google/uuid"

	"stoa/generated/db"
)

// checkpointLoop writes the text of running answers to the database, so that a dead process loses
// less than a second of it, and renews their leases.
func (s *Service) checkpointLoop() {
	tick := time.NewTicker(s.Checkpoint)
	defer tick.Stop()
	for {
		select {
		case <-s.base.Done():
			return
		case <-tick.C:
			for tenant, batch := range s.due(time.Now()) {
				if err := s.checkpoint(tenant, batch); err != nil {
					s.Log.Warn("chat: a checkpoint was not written; the next one holds the same text", "error", err)
				}
			}
		}
	}
}

// batch is what one statement writes: three columns of the same length.
type batch struct {
	generations, messages []uuid.UUID
	contents              []string
	of                    []*generation
}

// due collects, by tenant, the answers whose text grew or whose lease is a third gone.
func (s *Service) due(now time.Time) map[uuid.UUID]*batch {
	s.mu.Lock()
	defer s.mu.Unlock()
	batches := map[uuid.UUID]*batch{}
	for _, g := range s.running {
		g.mu.Lock()
		if g.dirty || now.Sub(g.leased) > s.Lease/3 {
			b := batches[g.Tenant]
			if b == nil {
				b = &batch{}
				batches[g.Tenant] = b
			}
			b.generations, b.messages = append(b.generations, g.id), append(b.messages, g.message)
			b.contents, b.of = append(b.contents, g.text.String()), append(b.of, g)
			g.dirty, g.leased = false, now
		}
		g.mu.Unlock()
	}
	return batches
}

func (s *Service) checkpoint(tenant uuid.UUID, b *batch) error {
	ctx, cancel := context.WithTimeout(s.base, 5*time.Second)
	defer cancel()
	rows, err := db.New(s.Doors.Tenant(tenant)).CheckpointMessages(ctx, db.CheckpointMessagesParams{
		TenantID: tenant, GenerationIds: b.generations, MessageIds: b.messages, Contents: b.contents, LeaseSeconds: s.Lease.Seconds(),
	})
	if err != nil {
		for _, g := range b.of {
			g.mu.Lock()
			g.dirty = true
			g.mu.Unlock()
		}
		return err
	}
	alive := map[uuid.UUID]bool{}
	for _, r := range rows {
		alive[r.ID] = true
		if r.StopRequested { // asked for on another instance
			b.cancel(r.ID, errStopped)
		}
	}
	for _, id := range b.generations {
		if !alive[id] { // we were silent for too long, and another instance has declared it dead
			b.cancel(id, errLost)
		}
	}
	return nil
}

func (b *batch) cancel(id uuid.UUID, cause error) {
	for _, g := range b.of {
		if g.id == id {
			g.cancel(cause)
		}
	}
}

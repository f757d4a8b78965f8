package usage

import (
	"bytes"
	"context"
	"sync"
	"time"

	"github.com/google/uuid"

	"stoa/handlers/web"
	"stoa/internal/realtime"
	"stoa/internal/realtime/tail"
	"stoa/internal/session"
	views "stoa/views/usage"
)

const (
	pause   = time.Second      // the least between two updates
	anyway  = 15 * time.Second // how long figures stand without anything that announces a change
	timeout = 5 * time.Second  // of one reading
)

// audience is who sees the same: the people of a company who may see its cost, or those who may not.
type audience struct {
	tenant uuid.UUID
	cost   bool
}

func audienceOf(p *session.Principal) audience { return audience{p.Tenant, p.Role != "member"} }

// pulses are the figures that somebody looks at, each read and rendered once for all who see the same.
type pulses struct {
	mu sync.Mutex
	of map[audience]*pulse
}

// pulse is the figures of an audience, from the first who looks until the last has gone.
type pulse struct {
	stop  context.CancelFunc
	pages map[*page]struct{}
	frame []byte // the last; nil before the first
}

// page is an open page: a frame that it has not been sent yet. A newer one replaces it.
type page struct{ next chan []byte }

func (g *page) send(frame []byte) {
	select {
	case <-g.next:
	default:
	}
	g.next <- frame
}

// join lets a page look until leave is called.
func (h *Handlers) join(a audience) (g *page, leave func()) {
	ps := &h.pulses
	ps.mu.Lock()
	defer ps.mu.Unlock()
	p := ps.of[a]
	if p == nil {
		ctx, stop := context.WithCancel(context.Background())
		p = &pulse{stop: stop, pages: map[*page]struct{}{}}
		if ps.of == nil {
			ps.of = map[audience]*pulse{}
		}
		ps.of[a] = p
		go h.beat(ctx, a, p)
	}
	g = &page{make(chan []byte, 1)}
	p.pages[g] = struct{}{}
	if p.frame != nil {
		g.send(p.frame)
	}
	return g, func() {
		ps.mu.Lock()
		defer ps.mu.Unlock()
		if delete(p.pages, g); len(p.pages) == 0 {
			p.stop()
			delete(ps.of, a)
		}
	}
}

// beat reads the figures when something has happened, once a second at most.
func (h *Handlers) beat(ctx context.Context, a audience, p *pulse) {
	online := h.site.Presence.Watch(web.OnlinePlace(a.tenant))
	defer online.Close()
	chats := h.bus.Subscribe(tail.Topic(a.tenant, "conversations")) // touched when an answer begins, and when it ends
	defer chats.Close()
	for {
		if err := h.show(ctx, a, p); err != nil && ctx.Err() == nil {
			h.site.Log.Warn("usage: the figures of now were not read; they stand as they are", "error", err)
		}
		if !waits(ctx, pause) || !h.awaits(ctx, online, chats) {
			return
		}
	}
}

// awaits returns when something may have changed; false when nobody looks any more.
func (h *Handlers) awaits(ctx context.Context, online, chats *realtime.Subscription) bool {
	timer := time.NewTimer(anyway)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
	case <-online.Wake():
	case <-chats.Wake():
	}
	online.Take()
	chats.Take()
	return true
}

func waits(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
		return true
	}
}

// show renders the figures and sends them to all pages, unless they are what they were.
func (h *Handlers) show(ctx context.Context, a audience, p *pulse) error {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	props, err := h.now(ctx, a)
	if err != nil {
		return err
	}
	var html bytes.Buffer
	if err := views.NowPatch(props).Render(ctx, &html); err != nil {
		return err
	}
	frame := web.Frame("", html.Bytes())
	h.pulses.mu.Lock()
	defer h.pulses.mu.Unlock()
	if bytes.Equal(frame, p.frame) {
		return nil
	}
	p.frame = frame
	for g := range p.pages {
		g.send(frame)
	}
	return nil
}

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

// seesCost tells who sees the company's cost from those who do not.
func seesCost(p *session.Principal) bool { return p.Role != "member" }

// pulses are the figures that somebody looks at, by company: read once for all, and rendered once for all who see the same.
type pulses struct {
	mu sync.Mutex
	of map[uuid.UUID]*pulse
}

// pulse is the figures of a company, from the first who looks until the last has gone.
type pulse struct {
	stop   context.CancelFunc
	pages  map[*page]struct{}
	frames map[bool][]byte // the last, with cost and without; none before the first reading
}

// page is an open page: a frame that it has not been sent yet. A newer one replaces it.
type page struct {
	cost bool
	next chan []byte
}

func (g *page) send(frame []byte) {
	select {
	case <-g.next:
	default:
	}
	g.next <- frame
}

// join lets a page look until leave is called.
func (h *Handlers) join(who *session.Principal) (g *page, leave func()) {
	ps := &h.pulses
	ps.mu.Lock()
	defer ps.mu.Unlock()
	p := ps.of[who.Tenant]
	if p == nil {
		ctx, stop := context.WithCancel(context.Background())
		p = &pulse{stop: stop, pages: map[*page]struct{}{}, frames: map[bool][]byte{}}
		if ps.of == nil {
			ps.of = map[uuid.UUID]*pulse{}
		}
		ps.of[who.Tenant] = p
		go h.beat(ctx, who.Tenant, p)
	}
	g = &page{seesCost(who), make(chan []byte, 1)}
	p.pages[g] = struct{}{}
	if frame := p.frames[g.cost]; frame != nil {
		g.send(frame)
	}
	return g, func() {
		ps.mu.Lock()
		defer ps.mu.Unlock()
		if delete(p.pages, g); len(p.pages) == 0 {
			p.stop()
			delete(ps.of, who.Tenant)
		}
	}
}

// beat reads the figures when something has happened, once a second at most.
func (h *Handlers) beat(ctx context.Context, tenant uuid.UUID, p *pulse) {
	online := h.site.Presence.Watch(web.OnlinePlace(tenant))
	defer online.Close()
	chats := h.bus.Subscribe(tail.Topic(tenant, "conversations")) // touched when an answer begins, and when it ends
	defer chats.Close()
	for {
		if err := h.show(ctx, tenant, p); err != nil && ctx.Err() == nil {
			h.site.Log.Warn("usage: the figures of now were not read; they stand as they are", "error", err)
		}
		if !web.Waits(ctx, pause) || !h.awaits(ctx, online, chats) {
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

// show reads the figures and sends each page those that its person may see, unless they are what they were.
func (h *Handlers) show(ctx context.Context, tenant uuid.UUID, p *pulse) error {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	now, err := h.usage.Now(ctx, tenant)
	if err != nil {
		return err
	}
	for _, cost := range []bool{false, true} {
		var html bytes.Buffer
		if err := views.NowPatch(h.nowProps(tenant, now, cost)).Render(ctx, &html); err != nil {
			return err
		}
		h.send(p, cost, web.Frame("", html.Bytes()))
	}
	return nil
}

func (h *Handlers) send(p *pulse, cost bool, frame []byte) {
	h.pulses.mu.Lock()
	defer h.pulses.mu.Unlock()
	if bytes.Equal(frame, p.frames[cost]) {
		return
	}
	p.frames[cost] = frame
	for g := range p.pages {
		if g.cost == cost {
			g.send(frame)
		}
	}
}

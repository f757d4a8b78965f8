package chat

import (
	"bytes"
	"context"
	"html"
	"net/http"
	"time"

	"github.com/a-h/templ"
	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"stoa/generated/db"
	"stoa/handlers/web"
	"stoa/internal/markdown"
	"stoa/internal/realtime"
	"stoa/internal/session"
	views "stoa/views/chat"
)

// live is the conversation without scripts while an answer is being written: one response that grows
// until the answer ends. A reload is harmless, and without a running answer it is the usual page.
func (h *Handlers) live(c echo.Context, id uuid.UUID) error {
	who, ctx := web.Who(c), c.Request().Context()
	sub := h.bus.Subscribe(accessTopics(who, id)...) // before the first read, so that nothing falls between
	defer sub.Close()
	conversation, err := h.chat.Get(ctx, person(who), id)
	if err != nil {
		return err
	}
	running, ok, err := h.chat.Running(ctx, person(who), id)
	if err != nil {
		return err
	}
	if !ok {
		return h.show(c, http.StatusOK, id, rejected{})
	}
	release, err := h.site.AdmitStream(who)
	if err != nil { // too many pages are open; this one can be loaded again
		return h.show(c, http.StatusOK, id, rejected{})
	}
	defer release()
	follower, ok := h.chat.Follow(ctx, person(who), running.Generation)
	if !ok { // it ended a moment ago
		return h.show(c, http.StatusOK, id, rejected{})
	}
	defer follower.Close()
	props, err := h.conversationProps(c, id, rejected{})
	if err != nil {
		return err
	}
	if props.Page, err = h.site.Page(c, props.Title); err != nil {
		return err
	}
	var m views.MessageProps
	if n := len(props.Messages); n > 0 && props.Messages[n-1].ID == running.Message.String() {
		m, props.Messages = props.Messages[n-1], props.Messages[:n-1]
	} else {
		return h.show(c, http.StatusOK, id, rejected{}) // an older answer goes on
	}
	m.HTML = ""
	var login session.Watch
	h.site.Sessions.Watch(&login, who, nil)
	defer login.Close()
	page := &livePage{c: c, rc: http.NewResponseController(c.Response().Writer)}
	page.render(ctx, views.LiveHead(props, m))
	page.follow(ctx, h.site.Closing(), follower, &login, sub, func() error { return h.stillReads(ctx, who, id) })
	message, err := h.chat.Message(ctx, person(who), id, running.Message)
	if err != nil {
		return err // the head is out; the log has to do
	}
	page.render(ctx, views.LiveTail(props, messageProps(person(who), conversation, message)))
	if page.err == nil && message.Status != db.MessageStatusStreaming { // there is no stream that would do it
		page.err = h.markRead(ctx, person(who), conversation, message.ID)
	}
	return page.err
}

// stillReads is an error when the login has ended, or the chat is not shared any more.
func (h *Handlers) stillReads(ctx context.Context, who *session.Principal, id uuid.UUID) error {
	now, err := h.site.Sessions.Alive(ctx, who)
	if err != nil {
		return err
	}
	if now == nil {
		return web.ErrLoggedOut
	}
	_, err = h.chat.Get(ctx, person(now), id)
	return err
}

// livePage writes a page piece by piece; after the first failed write it writes nothing more.
type livePage struct {
	c     echo.Context
	rc    *http.ResponseController
	b     bytes.Buffer
	text  markdown.Stream
	draft bool
	err   error
}

func (p *livePage) render(ctx context.Context, component templ.Component) {
	p.b.Reset()
	if p.err == nil {
		p.err = component.Render(ctx, &p.b)
	}
	p.flush()
}

// follow writes the answer as it grows: words into a draft, and each block that is finished in its
// final form, which hides the draft before it.
func (p *livePage) follow(ctx context.Context, closing <-chan struct{}, f *realtime.Follower, login *session.Watch, sub *realtime.Subscription, allowed func() error) {
	beat := time.NewTicker(web.Heartbeat)
	defer beat.Stop()
	for p.err == nil {
		p.b.Reset()
		select {
		case <-ctx.Done():
			p.err = ctx.Err()
			return
		case <-closing:
			return
		case <-beat.C:
			p.b.WriteString("<!-- still writing -->")
		case <-login.Stale():
			p.err = allowed()
		case <-sub.Wake():
			sub.Take() // whatever it was
			p.err = allowed()
		case <-f.Wake():
			delta, ended := f.Read()
			p.add(ctx, delta)
			if ended {
				p.endDraft()
				p.flush()
				return
			}
		}
		p.flush()
	}
}

func (p *livePage) add(ctx context.Context, delta string) {
	if delta == "" {
		return
	}
	u := p.text.Add(delta)
	if u.Done == "" {
		p.beginDraft()
		p.b.WriteString(html.EscapeString(delta))
		return
	}
	p.beginDraft() // there has to be one for the block to replace
	p.endDraft()
	if err := views.LiveBlock(u.Done).Render(ctx, &p.b); err != nil {
		p.err = err
		return
	}
	if open := p.text.Open(); open != "" {
		p.beginDraft()
		p.b.WriteString(html.EscapeString(open))
	}
}

func (p *livePage) beginDraft() {
	if !p.draft {
		p.b.WriteString(views.LiveDraft)
		p.draft = true
	}
}

func (p *livePage) endDraft() {
	if p.draft {
		p.b.WriteString(views.LiveDraftEnd)
		p.draft = false
	}
}

func (p *livePage) flush() {
	if p.err != nil || p.b.Len() == 0 {
		return
	}
	w := p.c.Response()
	if !w.Committed {
		w.Header().Set(echo.HeaderContentType, echo.MIMETextHTMLCharsetUTF8)
		w.Header().Set("X-Accel-Buffering", "no")
		w.WriteHeader(http.StatusOK)
	}
	if p.err = p.rc.SetWriteDeadline(time.Now().Add(10 * time.Second)); p.err != nil {
		return
	}
	if _, p.err = w.Write(p.b.Bytes()); p.err == nil {
		p.err = p.rc.Flush()
	}
}

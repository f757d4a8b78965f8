package chat

import (
	"context"
	"errors"
	"net/url"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/pg"
	"stoa/internal/realtime"
	"stoa/internal/realtime/tail"
	"stoa/internal/session"
	"stoa/services/chat"
	views "stoa/views/chat"
)

// quiet is how long nothing of an answer must have been written for a delta to go out at once; otherwise it
// waits that long, and what comes meanwhile goes with it: a write costs more than all the rest.
const quiet = 20 * time.Millisecond

// againAfter is how long after a failure of the database a page is shown anew, what was to be shown included.
const againAfter = time.Second

// stream is the one connection of a conversation's page: first everything as it is now, then what changes.
func (h *Handlers) stream(c echo.Context) error {
	id, err := web.ID(c, "id")
	if err != nil {
		return err
	}
	who := web.Who(c)
	if who == nil {
		return h.site.RefuseStream(c, web.ErrLoggedOut, func(out *web.Stream) error { return sayLoggedOut(out, id) })
	}
	conversation, err := h.chat.Get(c.Request().Context(), person(who), id)
	if err != nil {
		return err
	}
	release, err := h.site.AdmitStream(who)
	if err != nil {
		return h.site.RefuseStream(c, err, func(out *web.Stream) error {
			return out.Finish(views.AccessLost(errs.MessageOf(err), path(id), "Load again"))
		})
	}
	v := &view{Handlers: h, who: who, conversation: conversation, around: around{names: map[uuid.UUID]string{}}}
	v.sub = h.bus.Subscribe(append(accessTopics(who, id), chat.Topic(who.Tenant, id))...) // before the first read, so that nothing falls between
	return h.site.ServeWoken(c, func(out *web.Stream) web.Woken { v.open(out); return v }, v.sub.Close, release)
}

// open lets what happens wake the page.
func (v *view) open(out *web.Stream) {
	v.out = out
	if v.conversation.Shared {
		v.around.here, v.around.writing, v.around.readers = unsaid, unsaid, unsaid
	}
	v.enter()
	p, id := person(v.who), v.conversation.ID
	v.others = v.site.Presence.Watch(herePlace(p, id), writingPlace(p, id))
	v.sub.Wakes(out)
	v.others.Wakes(out)
}

// Close implements web.Woken.
func (v *view) Close() {
	v.turn.Lock() // for good: nobody writes to it any more
	v.unfollow()
	v.leave()
	v.others.Close()
	for _, a := range []*alarm{&v.late, &v.again, &v.around.read} {
		a.stop()
	}
}

// accessTopics are where it is told that a person may read a chat no more.
func accessTopics(who *session.Principal, id uuid.UUID) []string {
	return []string{tail.RowTopic(who.Tenant, "conversations", id), web.PersonTopic(who.User)}
}

func sayLoggedOut(out *web.Stream, id uuid.UUID) error {
	login := "/login?next=" + url.QueryEscape(path(id))
	return out.Finish(views.AccessLost(web.LoggedOutHere, login, "Log in"))
}

// view is what one open page has been shown. It rests while nothing happens: see web.Woken.
type view struct {
	// Whoever reads or changes what the page shows, or writes to it, has its turn: the page itself, or the goroutine that writes a
	// running answer to all its pages, which needs no more than what stands here, since all else has left the processor's cache.
	turn   sync.Mutex
	out    *web.Stream
	answer answer // the one that is being written, if any

	*Handlers
	who          *session.Principal
	sub, others  *realtime.Subscription // others of people around
	conversation chat.Conversation
	shown        map[uuid.UUID]bool
	around       around
	left         func()           // takes back that others see this page; nil while the chat is not shared
	began        bool             // the first words are out
	events       []realtime.Event // that were heard of and not looked at yet
	lost         bool             // some were dropped
	grown        atomic.Bool      // the page itself is to look after the answer
	late         alarm            // set from the end of the followed text until the end of the answer is announced
	again        alarm            // set while the database owes this page something
}

func (v *view) ctx() context.Context { return v.out.Context() }

// Turn implements web.Woken.
func (v *view) Turn() *sync.Mutex { return &v.turn }

// Work implements web.Woken. While the database is away an answer goes on; whether the login stands has to be seen, though.
func (v *view) Work() error {
	if !v.began {
		v.began = true
		if err := v.inTurn(v.begin); err != nil {
			return v.last(err)
		}
	}
	err := v.inTurn(v.due)
	if retried(err) {
		v.again.set(againAfter, v.out)
		return nil
	}
	return v.last(err)
}

// last says why a page ends whose chat it is not any more: deleted, or not shared any more, while it was open.
func (v *view) last(err error) error {
	if err == nil || errs.KindOf(err) != errs.NotFound || v.ctx().Err() != nil {
		return err
	}
	return v.inTurn(func() error {
		return v.out.Finish(views.AccessLost("This chat is gone, or is not shared with you any more.", "/chats", "Go to your chats"))
	})
}

// due does whatever the page was woken for. What cannot be read now keeps nothing else from it.
func (v *view) due() (away error) {
	for _, do := range []func() error{v.stillAllowed, v.delta, v.changed, v.unannounced, v.whoCame, v.markRead, v.owed} {
		switch err := do(); {
		case retried(err):
			away = err
		case err != nil:
			return err
		}
	}
	return away
}

// inTurn does work of the page itself, once nobody else writes to it. When that ends the stream nobody else does any more.
func (v *view) inTurn(work func() error) error {
	v.turn.Lock()
	defer v.turn.Unlock()
	err := work()
	if err != nil && !retried(err) {
		v.unfollow()
	}
	return err
}

func (v *view) begin() error {
	if err := v.snapshot(); err != nil {
		return err
	}
	return v.whoIsHere()
}

// retried is an error that a page outlives: what it could not read it reads again.
func retried(err error) bool { return pg.Away(err) && !errors.Is(err, errUnseen) }

var errUnseen = errors.New("chat: it cannot be seen whether the login stands")

// stillAllowed takes what the bus announced and looks whether the login that opened the stream still stands, if that is doubted,
// before anything else is written. What was lost may have been about the login.
func (v *view) stillAllowed() error {
	v.events, v.lost = v.sub.Take()
	if !v.out.Doubted() && !v.lost && !slices.ContainsFunc(v.events, func(e realtime.Event) bool { return e.Kind == "session" }) {
		return nil
	}
	who, err := v.out.Alive(v.who)
	if err != nil {
		return errors.Join(errUnseen, err)
	}
	if who == nil {
		return sayLoggedOut(v.out, v.conversation.ID)
	}
	v.who = who
	v.behind() // nothing was written to it meanwhile
	return nil
}

// owed shows what could not be read a while ago.
func (v *view) owed() error {
	if !v.again.rang() {
		return nil
	}
	err := v.anew()
	if err == nil {
		v.around.read.set(readAfter, v.out) // it may have been that
	}
	return err
}

// anew shows everything, also what may have been announced in vain.
func (v *view) anew() error {
	if err := v.snapshot(); err != nil {
		return err
	}
	return v.whoRead()
}

// changed shows what the bus announced, if anything. Rows are read anew with the person's own rights, so nothing
// is delivered that may not be seen any more.
func (v *view) changed() error {
	events := v.events
	v.events = nil
	if v.lost {
		return v.anew()
	}
	read := false
	for _, e := range events {
		if e.Topic != chat.Topic(v.who.Tenant, v.conversation.ID) {
			if e.Kind == "shared" { // or not any more
				if err := v.named(); err != nil {
					return err
				}
			}
			if e.ID == v.conversation.ID && v.bus.Health(v.ctx()) != nil { // nobody else may be able to tell us
				return v.anew()
			}
			continue
		}
		if e.Kind == "chat" {
			if err := v.named(); err != nil {
				return err
			}
		}
		if e.Kind == "assistant" {
			if err := v.snapshot(); err != nil {
				return err
			}
		}
		read = read || e.Kind == "read" && e.ID != v.who.User // one's own is not shown to oneself
		if e.Kind != "message" {
			continue
		}
		if err := v.message(e.ID); err != nil {
			return err
		}
	}
	if read {
		return v.whoRead()
	}
	return nil
}

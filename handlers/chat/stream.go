package chat

import (
	"context"
	"errors"
	"net/url"
	"slices"
	"sync"
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
	sub := h.bus.Subscribe(append(accessTopics(who, id), chat.Topic(who.Tenant, id))...) // before the first read, so that nothing falls between
	v := &view{Handlers: h, who: who, conversation: conversation, around: around{names: map[uuid.UUID]string{}}, grown: make(chan struct{}, 1)}
	return h.site.ServeStream(c, func(out *web.Stream) error {
		v.out = out
		return v.serve(sub)
	}, sub.Close, release)
}

// serve shows the chat until it ends, or the person's way to it.
func (v *view) serve(sub *realtime.Subscription) error {
	if v.conversation.Shared {
		v.around.here, v.around.writing, v.around.readers = unsaid, unsaid, unsaid
	}
	v.enter()
	defer v.leave()
	defer func() {
		v.turn.Lock() // for good: nobody else writes to it any more
		v.unfollow()
	}()
	p, id := person(v.who), v.conversation.ID
	others := v.site.Presence.Watch(herePlace(p, id), writingPlace(p, id))
	defer others.Close()
	err := v.run(sub, others)
	if errs.KindOf(err) == errs.NotFound { // deleted, or not shared any more, while the page was open
		return v.inTurn(func() error {
			return v.out.Finish(views.AccessLost("This chat is gone, or is not shared with you any more.", "/chats", "Go to your chats"))
		})
	}
	return err
}

// accessTopics are where it is told that a person may read a chat no more.
func accessTopics(who *session.Principal, id uuid.UUID) []string {
	return []string{tail.RowTopic(who.Tenant, "conversations", id), web.PersonTopic(who.User)}
}

func sayLoggedOut(out *web.Stream, id uuid.UUID) error {
	login := "/login?next=" + url.QueryEscape(path(id))
	return out.Finish(views.AccessLost(web.LoggedOutHere, login, "Log in"))
}

// view is what one open page has been shown.
type view struct {
	// Whoever reads or changes what the page shows, or writes to it, has its turn: its own goroutine, or the one that writes a
	// running answer to all its pages, which needs no more than what stands here, since all else has left the processor's cache.
	turn   sync.Mutex
	out    *web.Stream
	answer answer // the one that is being written, if any

	*Handlers
	who          *session.Principal
	conversation chat.Conversation
	shown        map[uuid.UUID]bool
	late         *time.Timer // runs from the end of the followed text until the end of the answer is announced
	around       around
	left         func()        // takes back that others see this page; nil while the chat is not shared
	again        *time.Timer   // runs while the database owes this page something
	grown        chan struct{} // has a value when the page's own goroutine is to look after the answer
}

func (v *view) ctx() context.Context { return v.out.Context() }

// run writes until the client goes, the login ends or the stream has lived long enough. While the database is away an answer goes on;
// whether the login stands has to be seen, though.
func (v *view) run(sub, others *realtime.Subscription) error {
	v.around.read = stopped()
	defer v.around.read.Stop()
	v.late, v.again = stopped(), stopped()
	defer v.late.Stop()
	defer v.again.Stop()
	if err := v.inTurn(v.begin); err != nil {
		return err
	}
	beat := time.NewTicker(web.Heartbeat)
	defer beat.Stop()
	end := time.Now().Add(web.Lifetime())
	for {
		var work func() error
		select {
		case <-v.out.Done():
			return nil
		case <-beat.C:
			if time.Now().After(end) {
				return nil
			}
			work = func() error { return v.out.Event("beat") }
		case <-v.out.Stale():
			work = v.stillAllowed
		case <-sub.Wake():
			work = func() error { return v.changed(sub) }
		case <-v.grown:
			work = v.delta
		case <-v.out.Unsent():
			work = v.rest
		case <-v.late.C:
			work = v.unannounced
		case <-others.Wake():
			others.Take() // whatever it was
			work = v.whoIsHere
		case <-v.around.read.C:
			work = v.markRead
		case <-v.again.C:
			work = func() error {
				err := v.anew()
				if err == nil {
					v.around.read.Reset(readAfter) // it may have been that
				}
				return err
			}
		}
		err := v.inTurn(work)
		switch {
		case v.ctx().Err() != nil:
			return nil
		case retried(err):
			v.again.Reset(againAfter)
		case err != nil:
			return err
		}
	}
}

// inTurn does work of the page's own goroutine, once nobody else writes to the page. When it ends the stream nobody else does any more.
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

// stopped is a timer that runs once it is reset.
func stopped() *time.Timer {
	t := time.NewTimer(time.Hour)
	t.Stop()
	return t
}

// retried is an error that a page outlives: what it could not read it reads again.
func retried(err error) bool { return pg.Away(err) && !errors.Is(err, errUnseen) }

var errUnseen = errors.New("chat: it cannot be seen whether the login stands")

// stillAllowed looks whether the login that opened the stream still stands.
func (v *view) stillAllowed() error {
	who, err := v.out.Alive(v.who)
	if err != nil {
		return errors.Join(errUnseen, err)
	}
	if who == nil {
		return sayLoggedOut(v.out, v.conversation.ID)
	}
	v.who = who
	return v.delta() // nothing was written to it meanwhile
}

// anew shows everything, also what may have been announced in vain.
func (v *view) anew() error {
	if err := v.snapshot(); err != nil {
		return err
	}
	return v.whoRead()
}

// changed reads what the bus announced. Rows are read anew with the person's own rights, so nothing
// is delivered that may not be seen any more.
func (v *view) changed(sub *realtime.Subscription) error {
	events, lost := sub.Take()
	if lost || slices.ContainsFunc(events, func(e realtime.Event) bool { return e.Kind == "session" }) { // what was lost may have been about the login
		if err := v.stillAllowed(); err != nil {
			return err
		}
	}
	if lost {
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

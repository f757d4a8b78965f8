package chat

import (
	"context"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"

	"stoa/generated/db"
	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/realtime"
	"stoa/internal/session"
	"stoa/services/chat"
)

// runSend is the procedure Chats.Send.
func (h *Handlers) runSend(ctx context.Context, who *session.Principal, in SendInput) (SendOutput, error) {
	id := uuid.New()
	if in.ClientID != nil {
		id = *in.ClientID
	}
	turn, err := h.chat.Send(ctx, person(who), in.ID, in.Content, id)
	h.site.Presence.Forget(writingPlace(person(who), in.ID), who.User)
	return SendOutput{MessageID: turn.Question, AnswerID: turn.Answer}, err
}

// runStop is the procedure Chats.Stop.
func (h *Handlers) runStop(ctx context.Context, who *session.Principal, in StopInput) (StopOutput, error) {
	return StopOutput{}, h.chat.Stop(ctx, person(who), in.ID)
}

// feed is what one program follows of a chat.
type feed struct {
	*Handlers
	out    *web.Events[Event]
	chatID uuid.UUID

	following uuid.UUID // the answer whose text follows
	follower  *realtime.Follower
	offset    int64
	rest      string      // the beginning of a character whose end has not come yet
	late      *time.Timer // runs from the end of the text until the end of the answer is announced
}

// follow is the procedure Chats.Stream.
func (h *Handlers) follow(out *web.Events[Event], in StreamInput) error {
	who := out.Who
	if _, err := h.chat.Get(out.Request(), person(who), in.ID); err != nil {
		return err
	}
	sub := h.bus.Subscribe(append(accessTopics(who, in.ID), chat.Topic(who.Tenant, in.ID))...) // before the first read, so that nothing falls between
	defer sub.Close()
	if err := out.Open(); err != nil {
		return err
	}
	f := &feed{Handlers: h, out: out, chatID: in.ID, late: stopped()}
	defer f.unfollow()
	defer f.late.Stop()
	err := f.run(sub)
	if errs.KindOf(err) == errs.NotFound {
		return out.Emit(Event{Kind: "gone"})
	}
	return err
}

func (f *feed) run(sub *realtime.Subscription) error {
	if err := f.snapshot(); err != nil {
		return err
	}
	beat := time.NewTicker(web.Heartbeat)
	defer beat.Stop()
	for {
		var err error
		select {
		case <-f.out.Done():
			return nil
		case <-beat.C:
			err = f.out.Comment("beat")
		case <-f.out.Stale():
			err = f.out.Check()
		case <-sub.Wake():
			err = f.changed(sub)
		case <-f.wake():
			err = f.delta()
		case <-f.late.C:
			err = f.unannounced()
		}
		if err != nil {
			return err
		}
	}
}

// changed reads anew, with the person's own rights, what the bus announced.
func (f *feed) changed(sub *realtime.Subscription) error {
	events, lost := sub.Take()
	if lost {
		if err := f.out.Check(); err != nil {
			return err
		}
		return f.snapshot()
	}
	for _, e := range events {
		var err error
		switch e.Kind {
		case "message":
			err = f.message(e.ID)
		case "read": // by somebody: what there is stays as it is
		case "session": // of the person: perhaps they are no member any more
			err = f.out.Check()
		default: // the chat itself: it may be gone
			_, err = f.chat.Get(f.out.Context(), person(f.out.Who), f.chatID)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (f *feed) snapshot() error {
	ctx, who := f.out.Context(), person(f.out.Who)
	if _, err := f.chat.Get(ctx, who, f.chatID); err != nil {
		return err
	}
	rows, _, err := f.chat.Messages(ctx, who, f.chatID, nil, messagePage)
	if err != nil {
		return err
	}
	f.unfollow()
	all := make([]Message, len(rows))
	for i, m := range rows {
		if all[i], err = f.shown(m); err != nil {
			return err
		}
	}
	return f.out.Emit(Event{Kind: "messages", Messages: all})
}

func (f *feed) message(id uuid.UUID) error {
	m, err := f.chat.Message(f.out.Context(), person(f.out.Who), f.chatID, id)
	if err != nil || m.Status == db.MessageStatusStreaming && f.follower != nil && f.following == id {
		return err // it is being followed already
	}
	shown, err := f.shown(m)
	if err != nil {
		return err
	}
	return f.out.Emit(Event{Kind: "message", Message: &shown})
}

// shown is a message with the text that a running answer has so far; from there on it is followed.
func (f *feed) shown(m chat.Message) (Message, error) {
	if f.following == m.ID {
		f.unfollow()
	}
	if m.Status == db.MessageStatusStreaming {
		var err error
		if m, err = f.join(m); err != nil {
			return Message{}, err
		}
	}
	return Message{ID: m.ID, Role: string(m.Role), Status: string(m.Status), Content: m.Content, Error: m.Error, Notice: m.Notice, CreatedAt: m.CreatedAt}, nil
}

// join follows a running answer; one that ended a moment ago is read from its row.
func (f *feed) join(m chat.Message) (chat.Message, error) {
	ctx, who := f.out.Context(), person(f.out.Who)
	running, ok, err := f.chat.Running(ctx, who, f.chatID)
	if err != nil {
		return m, err
	}
	if ok && running.Message == m.ID {
		if follower, ok := f.chat.Follow(ctx, who, running.Generation); ok {
			f.unfollow()
			f.follower, f.following, f.offset = follower, m.ID, 0
			text, ended := follower.Read()
			m.Content = f.whole(text)
			f.offset = int64(len(m.Content))
			f.ended(ended)
			return m, nil
		}
	}
	return f.chat.Message(ctx, who, f.chatID, m.ID)
}

func (f *feed) delta() error {
	text, ended := f.follower.Read()
	f.ended(ended)
	if text = f.whole(text); text == "" {
		return nil
	}
	d := &Delta{MessageID: f.following, Offset: f.offset, Text: text}
	f.offset += int64(len(text))
	return f.out.Emit(Event{Kind: "delta", Delta: d})
}

// ended waits for a while that somebody says how the answer ended.
func (f *feed) ended(ended bool) {
	if ended {
		f.late.Reset(announcementPatience)
	}
}

// unannounced looks at an answer whose text has ended, since nobody has said what became of it.
func (f *feed) unannounced() error {
	id := f.following
	f.unfollow()
	return f.message(id)
}

// whole keeps back the beginning of a character whose end has not come yet.
func (f *feed) whole(text string) string {
	text = f.rest + text
	cut := len(text)
	for cut > 0 && len(text)-cut < utf8.UTFMax && !utf8.ValidString(text[:cut]) {
		cut--
	}
	if !utf8.ValidString(text[:cut]) { // it is no beginning: it stays as it is
		cut = len(text)
	}
	f.rest = text[cut:]
	return text[:cut]
}

func (f *feed) wake() <-chan struct{} {
	if f.follower == nil {
		return nil
	}
	return f.follower.Wake()
}

func (f *feed) unfollow() {
	f.late.Stop()
	if f.follower != nil {
		f.follower.Close()
		f.follower, f.following, f.rest = nil, uuid.Nil, ""
	}
}

// stopped is a timer that runs once it is reset.
func stopped() *time.Timer {
	t := time.NewTimer(time.Hour)
	t.Stop()
	return t
}

package chat

import (
	"errors"
	"slices"
	"time"

	"github.com/a-h/templ"
	"github.com/google/uuid"

	"stoa/generated/db"
	"stoa/services/chat"
	views "stoa/views/chat"
)

// answer is the message that grows in an open page; without rendered there is none.
type answer struct {
	rendered            *rendered
	at                  *piece // what the page has been sent
	generation, message uuid.UUID
}

// snapshot replaces the page's messages by what is true now.
func (v *view) snapshot() error {
	conversation, err := v.chat.Get(v.ctx(), person(v.who), v.conversation.ID)
	if err != nil {
		return err
	}
	v.conversation = conversation
	v.enter()
	props, err := v.messagesProps(v.ctx(), person(v.who), conversation, nil)
	if err != nil {
		return err
	}
	var with []templ.Component
	if len(props.Messages) == 0 { // whom an empty chat asks may be another one by now, and so may what it offers
		if err := v.withProps(v.ctx(), person(v.who), conversation, &props); err != nil {
			return err
		}
		with = append(with, replace("#with", "innerHTML", views.With(props.Assistant, props.Model)))
	}
	v.unfollow()
	v.shown = map[uuid.UUID]bool{}
	for i := range props.Messages {
		v.saw(props.Messages[i])
		id := uuid.MustParse(props.Messages[i].ID)
		v.shown[id] = true
		if props.Messages[i].Status == string(db.MessageStatusStreaming) {
			if props.Messages[i], err = v.join(id, props.Messages[i]); err != nil {
				return err
			}
		}
	}
	return v.send(slices.Concat(v.standing(), with, []templ.Component{replace("#messages", "innerMorph", views.Messages(props))})...)
}

// standing is what a page shows of its chat besides messages and people, as it is now: the page may be of before.
func (v *view) standing() []templ.Component {
	c := v.conversation
	parts := []templ.Component{titled(c)}
	if c.MayWrite() { // morphed: what says that somebody writes may be at it
		parts = append(parts, replace("#tells", "innerMorph", views.SaysWriting(c.ID.String(), v.who.Tenant.String(), c.Shared)))
	}
	if !c.Shared { // nobody else is told of any more
		v.around.here, v.around.writing, v.around.readers = "", "", ""
		for _, place := range []string{"#here", "#typing", "#readers"} {
			parts = append(parts, replace(place, "innerHTML", text("")))
		}
	}
	return parts
}

// message shows one message that is new or has changed.
func (v *view) message(id uuid.UUID) error {
	if !v.shown[id] {
		return v.newest()
	}
	m, err := v.chat.Message(v.ctx(), person(v.who), v.conversation.ID, id)
	if err != nil {
		return err
	}
	if m.Status == db.MessageStatusStreaming && v.follows(id) {
		return nil // it is being followed already
	}
	props, err := v.props(m)
	if err != nil {
		return err
	}
	v.saw(props)
	return v.send(replace("#m-"+props.ID, "outerMorph", views.Message(props)))
}

// newest appends the messages that the page does not have yet.
func (v *view) newest() error {
	if len(v.shown) == 0 { // the page says that the chat is empty
		return v.snapshot()
	}
	if err := v.named(); err != nil {
		return err
	}
	messages, _, err := v.chat.Messages(v.ctx(), person(v.who), v.conversation.ID, nil, messagePage)
	if err != nil {
		return err
	}
	var patches []templ.Component
	for _, m := range messages {
		if v.shown[m.ID] {
			continue
		}
		v.shown[m.ID] = true
		props, err := v.props(m)
		if err != nil {
			return err
		}
		v.saw(props)
		patches = append(patches, replace("#messages", "beforeend", views.Message(props)))
	}
	if len(patches) == 0 {
		return nil
	}
	return v.send(patches...)
}

// named shows a title that was changed, or with whom the chat is shared and what the person may do now; a chat that is gone ends
// the stream.
func (v *view) named() error {
	conversation, err := v.chat.Get(v.ctx(), person(v.who), v.conversation.ID)
	if err != nil {
		return err
	}
	before := v.conversation
	v.conversation = conversation
	v.enter()
	switch {
	case conversation.Access != before.Access:
		if err := v.snapshot(); err != nil {
			return err
		}
		return v.send(accessChanged(conversation))
	case conversation.Shared != before.Shared || conversation.Title != before.Title:
		return v.send(v.standing()...)
	}
	return nil
}

// accessChanged takes the composer away from who may not write any more, and tells the others where they find it.
func accessChanged(c chat.Conversation) templ.Component {
	if !c.MayWrite() {
		return replace("#writing", "outerHTML", views.ReadOnly())
	}
	return views.AccessLost("You may write in this chat now.", path(c.ID), "Load again")
}

func (v *view) props(m chat.Message) (views.MessageProps, error) {
	props := messageProps(person(v.who), v.conversation, m)
	if m.Status == db.MessageStatusStreaming {
		return v.join(m.ID, props)
	}
	if v.follows(m.ID) {
		v.unfollow()
	}
	return props, nil
}

// join starts to follow a running answer: the text so far goes into the message, what lies beyond it
// follows as deltas. An answer that ended a moment ago is read from its row.
func (v *view) join(id uuid.UUID, props views.MessageProps) (views.MessageProps, error) {
	running, ok, err := v.chat.Running(v.ctx(), person(v.who), v.conversation.ID)
	if err != nil {
		return props, err
	}
	if ok && running.Message == id {
		v.unfollow()
		if r, ok := v.follow(running.Generation, id); ok {
			props.HTML, props.Tail = v.joined(running.Generation, id, r)
			return props, nil
		}
	}
	m, err := v.chat.Message(v.ctx(), person(v.who), v.conversation.ID, id)
	if err != nil {
		return props, err
	}
	return messageProps(person(v.who), v.conversation, m), nil
}

// joined is the HTML that a running answer has when the page begins to follow it.
func (v *view) joined(generation, message uuid.UUID, r *rendered) (done, tail string) {
	v.answer = answer{generation: generation, message: message, rendered: r}
	done, tail, v.answer.at = r.now()
	if r.over() { // who tells the pages may have passed this one over
		v.behind()
	}
	return done, tail
}

func (v *view) unfollow() {
	if v.answer.rendered != nil {
		v.answers.leave(v.answer.generation, v, v.answer.rendered)
		v.answer = answer{}
	}
}

func (v *view) follows(message uuid.UUID) bool {
	return v.answer.rendered != nil && v.answer.message == message
}

// offer brings the page up to date with an answer that it follows, most likely by a step. While it is busy with something else, and
// when the answer has ended, the page sees to it itself.
func (v *view) offer(r *rendered, s step, ended bool) {
	if !v.turn.TryLock() {
		v.behind()
		return
	}
	defer v.turn.Unlock()
	defer func() {
		if recover() != nil { // it fails in the page's own work too, and ends that page alone
			v.behind()
		}
	}()
	if v.answer.rendered != r { // not any more
		return
	}
	frame, now := s.frame, s.to
	if v.answer.at != s.from {
		frame, now = r.after(v.answer.at)
	}
	if v.out.Doubted() || frame != nil && !v.out.Offer(frame) {
		return // it looks at the login, or writes the rest of what it was offered, and catches up then
	}
	if v.answer.at = now; ended {
		v.behind()
	}
}

// behind has the page itself see to its answer.
func (v *view) behind() {
	v.grown.Store(true)
	v.out.Wake()
}

// delta writes what a slow client has not taken yet, and what the followed answer has grown by since as one message.
func (v *view) delta() error {
	owes := v.out.Owes()
	if owes {
		if err := v.out.SendRest(); err != nil {
			return err
		}
	}
	if !v.grown.Swap(false) && !owes || v.answer.rendered == nil {
		return nil
	}
	if v.answer.rendered.over() { // announced as a change of the message, usually at once
		v.late.set(announcementPatience, v.out)
	}
	var frame []byte
	if frame, v.answer.at = v.answer.rendered.after(v.answer.at); frame == nil {
		return nil
	}
	return v.out.SendFrame(frame)
}

// announcementPatience is how long the end of an answer may take to be announced after its text has ended.
const announcementPatience = time.Second

// unannounced looks at a message whose text has ended a while ago, since nobody has said what became of it.
func (v *view) unannounced() error {
	if !v.late.rang() || v.answer.rendered == nil {
		return nil
	}
	id := v.answer.message
	v.unfollow()
	return v.message(id)
}

func (v *view) send(components ...templ.Component) error {
	err := v.out.Send(components...)
	if errors.Is(err, v.ctx().Err()) {
		return nil
	}
	return err
}

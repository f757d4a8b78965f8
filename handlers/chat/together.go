package chat

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"stoa/generated/db"
	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/session"
	"stoa/services/chat"
	views "stoa/views/chat"
)

// readAfter is how long messages must have stood on an open page until they count as read.
const readAfter = time.Second

// namedAtOnce is how many people a line names; the others are counted.
const namedAtOnce = 3

func herePlace(p chat.Person, conversation uuid.UUID) string {
	return "here:" + p.Tenant.String() + ":" + conversation.String()
}

func writingPlace(p chat.Person, conversation uuid.UUID) string {
	return "writing:" + p.Tenant.String() + ":" + conversation.String()
}

// writing is what the page of a shared chat says every few seconds while somebody writes in its composer.
func (h *Handlers) writing(c echo.Context) error {
	id, err := web.ID(c, "id")
	if err != nil {
		return err
	}
	p := person(web.Who(c))
	conversation, err := h.chat.Get(c.Request().Context(), p, id)
	if err != nil {
		return err
	}
	if !conversation.MayWrite() {
		return errs.New(errs.Forbidden, "You may read this chat only.")
	}
	if conversation.Shared {
		h.site.Presence.Touch(writingPlace(p, id), p.User)
	}
	return c.NoContent(http.StatusNoContent)
}

// people are the others at a place, by name.
func (h *Handlers) people(ctx context.Context, p chat.Person, place string, known map[uuid.UUID]string) ([]string, error) {
	users := slices.DeleteFunc(h.site.Presence.At(place), func(u uuid.UUID) bool { return u == p.User })
	if slices.ContainsFunc(users, func(u uuid.UUID) bool { return known[u] == "" }) {
		names, err := h.chat.Names(ctx, p, users)
		if err != nil {
			return nil, err
		}
		clear(known)
		for u, name := range names {
			known[u] = name
		}
	}
	var names []string
	for _, u := range users {
		if known[u] != "" {
			names = append(names, known[u])
		}
	}
	slices.Sort(names)
	return names, nil
}

// sentence is about several people: "Ada and Bo are here".
func sentence(names []string, one, many string) string {
	rest := len(names) - namedAtOnce
	switch {
	case len(names) == 0:
		return ""
	case len(names) == 1:
		return names[0] + one
	case rest == 1:
		return strings.Join(names[:namedAtOnce], ", ") + " and one other" + many
	case rest > 1:
		return strings.Join(names[:namedAtOnce], ", ") + " and " + strconv.Itoa(rest) + " others" + many
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1] + many
}

// together fills in who else is there, and notes what the page shows as read: without scripts it is the only one to do so.
func (h *Handlers) together(ctx context.Context, p chat.Person, c chat.Conversation, props *views.ConversationProps) error {
	if props.Shared = c.Shared; props.Shared {
		names, err := h.people(ctx, p, herePlace(p, c.ID), map[uuid.UUID]string{})
		if err != nil {
			return err
		}
		props.Here = sentence(names, " is here", " are here")
	}
	upTo := newest(props.Messages)
	if props.Later != "" || upTo == uuid.Nil {
		return nil
	}
	if err := h.markRead(ctx, p, c, upTo); err != nil || !c.Shared {
		return err
	}
	names, err := h.chat.Readers(ctx, p, c.ID, upTo)
	props.Readers = readers(names)
	return err
}

// markRead notes how far somebody has read, and takes what was unread off the lists that they have open.
func (h *Handlers) markRead(ctx context.Context, p chat.Person, c chat.Conversation, upTo uuid.UUID) error {
	further, err := h.chat.MarkRead(ctx, p, c, upTo)
	if further {
		h.site.TellPerson(ctx, h.bus, p.User, "conversations", c.ID)
	}
	return err
}

// unreadNotes are what the list of chats says behind their titles.
func (h *Handlers) unreadNotes(ctx context.Context, p *session.Principal, chats []uuid.UUID) (map[uuid.UUID]string, error) {
	counts, err := h.chat.Unread(ctx, person(p), chats)
	notes := make(map[uuid.UUID]string, len(counts))
	for id, n := range counts {
		notes[id] = unread(n) + " unread"
	}
	return notes, err
}

func readers(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return "Read by " + sentence(names, "", "")
}

// newest is the last message that is whole.
func newest(messages []views.MessageProps) uuid.UUID {
	for _, m := range slices.Backward(messages) {
		if m.Status != string(db.MessageStatusStreaming) {
			return uuid.MustParse(m.ID)
		}
	}
	return uuid.Nil
}

// unsaid is no line of others: nobody knows what a page shows that was loaded, or cut off, a while ago.
const unsaid = "\x00"

// around is what an open page has been told of others.
type around struct {
	names         map[uuid.UUID]string
	here, writing string
	readers       string
	upTo          uuid.UUID // the newest message that the page shows whole
	read          alarm     // set until it counts as read
}

// enter lets others see this page, once the chat is shared: nobody else can be in one that is not.
func (v *view) enter() {
	if v.left == nil && v.conversation.Shared {
		v.left = v.site.Presence.Enter(herePlace(person(v.who), v.conversation.ID), v.who.User)
	}
}

func (v *view) leave() {
	if v.left != nil {
		v.left()
	}
}

// saw notes that a message stands on the page.
func (v *view) saw(m views.MessageProps) {
	id, err := uuid.Parse(m.ID)
	if err != nil || m.Status == string(db.MessageStatusStreaming) || slices.Compare(id[:], v.around.upTo[:]) <= 0 {
		return
	}
	v.around.upTo = id
	v.around.read.set(readAfter, v.out)
}

// markRead notes what the page has shown for long enough.
func (v *view) markRead() error {
	if !v.around.read.rang() {
		return nil
	}
	if err := v.Handlers.markRead(v.ctx(), person(v.who), v.conversation, v.around.upTo); err != nil {
		return err
	}
	return v.whoRead()
}

// whoRead shows who else has read all that stands here.
func (v *view) whoRead() error {
	if v.around.upTo == uuid.Nil || !v.conversation.Shared && v.around.readers == "" {
		return nil
	}
	names, err := v.chat.Readers(v.ctx(), person(v.who), v.conversation.ID, v.around.upTo)
	if line := readers(names); err == nil && line != v.around.readers {
		v.around.readers = line
		return v.send(replace("#readers", "innerHTML", text(line)))
	}
	return err
}

// whoCame is whoIsHere, if anybody came or went.
func (v *view) whoCame() error {
	if events, lost := v.others.Take(); len(events) == 0 && !lost { // whatever it was
		return nil
	}
	return v.whoIsHere()
}

// whoIsHere shows who else has the chat open, and who is writing.
func (v *view) whoIsHere() error {
	p, id := person(v.who), v.conversation.ID
	present, err := v.people(v.ctx(), p, herePlace(p, id), v.around.names)
	if err != nil {
		return err
	}
	composing, err := v.people(v.ctx(), p, writingPlace(p, id), v.around.names)
	if err != nil {
		return err
	}
	here, writing := sentence(present, " is here", " are here"), sentence(composing, " is writing", " are writing")
	if here == v.around.here && writing == v.around.writing {
		return nil
	}
	v.around.here, v.around.writing = here, writing
	return v.send(replace("#here", "innerHTML", text(here)), replace("#typing", "innerHTML", text(writing)))
}

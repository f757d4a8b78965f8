package chat

import (
	"testing"

	"github.com/google/uuid"

	"stoa/generated/db"
	"stoa/internal/errs"
)

// colleague is another member of the person's company.
func (w *world) colleague(t *testing.T) Person {
	t.Helper()
	p := Person{Tenant: w.me.Tenant, User: uuid.New()}
	w.exec(t, "insert into users (id, email, name, password_hash) values ($1, $2, 'Chloe', '-')", p.User, p.User.String()+"@example.com")
	w.exec(t, "insert into memberships (tenant_id, user_id, role) values ($1, $2, 'admin')", p.Tenant, p.User)
	return p
}

func (w *world) share(t *testing.T, with Person, access string) {
	t.Helper()
	w.exec(t, "delete from conversation_shares where conversation_id = $1", w.chat)
	if access != "" {
		w.exec(t, "insert into conversation_shares (tenant_id, id, conversation_id, user_id, access) values ($1, $2, $3, $4, $5::share_access)",
			w.me.Tenant, uuid.New(), w.chat, with.User, access)
	}
}

// What a chat is shared for decides what can be done in it, by every way in; whom it is not shared with finds none.
func TestSharing(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	w.model.will(saysAndHangs("Half "))
	w.send(t, "Where?")
	answer := w.last(t).ID
	w.begun(t)
	if err := w.Stop(t.Context(), w.me, w.chat); err != nil {
		t.Fatal(err)
	}
	w.ended(t, "stopped")
	w.model.will(says("whole."))
	chloe := w.colleague(t)
	for _, c := range []struct {
		access      string
		read, write errs.Kind
	}{{"", errs.NotFound, errs.NotFound}, {"read", 0, errs.Forbidden}, {"write", 0, 0}, {"", errs.NotFound, errs.NotFound}} {
		w.share(t, chloe, c.access)
		_, err := w.Get(t.Context(), chloe, w.chat)
		expect(t, c.access+": get", err, c.read)
		messages, _, err := w.Messages(t.Context(), chloe, w.chat, nil, 10)
		if err != nil || (len(messages) > 0) != (c.read == 0) {
			t.Errorf("%q reads %d messages, %v", c.access, len(messages), err)
		}
		_, err = w.Message(t.Context(), chloe, w.chat, answer)
		expect(t, c.access+": message", err, c.read)
		recent, err := w.Recent(t.Context(), chloe, 10)
		if err != nil || (len(recent) == 1) != (c.read == 0) {
			t.Errorf("%q has %d recent chats, %v", c.access, len(recent), err)
		}
		expect(t, c.access+": send", w.Send(t.Context(), chloe, w.chat, "And I?", uuid.New()), c.write)
		await(t, "the answer's end", func() bool { return w.last(t).Status != db.MessageStatusStreaming })
		expect(t, c.access+": stop", w.Stop(t.Context(), chloe, w.chat), c.write)
	}
	w.share(t, chloe, "read")
	expect(t, "continue", w.Continue(t.Context(), chloe, w.chat, answer), errs.Forbidden)
	w.share(t, chloe, "write")
	if err := w.Continue(t.Context(), chloe, w.chat, answer); err != nil {
		t.Error(err)
	}
	await(t, "the call", func() bool { return w.model.count() == 3 })
	calls := w.model.all()
	if by := calls[len(calls)-1].User; by == nil || *by != chloe.User {
		t.Errorf("what Chloe asked is on %v", by)
	}
	w.exec(t, "delete from memberships where user_id = $1", chloe.User)
	if _, err := w.Get(t.Context(), chloe, w.chat); errs.KindOf(err) != errs.NotFound {
		t.Errorf("removed from the company: %v", err)
	}
	if n := w.count(t, "conversation_shares"); n != 0 {
		t.Errorf("%d shares are left", n)
	}
	m, _, err := w.Messages(t.Context(), w.me, w.chat, nil, 10)
	if err != nil || len(m) != 4 || m[2].Author != "" || m[2].Content != "And I?" {
		t.Errorf("what a removed member wrote: %+v, %v", m, err)
	}
}

func expect(t *testing.T, what string, err error, want errs.Kind) {
	t.Helper()
	if want == 0 && err != nil || want != 0 && (err == nil || errs.KindOf(err) != want) {
		t.Errorf("%s: %v, want %v", what, err, want)
	}
}

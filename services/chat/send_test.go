package chat

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/uuid"

	"stoa/generated/db"
	"stoa/internal/errs"
)

func TestSend(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	w.send(t, "  Where is\x00 the porch?\n")
	answer := w.ended(t, "complete")
	messages, more, err := w.Messages(t.Context(), w.me, w.chat, nil, 10)
	if err != nil || more || len(messages) != 2 || messages[0].Content != "Where is the porch?" || messages[0].Role != db.MessageRoleUser ||
		messages[0].Author != "Zeno" || answer.Content != "Hello there." || answer.Author != "" {
		t.Errorf("got %+v, %t, %v", messages, more, err)
	}
	call := w.model.all()[0]
	if call.Tenant != w.me.Tenant || *call.User != w.me.User || call.Purpose != "chat" || *call.Message != answer.ID || *call.Conversation != w.chat {
		t.Errorf("the call is not named after the message: %+v", call)
	}
}

// The same id from ten tabs on two instances at once is one message and one model call.
func TestSameClientIDOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	instances := []*Service{w.Service, w.another(t, nil)}
	id := uuid.New()
	turns := make([]Turn, 10)
	var wg sync.WaitGroup
	for i := range turns {
		wg.Go(func() {
			var err error
			if turns[i], err = instances[i%2].Send(t.Context(), w.me, w.chat, "Hello", id); err != nil {
				t.Errorf("tab %d: %v", i, err)
			}
		})
	}
	wg.Wait()
	if turns = slices.Compact(turns); len(turns) != 1 || turns[0].Answer != w.last(t).ID {
		t.Errorf("the turns are %v", turns)
	}
	w.ended(t, "complete")
	if err := w.Send(t.Context(), w.me, w.chat, "Another text, the same id", id); err != nil {
		t.Error(err)
	}
	if w.count(t, "messages") != 2 || w.count(t, "generations") != 1 || w.model.count() != 1 {
		t.Errorf("%d messages, %d generations, %d calls", w.count(t, "messages"), w.count(t, "generations"), w.model.count())
	}
}

// Two different messages at once: one is taken, the other is told why not, and nothing of it stays.
func TestTwoSendsAtOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	w.model.will(saysAndHangs("…"))
	results := make([]error, 6)
	var wg sync.WaitGroup
	for i := range results {
		wg.Go(func() { results[i] = w.Send(t.Context(), w.me, w.chat, "Hello", uuid.New()) })
	}
	wg.Wait()
	taken := 0
	for _, err := range results {
		if err == nil {
			taken++
		} else {
			want(t, "the others", err, errs.Conflict)
		}
	}
	if taken != 1 || w.count(t, "messages") != 2 || w.count(t, "generations") != 1 {
		t.Errorf("%d taken, %d messages", taken, w.count(t, "messages"))
	}
}

// A message sent at the very moment an answer ends is taken or refused; the two never wait for each other.
func TestSendWhileAnAnswerEnds(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(o *Options) { o.Checkpoint = 1e6 })
	for range 40 {
		var wg sync.WaitGroup
		for range 3 {
			wg.Go(func() {
				if err := w.Send(t.Context(), w.me, w.chat, "Hello", uuid.New()); err != nil && errs.KindOf(err) != errs.Conflict {
					t.Errorf("got %v", err)
				}
			})
		}
		wg.Wait()
	}
	await(t, "all answers", func() bool { return w.count(t, "generations where status = 'streaming'") == 0 })
	var deadlocks int
	if err := w.db.Admin.QueryRow(t.Context(), "select deadlocks from pg_stat_database where datname = current_database()").Scan(&deadlocks); err != nil || deadlocks > 0 {
		t.Errorf("%d deadlocks, %v", deadlocks, err)
	}
}

func TestContents(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	for content, fine := range map[string]bool{
		"": false, " \n\t ": false, "\x00": false, "\x00 \x00": false, "a": true, "🏛️": true, "\xff": true,
		strings.Repeat("ü", maxContent): true, strings.Repeat("ü", maxContent+1): false, "<script>": true, "a\r\nb": true,
	} {
		chat := w.newChat(t, w.me, defaultTitle, "", "")
		err := w.Send(t.Context(), w.me, chat, content, uuid.New())
		if fine && err != nil {
			t.Errorf("%.20q: %v", content, err)
		}
		if !fine && errs.FieldsOf(err)["content"] == "" {
			t.Errorf("%.20q was taken: %v", content, err)
		}
	}
}

func TestSomebodyElsesChat(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	w.send(t, "Hello")
	answer := w.ended(t, "complete")
	stranger := w.person(t)
	colleague := Person{w.me.Tenant, stranger.User}
	w.exec(t, "insert into memberships (tenant_id, user_id, role) values ($1, $2, 'owner')", colleague.Tenant, colleague.User)
	for who, p := range map[string]Person{"another tenant's": stranger, "a colleague": colleague} {
		_, err := w.Get(t.Context(), p, w.chat)
		want(t, who+" reads", err, errs.NotFound)
		want(t, who+" sends", w.Send(t.Context(), p, w.chat, "Hello", uuid.New()), errs.NotFound)
		want(t, who+" stops", w.Stop(t.Context(), p, w.chat), errs.NotFound)
		want(t, who+" continues", w.Continue(t.Context(), p, w.chat, answer.ID), errs.NotFound)
		if list, err := w.Recent(t.Context(), p, 10); err != nil || len(list) != 0 {
			t.Errorf("%s lists %v, %v", who, list, err)
		}
	}
	want(t, "no such chat", w.Send(t.Context(), w.me, uuid.New(), "Hello", uuid.New()), errs.NotFound)
	if w.count(t, "messages") != 2 {
		t.Error("something was stored")
	}
}

func TestTitles(t *testing.T) {
	t.Parallel()
	for content, title := range map[string]string{
		"Hello": "Hello", "  two   blanks\t": "two blanks", "first line\nsecond": "first line", "line\r\nnext": "line",
		strings.Repeat("a", 60): strings.Repeat("a", 60), strings.Repeat("a", 61): strings.Repeat("a", 60) + "…",
		strings.Repeat("word ", 20): strings.Repeat("word ", 11) + "word…", strings.Repeat("ü", 100): strings.Repeat("ü", 60) + "…",
	} {
		if got := titleFrom(content); got != title || utf8.RuneCountInString(got) > 200 {
			t.Errorf("%q: got %q, want %q", content, got, title)
		}
	}
}

// The first message names a chat that nobody has named.
func TestTheFirstMessageIsTheTitle(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	for range 2 {
		w.send(t, "Where is the porch?")
		w.ended(t, "complete")
	}
	named := w.newChat(t, w.me, "Columns", "", "")
	if err := w.Send(t.Context(), w.me, named, "Where is the porch?", uuid.New()); err != nil {
		t.Fatal(err)
	}
	for id, title := range map[uuid.UUID]string{w.chat: "Where is the porch?", named: "Columns"} {
		if c, err := w.Get(t.Context(), w.me, id); err != nil || c.Title != title {
			t.Errorf("got %+v, %v; want %q", c, err, title)
		}
	}
}

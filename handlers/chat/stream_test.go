package chat

import (
	"fmt"
	"io"
	"net"
	"regexp"
	"strings"
	"testing"

	"github.com/google/uuid"

	"stoa/handlers/web"
	"stoa/internal/realtime"
	"stoa/services/chat"
)

var (
	partial  = regexp.MustCompile(`(?s)<hx-partial hx-target="#m-[\w-]+-(done|tail)" hx-swap="(\w+)">(.*?)</hx-partial>`)
	snapshot = regexp.MustCompile(`(?s)data-status="streaming".*?id="m-[\w-]+-done">(.*?)</div>\s*<div class="tail[^>]*>(.*?)</div>`)
	tags     = regexp.MustCompile(`<[^>]*>`)
	blanks   = regexp.MustCompile(`\s+`)
)

// shown is the text that a page has after these messages, as htmx would apply them.
func shown(messages []string) string {
	var done, tail string
	for _, m := range messages {
		if s := snapshot.FindStringSubmatch(m); s != nil {
			done, tail = s[1], s[2]
			continue
		}
		for _, p := range partial.FindAllStringSubmatch(m, -1) {
			if p[1] == "done" {
				done += p[3]
			} else {
				tail = p[3]
			}
		}
	}
	return plain(done + " " + tail)
}

func plain(html string) string {
	return strings.TrimSpace(blanks.ReplaceAllString(tags.ReplaceAllString(html, " "), " "))
}

// worded is a piece of an answer; every seventh ends a paragraph.
func worded(i int) string {
	if i%7 == 6 {
		return fmt.Sprintf("word%d.\n\n", i)
	}
	return fmt.Sprintf("word%d ", i)
}

// Pages that open before, in the middle and near the end of an answer all show every word of it once.
func TestEveryPageShowsEveryWordOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	early := w.messages(t, w.chat+"/stream")
	until(t, early, "messages")
	pieces := w.model.next()
	w.send(t, "Where?")
	pages := []<-chan string{early}
	var want []string
	for i := range 60 {
		piece := worded(i)
		want = append(want, strings.TrimSpace(piece))
		pieces <- piece
		if i == 20 || i == 45 {
			pages = append(pages, w.messages(t, w.chat+"/stream"))
		}
	}
	pages = append(pages, w.messages(t, w.chat+"/stream"))
	var told [][]string
	for _, page := range pages { // before the end, with which every word comes again
		told = append(told, until(t, page, "word59"))
	}
	close(pieces)
	for i, page := range pages {
		all := append(told[i], until(t, page, ended)...)
		final := all[len(all)-1]
		if got := shown(all[:len(all)-1]); got != strings.Join(want, " ") {
			t.Errorf("page %d showed %q", i, got)
		}
		if !strings.Contains(plain(final), strings.Join(want, " ")) {
			t.Errorf("page %d ends with %q", i, final)
		}
	}
	late := until(t, w.messages(t, w.chat+"/stream"), ended)
	if len(late) != 1 || strings.Count(late[0], "word59") != 1 {
		t.Errorf("a page that opens afterwards gets %q", late)
	}
}

// The first thing that the page of an empty chat is sent has what its assistant offers, as the page itself has.
func TestAnEmptyChatOffersItsStarters(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	assistant := uuid.New()
	w.exec(t, "insert into assistants (tenant_id, id, name, starters) values ($1, $2, 'Guide', '{Where is the porch?,Who <built> it?}')", w.login.p.Tenant, assistant)
	chat := w.post(t, "/assistants/"+assistant.String()+"/start", nil).Header.Get("Location")
	w.get(t, chat).is(t, 200, "Where is the porch?", "Who &lt;built&gt; it?")
	first := until(t, w.messages(t, chat+"/stream"), "messages")[0]
	for _, want := range []string{`hx-target="#messages"`, `value="Where is the porch?"`, `value="Who &lt;built&gt; it?"`} {
		if !strings.Contains(first, want) {
			t.Errorf("no %s in %s", want, first)
		}
	}
}

// What the model writes is markdown without HTML of its own, in the stream too.
func TestTheStreamIsSanitised(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	page := w.messages(t, w.chat+"/stream")
	pieces := w.model.next()
	w.send(t, "<img src=x onerror=alert(1)>")
	for _, p := range []string{"<scr", "ipt>alert(1)</script>", "\n\n[link](javascript:alert(1)) ", `<p hx-get="/logout">`, "</hx-partial>", "\r\nevent: done\r\rdata: x"} {
		pieces <- p
	}
	close(pieces)
	for _, m := range until(t, page, ended) {
		for _, bad := range []string{"<script", "<img", "href=\"javascript", "<p hx-get"} {
			if strings.Contains(m, bad) {
				t.Errorf("%s: %s", bad, m)
			}
		}
		if m == "event: done" {
			t.Error("the text ended the stream")
		}
	}
}

// A stream without a login says so and closes; one whose login ends says so at once.
func TestTheLoginEnds(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	open := w.messages(t, w.chat+"/stream")
	until(t, open, "messages")
	w.login.end()
	if err := w.bus.Publish(t.Context(), realtime.Event{Topic: web.PersonTopic(w.login.p.User), Kind: "session"}); err != nil {
		t.Fatal(err)
	}
	for _, page := range []<-chan string{open, w.messages(t, w.chat+"/stream")} {
		until(t, page, "You are logged out here")
		until(t, page, "event: done")
		if m, ok := <-page; ok && m != "" {
			t.Errorf("after the end: %q", m)
		}
	}
	if got := w.get(t, w.chat+"/stream"); got.StatusCode != 303 {
		t.Errorf("without htmx: %d", got.StatusCode)
	}
}

// Where words were lost, one about the login may be among them: nothing more is shown before it was looked at.
func TestTheLoginEndsUnheard(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	open := w.messages(t, w.chat+"/stream")
	until(t, open, "messages")
	w.login.end()
	w.bus.(*realtime.Memory).LoseAll()
	for m := range open {
		if strings.Contains(m, "You are logged out here") {
			return
		}
		if strings.Contains(m, `"#messages"`) {
			t.Fatalf("who was logged out is shown %q", m)
		}
	}
	t.Fatal("who was logged out was not told so")
}

// While the database is away an answer goes on, and what could not be read is made up for; a login that cannot be seen ends it.
func TestTheDatabaseIsAway(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	pieces := w.model.next()
	defer close(pieces)
	w.send(t, "Where?")
	open := w.messages(t, w.chat+"/stream")
	pieces <- "before "
	until(t, open, "before")
	w.exec(t, `do $$ begin execute format('revoke connect on database %I from public, stoa', current_database()); end $$`)
	w.exec(t, "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'stoa'")
	w.exec(t, "update conversations set title = 'Renamed meanwhile'")
	tell := func(topic, kind string) {
		if err := w.bus.Publish(t.Context(), realtime.Event{Topic: topic, Kind: kind}); err != nil {
			t.Fatal(err)
		}
	}
	tell(chat.Topic(w.login.p.Tenant, uuid.MustParse(w.chat[len("/chats/"):])), "chat")
	pieces <- "meanwhile "
	until(t, open, "meanwhile")
	w.exec(t, `do $$ begin execute format('grant connect on database %I to stoa', current_database()); end $$`)
	until(t, open, "Renamed meanwhile")
	pieces <- "afterwards "
	until(t, open, "afterwards")

	w.login.fail(&net.OpError{Op: "dial", Err: io.EOF})
	tell(web.PersonTopic(w.login.p.User), "session")
	for m := range open {
		if strings.Contains(m, "done") {
			t.Errorf("the page is to come back, and is told %q", m)
		}
	}
}

// Shutting down ends the stream without a closing word: the page connects to the next process.
func TestShutdownEndsWithoutAWord(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	open := w.messages(t, w.chat+"/stream")
	until(t, open, "messages")
	w.site.Close()
	for m := range open {
		t.Errorf("got %q", m)
	}
}

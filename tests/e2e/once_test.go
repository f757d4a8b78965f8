package e2e

import (
	"fmt"
	"strings"
	"testing"

	"stoa/internal/webtest/browser"
	"stoa/internal/webtest/modelserver"
)

// rows counts the rows of a table across all tenants.
func (s *stoa) rows(table string) int {
	s.t.Helper()
	var n int
	if err := s.db.Admin.QueryRow(within(s.t), "select count(*) from "+table).Scan(&n); err != nil {
		s.t.Fatal(err)
	}
	return n
}

// wrote fails unless so many messages, answers and calls exist, in the database and at the model.
func (s *stoa) wrote(messages, calls int) {
	s.t.Helper()
	for table, want := range map[string]int{"messages": messages, "generations": calls, "cost_events": calls} {
		if got := s.rows(table); got != want {
			s.t.Errorf("%d rows in %s, want %d", got, table, want)
		}
	}
	if got := len(s.model.Requests()); got != calls {
		s.t.Errorf("%d requests at the model, want %d", got, calls)
	}
}

// Enter is pressed twice, Send is pressed twice, and the same form is sent again: one message, one call, one cost.
func TestSentTwice(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	_, page := s.newcomer("ada")
	register(page, "Double Click", "Ada")
	chat := newChat(page)
	isLive(page)

	flow := newPace(5)
	s.model.Next(modelserver.Behavior{Tokens: words(0, 10), Hold: flow.hold})
	page.Fill("#content", "Only once.")
	page.Press(browser.Enter, browser.Enter)
	seesWord(page, 4)
	flow.upTo(10)
	answerIs(page, "complete")
	s.wrote(2, 1)

	// Two tabs with the same form: what a network that loses the first response makes of one press.
	const twice = `(async () => {
	  const body = new URLSearchParams(new FormData(document.getElementById("composer")));
	  body.set("content", "Only once, too.");
	  const post = () => fetch(%q, { method: "POST", body, headers: { "HX-Request": "true" } }).then((r) => r.status);
	  return (await Promise.all([post(), post(), post()])).concat(await post()).join(" ");
	})()`
	if got := browser.Eval[string](page, fmt.Sprintf(twice, chat+"/messages")); got != "200 200 200 200" {
		t.Errorf("the same message four times answers %s", got)
	}
	page.Wait("the second answer", `document.querySelectorAll("#messages .message").length === 4`)
	answerIs(page, "complete")
	s.wrote(4, 2)
}

// A message that is sent while an answer is written is refused with a clear note, and what was typed is kept.
func TestSentTooEarly(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	ada, page := s.newcomer("ada")
	register(page, "Too Early", "Ada")
	chat := newChat(page)
	isLive(page)
	deaf := ada.Tab() // does not know that an answer is written
	deaf.Expect("net::ERR_", "htmx:error", "Failed to fetch", "status of 409")
	deaf.FailRequests(s.url+"/chats/*/stream", true)
	deaf.Open(chat)
	plain := ada.Tab()
	plain.NoScripts()
	plain.Open(chat)

	flow := newPace(5)
	s.model.Next(modelserver.Behavior{Tokens: words(0, 10), Hold: flow.hold})
	send(page, "The first.")
	seesWord(page, 4)
	for name, p := range map[string]*browser.Page{"page": page, "deaf tab": deaf, "plain tab": plain} {
		p.Expect("status of 409")
		p.Fill("#content", "The second.")
		if name == "plain tab" {
			p.Click("#composer .send")
		} else {
			p.Press(browser.Enter)
		}
		p.Wait(name+" says why", `document.getElementById("composer-note").innerText.includes("still being written")`)
		if got := browser.Eval[string](p, `document.getElementById("content").value.trim()`); got != "The second." {
			t.Errorf("%s: what was typed became %q", name, got)
		}
	}
	if got := plain.Status(); got != 409 {
		t.Errorf("without scripts the answer is %d, want 409", got)
	}
	flow.upTo(10)
	answerIs(page, "complete")
	s.wrote(2, 1)

	s.model.Next(modelserver.Behavior{Tokens: words(0, 10)})
	deaf.Press(browser.Enter) // the same text once more, now that there is room
	page.Wait("the second answer", `document.querySelectorAll("#messages .message").length === 4`)
	answerIs(page, "complete")
	if got := page.Text("#messages"); strings.Count(got, "The second.") != 1 {
		t.Errorf("the second message is not there once:\n%s", got)
	}
	s.wrote(4, 2)
}

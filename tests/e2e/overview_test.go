package e2e

import (
	"strings"
	"testing"

	"stoa/internal/webtest/browser"
	"stoa/internal/webtest/modelserver"
)

// The overview is made of components that ui.yaml places: chats, what the calls cost, and a chart that is also a table.
func TestOverviewOfPartsWithAndWithoutScripts(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	_, page := s.newcomer("ada")
	register(page, "Overview", "Ada")
	page.Open("/")
	if got := page.Text("main"); !strings.Contains(got, "Nothing here yet.") || !strings.Contains(got, "No model was called in these days.") {
		t.Errorf("an overview of nothing says\n%s", got)
	}
	newChat(page)
	s.model.Next(modelserver.Behavior{Tokens: words(0, 3)})
	send(page, "What is a stoa?")
	answerIs(page, "complete")
	_, plain := s.newcomer("ada-plain")
	plain.NoScripts()
	logIn(plain, email("Ada", "Overview"), password)
	plain.At("/chats")
	for name, p := range map[string]*browser.Page{"with scripts": page, "without": plain} {
		p.Open("/")
		for _, want := range []string{"Overview", "What is a stoa?", "All chats", "Usage", "Calls"} {
			if got := p.Text("main"); !strings.Contains(got, want) {
				t.Errorf("%s: %q is not on the overview:\n%s", name, want, got)
			}
		}
		if n := p.Count("main figure.barchart svg rect"); n != 30 {
			t.Errorf("%s: %d bars of 30 days", name, n)
		}
		if n := p.Count("main figure.barchart details table tbody tr"); n != 1 {
			t.Errorf("%s: %d rows of the day with calls", name, n)
		}
	}
}

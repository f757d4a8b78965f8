package e2e

import (
	"strings"
	"testing"

	"stoa/internal/webtest/browser"
	"stoa/internal/webtest/modelserver"
)

// What goes wrong at the model is said in the flow as it is; what had come is kept, and Continue goes on.
func TestModelErrors(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	_, page := s.newcomer("ada")
	register(page, "Bad Luck", "Ada")
	newChat(page)
	isLive(page)
	for _, c := range []struct {
		name  string
		fault modelserver.Behavior
		tries int // requests that reach the model
		kept  int // words
		says  string
	}{
		{"wrong key", modelserver.Behavior{Status: 401}, 1, 0, "OPENAI_API_KEY"},
		{"unknown model", modelserver.Behavior{Status: 404}, 1, 0, `has no model "test-model"`},
		{"too many requests", modelserver.Behavior{Status: 429, RetryAfter: "120"}, 1, 0, "2 min"},
		{"fault of the provider", modelserver.Behavior{Status: 500, RetryAfter: "120"}, 1, 0, "has a fault at the moment"},
		{"cut connection", modelserver.Behavior{Tokens: words(0, 20), Cut: 7}, 1, 7, "ended the answer before it was complete"},
		{"error in the stream", modelserver.Behavior{Tokens: words(0, 20), ErrorChunk: 7}, 1, 7, "has a fault at the moment"},
		{"no JSON", modelserver.Behavior{Tokens: words(0, 20), Garbage: 7}, 1, 7, "not its dialect"},
		{"not even a stream", modelserver.Behavior{Raw: "<html>busy</html>", Type: "text/html"}, 1, 0, "not its dialect"},
		{"an empty answer", modelserver.Behavior{Tokens: []string{" "}}, 1, 0, "empty answer"},
	} {
		before := len(s.model.Requests())
		s.model.Next(c.fault)
		send(page, "What about "+c.name+"?")
		answerIs(page, "failed")
		note := browser.Eval[string](page, lastAnswer+`.querySelector(".note").innerText`)
		if !strings.Contains(note, c.says) {
			t.Errorf("%s: the note says %q", c.name, note)
		}
		if got := countWords(t, c.name, answerText(page)); got != c.kept {
			t.Errorf("%s: %d words are kept, want %d", c.name, got, c.kept)
		}
		if got := len(s.model.Requests()) - before; got != c.tries {
			t.Errorf("%s: %d requests, want %d", c.name, got, c.tries)
		}
		s.model.Next(modelserver.Behavior{Tokens: words(c.kept, 20)})
		page.Click(`#` + browser.Eval[string](page, lastAnswer+".id") + ` .note button`)
		answerIs(page, "complete")
		if got := countWords(t, c.name, answerText(page)); got != 20 {
			t.Errorf("%s: %d words of 20 after Continue", c.name, got)
		}
	}
	if got := s.rows("cost_events"); got != len(s.model.Requests()) {
		t.Errorf("%d cost events for %d requests", got, len(s.model.Requests()))
	}
}

// A fault that passes before the first word is not seen at all: the request is repeated.
func TestModelRecovers(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	_, page := s.newcomer("ada")
	register(page, "Good Luck", "Ada")
	newChat(page)
	isLive(page)
	s.model.Next(modelserver.Behavior{Status: 503}, modelserver.Behavior{Status: 429, RetryAfter: "1"}, modelserver.Behavior{Tokens: words(0, 20)})
	send(page, "Are you there?")
	answerIs(page, "complete")
	if got := countWords(t, "repeated", answerText(page)); got != 20 {
		t.Errorf("%d words of 20", got)
	}
	if got := len(s.model.Requests()); got != 3 {
		t.Errorf("%d requests, want 3", got)
	}
}

// Without a key or network the built-in assistant answers, says what it is, and costs nothing.
func TestBuiltInAssistant(t *testing.T) {
	t.Parallel()
	s := startStoa(t, "OPENAI_API_KEY=", "OPENAI_BASE_URL=", "OPENAI_MODEL=")
	_, page := s.newcomer("ada")
	register(page, "No Key", "Ada")
	newChat(page)
	isLive(page)
	send(page, "How do I connect a model?")
	answerIs(page, "complete")
	if text := answerText(page); !strings.Contains(text, "I am the built-in assistant") {
		t.Errorf("the answer does not say what it is:\n%s", text)
	}
	link := browser.Eval[string](page, lastAnswer+`.querySelector('.body a[href^="/help#"]').getAttribute("href")`)
	page.Open(link)
	if !page.Has(`document.querySelector(location.hash)`) {
		t.Errorf("%s leads to no heading", link)
	}
	if !strings.Contains(page.Text("main"), "OPENAI_API_KEY") {
		t.Error("the help that is quoted does not say how to connect a model")
	}
	page.Open("/usage")
	if text := page.Text("main .tiles"); !strings.Contains(text, "Cost\n$0\n") {
		t.Errorf("the cost of the built-in assistant: %s", text)
	}
}

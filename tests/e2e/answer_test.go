package e2e

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"testing"

	"stoa/internal/webtest/browser"
)

// words are the tokens of an answer that tells lost and doubled ones apart: w0, w1 … each once, ten to
// a paragraph, so that finished blocks and the growing one both occur.
func words(from, to int) []string {
	var tokens []string
	for i := from; i < to; i++ {
		end := " "
		if i%10 == 9 {
			end = "\n\n"
		}
		tokens = append(tokens, fmt.Sprintf("w%d%s", i, end))
	}
	return tokens
}

var word = regexp.MustCompile(`\bw(\d+)\b`)

// countWords is how many words of an answer stand in the text, and fails when one is missing, doubled or out of order.
func countWords(t *testing.T, where, text string) int {
	t.Helper()
	found := word.FindAllString(text, -1)
	for i, w := range found {
		if w != fmt.Sprintf("w%d", i) {
			t.Fatalf("%s: word %d is %q: %s", where, i, w, strings.Join(found, " "))
		}
	}
	return len(found)
}

// pace lets the stand-in model send so many pieces and no more.
type pace struct {
	mu      sync.Mutex
	allowed int
	asked   int // the newest piece that waits or waited
	changed chan struct{}
}

func newPace(allowed int) *pace { return &pace{allowed: allowed, changed: make(chan struct{})} }

// upTo allows the pieces before number n.
func (p *pace) upTo(n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.allowed = n
	close(p.changed)
	p.changed = make(chan struct{})
}

// hold is a behaviour's Hold.
func (p *pace) hold(ctx context.Context, piece int) error {
	for {
		p.mu.Lock()
		p.asked = piece
		ok, changed := piece < p.allowed, p.changed
		p.mu.Unlock()
		if ok {
			return nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// waitsAt reports whether all pieces before n were sent and n waits.
func (p *pace) waitsAt(n int) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.asked >= n
}

// What a story looks at in a conversation.
const (
	questions  = `.message[data-role="user"]`
	answers    = `.message[data-role="assistant"]:not(.draft)`
	lastAnswer = `[...document.querySelectorAll('` + answers + `')].at(-1)`
)

// answerText is the text of the newest answer as a person reads it.
func answerText(p *browser.Page) string {
	return browser.Eval[string](p, lastAnswer+`?.querySelector(".body")?.innerText ?? ""`)
}

// seesWord waits until word n of the newest answer is in the page.
func seesWord(p *browser.Page, n int) {
	p.Wait(fmt.Sprintf("word %d is in the page", n), fmt.Sprintf(`/\bw%d\b/.test(%s?.querySelector(".body")?.innerText ?? "")`, n, lastAnswer))
}

// answerIs waits until the newest answer has the status.
func answerIs(p *browser.Page, status string) {
	p.Wait("the answer is "+status, lastAnswer+"?.dataset.status === "+fmt.Sprintf("%q", status))
}

// isLive waits until the page's connection is open.
func isLive(p *browser.Page) {
	p.Wait("the page is live", `document.getElementById("connection")?.dataset.state === "live"`)
}

package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// talker serves the pages with an end that takes messages and one that streams; content chooses what goes wrong.
type talker struct {
	mu      sync.Mutex
	taken   []string // content and id of each message that arrived
	streams int
	done    chan struct{}
}

func (s *talker) handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/", handler())
	mux.HandleFunc("POST /chats/{id}/messages", s.take)
	mux.HandleFunc("GET /broken/{id}/stream", s.stream)
	mux.HandleFunc("GET /login", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "<h1>Log in</h1>") })
	return mux
}

func (s *talker) take(w http.ResponseWriter, r *http.Request) {
	content, id := r.FormValue("content"), r.FormValue("client_id")
	s.mu.Lock()
	s.taken = append(s.taken, content+" "+id)
	s.mu.Unlock()
	switch {
	case strings.HasPrefix(content, "fail"):
		http.Error(w, "broken", http.StatusInternalServerError)
	case strings.HasPrefix(content, "login"):
		http.Redirect(w, r, "/login", http.StatusSeeOther)
	default:
		fmt.Fprintf(w, `<hx-partial hx-target="#client_id" hx-swap="outerHTML"><input type="hidden" id="client_id" name="client_id" value="after-%s"></hx-partial>`, content)
	}
}

// stream refuses the first connection, takes the second, and ends when the test says so.
func (s *talker) stream(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.streams++
	first := s.streams == 1
	s.mu.Unlock()
	if first {
		http.Error(w, "not yet", http.StatusServiceUnavailable)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	fmt.Fprint(w, "data: <hx-partial hx-target=\"#announce\" hx-swap=\"innerHTML\"><p>hello</p></hx-partial>\n\n")
	if err := http.NewResponseController(w).Flush(); err != nil {
		return
	}
	select {
	case <-s.done:
		fmt.Fprint(w, "event: done\ndata: \n\n")
	case <-r.Context().Done():
	}
}

func (s *talker) messages() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string{}, s.taken...)
}

func TestScript(t *testing.T) {
	t.Parallel()
	s := &talker{done: make(chan struct{})}
	srv := httptest.NewServer(s.handler())
	t.Cleanup(srv.Close)
	ctx := browser(t)
	step(ctx, t, chromedp.EmulateViewport(1280, 820), chromedp.Navigate(srv.URL+"/story/chat"))
	until(ctx, t, `connection.textContent === "live"`)

	// Shift+Enter breaks, Enter sends, blank text does not go; the taken text is cleared and the id renewed.
	step(ctx, t, chromedp.SendKeys(chromedp.ID("content"), "   "+kb.Enter))
	step(ctx, t, chromedp.Evaluate[chromedp.Void](`content.value = ""; undefined`))
	typed(ctx, t, "one")
	step(ctx, t, chromedp.KeyEvent(kb.Enter, chromedp.KeyModifiers(8)))
	typed(ctx, t, "two"+kb.Enter)
	until(ctx, t, `content.value === "" && client_id.value.startsWith("after-one")`)
	if got := s.messages(); len(got) != 1 || !strings.HasPrefix(got[0], "one\ntwo 0198f2a0") {
		t.Fatalf("sent %q", got)
	}

	// A failure keeps text and id; the same text goes again under the same id, a changed one under a new id.
	typed(ctx, t, "fail"+kb.Enter)
	until(ctx, t, `content.value === "fail" && document.querySelector("#composer-note").textContent.startsWith("Not sent")`)
	typed(ctx, t, kb.Enter)
	until(ctx, t, `!document.querySelector("#composer.htmx-request")`)
	typed(ctx, t, "ed again"+kb.Enter)
	got := eventually(t, s.messages, 4)
	if got[1] != got[2] || strings.Fields(got[1])[1] == strings.Fields(got[3])[2] {
		t.Fatalf("ids of repeated messages: %q", got)
	}
	until(ctx, t, `sessionStorage.getItem("draft:/story/chat") === "failed again"`)

	// A login that ended is told with a link, and the text survives the way to it and back.
	step(ctx, t, chromedp.Evaluate[chromedp.Void](`content.value = ""; undefined`))
	typed(ctx, t, "login"+kb.Enter)
	until(ctx, t, `document.querySelector("#composer-note a")?.getAttribute("href") === "/login?next=%2Fstory%2Fchat" && content.value === "login"`)
	step(ctx, t, chromedp.Navigate(srv.URL+"/story/chat"))
	until(ctx, t, `content.value === "login"`)
}

func TestScriptConnection(t *testing.T) {
	t.Parallel()
	s := &talker{done: make(chan struct{})}
	srv := httptest.NewServer(s.handler())
	t.Cleanup(srv.Close)
	ctx := browser(t)
	step(ctx, t, chromedp.Navigate(srv.URL+"/story/chat"))
	until(ctx, t, `connection.textContent === "live"`)
	// A first connect that fails is repeated; a stream that says it is done is not.
	step(ctx, t, chromedp.Evaluate[chromedp.Void](`{
		const anew = document.createElement("div");
		anew.id = "stream";
		anew.setAttribute("hx-sse:connect", "/broken/1/stream");
		anew.setAttribute("hx-sse:close", "done");
		anew.setAttribute("hx-swap", "none");
		stream.replaceWith(anew);
		htmx.process(anew);
	}; undefined`))
	until(ctx, t, `connection.textContent === "reconnecting"`)
	until(ctx, t, `announce.textContent === "hello" && connection.textContent === "live"`)
	close(s.done)
	until(ctx, t, `connection.textContent === "ended"`)
	// The browser says it is offline, and online again.
	step(ctx, t, chromedp.Evaluate[chromedp.Void](`dispatchEvent(new Event("offline")); undefined`))
	until(ctx, t, `connection.textContent === "reconnecting"`)
}

// TestScriptScroll shows that the talk opens at its newest end, stays there while it grows, and leaves alone who scrolled up.
func TestScriptScroll(t *testing.T) {
	t.Parallel()
	srv := httptest.NewServer(handler())
	t.Cleanup(srv.Close)
	ctx := browser(t)
	step(ctx, t, chromedp.EmulateViewport(1280, 500), chromedp.Navigate(srv.URL+"/story/chat-streaming"))
	const grow = `document.querySelector("#m-4-done").insertAdjacentHTML("beforeend", "<p>more</p>".repeat(20))`
	until(ctx, t, `talk.scrollHeight > talk.clientHeight && talk.scrollTop === 0`)
	step(ctx, t, chromedp.Evaluate[chromedp.Void](grow+`; undefined`))
	until(ctx, t, `talk.scrollTop === 0 && messages.getBoundingClientRect().bottom <= innerHeight`)
	step(ctx, t, chromedp.Evaluate[chromedp.Void](`talk.scrollTop = -600; undefined`))
	until(ctx, t, `(window.place = document.querySelector("#m-2").getBoundingClientRect().top) < 5000`)
	step(ctx, t, chromedp.Evaluate[chromedp.Void](grow+`; undefined`))
	until(ctx, t, `Math.abs(document.querySelector("#m-2").getBoundingClientRect().top - window.place) < 2`)
}

func typed(ctx context.Context, t *testing.T, keys string) {
	t.Helper()
	step(ctx, t, chromedp.Focus(chromedp.ID("content")), chromedp.KeyEvent(keys))
}

func step(ctx context.Context, t *testing.T, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

// until waits until the expression holds in the page.
func until(ctx context.Context, t *testing.T, expression string) {
	t.Helper()
	limit, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	if _, err := chromedp.Run(limit, chromedp.Poll[bool](expression)); err != nil {
		state, _ := chromedp.Run(ctx, chromedp.Evaluate[string](`JSON.stringify([content.value, connection.textContent, document.querySelector("#composer-note").textContent, client_id.value, talk.scrollTop])`))
		t.Fatalf("never held: %s: %v; the page is at %s", expression, err, state)
	}
}

func eventually(t *testing.T, read func() []string, n int) []string {
	t.Helper()
	deadline := time.After(20 * time.Second)
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for {
		if got := read(); len(got) >= n {
			return got
		}
		select {
		case <-deadline:
			t.Fatalf("%d messages never arrived: %q", n, read())
		case <-tick.C:
		}
	}
}

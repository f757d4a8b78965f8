package e2e

import (
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"testing"
	"time"

	"stoa/internal/webtest/browser"
	"stoa/internal/webtest/modelserver"
)

const connection = `document.getElementById("connection").dataset.state`

// The network is gone for ten seconds in the middle of an answer: the page says so, and has every word afterwards.
func TestNetworkLost(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	_, page := s.newcomer("ada")
	page.Expect("net::ERR_", "htmx:sse:error")
	register(page, "Far Away", "Ada")
	newChat(page)
	isLive(page)

	flow := newPace(10)
	s.model.Next(modelserver.Behavior{Tokens: words(0, 130), Interval: 100 * time.Millisecond, Hold: flow.hold})
	send(page, "Count while I am in a tunnel.")
	seesWord(page, 9)
	page.Offline(true)
	page.Wait("the page says that it is offline", connection+` === "offline"`)
	lost := time.Now()
	flow.upTo(110) // ten seconds
	eventually(within(t), t, "the model has sent more", func() bool { return flow.waitsAt(110) })
	t.Logf("offline for %s", time.Since(lost).Round(time.Second))
	if got := countWords(t, "offline", answerText(page)); got != 10 {
		t.Fatalf("%d words came while there was no network", got-10)
	}
	page.Offline(false)
	isLive(page)
	seesWord(page, 109)
	answerIs(page, "streaming")
	flow.upTo(130)
	answerIs(page, "complete")
	if got := countWords(t, "after the tunnel", answerText(page)); got != 130 {
		t.Fatalf("%d words of 130", got)
	}
}

// The window is minimized while the answer is written, then the page is left for another and found again by the browser's own
// ways: each time it has every word, and goes on.
func TestOutOfSight(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	_, page := s.newcomer("ada")
	register(page, "Out of Sight", "Ada")
	newChat(page)
	isLive(page)

	flow := newPace(10)
	s.model.Next(modelserver.Behavior{Tokens: words(0, 60), Hold: flow.hold})
	send(page, "Count while I look elsewhere.")
	seesWord(page, 9)
	page.Hide()
	flow.upTo(40)
	eventually(within(t), t, "the model has sent more", func() bool { return flow.waitsAt(40) })
	page.Unhide()
	isLive(page)
	seesWord(page, 39)
	if got := countWords(t, "seen again", answerText(page)); got != 40 {
		t.Fatalf("%d words of 40", got)
	}
	flow.upTo(60)
	answerIs(page, "complete")
	if got := countWords(t, "at the end", answerText(page)); got != 60 {
		t.Fatalf("%d words of 60", got)
	}

	leavesAndReturns(t, s, page, false)
	// Logged out, no way back leads to what was there.
	page.Open("/usage")
	logOut(page)
	browser.Eval[bool](page, `(setTimeout(() => history.back()), true)`)
	page.Wait("the way back ends before the door", `location.pathname + location.search === "/login?next=%2Fusage"`)

	_, page = browser.NewPerson(t, keeping(t, s.url), "bob")
	register(page, "Out of Mind", "Bob")
	newChat(page)
	isLive(page)
	leavesAndReturns(t, s, page, true)
}

// leavesAndReturns: a page that is left in the middle of an answer has every word each time that it is found again. Stoa's pages say
// no-store: what a company knows shall not be shown to who presses "back" after the person has logged out, so Chromium loads them anew.
// Some browser may keep them all the same, or come to: then the stream ends with the page's leaving, and begins anew with its return.
func leavesAndReturns(t *testing.T, s *stoa, page *browser.Page, kept bool) {
	t.Helper()
	flow := newPace(10)
	s.model.Next(modelserver.Behavior{Tokens: words(0, 60), Hold: flow.hold})
	send(page, "Count while I read something else.")
	seesWord(page, 9)
	answerIs(page, "streaming")
	chat := page.Location()
	page.Leave("/usage")
	for seen := 20; seen <= 40; seen += 20 {
		if seen > 20 && page.Forward("/usage") != kept {
			t.Errorf("the browser kept the page that was gone forward to: %t", !kept)
		}
		if page.Back(chat) != kept {
			t.Errorf("the browser kept the page that was gone back to: %t", !kept)
		}
		flow.upTo(seen)
		isLive(page)
		seesWord(page, seen-1)
		answerIs(page, "streaming")
		if got := countWords(t, "gone back", answerText(page)); got != seen {
			t.Fatalf("%d words of %d", got, seen)
		}
	}
	flow.upTo(60)
	answerIs(page, "complete")
	if got := countWords(t, "found again", answerText(page)); got != 60 {
		t.Fatalf("%d words of 60", got)
	}
}

// keeping is a Stoa whose pages a browser may keep.
func keeping(t *testing.T, address string) string {
	t.Helper()
	to, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(&httputil.ReverseProxy{
		Rewrite:        func(r *httputil.ProxyRequest) { r.SetURL(to) },
		FlushInterval:  -1,
		ModifyResponse: func(r *http.Response) error { r.Header.Set("Cache-Control", "no-cache"); return nil },
		ErrorLog:       log.New(io.Discard, "", 0), // streams that the browser has left
	})
	t.Cleanup(s.Close)
	return s.URL
}

// The first connection of a page fails: it is tried again until it stands.
func TestFirstConnectionFails(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	ada, page := s.newcomer("ada")
	register(page, "Second Try", "Ada")
	chat := newChat(page)
	isLive(page)

	late := ada.Tab()
	late.Expect("net::ERR_", "htmx:error", "Failed to fetch")
	late.FailRequests(s.url+"/chats/*/stream", true)
	late.Open(chat)
	late.Wait("the page says that it is not connected", connection+` === "reconnecting"`)
	s.model.Next(modelserver.Behavior{Tokens: words(0, 20)})
	send(page, "Count to twenty.")
	answerIs(page, "complete")
	late.FailRequests("", false)
	isLive(late)
	for name, p := range map[string]*browser.Page{"first": page, "late": late} {
		answerIs(p, "complete")
		if got := countWords(t, name, answerText(p)); got != 20 {
			t.Fatalf("%s: %d words of 20", name, got)
		}
	}
}

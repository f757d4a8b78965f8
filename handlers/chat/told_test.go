package chat

import (
	"crypto/sha256"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/plugin"
	"stoa/internal/realtime"
	"stoa/internal/session"
)

// streamed is what run has written to the page of a login when it ends.
func streamed(t *testing.T, login *logins, run func(*Handlers, *web.Stream) error) string {
	t.Helper()
	site := web.New(web.Options{Sessions: session.NewStore(login, false), Log: slog.New(slog.DiscardHandler)})
	p := plugin.Named("page")
	p.Routes = func(r plugin.Routes) {
		r.Public.GET("/page", func(c echo.Context) error {
			return site.ServeStream(c, func(out *web.Stream) error { return run(&Handlers{site: site}, out) })
		})
	}
	server := httptest.NewServer(site.Handler([]plugin.Plugin{p}))
	t.Cleanup(func() { site.Close(); server.Close() })
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server.URL+"/page", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.AddCookie(&http.Cookie{Name: "sid", Value: "zeno"})
	res, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		t.Error(err)
	}
	return string(text)
}

func zeno() *logins {
	return &logins{p: session.Principal{User: uuid.New(), Tenant: uuid.New(), UserName: "Zeno", TenantName: "Porch", Role: "owner"}}
}

// writes appends to a running answer.
type writes struct {
	t *testing.T
	realtime.Writer
}

func (w writes) Append(delta string) {
	if err := w.Writer.Append(delta); err != nil {
		w.t.Error(err)
	}
}

// following is a page that follows an answer, which nobody but the test brings to it.
func following(t *testing.T, h *Handlers, out *web.Stream) (*view, *rendered, writes) {
	bus, id := realtime.NewMemory(), uuid.New()
	w, err := bus.Write(t.Context(), id, "So far ")
	if err != nil {
		t.Error(err)
	}
	f, _ := bus.Follow(t.Context(), id, 0, nil)
	v := &view{Handlers: h, out: out, sub: bus.Subscribe(), others: bus.Subscribe()}
	r := newRendered(f, id, h.site.Log)
	r.pages = []*view{v}
	h.answers.of = map[uuid.UUID]*rendered{id: r}
	v.answer = answer{generation: id, message: id, rendered: r}
	_, _, v.answer.at = r.now()
	return v, r, writes{t, w}
}

// Between the last words of a page and the end of its goroutine nothing more is written to it.
func TestNothingFollowsTheLastWords(t *testing.T) {
	t.Parallel()
	text := streamed(t, zeno(), func(h *Handlers, out *web.Stream) error {
		v, r, w := following(t, h, out)
		err := v.inTurn(func() error { return sayLoggedOut(out, uuid.New()) })
		w.Append("secret ")
		r.tell([]*view{v}) // before the page's goroutine is scheduled again
		return err
	})
	if _, after, found := strings.Cut(text, "event: done"); !found || strings.Contains(after, "secret") {
		t.Errorf("the page was told %q", text)
	}
}

// A page that has to look at its login, and may go on, gets what the answer grew by meanwhile, and learns that it ended.
func TestAPageThatLooksAtItsLoginCatchesUp(t *testing.T) {
	t.Parallel()
	login := zeno()
	text := streamed(t, login, func(h *Handlers, out *web.Stream) error {
		v, r, w := following(t, h, out)
		who, key := login.p, sha256.Sum256([]byte("zeno"))
		who.Key = key[:]
		v.who = &who
		login.mu.Lock()
		login.p.Role = "member" // within five seconds the stream has to look at it
		login.mu.Unlock()
		for end := time.Now().Add(10 * time.Second); len(out.Stale()) == 0 && time.Now().Before(end); {
			time.Sleep(10 * time.Millisecond)
		}
		w.Append("the end")
		w.Close()
		r.tell([]*view{v})
		<-out.Stale()
		err := v.inTurn(v.due)
		for end := time.Now().Add(2 * announcementPatience); !v.late.rang(); time.Sleep(10 * time.Millisecond) {
			if time.Now().After(end) {
				t.Error("the page never learns that the answer has ended")
				break
			}
		}
		return errors.Join(err, web.ErrDone)
	})
	if !strings.Contains(text, "the end") {
		t.Errorf("the page has %q only", text)
	}
}

// Who joins while the others are told of the end learns of it too.
func TestWhoJoinsAtTheEndLearnsOfIt(t *testing.T) {
	t.Parallel()
	streamed(t, zeno(), func(h *Handlers, out *web.Stream) error {
		v, r, w := following(t, h, out)
		w.Close()
		pages := h.answers.pages(r) // who tells them has come as far as this
		joins := &view{Handlers: h, out: out}
		joins.joined(v.answer.generation, v.answer.message, h.answers.enter(v.answer.generation, joins, nil))
		if !r.tell(pages) {
			t.Error("it has not ended")
		}
		if !joins.grown.Load() {
			t.Error("nobody will tell the page that the answer has ended")
		}
		return web.ErrDone
	})
}

// A piece that cannot be rendered ends the answer for its pages, which read what was stored of it.
func TestAPieceThatCannotBeRendered(t *testing.T) {
	t.Parallel()
	text := streamed(t, zeno(), func(h *Handlers, out *web.Stream) error {
		v, r, w := following(t, h, out)
		w.Append("lost ")
		r.last, v.answer.at = nil, r.last // whatever it is that fails
		if !r.tell([]*view{v}) || !v.grown.Load() {
			t.Error("the page goes on as if nothing were missing")
		}
		return web.ErrDone
	})
	if strings.Contains(text, "lost") {
		t.Errorf("the page was told %q", text)
	}
}

// Pages of which there are too many to be told by who reads the model, some of which look at their logins meanwhile, have
// every word once.
func TestManyPagesHaveEveryWordOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	pieces := w.model.next()
	w.send(t, "Where?")
	var pages []<-chan string
	for range 2 * fewPages {
		pages = append(pages, w.messages(t, w.chat+"/stream"))
	}
	var want []string
	for i := range 100 {
		piece := worded(i)
		want = append(want, strings.TrimSpace(piece))
		pieces <- piece
		if i%10 == 0 {
			pages = append(pages, w.messages(t, w.chat+"/stream"))
			if err := w.bus.Publish(t.Context(), realtime.Event{Topic: web.PersonTopic(w.login.p.User), Kind: "session"}); err != nil {
				t.Fatal(err)
			}
		}
		time.Sleep(time.Duration(i%5) * 7 * time.Millisecond)
	}
	until(t, pages[0], "word99")
	close(pieces)
	for i, page := range pages[1:] {
		all := until(t, page, ended)
		if got := shown(all[:len(all)-1]); !strings.HasPrefix(strings.Join(want, " "), got) {
			t.Errorf("page %d showed %q", i, got)
		}
		if !strings.Contains(plain(all[len(all)-1]), strings.Join(want, " ")) {
			t.Errorf("page %d ends with %q", i, all[len(all)-1])
		}
	}
}

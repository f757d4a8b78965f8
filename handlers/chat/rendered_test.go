package chat

import (
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"

	"github.com/google/uuid"

	"stoa/handlers/web"
	"stoa/internal/realtime"
)

// Pages that join anywhere and look as seldom as they like have the same text.
func TestPiecesReachEveryPage(t *testing.T) {
	t.Parallel()
	bus, id := realtime.NewMemory(), uuid.New()
	w, err := bus.Write(t.Context(), id, "")
	if err != nil {
		t.Fatal(err)
	}
	f, _ := bus.Follow(t.Context(), id, 0, nil)
	all := answers{}
	page := &view{out: &web.Stream{}} // follows no answer itself
	r := all.enter(id, page, newRendered(f, id, slog.New(slog.DiscardHandler)))
	var pages sync.WaitGroup
	var want []string
	texts := make(chan string, 100)
	for i := range 300 {
		word := worded(i)
		want = append(want, strings.TrimSpace(word))
		if err := w.Append(word); err != nil {
			t.Fatal(err)
		}
		if i%30 == 0 {
			own, _ := bus.Follow(t.Context(), id, 0, nil)
			pages.Go(func() { texts <- reads(r, own, i/30) })
		}
	}
	w.Close()
	pages.Wait()
	close(texts)
	for text := range texts {
		if text != strings.Join(want, " ") {
			t.Errorf("a page has %q", text)
		}
	}
}

// reads is a page that is late for many pieces, and what it shows at the end.
func reads(r *rendered, own *realtime.Follower, late int) string {
	defer own.Close()
	done, tail, at := r.now()
	got := []string{`<hx-partial hx-target="#m-x-done" hx-swap="beforeend">` + done + `</hx-partial><hx-partial hx-target="#m-x-tail" hx-swap="innerHTML">` + tail + "</hx-partial>"}
	for n := 0; ; n++ {
		<-own.Wake()
		if _, ended := own.Read(); n%(late+1) == 0 || ended {
			r.grow()
			var frames []byte
			frames, at = r.after(at)
			if got = append(got, strings.ReplaceAll(string(frames), "data: ", "")); ended {
				return shown(got)
			}
		}
	}
}

// A piece is the same bytes for every page; when nobody follows the answer any more it is forgotten.
func TestPiecesAreShared(t *testing.T) {
	t.Parallel()
	bus, id := realtime.NewMemory(), uuid.New()
	w, err := bus.Write(t.Context(), id, "It begins")
	if err != nil {
		t.Fatal(err)
	}
	f, _ := bus.Follow(t.Context(), id, 0, nil)
	all := answers{}
	page := &view{out: &web.Stream{}} // follows no answer itself
	r := all.enter(id, page, newRendered(f, id, slog.New(slog.DiscardHandler)))
	_, _, at := r.now()
	if err := w.Append("and one more"); err != nil {
		t.Fatal(err)
	}
	r.grow()
	one, _ := r.after(at)
	other, _ := r.after(at)
	if &one[0] != &other[0] {
		t.Error("two pages got a piece of their own each")
	}
	second := &view{out: &web.Stream{}}
	if again := all.enter(id, second, nil); again != r {
		t.Error("a second page did not find the answer")
	}
	all.leave(id, page, r)
	all.leave(id, second, r)
	if len(all.of) != 0 {
		t.Error("nobody follows, and it is still there")
	}
}

// A page that is late by many pieces of a long open block gets that block once, and nothing twice.
func TestALatePageGetsNoQueue(t *testing.T) {
	t.Parallel()
	bus, id := realtime.NewMemory(), uuid.New()
	w, err := bus.Write(t.Context(), id, "Before.\n\n```\n")
	if err != nil {
		t.Fatal(err)
	}
	f, _ := bus.Follow(t.Context(), id, 0, nil)
	r := newRendered(f, id, slog.New(slog.DiscardHandler))
	_, _, late := r.now()
	at := late
	for i := range 200 {
		if err := w.Append(fmt.Sprintf("line %d of a block of code\n", i)); err != nil {
			t.Fatal(err)
		}
		r.grow()
		_, at = r.after(at)
	}
	frame, now := r.after(late)
	if now != at || strings.Count(string(frame), `-tail"`) != 1 || strings.Count(string(frame), "line 199 of") == 0 || strings.Count(string(frame), "line 7 of") > 2 { // once in the block, once read out
		t.Errorf("%d bytes: %.300s", len(frame), frame)
	}
}

package crud

import (
	"context"
	"sync/atomic"
	"time"

	"github.com/a-h/templ"

	"stoa/internal/realtime"
	"stoa/internal/resource"
	"stoa/internal/session"
	views "stoa/views/crud"
)

// growing is the text of a row's @realtime(stream:) column while a program writes it on the bus under the row's id: its page
// gets the pieces as they come, and at the end the row as it was saved.
type growing struct {
	follower *realtime.Follower // nil while nobody writes
	text     string             // so far
	looked   time.Time          // whether the person may read it
	more     atomic.Bool        // there is more of it
	waker    realtime.Waker     // of the page
}

// lookAgain is how long pieces go out without a look at the row and who may read it: a share that ends is no change of the row.
var lookAgain = 5 * time.Second

// grows is whether there is more of the text than the page was told.
func (g *growing) grows() bool { return g.follower != nil && g.more.Swap(false) }

// hear has the page woken.
func (g *growing) hear() bool {
	g.more.Store(true)
	g.waker.Wake()
	return true
}

func (g *growing) close() {
	if g.follower != nil {
		g.follower.Close()
		g.follower = nil
	}
}

func textID(row string) string { return "text-" + row }

// follow joins the text, when one is being written and the person may read the column in this row, and leaves it when not.
func (w *rowWatcher) follow(ctx context.Context, p *session.Principal, row resource.Row) (joined bool) {
	if f, ok := w.of(p, &row).Field(w.Stream); !ok || !f.Shown() || w.form {
		w.close()
		return false
	}
	if w.follower != nil {
		return false
	}
	w.text = ""
	follower, ok := w.Bus.Follow(ctx, w.id, 0, nil)
	if ok {
		w.follower = follower
		follower.Hear(w.hear)
		w.hear() // of what there is by now
	}
	return ok
}

// soFar puts the text that the page has had into a place that was drawn anew.
func (w *rowWatcher) soFar() []templ.Component {
	if w.follower == nil {
		return nil
	}
	return one(patch("#"+textID(w.id.String()), "innerHTML", views.Words(w.text)))
}

// grown is what has come since; after the last of it the row is read.
func (w *rowWatcher) grown(ctx context.Context, p *session.Principal) (patches []templ.Component, err error) {
	if time.Since(w.looked) >= lookAgain {
		if patches, err = w.refresh(ctx, p, false); err != nil || w.follower == nil {
			return patches, err
		}
	}
	delta, ended := w.follower.Read()
	if ended {
		w.close()
		w.seen = ""
		return w.refresh(ctx, p, false)
	}
	if delta == "" {
		return patches, nil
	}
	w.text += delta
	return append(patches, patch("#"+textID(w.id.String()), "beforeend", views.Words(delta))), nil
}

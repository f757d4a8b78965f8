package chat

import (
	"sync/atomic"
	"time"

	"stoa/handlers/web"
)

// alarm wakes a page at a time that was set. It is used by whoever has the page's turn; the zero one is not set.
type alarm struct {
	timer *time.Timer
	due   atomic.Bool
}

// set has the page woken after a while, and no longer when it was said before.
func (a *alarm) set(after time.Duration, page *web.Stream) {
	if a.timer != nil {
		a.timer.Reset(after)
		return
	}
	a.timer = time.AfterFunc(after, func() {
		a.due.Store(true)
		page.Wake()
	})
}

// rang is whether the time has come, once.
func (a *alarm) rang() bool { return a.due.Swap(false) }

func (a *alarm) stop() {
	if a.timer != nil {
		a.timer.Stop()
	}
}

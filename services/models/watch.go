package models

import (
	"context"
	"errors"
	"io"
	"time"
)

// errSilent is the cause of a call that was cancelled because the provider said nothing for too long.
var errSilent = errors.New("the provider is silent")

// watch cancels a call unless it is stopped in time.
type watch struct{ timer *time.Timer }

func newWatch(limit time.Duration, cancel context.CancelCauseFunc) *watch {
	return &watch{time.AfterFunc(limit, func() { cancel(errSilent) })}
}

func newStoppedWatch(cancel context.CancelCauseFunc) *watch {
	w := newWatch(time.Hour, cancel)
	w.stop()
	return w
}

func (w *watch) start(limit time.Duration) { w.timer.Reset(limit) }
func (w *watch) stop()                     { w.timer.Stop() }

// timedBody bounds each read, and only reads: a reader that takes its time between two of them is no silent provider.
type timedBody struct {
	body  io.Reader
	watch *watch
	limit time.Duration
}

// Read reads once; silence beyond the limit cancels the call, which makes the read fail.
func (b *timedBody) Read(p []byte) (int, error) {
	b.watch.start(b.limit)
	defer b.watch.stop()
	return b.body.Read(p)
}

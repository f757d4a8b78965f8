package main

import (
	"context"

	"stoa/internal/plugin/manifest"
	"stoa/internal/realtime"
	"stoa/internal/realtime/tail"
)

// told lets those changes of records through that stoa.yaml does not keep back.
type told struct {
	tail.Publisher
	realtime manifest.Realtime
}

func (t told) Publish(ctx context.Context, e realtime.Event) error {
	if table, ok := tail.Table(e.Topic); ok && e.Kind != "" && !t.realtime.Tells(table, e.Kind) {
		return nil
	}
	return t.Publisher.Publish(ctx, e)
}

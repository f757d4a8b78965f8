package realtime_test

import (
	"testing"

	"stoa/internal/realtime"
	"stoa/internal/realtime/realtimetest"
)

func TestMemory(t *testing.T) {
	t.Parallel()
	realtimetest.Run(t, func(*testing.T) realtimetest.Pair {
		bus := realtime.NewMemory()
		return realtimetest.Pair{Here: bus, There: bus}
	})
}

package main

import (
	"log/slog"
	"strings"
	"testing"

	"stoa/internal/config"
	"stoa/internal/plugin/manifest"
	"stoa/internal/plugin/ui"
)

// An address of Redis that makes no sense is a setting to be mended: the error names it, and nothing is left running.
func TestARedisThatMakesNoSenseIsNamed(t *testing.T) {
	t.Parallel()
	for _, address := range []string{"nonsense", "http://127.0.0.1:6379", "redis://127.0.0.1:6379/none"} {
		c := config.Config{Data: t.TempDir(), RedisURL: address}
		k, err := newKit(t.Context(), c, manifest.Settings{}, ui.UI{}, &database{}, slog.New(slog.DiscardHandler))
		if err == nil || !strings.Contains(err.Error(), "REDIS_URL") {
			t.Errorf("%s: %v, %v", address, k, err)
		}
	}
}

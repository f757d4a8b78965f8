package main

import (
	"context"
	"net"
	"testing"
)

// A Stoa that is asked to stop while it starts has not failed, as a supervisor would think; one that cannot start has.
func TestStopAtTheStart(t *testing.T) {
	t.Setenv("STOA_DATA", t.TempDir())
	t.Setenv("STOA_OPS_ADDR", "off")
	t.Setenv("DATABASE_URL", "")
	t.Setenv("STOA_ADDR", "127.0.0.1:0")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := serve(ctx, nil); err != nil {
		t.Errorf("asked to stop: %v", err)
	}
	taken, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close() //nolint:errcheck // nobody uses it
	t.Setenv("STOA_ADDR", taken.Addr().String())
	if err := serve(t.Context(), nil); err == nil {
		t.Error("it starts where another listens")
	}
}

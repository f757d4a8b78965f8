package main

import (
	"context"
	"testing"
	"time"
)

// What a process was busy with goes back to the machine soon after it is quiet.
func TestStayLean(t *testing.T) {
	ballast := make([][]byte, 256)
	for i := range ballast {
		ballast[i] = make([]byte, 256<<10)
	}
	before := heap()
	if before < 64<<20 {
		t.Fatalf("the heap has %d bytes", before)
	}
	clear(ballast)
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	go stayLean(ctx)
	for heap() > before-48<<20 {
		if ctx.Err() != nil {
			t.Fatalf("the heap had %d bytes and has %d", before, heap())
		}
		time.Sleep(50 * time.Millisecond)
	}
}

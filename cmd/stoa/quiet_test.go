package main

import "testing"

func TestRoomForGarbage(t *testing.T) {
	t.Parallel()
	for inUse, want := range map[uint64]int{0: 500, 1 << 20: 500, 4 << 20: 500, 10 << 20: 200, 20 << 20: 100, 1 << 30: 100} {
		if got := room(inUse); got != want {
			t.Errorf("%d bytes in use: %d %%, want %d", inUse, got, want)
		}
	}
}

package main

import (
	"slices"
	"testing"
	"time"
)

func TestMarkers(t *testing.T) {
	t.Parallel()
	at := time.Unix(1, 5)
	text := appendArrival(nil, at)
	text = append(appendMarker(text, 0, at), "word ~ ~~ ~5 to ~6t "...)
	text = append(appendMarker(text, 12, at), "<p>~7t1"...) // the last one is cut off
	var numbers []int
	var arrived int64
	readMarkers(text, func(n int, sent int64) {
		if sent != at.UnixNano() {
			t.Errorf("token %d was sent at %d", n, sent)
		}
		numbers = append(numbers, n)
	}, func(at int64) { arrived = at })
	if !slices.Equal(numbers, []int{0, 12}) || arrived != at.UnixNano() {
		t.Errorf("got tokens %v, arrival %d", numbers, arrived)
	}
	if len(appendMarker(nil, 1_000_000, time.Now())) > markerRoom {
		t.Error("a marker may be longer than markerRoom")
	}
}

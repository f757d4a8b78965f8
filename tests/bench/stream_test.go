package main

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"
)

func follow(t *testing.T, want int, body io.Reader) (*reading, int, error) {
	t.Helper()
	tokens := 0
	r := &reading{want: want, asked: time.Unix(0, 0), onFirst: func() {}, onToken: func() { tokens++ }}
	return r, tokens, r.follow(body)
}

// A page gets its open block again and again, in pieces that cut markers.
func TestFollowCountsEachTokenOnce(t *testing.T) {
	t.Parallel()
	var body, block strings.Builder
	block.Write(appendArrival(nil, time.Now()))
	for i := range 50 {
		block.Write(appendMarker(nil, i, time.Now()))
		block.WriteString("word ")
		body.WriteString("data: " + block.String() + "\n\n")
	}
	for name, wrap := range map[string]func(io.Reader) io.Reader{"whole": func(r io.Reader) io.Reader { return r }, "bytes": iotest.OneByteReader, "halves": iotest.HalfReader} {
		r, tokens, err := follow(t, 50, wrap(strings.NewReader(body.String())))
		if err != nil || tokens != 50 || len(r.lags) != 50 || r.arrived == 0 {
			t.Errorf("%s: %d tokens, arrival %d: %v", name, tokens, r.arrived, err)
		}
	}
}

func TestFollowNoticesLoss(t *testing.T) {
	t.Parallel()
	text := string(appendMarker(nil, 0, time.Now())) + string(appendMarker(nil, 2, time.Now()))
	if _, _, err := follow(t, 3, strings.NewReader(text)); !errors.Is(err, errGap) {
		t.Errorf("a gap: %v", err)
	}
	if _, _, err := follow(t, 3, strings.NewReader(string(appendMarker(nil, 0, time.Now())))); !errors.Is(err, io.EOF) {
		t.Errorf("a cut: %v", err)
	}
}

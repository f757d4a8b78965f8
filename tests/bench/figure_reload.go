package main

import (
	"bufio"
	"context"
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"time"
)

const reloadLimit = 300 * time.Millisecond

// reload is how long a page that is loaded anew in the middle of a long answer takes until it has all of the text again: the
// page itself, then the first message of its stream. It is taken through HTTP; what a browser needs to draw comes on top.
func (l *lab) reload(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	times := ifShort(l, 10, 100)
	p := pace{20 * time.Millisecond, 200 + 15*times}
	path, err := l.stoa.newChat(ctx, p)
	if err != nil {
		return err
	}
	page, err := l.stoa.openChat(ctx, path)
	if err != nil {
		return err
	}
	defer page.Close() //nolint:errcheck // only read
	body, err := page.ask(ctx)
	if err != nil {
		return err
	}
	var sent atomic.Int64
	watching := make(chan error, 1)
	follows := &reading{want: p.tokens, asked: time.Now(), onFirst: func() {}, onToken: func() { sent.Add(1) }}
	go func() { watching <- follows.follow(body) }()
	for sent.Load() < 100 {
		select {
		case err := <-watching:
			return fmt.Errorf("the answer ended early: %w", err)
		case <-time.After(10 * time.Millisecond):
		}
	}
	var took []time.Duration
	for i := range times {
		want := sent.Load()
		begin := time.Now()
		if _, err := l.stoa.get(ctx, path); err != nil {
			return err
		}
		got, err := l.stoa.tokensOf(ctx, path)
		if err != nil {
			return err
		}
		took = append(took, time.Since(begin))
		if got < want {
			return fmt.Errorf("reload %d shows %d tokens of %d", i+1, got, want)
		}
		time.Sleep(time.Duration(20+i*7%60) * time.Millisecond) // at any phase of the answer
	}
	if sent.Load() >= int64(p.tokens) {
		return fmt.Errorf("the answer ended before the last reload")
	}
	p95 := quantile(took, 0.95)
	l.report.bound("reload in the middle of an answer, to all of its text", fmt.Sprintf("p50 %s, p95 %s", ms(quantile(took, 0.5)), ms(p95)), "p95 ≤ 300 ms [100 ms]", p95 <= reloadLimit, soft)
	return nil
}

// tokensOf opens the stream of a chat and counts the tokens in its first message, of which none may be missing.
func (s *stoa) tokensOf(ctx context.Context, path string) (int64, error) {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.base+path+"/stream", nil)
	if err != nil {
		return 0, err
	}
	r.Header.Set("HX-Request", "true")
	res, err := s.client.Do(r)
	if err != nil {
		return 0, err
	}
	defer res.Body.Close()
	var message []byte
	lines := bufio.NewReaderSize(res.Body, 64<<10)
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			return 0, fmt.Errorf("GET %s/stream: %w", path, err)
		}
		if text, ok := strings.CutPrefix(line, "data: "); ok {
			message = append(message, text...)
		} else if line == "\n" && len(message) > 0 {
			break
		}
	}
	next := int64(0)
	readMarkers(message, func(number int, _ int64) {
		if int64(number) == next {
			next++
		} else if int64(number) > next {
			err = errGap
		}
	}, func(int64) {})
	return next, err
}

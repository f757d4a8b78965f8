package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"time"
)

// watched is what it costs that many pages watch one answer which comes at 60 tokens a second, beside a hub that takes its
// connections over and sends as many bytes.
func (l *lab) watched(ctx context.Context) error {
	const perSecond = 60
	w := load{streams: ifShort(l, 50, 1000), pace: pace{time.Second / perSecond, ifShort(l, 3, 20) * perSecond}}
	base, err := l.part("hijackhub", "")
	if err != nil {
		return err
	}
	hub := l.parts[len(l.parts)-1].pid()
	ours := target{name: "stoa", pid: l.stoa.process.pid(), open: l.stoa.openWatched}
	o, f, err := l.beside(ctx, w, ours, func(length int) target {
		return target{name: "hub", pid: hub, open: hubWatched(base, w.streams, length)}
	})
	if err != nil {
		return err
	}
	name := fmt.Sprintf("%d pages watch one answer, %d tokens a second", w.streams, perSecond)
	l.report.ratio(name+": CPU a delivery", o.cpuToken.all, f.cpuToken.all, us, 1, 0.6)
	l.report.ratio("… with the question and the end", o.cpuWhole.all, f.cpuWhole.all, us, 0, 0)
	l.report.ratio("… lag p50", o.lagP50, f.lagP50, ms, 0, 0)
	return nil
}

// beside runs a load on Stoa and on a hub that sends messages as long as Stoa's, in turn, and returns the medians.
func (l *lab) beside(ctx context.Context, w load, ours target, hub func(length int) target) (stoa, floor outcome, err error) {
	var stoas, hubs []outcome
	rounds := ifShort(l, 1, 3)
	for i := range rounds {
		o, err := l.profiled(ctx, w, ours, i == rounds-1)
		if err != nil {
			return stoa, floor, err
		}
		f, err := w.run(ctx, hub(int(o.bytesToken)))
		if err != nil {
			return stoa, floor, err
		}
		for j, o := range []outcome{o, f} {
			l.report.line("  %-4s round %d: CPU a delivery %s, with its children %s, with all from question to stored end %s; lag p50 %s p95 %s; %.0f bytes a delivery",
				[]string{"stoa", "hub"}[j], i+1, us(o.cpuToken.own), us(o.cpuToken.all), us(o.cpuWhole.all), ms(o.lagP50), ms(o.lagP95), o.bytesToken)
		}
		stoas, hubs = append(stoas, o), append(hubs, f)
	}
	return median(stoas), median(hubs), nil
}

// apart is what it costs that ten pages in each of many companies watch an answer of their own, beside the bare hub.
func (l *lab) apart(ctx context.Context) error {
	companies := ifShort(l, 5, 100)
	w := load{streams: companies * ofCompany, pace: pace{100 * time.Millisecond, ifShort(l, 20, 200)}, ramp: 2 * time.Second}
	base, err := l.part("hub", "")
	if err != nil {
		return err
	}
	hub := l.parts[len(l.parts)-1].pid()
	d, err := openDesk(ctx, filepath.Join(l.stoa.home, "data"))
	if err != nil {
		return err
	}
	defer d.close()
	seeded, err := d.seed(ctx, companies)
	if err != nil {
		return err
	}
	owners := make([]*stoa, companies)
	for i := range owners {
		if owners[i], err = l.stoa.as(seeded[i].String()); err != nil {
			return err
		}
	}
	ours := target{name: "stoa", pid: l.stoa.process.pid(), open: func(ctx context.Context, _ int, p pace) (all []stream, err error) {
		for i := range owners {
			of, err := owners[i].openWatched(ctx, ofCompany, p)
			if all = append(all, of...); err != nil {
				return all, err
			}
		}
		return all, nil
	}}
	o, f, err := l.beside(ctx, w, ours, func(length int) target {
		return target{name: "hub", pid: hub, open: hubWatched(base, ofCompany, length)}
	})
	if err != nil {
		return err
	}
	name := fmt.Sprintf("%d companies, %d pages each on an answer of their own, 10 tokens a second", companies, ofCompany)
	l.report.ratio(name+": CPU a delivery", o.cpuToken.all, f.cpuToken.all, us, 1.2, 1)
	l.report.ratio("… lag p50", o.lagP50, f.lagP50, ms, 2, 1.5)
	return nil
}

// watcher is a page that is open beside others on the same chat; one of them sends the message.
type watcher struct {
	*chatStream
	sends bool
}

func (w watcher) ask(ctx context.Context) (io.Reader, error) {
	if w.sends {
		return w.chatStream.ask(ctx)
	}
	return w.chatStream, nil
}

// openWatched makes one chat and opens it in n pages.
func (s *stoa) openWatched(ctx context.Context, n int, p pace) ([]stream, error) {
	path, err := s.newChat(ctx, p)
	if err != nil {
		return nil, err
	}
	streams := make([]stream, 0, n)
	for i := range n {
		c, err := s.openChat(ctx, path)
		if err != nil {
			return streams, err
		}
		streams = append(streams, watcher{c, i == n-1})
	}
	return streams, nil
}

// hubStream is a connection to the bare hub.
type hubStream struct {
	body io.ReadCloser
	tell func(context.Context) error // of the one that lets the tokens come
}

// hubWatched opens connections to the hub, so many to each topic.
func hubWatched(base string, ofTopic, length int) func(context.Context, int, pace) ([]stream, error) {
	client := &http.Client{Transport: &http.Transport{DisableCompression: true, MaxIdleConnsPerHost: perHost}}
	return func(ctx context.Context, n int, p pace) ([]stream, error) {
		streams := make([]stream, 0, n)
		for i := range n {
			topic := fmt.Sprintf("?topic=%d", i/ofTopic)
			r, err := http.NewRequestWithContext(ctx, http.MethodGet, base+"/listen"+topic, nil)
			if err != nil {
				return streams, err
			}
			res, err := client.Do(r) //nolint:bodyclose // the stream closes it
			if err != nil {
				return streams, err
			}
			s := &hubStream{body: res.Body}
			if i%ofTopic == ofTopic-1 {
				s.tell = func(ctx context.Context) error { return tellTokens(ctx, client, base+"/tell"+topic, p, length) }
			}
			streams = append(streams, s)
		}
		return streams, nil
	}
}

// tellTokens sends each token when it is due, as the provider does.
func tellTokens(ctx context.Context, client *http.Client, to string, p pace, length int) error {
	begin := time.Now()
	for i := range p.tokens {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Until(begin.Add(thinking + time.Duration(i)*p.every))):
		}
		text := string(appendMarker([]byte("data: "), i, time.Now()))
		text += strings.Repeat("x", max(0, length-len(text)-2)) + "\n\n"
		r, err := http.NewRequestWithContext(ctx, http.MethodPost, to, strings.NewReader(text))
		if err != nil {
			return err
		}
		res, err := client.Do(r)
		if err != nil {
			return err
		}
		if err := res.Body.Close(); err != nil {
			return err
		}
	}
	return nil
}

func (s *hubStream) ask(ctx context.Context) (io.Reader, error) {
	if s.tell != nil {
		go func() {
			if s.tell(ctx) != nil {
				s.body.Close() // its reader fails
			}
		}()
	}
	return s.body, nil
}

func (s *hubStream) settle() error { return nil }
func (s *hubStream) Close() error  { return s.body.Close() }

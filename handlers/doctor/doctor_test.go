package doctor_test

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	web "stoa/handlers/doctor"
	site "stoa/handlers/web"
	"stoa/internal/plugin"
	"stoa/internal/session"
	"stoa/internal/webtest/proxy"
	"stoa/services/doctor"
)

// nobody is logged in.
type nobody struct{}

func (nobody) Find(context.Context, []byte, time.Time) (*session.Record, error) { return nil, nil }
func (nobody) Standings(context.Context, [][]byte, time.Time) ([]session.Standing, error) {
	return nil, nil
}
func (nobody) Insert(context.Context, []byte, uuid.UUID, uuid.UUID, map[string]string, time.Time) error {
	return nil
}
func (nobody) SaveData(context.Context, []byte, map[string]string) error { return nil }
func (nobody) Touch(context.Context, []byte) error                       { return nil }
func (nobody) Delete(context.Context, []byte) error                      { return nil }

func serve(t *testing.T) string {
	t.Helper()
	log := slog.New(slog.DiscardHandler)
	w := site.New(site.Options{Sessions: session.NewStore(nobody{}, false), Log: log})
	s := httptest.NewServer(w.Handler([]plugin.Plugin{web.New(w)}))
	t.Cleanup(func() { w.Close(); s.Close() })
	return s.URL
}

// wrong is a documented configuration with lines of it changed, and what the doctor is to say of it.
type wrong struct {
	change [][2]string
	titles []string
	line   string // among those that mend it
}

// The configurations of docs/operate.md let streams through; what they set is needed, and the doctor names the line when it is missing.
func TestNginx(t *testing.T) {
	t.Parallel()
	right := proxy.Documented(t, "nginx", "server "+strings.TrimPrefix(serve(t), "http://")+";")
	diagnose(t, right, proxy.Nginx, map[string]wrong{
		"as it stands": {},
		"compression": {[][2]string{{"proxy_buffering off;", "proxy_buffering on; proxy_ignore_headers X-Accel-Buffering; gzip on; gzip_types text/event-stream; gzip_min_length 0;"}},
			[]string{"The stream is compressed", "The stream is buffered"}, "gzip off;"},
		"a short timeout":   {[][2]string{{"proxy_read_timeout 60s;", "proxy_read_timeout 1s;"}}, []string{"The stream is cut off"}, "proxy_read_timeout 60s;"},
		"no keep-alive":     {[][2]string{{"proxy_http_version 1.1;", ""}, {"proxy_set_header Connection \"\";", ""}}, []string{"The proxy opens a connection for each request"}, "proxy_http_version 1.1;"},
		"a page of its own": {[][2]string{{"proxy_pass http://stoa;", "default_type text/html; return 200 hello;"}}, []string{"Something else answered"}, "proxy_pass http://stoa;"},
	})
}

// The lines for Caddy, put where they belong, also mend what is wrong.
func TestCaddy(t *testing.T) {
	t.Parallel()
	right := proxy.Documented(t, "caddy", strings.TrimPrefix(serve(t), "http://"))
	const site, inside, pages = "stoa.example.com {\n", "flush_interval -1\n", "@pages not path */stream /events /usage/now\nencode @pages gzip"
	transport := func(line string) [][2]string { return [][2]string{{inside, "transport http {\n  " + line + "\n}\n"}} }
	compressed := func(encode string) [][2]string { // Stoa's own header, no-transform, would forbid it; the first event is short
		return [][2]string{{site, site + encode + " {\n  minimum_length 1\n}\n"}, {inside, "header_down -Cache-Control\n"}}
	}
	diagnose(t, right, proxy.Caddy, map[string]wrong{
		"as it stands":      {},
		"compression asked": {change: [][2]string{{site, site + "encode gzip\n"}}},
		"compression":       {compressed("encode gzip"), []string{"The stream is compressed", "The stream is buffered"}, pages},
		"pages compressed":  {change: compressed(pages)},
		"a short timeout":   {transport("read_timeout 1s"), []string{"The stream is cut off"}, "transport http {\n  read_timeout 60s\n}"},
		"a longer timeout":  {change: transport("read_timeout 60s")},
		"no keep-alive":     {transport("keepalive off"), []string{"The proxy opens a connection for each request"}, "transport http {\n  keepalive 2m\n}"},
		"keep-alive":        {change: transport("keepalive 2m")},
		"a page of its own": {[][2]string{{site, site + "respond hello\n"}}, []string{"Something else answered"}, "reverse_proxy 127.0.0.1:8080"},
	})
}

// diagnose runs a proxy in each way and listens through all of them at once: a stream takes seconds, and nearly all of it is waiting.
func diagnose(t *testing.T, right string, start func(testing.TB, string) string, all map[string]wrong) {
	t.Helper()
	var listening sync.WaitGroup
	for name, c := range all {
		conf := right
		for _, change := range c.change {
			if !strings.Contains(conf, change[0]) {
				t.Fatalf("the configuration does not set %s", change[0])
			}
			conf = strings.Replace(conf, change[0], change[1], 1)
		}
		address := start(t, conf)
		listening.Go(func() {
			seen, err := doctor.Measure(t.Context(), address, 3*time.Second)
			var titles []string
			var lines strings.Builder
			for _, f := range doctor.Diagnose(seen) {
				titles = append(titles, f.Title)
				lines.WriteString(f.Nginx + "\n" + f.Caddy + "\n")
			}
			if err != nil || fmt.Sprint(titles) != fmt.Sprint(c.titles) || !strings.Contains(lines.String(), c.line) {
				t.Errorf("%s: %v, the doctor says %q, with the lines %q; want %q; seen: %+v", name, err, titles, lines.String(), c.titles, seen)
			}
		})
	}
	listening.Wait()
}

// A proxy that copies and does not flush is the usual one.
func TestABufferingProxy(t *testing.T) {
	t.Parallel()
	stoa := serve(t)
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		req, err := http.NewRequestWithContext(r.Context(), http.MethodGet, stoa+r.RequestURI, nil)
		if err != nil {
			t.Error(err)
			return
		}
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Error(err)
			return
		}
		defer res.Body.Close()
		w.Header().Set("Content-Type", res.Header.Get("Content-Type"))
		_, _ = io.Copy(w, res.Body)
	}))
	t.Cleanup(proxy.Close)
	seen, err := doctor.Measure(t.Context(), proxy.URL, 0)
	if f := doctor.Diagnose(seen); err != nil || len(f) != 1 || f[0].Title != "The stream is buffered" {
		t.Errorf("%v, %+v", err, f)
	}
}

// Without a proxy there is nothing to say, and a stream of any length can not be asked for.
func TestDirect(t *testing.T) {
	t.Parallel()
	seen, err := doctor.Measure(t.Context(), serve(t), 0)
	if f := doctor.Diagnose(seen); err != nil || len(f) > 0 {
		t.Errorf("%v, %+v", err, f)
	}
	if seen, err = doctor.Measure(t.Context(), serve(t), time.Hour); err != nil || seen.Status != 400 {
		t.Errorf("an hour of quiet: %d, %v", seen.Status, err)
	}
}

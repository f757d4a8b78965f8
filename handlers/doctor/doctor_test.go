package doctor_test

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	web "stoa/handlers/doctor"
	site "stoa/handlers/web"
	"stoa/internal/plugin"
	"stoa/internal/session"
	"stoa/internal/webtest/nginx"
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

// The configuration of docs/operate.md lets streams through; what it sets is needed, and the doctor names the line when it is missing.
func TestNginx(t *testing.T) {
	t.Parallel()
	right := nginx.Documented(t, "server "+strings.TrimPrefix(serve(t), "http://")+";")
	for name, c := range map[string]struct {
		change [][2]string
		want   []string // titles
		line   string   // of nginx, among those that mend it
	}{
		"as it stands": {},
		"compression": {[][2]string{{"proxy_buffering off;", "proxy_buffering on; proxy_ignore_headers X-Accel-Buffering; gzip on; gzip_types text/event-stream; gzip_min_length 0;"}},
			[]string{"The stream is compressed", "The stream is buffered"}, "gzip off;"},
		"a short timeout":   {[][2]string{{"proxy_read_timeout 60s;", "proxy_read_timeout 1s;"}}, []string{"The stream is cut off"}, "proxy_read_timeout 60s;"},
		"no keep-alive":     {[][2]string{{"proxy_http_version 1.1;", ""}, {"proxy_set_header Connection \"\";", ""}}, []string{"The proxy opens a connection for each request"}, "proxy_http_version 1.1;"},
		"a page of its own": {[][2]string{{"proxy_pass http://stoa;", "default_type text/html; return 200 hello;"}}, []string{"Something else answered"}, "proxy_pass http://stoa;"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			conf := right
			for _, change := range c.change {
				if !strings.Contains(conf, change[0]) {
					t.Fatalf("the configuration does not set %s", change[0])
				}
				conf = strings.Replace(conf, change[0], change[1], 1)
			}
			seen, err := doctor.Measure(t.Context(), nginx.Start(t, conf), 3*time.Second)
			if err != nil {
				t.Fatal(err)
			}
			var titles []string
			var lines strings.Builder
			for _, f := range doctor.Diagnose(seen) {
				titles = append(titles, f.Title)
				lines.WriteString(f.Nginx + "\n")
			}
			if fmt.Sprint(titles) != fmt.Sprint(c.want) || !strings.Contains(lines.String(), c.line) {
				t.Errorf("the doctor says %q, with the lines %q; want %q; seen: %+v", titles, lines.String(), c.want, seen)
			}
		})
	}
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

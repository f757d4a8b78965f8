package web

import (
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"strings"
	"testing"
	"time"

	"stoa/internal/plugin"
)

func TestUSD(t *testing.T) {
	t.Parallel()
	for nano, text := range map[int64]string{
		0: "$0", 1: "$0.000000001", 12: "$0.000000012", 123: "$0.000000123", 999: "$0.000000999", 150_000: "$0.00015", 123_456: "$0.00012",
		1_000_000: "$0.001", 1_234_567: "$0.0012", 9_999_999: "$0.01", 9_949_999: "$0.0099", 10_000_000: "$0.01", 14_999_999: "$0.01", 15_000_000: "$0.02",
		999_000_000: "$1.00", 1_000_000_000: "$1.00", 1_005_000_000: "$1.01", 12_345_678_900_000: "$12,345.68", 999_995_000_000: "$1,000.00",
		math.MaxInt64 - 5_000_000: "$9,223,372,036.85",
	} {
		if got := USD(nano); got != text {
			t.Errorf("%d: got %s, want %s", nano, got, text)
		}
	}
}

func TestCount(t *testing.T) {
	t.Parallel()
	for n, text := range map[int64]string{0: "0", 7: "7", 999: "999", 1000: "1,000", 1204: "1,204", 123456: "123,456", 1234567: "1,234,567", -1: "-1", -1000: "-1,000",
		math.MaxInt64: "9,223,372,036,854,775,807", math.MinInt64: "-9,223,372,036,854,775,808"} {
		if got := Count(n); got != text {
			t.Errorf("%d: got %s, want %s", n, got, text)
		}
	}
}

func TestMoment(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 3, 1, 0, 30, 0, 0, time.FixedZone("", 2*3600))
	for form, text := range map[string]string{"time": "22:30", "date": "28 Feb 2026", "datetime": "28 Feb 2026 22:30"} {
		if m := Moment(at, form); m.Text != text || m.ISO != "2026-02-28T22:30:00Z" || m.Form != form {
			t.Errorf("%s: got %+v", form, m)
		}
	}
}

func TestTheme(t *testing.T) {
	t.Parallel()
	w := newWorld(t, true)
	for typed, kept := range map[string]string{"dark": "dark", "light": "light", "system": "system", "": "system", `"><script>`: "system"} {
		got := w.do(t, http.MethodPost, "/settings/theme", "theme="+typed+"&next=/mine")
		cookies := got.Cookies()
		if got.StatusCode != http.StatusSeeOther || got.Header.Get("Location") != "/mine" || len(cookies) != 1 || cookies[0].Value != kept ||
			!cookies[0].Secure || !cookies[0].HttpOnly || cookies[0].SameSite != http.SameSiteLaxMode {
			t.Errorf("%q: got %d %v", typed, got.StatusCode, cookies)
		}
	}
	if got := w.do(t, http.MethodPost, "/settings/theme", "theme=dark&next=https://evil.example"); got.Header.Get("Location") != "/chats" {
		t.Errorf("leads to %s", got.Header.Get("Location"))
	}
	for cookie, class := range map[string]string{"dark": "dark", "light": "light", "nonsense": "system"} {
		if got := w.do(t, http.MethodGet, "/nowhere", "", "Cookie", "theme="+cookie); !strings.Contains(got.text, `class="`+class+`"`) {
			t.Errorf("%s: %.60s", cookie, got.text)
		}
	}
}

func TestReady(t *testing.T) {
	t.Parallel()
	w := newWorld(t, false)
	if got := w.do(t, http.MethodGet, "/readyz", ""); got.StatusCode != 200 || strings.TrimSpace(got.text) != `{"trouble":"ok"}` {
		t.Errorf("got %d %s", got.StatusCode, got.text)
	}
	w.health = errors.New(secret)
	got := w.do(t, http.MethodGet, "/readyz", "")
	if got.StatusCode != 503 || strings.TrimSpace(got.text) != `{"trouble":"unavailable"}` || !strings.Contains(w.log.String(), secret) {
		t.Errorf("got %d %s", got.StatusCode, got.text)
	}
	w.health = fmt.Errorf("%w: slow", plugin.ErrDegraded)
	if got := w.do(t, http.MethodGet, "/readyz", ""); got.StatusCode != 200 || strings.TrimSpace(got.text) != `{"trouble":"degraded"}` {
		t.Errorf("degraded: got %d %s", got.StatusCode, got.text)
	}
	w.Site.Drain()
	if got := w.do(t, http.MethodGet, "/readyz", ""); got.StatusCode != 503 || !strings.Contains(got.text, `"server":"stopping"`) {
		t.Errorf("about to end: got %d %s", got.StatusCode, got.text)
	}
	if got := w.do(t, http.MethodGet, "/healthz", ""); got.StatusCode != 200 {
		t.Errorf("alive though not ready: got %d", got.StatusCode)
	}
}

// HEAD is GET without the text: the same status and headers, and of a stream only its head.
func TestHead(t *testing.T) {
	t.Parallel()
	w := newWorld(t, false)
	for path, want := range map[string]int{"/healthz": 200, "/stream": 200, "/fail/missing": 404, "/nowhere": 404} {
		res, err := http.Head(w.url + path)
		if err != nil {
			t.Fatal(path, err)
		}
		body, err := io.ReadAll(res.Body)
		res.Body.Close()
		if res.StatusCode != want || len(body) > 0 || err != nil || res.Header.Get("Content-Security-Policy") == "" {
			t.Errorf("%s: %s with %d bytes, %v", path, res.Status, len(body), err)
		}
	}
}

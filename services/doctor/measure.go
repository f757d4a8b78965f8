package doctor

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/json"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Path is where the server sends the stream.
const Path = "/doctor/stream"

// Measure follows the stream of the Stoa at an address, as a browser does.
func Measure(ctx context.Context, base string, quiet time.Duration) (s Seen, err error) {
	ctx, cancel := context.WithTimeout(ctx, Events*Apart+quiet+30*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, strings.TrimRight(base, "/")+Path+"?quiet="+strconv.Itoa(int(quiet.Seconds())), nil)
	if err != nil {
		return s, err
	}
	req.Header.Set("Accept", "text/html, text/event-stream")
	req.Header.Set("Accept-Encoding", "gzip") // as browsers do; the answer shall not be compressed all the same
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return s, err
	}
	defer res.Body.Close() //nolint:errcheck // it was only read
	s.Status, s.Encoding = res.StatusCode, res.Header.Get("Content-Encoding")
	s.Type, _, _ = mime.ParseMediaType(res.Header.Get("Content-Type")) // "" is no stream either
	began := time.Now()
	if body, err := plain(res.Body, s.Encoding); err == nil {
		s.read(body, began)
	}
	s.After = time.Since(began)
	return s, nil
}

func plain(body io.Reader, encoding string) (io.Reader, error) {
	if encoding == "gzip" {
		return gzip.NewReader(body)
	}
	return body, nil
}

// read notes when events come, until the last one or the end.
func (s *Seen) read(body io.Reader, began time.Time) {
	lines := bufio.NewScanner(body)
	for !s.Ended && lines.Scan() {
		text, ok := strings.CutPrefix(lines.Text(), "data: ")
		var hello Hello
		switch {
		case !ok:
		case text == "end":
			s.Ended = true
		case text == "event":
			s.Arrived = append(s.Arrived, time.Since(began))
		case json.Unmarshal([]byte(text), &hello) == nil:
			s.Hello = &hello
		}
	}
}

// Package doctor finds out what a proxy does to event streams: it compares when events were sent with when they arrived, and names
// the line of the proxy's configuration that mends what is wrong.
package doctor

import (
	"fmt"
	"net/http"
	"time"
)

// What the server sends: so many events so far apart, then nothing but heartbeats for a while, then the end.
const (
	Events = 12
	Apart  = 250 * time.Millisecond
	// Quiet is how long the server is silent between its heartbeats when nobody asks for another time; MostQuiet is the most.
	Quiet     = 35 * time.Second
	MostQuiet = 2 * time.Minute
)

// tolerance is how much later than the quickest an event may be; networks vary, buffers hold back for longer.
const tolerance = time.Second

// Hello is the first event: how the request looked where it arrived.
type Hello struct {
	Proto string `json:"proto"` // such as HTTP/1.1
	Close bool   `json:"close"` // whoever sent it will not use the connection again
}

// Seen is what came of a stream.
type Seen struct {
	Status   int
	Type     string // the media type
	Encoding string // Content-Encoding; "" for none
	Hello    *Hello // nil when it did not come
	Arrived  []time.Duration
	Ended    bool          // by its last event; else it was cut off
	After    time.Duration // how long it was open
}

// Finding is something that is wrong, and the lines that mend it.
type Finding struct {
	Title, Text  string
	Nginx, Caddy string // "" where nothing has to be set
}

// Diagnose tells what is wrong; nothing when the stream came as it was sent.
func Diagnose(s Seen) []Finding {
	switch s.Status {
	case 0:
		return []Finding{{Title: "Nothing answered", Text: "The connection was refused, or broke before an answer came."}}
	case http.StatusTooManyRequests:
		return []Finding{{Title: "Too many examine at once", Text: "Stoa, or a limit of the proxy, refused this one. Try again in a minute."}}
	}
	if s.Status != http.StatusOK || s.Type != "text/event-stream" {
		return []Finding{{
			Title: "Something else answered",
			Text:  fmt.Sprintf("Instead of an event stream came status %d with %q. The proxy leads elsewhere, or has a page of its own in front.", s.Status, s.Type),
			Nginx: "proxy_pass http://stoa;", Caddy: "reverse_proxy 127.0.0.1:8080",
		}}
	}
	var all []Finding
	if s.Encoding != "" {
		all = append(all, Finding{
			Title: "The stream is compressed",
			Text:  "It came as " + s.Encoding + ". Compression waits for more text before it sends any, so answers arrive in lumps.",
			Nginx: "gzip off;", Caddy: "@pages not path */stream /events /usage/now\nencode @pages gzip",
		})
	}
	if late := lateness(s.Arrived); late > tolerance || s.Ended && len(s.Arrived) < Events {
		all = append(all, Finding{
			Title: "The stream is buffered",
			Text:  fmt.Sprintf("Events were held back for up to %.1f seconds. Answers arrive all at once, when they are complete.", late.Seconds()),
			Nginx: "proxy_buffering off;", Caddy: "flush_interval -1",
		})
	}
	if !s.Ended {
		all = append(all, Finding{
			Title: "The stream is cut off",
			Text: fmt.Sprintf("It ended after %.0f seconds, before the server had. Stoa sends a heartbeat every 15 seconds: a proxy has to wait for longer than that without data. "+
				"Pages connect again and lose nothing, but need not.", s.After.Seconds()),
			Nginx: "proxy_read_timeout 60s;", Caddy: "transport http {\n  read_timeout 60s\n}",
		})
	}
	if s.Hello != nil && (s.Hello.Proto == "HTTP/1.0" || s.Hello.Close) {
		all = append(all, Finding{
			Title: "The proxy opens a connection for each request",
			Text:  "It asks Stoa by " + s.Hello.Proto + " without keep-alive, which costs every page a new connection, and some proxies the stream itself.",
			Nginx: "proxy_http_version 1.1;\nproxy_set_header Connection \"\";", Caddy: "transport http {\n  keepalive 2m\n}",
		})
	}
	return all
}

// lateness is how much longer than the quickest the slowest event took.
func lateness(arrived []time.Duration) time.Duration {
	var least, most time.Duration
	for i, at := range arrived {
		took := at - time.Duration(i)*Apart
		if i == 0 {
			least, most = took, took
		}
		least, most = min(least, took), max(most, took)
	}
	return most - least
}

// Command modelserver runs the stand-in model provider as a process of its own, for stories and benchmarks.
package main

import (
	"flag"
	"log"
	"net"
	"net/http"
	"time"

	"stoa/internal/webtest/modelserver"
)

func main() {
	addr := flag.String("addr", "127.0.0.1:5701", "listen address, loopback only")
	interval := flag.Duration("interval", 20*time.Millisecond, "time between tokens")
	first := flag.Duration("first", 0, "time to the first token")
	tokens := flag.Int("tokens", 100, "tokens of an answer; 0 is a short sentence")
	model := flag.String("model", "test-model", "the first model listed; \"marker\" stamps every token with its time")
	flag.Parse()
	s := modelserver.Handler()
	s.Models = []string{*model, "marker", "echo"}
	s.Interval = *interval
	shape := modelserver.Behavior{First: *first, Count: *tokens}
	s.Default = shape
	s.Behave = func(r modelserver.Request) (modelserver.Behavior, bool) {
		b := shape
		b.Marker = true
		return b, r.Model == "marker"
	}
	l, err := net.Listen("tcp", *addr)
	if err != nil {
		log.Fatal(err)
	}
	if tcp, ok := l.Addr().(*net.TCPAddr); !ok || !tcp.IP.IsLoopback() {
		log.Fatalf("modelserver: %s is not a loopback address", l.Addr())
	}
	log.Printf("stand-in model provider on http://%s/v1: %d tokens every %s", l.Addr(), *tokens, *interval)
	log.Fatal((&http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second}).Serve(l))
}

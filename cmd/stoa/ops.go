package main

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/pprof"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// serveOps serves what only the operator sees, metrics and profiles, on an address of its own.
func serveOps(addr string, log *slog.Logger) (stop func(context.Context) error, err error) {
	if addr == "off" {
		return func(context.Context) error { return nil }, nil
	}
	listener, err := listen(addr)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.Handler())
	mux.HandleFunc("GET /debug/pprof/", pprof.Index)
	mux.HandleFunc("GET /debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("GET /debug/pprof/trace", pprof.Trace)
	server := &http.Server{Handler: mux, ReadHeaderTimeout: 10 * time.Second}
	go func() {
		if err := server.Serve(listener); err != http.ErrServerClosed {
			log.Error("the operator's address is not served any more", "error", err)
		}
	}()
	return server.Shutdown, nil
}

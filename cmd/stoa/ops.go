package main

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/pprof"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"

	"stoa/handlers/web"
)

// serveOps serves what only the operator sees, metrics and profiles, on an address of its own.
func serveOps(addr string, ready http.HandlerFunc, log *slog.Logger) (stop func(context.Context) error, err error) {
	if addr == "off" {
		return func(context.Context) error { return nil }, nil
	}
	listener, err := listen(addr)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.Handler())
	mux.HandleFunc("GET /readyz", ready)
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

// ready tells the operator of each part what it is, how it is configured and what its last check found.
func (k *kit) ready(w http.ResponseWriter, r *http.Request) {
	type detail struct {
		State   string            `json:"state"`
		Version string            `json:"version,omitempty"`
		Checked *time.Time        `json:"checked,omitempty"`
		Config  map[string]string `json:"config,omitempty"`
	}
	status, all := http.StatusOK, map[string]detail{}
	for _, p := range k.parts() {
		d := detail{State: "off", Version: p.Version, Config: map[string]string{}}
		if p.On {
			d.State = "on"
		}
		for _, o := range append(p.Options, p.Env...) {
			d.Config[o.Key] = o.Value
		}
		all[p.ID] = d
	}
	for id, check := range k.site.Probe(r.Context()) {
		d := all[id]
		d.State, d.Checked = check.State, &check.At
		if all[id] = d; check.State == web.StateUnavailable {
			status = http.StatusServiceUnavailable
		}
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(all); err != nil {
		k.log.Debug("the operator did not wait for the answer", "error", err)
	}
}

// Command storybook serves every page of the product in every state with sample data, under the product's own security policy.
package main

import (
	"flag"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"time"

	"stoa/static"
	"stoa/views/layout"
	"stoa/views/storybook"
)

// policy is the one of the product, so that a page which breaks it shows here.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'"

func main() {
	addr := flag.String("addr", "127.0.0.1:8090", "where to listen")
	flag.Parse()
	srv := &http.Server{Addr: *addr, Handler: handler(), ReadHeaderTimeout: 5 * time.Second}
	fmt.Printf("http://%s/\n", *addr)
	if err := srv.ListenAndServe(); err != nil {
		slog.Error("storybook", "err", err)
		os.Exit(1)
	}
}

func handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/static/", static.Handler())
	mux.HandleFunc("GET /{$}", index)
	mux.HandleFunc("GET /story/{name}", story)
	mux.HandleFunc("GET /chats/{id}/stream", stream)
	return mux
}

func assets() layout.Assets {
	return layout.Assets{Styles: static.Styles(), Scripts: static.Scripts(), Icon: static.Icon()}
}

func index(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	fmt.Fprint(w, "<!DOCTYPE html><html lang=en><title>Storybook</title><h1>Storybook</h1><ul>")
	for _, s := range storybook.Stories(assets(), "system") {
		fmt.Fprintf(w, `<li>%[1]s: <a href="/story/%[1]s?theme=light">light</a> <a href="/story/%[1]s?theme=dark">dark</a> <a href="/story/%[1]s">system</a>`, s.Name)
	}
	fmt.Fprint(w, "</ul>")
}

func story(w http.ResponseWriter, r *http.Request) {
	for _, s := range storybook.Stories(assets(), r.URL.Query().Get("theme")) {
		if s.Name != r.PathValue("name") {
			continue
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Security-Policy", policy)
		if err := s.Page.Render(r.Context(), w); err != nil {
			slog.Error("story", "name", s.Name, "err", err)
		}
		return
	}
	http.NotFound(w, r)
}

// stream is a connection on which nothing happens, so that the chat pages are live.
func stream(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	w.WriteHeader(http.StatusOK)
	if err := http.NewResponseController(w).Flush(); err != nil {
		return
	}
	<-r.Context().Done()
}

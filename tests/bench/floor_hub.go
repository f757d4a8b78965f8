package main

import (
	"io"
	"net/http"
	"sync"
	"time"
)

// bareHub is the floor of pages that listen: net/http, a goroutine and a channel for each connection, a message encoded once
// for all. It knows nobody and keeps nothing.
type bareHub struct {
	mu     sync.RWMutex
	topics map[string]map[chan []byte]bool
}

func newBareHub() http.Handler {
	h := &bareHub{topics: map[string]map[chan []byte]bool{}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /listen", h.listen)
	mux.HandleFunc("POST /tell", h.tell)
	return mux
}

func (h *bareHub) listen(w http.ResponseWriter, r *http.Request) {
	topic, messages := r.URL.Query().Get("topic"), make(chan []byte, 16)
	h.mu.Lock()
	if h.topics[topic] == nil {
		h.topics[topic] = map[chan []byte]bool{}
	}
	h.topics[topic][messages] = true
	h.mu.Unlock()
	defer func() {
		h.mu.Lock()
		defer h.mu.Unlock()
		delete(h.topics[topic], messages)
	}()
	w.Header().Set("Content-Type", "text/event-stream")
	rc := http.NewResponseController(w)
	beat := time.NewTicker(30 * time.Second)
	defer beat.Stop()
	for message := []byte(": open\n\n"); ; {
		if rc.SetWriteDeadline(time.Now().Add(10*time.Second)) != nil {
			return
		}
		if _, err := w.Write(message); err != nil || rc.Flush() != nil {
			return
		}
		select {
		case <-r.Context().Done():
			return
		case <-beat.C:
			message = []byte(": beat\n\n")
		case message = <-messages:
		}
	}
}

func (h *bareHub) tell(w http.ResponseWriter, r *http.Request) {
	message, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	h.mu.RLock()
	defer h.mu.RUnlock()
	for messages := range h.topics[r.URL.Query().Get("topic")] {
		select {
		case messages <- message:
		default: // the reader of the figure will miss it
		}
	}
}

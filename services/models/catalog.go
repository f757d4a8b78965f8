package models

import (
	"context"
	"strings"
	"sync"
	"time"
)

const (
	catalogFresh = 5 * time.Minute  // how long a list of models is believed
	catalogPause = 10 * time.Second // how long a failure is remembered, so that no page waits for it twice
	catalogWait  = 5 * time.Second
)

// catalog remembers which chat models a provider lists. The first callers wait for the list; later an old one is good
// enough while a new one is fetched.
type catalog struct {
	fetch func(context.Context) ([]string, error)

	mu    sync.Mutex
	ids   []string
	err   error
	until time.Time
}

func (c *catalog) list(ctx context.Context) ([]string, error) {
	// The list serves everybody: one person who leaves must not make it fail for the rest.
	ctx = context.WithoutCancel(ctx)
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case time.Now().Before(c.until):
	case c.ids != nil:
		c.until = time.Now().Add(catalogPause)
		go c.renew(ctx)
	default:
		c.store(c.get(ctx))
	}
	return c.ids, c.err
}

func (c *catalog) renew(ctx context.Context) {
	ids, err := c.get(ctx)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.store(ids, err)
}

func (c *catalog) get(ctx context.Context) ([]string, error) {
	ctx, cancel := context.WithTimeout(ctx, catalogWait)
	defer cancel()
	return c.fetch(ctx)
}

func (c *catalog) store(ids []string, err error) {
	switch {
	case err == nil:
		c.ids, c.err, c.until = chatModels(ids), nil, time.Now().Add(catalogFresh)
	case c.ids == nil:
		c.err, c.until = err, time.Now().Add(catalogPause)
	default: // the old list is better than none
		c.until = time.Now().Add(catalogPause)
	}
}

// Parts of the names of models that do not hold a written conversation.
var otherModels = []string{"embed", "whisper", "tts", "dall-e", "moderation", "image", "realtime", "transcribe", "audio",
	"rerank", "sora", "davinci", "babbage", "imagine", "veo"}

func chatModels(ids []string) []string {
	chat := make([]string, 0, len(ids))
	for _, id := range ids {
		if !containsAny(strings.ToLower(id), otherModels) {
			chat = append(chat, id)
		}
	}
	return chat
}

func containsAny(s string, parts []string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

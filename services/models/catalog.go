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

// catalog remembers which chat models a provider lists. One request runs at a time; the others wait for it.
type catalog struct {
	fetch func(context.Context) ([]string, error)

	mu    sync.Mutex
	ids   []string
	err   error
	until time.Time
}

func (c *catalog) list(ctx context.Context) ([]string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if time.Now().Before(c.until) {
		return c.ids, c.err
	}
	// The list serves everybody: one person who leaves must not make it fail for the rest.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), catalogWait)
	defer cancel()
	ids, err := c.fetch(ctx)
	if err != nil {
		c.until = time.Now().Add(catalogPause)
		if c.ids == nil {
			c.err = err
		}
		return c.ids, c.err
	}
	c.ids, c.err, c.until = chatModels(ids), nil, time.Now().Add(catalogFresh)
	return c.ids, nil
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

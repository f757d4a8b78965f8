package main

import (
	"context"
	"fmt"
	"time"

	chatweb "stoa/handlers/chat"
	"stoa/internal/jobs"
	"stoa/internal/plugin"
	"stoa/internal/plugin/manifest"
	"stoa/services/chat"
)

// bytesPerToken turns the limit of tokens into one that costs nothing to hold to; for English text it is about right.
const bytesPerToken = 4

func (k *kit) makeChat() plugin.Plugin {
	options := manifest.Options[chatweb.Config](k.settings, "chat")
	service := chat.New(chat.Options{
		Doors: k.db.doors, Bus: k.bus, Models: k.models, Retriever: k.retriever, Log: k.log,
		ContextMessages: options.ContextMessages, ContextBytes: options.ContextTokens * bytesPerToken,
	})
	p := chatweb.New(k.site, k.engine, service, k.models, k.bus, []jobs.Periodic{{
		Name: "chat.sweep", Every: 5 * time.Second,
		Run: func(ctx context.Context) error { _, err := service.Sweep(ctx, false); return err },
	}})
	p.Start = func(ctx context.Context) error {
		// Without a shared bus this process is the only one: whatever was being written is dead.
		n, err := service.Sweep(ctx, true)
		if err != nil {
			return fmt.Errorf("mark interrupted answers: %w", err)
		}
		if n > 0 {
			k.log.Info("answers that a stopped process left were marked interrupted", "count", n)
		}
		return nil
	}
	p.Stop = service.Close
	return p
}

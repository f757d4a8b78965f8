package main

import (
	"context"
	"fmt"
	"os/signal"
	"syscall"
	"time"

	chatweb "stoa/handlers/chat"
	"stoa/internal/plugin"
	"stoa/internal/plugin/manifest"
	"stoa/services/chat"
)

// bytesPerToken turns the limit of tokens into one that costs nothing to hold to; for English text it is about right.
const bytesPerToken = 4

func (k *kit) makeChat() plugin.Plugin {
	options := manifest.Options[chatweb.Config](k.settings, "chat")
	service := chat.New(chat.Options{
		Doors: k.db.doors, Bus: k.bus, Models: k.models, Retriever: k.retriever, Log: k.log, SweepEvery: 2 * time.Second,
		ContextMessages: options.ContextMessages, ContextBytes: options.ContextTokens * bytesPerToken,
	})
	p := chatweb.New(k.site, k.engine, service, k.models, k.bus)
	p.Start = func(ctx context.Context) error {
		if k.config.RedisURL != "" {
			return nil // what others write is alive
		}
		n, err := service.Sweep(ctx, true)
		if err != nil {
			return fmt.Errorf("mark interrupted answers: %w", err)
		}
		if n > 0 {
			k.log.Info("answers that a stopped process left were marked interrupted", "count", n)
		}
		return nil
	}
	p.Stop = func(ctx context.Context) error { return k.stopChat(ctx, service) }
	return p
}

// stopChat lets running answers finish while their pages stay connected; a second signal does not wait.
func (k *kit) stopChat(ctx context.Context, service *chat.Service) error {
	wait, stop := signal.NotifyContext(ctx, syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	wait, cancel := context.WithTimeout(wait, k.config.Drain)
	defer cancel()
	service.Drain(wait)
	return service.Close(ctx)
}

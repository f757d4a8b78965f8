package chat

import (
	"context"
	"fmt"
	"log/slog"
	"net/url"
	"testing"
	"time"

	"stoa/generated/resources"
	"stoa/handlers/crud"
	"stoa/handlers/crud/crudtest"
	"stoa/internal/plugin"
	"stoa/services/chat"
)

// Chats are a resource like others, of their people: all that the engine promises holds for them.
func TestConformance(t *testing.T) {
	t.Parallel()
	crudtest.Run(t, crudtest.Subject{
		Resource: resources.Conversations(), Mount: mounted(t),
		Valid: func(_ *crudtest.World, n int) url.Values {
			return url.Values{"title": {fmt.Sprintf("Chat %03d %s", n, []string{"even", "odd"}[n%2])}, "model": {"second"}, "system_prompt": {"Be brief.\r\nBe kind."}}
		},
		Edited:  url.Values{"title": {"Another title"}, "model": {""}, "system_prompt": {""}},
		Invalid: url.Values{"title": {fmt.Sprintf("%0201d", 1)}, "system_prompt": {fmt.Sprintf("%08001d", 1)}},
		OwnPage: true,
		Filter:  [2]string{"q", "even"},
	})
}

// mounted puts the plugin into a world of the engine's tests.
func mounted(t *testing.T) func(*crud.Engine, plugin.Routes) {
	return func(e *crud.Engine, r plugin.Routes) {
		log := slog.New(slog.DiscardHandler)
		service := chat.New(chat.Options{Doors: e.Doors, Bus: e.Bus, Models: &model{}, Log: log, Checkpoint: 20 * time.Millisecond})
		t.Cleanup(func() { _ = service.Close(context.Background()) })
		New(e.Site, e, service, &model{}, e.Bus).Routes(r)
	}
}

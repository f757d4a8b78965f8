package plugins

import (
	"testing"

	"stoa/handlers/web"
	"stoa/internal/plugin/manifest"
	views "stoa/views/plugins"
)

// A company's admin sees what a plugin does for the company, and nothing of how the installation is set up.
func TestShowKeepsTheInstallation(t *testing.T) {
	t.Parallel()
	part := Part{
		Manifest: manifest.Manifest{ID: "chat", Version: "1"}, On: true,
		Options: []manifest.Shown{{Key: "context_messages", Value: "20"}, {Key: "key", Value: "set", Operator: true}},
		Env:     []manifest.Shown{{Key: "OPENAI_API_KEY", Value: "set"}},
	}
	got := show(part, nil)
	if len(got.Options) != 1 || got.Options[0] != (views.Option{Key: "chat.context_messages", Value: "20"}) {
		t.Errorf("it shows %v", got.Options)
	}
}

func TestShowSaysHowItIs(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		on    bool
		found string
		want  string
	}{{false, "", "off"}, {true, "", "on"}, {true, web.StateOK, "on"}, {true, web.StateDegraded, "degraded"}, {true, web.StateUnavailable, "unavailable"}, {false, web.StateUnavailable, "off"}} {
		checks := map[string]web.Check{}
		if c.found != "" {
			checks["chat"] = web.Check{State: c.found}
		}
		if got := show(Part{Manifest: manifest.Manifest{ID: "chat"}, On: c.on}, checks); got.State != c.want {
			t.Errorf("on %t, found %q: it says %s, want %s", c.on, c.found, got.State, c.want)
		}
	}
}

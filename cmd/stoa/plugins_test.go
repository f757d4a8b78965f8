package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	chatweb "stoa/handlers/chat"
	"stoa/internal/dbtest"
	"stoa/internal/plugin/manifest"
)

// The configuration that is compiled in fits the plugins that are, and the database that the migrations make.
func TestEmbeddedSettings(t *testing.T) {
	t.Parallel()
	d := &database{app: dbtest.New(t).App}
	settings, _, err := checkTables(t.Context(), "", d, true)
	if err != nil {
		t.Fatal(err)
	}
	if len(settings.On) != len(compiledIn) || settings.On[0] != "email" || settings.On[1] != "auth" {
		t.Errorf("on: %v", settings.On)
	}
	if got := manifest.Options[chatweb.Config](settings, "chat").ContextMessages; got != 20 {
		t.Errorf("chat.context_messages is %d", got)
	}
}

// A file that replaces it is checked as a whole, and against the database too.
func TestReplacedSettings(t *testing.T) {
	t.Parallel()
	d := &database{app: dbtest.New(t).App}
	file := filepath.Join(t.TempDir(), "stoa.yaml")
	text := "plugins: [auth, models, chat, chart]\nchat: {context_messages: 3}\nrealtime: {throttles: true, widgets: [created, deleted], widget: false}\nmodels: {search_tokens: 5, usage_tracking: false}\n"
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	settings, _, err := checkTables(t.Context(), file, d, false)
	for _, want := range []string{
		`:1:31: there is no plugin "chart", did you mean "chat"?`,
		`:3:12: throttles is not @realtime in the schema`,
		`:4:1: models.search_tokens needs models.usage_tracking`,
		`:3:58: there is no table "widget", did you mean "widgets"?`,
	} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q in %v", want, err)
		}
	}
	if settings.Has("widgets") || !settings.Realtime.Tells("widgets", "created") || settings.Realtime.Tells("widgets", "updated") {
		t.Errorf("settings: %+v", settings)
	}
	if got := manifest.Options[chatweb.Config](settings, "chat").ContextMessages; got != 3 {
		t.Errorf("chat.context_messages is %d", got)
	}
}

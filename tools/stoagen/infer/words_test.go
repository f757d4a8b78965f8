package infer

import "testing"

func TestWords(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"system_prompt": "System prompt", "api_key": "API key", "id": "ID", "public_url": "Public URL", "été": "Été", "_": "_", "": "",
	} {
		if got := human(name); got != want {
			t.Errorf("human(%q) = %q, want %q", name, got, want)
		}
	}
	for name, want := range map[string]string{
		"widgets": "widget", "entries": "entry", "boxes": "box", "matches": "match", "statuses": "status", "houses": "house", "classes": "class", "status": "status",
		"glass": "glass", "staff": "staff",
	} {
		if got := Singular(name); got != want {
			t.Errorf("Singular(%q) = %q, want %q", name, got, want)
		}
	}
	if got := captionOf("user_id", true) + captionOf("client_id", false); got != "UserClient ID" {
		t.Errorf("got %q", got)
	}
}

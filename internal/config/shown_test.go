package config

import (
	"fmt"
	"strings"
	"testing"
)

func TestShownMasksSecrets(t *testing.T) {
	t.Parallel()
	c := Config{OpenAIKey: "sk-very-secret", DatabaseURL: "postgresql://stoa:hunter2@db/stoa", AdminURL: "postgresql:///stoa?user=x&password=hunter3"}
	text := fmt.Sprint(c.Shown())
	for _, secret := range []string{"very", "hunter2", "hunter3"} {
		if strings.Contains(text, secret) {
			t.Errorf("%s is shown: %s", secret, text)
		}
	}
	if !strings.Contains(text, "set (14 characters)") {
		t.Error(text)
	}
}

package manifest_test

import (
	"fmt"
	"testing"

	"stoa/internal/plugin/manifest"
	"stoa/internal/plugin/strict"
)

// What is configured is shown, a secret never; what is not for companies says so.
func TestShownMasksSecrets(t *testing.T) {
	t.Parallel()
	type config struct {
		Host string
		Port int
		Key  string `secret:"true"`
		Old  string `secret:"true"`
		From string `operator:"true"`
	}
	source := manifest.Compiled(manifest.Manifest{ID: "mail", Config: config{Port: 25}})
	settings := manifest.ReadSettings("stoa.yaml", []byte("mail: {key: hush-hush}"), []manifest.Source{source}, &strict.Problems{})
	want := "[{host empty false} {port 25 false} {key set true} {old not set true} {from empty true}]"
	if got := fmt.Sprint(settings.Shown("mail")); got != want {
		t.Errorf("shown %s, want %s", got, want)
	}
	if got := settings.Shown("nobody"); got != nil {
		t.Errorf("shown %v of no plugin", got)
	}
}

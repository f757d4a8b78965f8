package config

import (
	"regexp"
	"slices"
	"testing"
)

// Every variable that is read is documented, here or in a plugin's manifest, and none that is not read.
func TestVariablesAreThoseThatAreRead(t *testing.T) {
	t.Parallel()
	var read []string
	plugins := regexp.MustCompile("^(OPENAI|EMBEDDINGS|RERANK)_|^STOA_REGISTRATION$")
	_, _ = FromEnv(func(name string) string {
		if !slices.Contains(read, name) && !plugins.MatchString(name) {
			read = append(read, name)
		}
		return ""
	})
	var known []string
	for _, v := range Variables {
		known = append(known, v.Name)
		if v.Doc == "" {
			t.Errorf("say what %s does", v.Name)
		}
	}
	slices.Sort(read)
	slices.Sort(known)
	if !slices.Equal(read, known) {
		t.Errorf("read\n%v\nknown\n%v", read, known)
	}
}

package resource

import "testing"

func TestWords(t *testing.T) {
	t.Parallel()
	if Words("") != nil {
		t.Error("no search finds everything")
	}
	for search, want := range map[string]string{
		"walk": "walk:*", " two  words ": "two & words:*", "a|b & !c:* ('d')": "a & b & c & d:*", "%_\\": "", "naïve 3rd": "naïve & 3rd:*",
	} {
		if got := Words(search); got == nil || *got != want {
			t.Errorf("%q: got %v, want %q", search, got, want)
		}
	}
}

package knowledge

import (
	"strings"
	"testing"
)

// What the model's endpoint refuses is counted, beside its progress and when that is over.
func TestRefusedPassages(t *testing.T) {
	t.Parallel()
	for want, f := range map[string]FillingProps{
		"12 passages, which the endpoint of bge refuses, are found by their words alone.": {Model: "bge", Refused: "12", Complete: true},
		"1 passage, which the endpoint of bge refuses, is found by its words alone.":      {Model: "bge", Refused: "1"},
	} {
		var b strings.Builder
		if err := Rows(ListProps{Filling: &f}).Render(t.Context(), &b); err != nil {
			t.Fatal(err)
		}
		if got := b.String(); !strings.Contains(got, want) || strings.Contains(got, "Prepared for") == f.Complete {
			t.Errorf("%+v: %s", f, got)
		}
	}
}

// The list reads itself anew as often as there is something new to see, and says that documents are read only while they are.
func TestHowOftenTheListIsRead(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		p       ListProps
		every   string
		reading string
	}{
		{ListProps{}, "", ""},
		{ListProps{Region: "/knowledge", Working: 1, Filling: &FillingProps{Problem: "The key is wrong."}}, "every 1s", "1 document is still being read"},
		{ListProps{Region: "/knowledge", Working: 1200}, "every 1s", "1200 documents are still being read"},
		{ListProps{Region: "/knowledge", Filling: &FillingProps{}}, "every 1s", ""},
		{ListProps{Region: "/knowledge", Filling: &FillingProps{Problem: "The key is wrong."}}, "every 30s", ""},
	} {
		var b strings.Builder
		if err := Rows(c.p).Render(t.Context(), &b); err != nil {
			t.Fatal(err)
		}
		if got := b.String(); strings.Contains(got, "hx-trigger") != (c.every != "") || !strings.Contains(got, c.every) || strings.Contains(got, "still being read") != (c.reading != "") || !strings.Contains(got, c.reading) {
			t.Errorf("%+v: %s", c, got)
		}
	}
}

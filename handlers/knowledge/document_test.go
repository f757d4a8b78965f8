package knowledge

import (
	"fmt"
	"testing"

	"stoa/services/knowledge"
)

// A text says where its pages begin, around what is marked and never within it.
func TestPages(t *testing.T) {
	t.Parallel()
	text := knowledge.Text{From: 10, Body: "one two three four", Pages: []knowledge.PageStart{{Page: 1}, {Page: 2, From: 10}, {Page: 3, From: 14}, {Page: 4, From: 18}, {Page: 5, From: 90}}}
	for mark, want := range map[[2]int]string{
		{0, 0}:   "<2>|one |<3>|two |<4>|three four",
		{14, 17}: "<2>|one |<3>|*two*| |<4>|three four",
		{13, 21}: "<2>|one|<3>|<4>|* two thr*|ee four",
	} {
		got := ""
		for i, s := range paged(stretchesOf(text, mark[0], mark[1]), text) {
			if i > 0 {
				got += "|"
			}
			switch {
			case s.Page > 0:
				got += fmt.Sprintf("<%d>", s.Page)
			case s.Marked:
				got += "*" + s.Text + "*"
			default:
				got += s.Text
			}
		}
		if got != want {
			t.Errorf("%v: got %s, want %s", mark, got, want)
		}
	}
	if links := pageLinks("/d?version=v", text.Pages); len(links) != 5 || links[2].Href != "/d?version=v&at=12#page-3" {
		t.Errorf("links: %+v", links)
	}
}

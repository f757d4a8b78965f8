package tutorial

import (
	"os"
	"regexp"
	"testing"
)

// block is a piece of the page that is meant for the reader's hands: a file to be written, commands, or SQL.
type block struct {
	kind, file, text string
}

// A fence says what stands in it: "sh", "sql psql", or a language and the file.
var fence = regexp.MustCompile("(?ms)^```(\\w+)(?: (\\S+))?\n(.*?)^```$")

// blocks are those of a page, in order.
func blocks(t *testing.T, path string) (list []block) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range fence.FindAllStringSubmatch(string(text), -1) {
		list = append(list, block{kind: m[1], file: m[2], text: m[3]})
	}
	return list
}

package models

import (
	_ "embed"
	"regexp"
	"strings"
)

//go:embed help.md
var helpText string

// HelpSection is one topic of Stoa's own help; its address is /help#Anchor.
type HelpSection struct {
	Anchor, Title string
	Text          string   // Markdown, without the heading
	Sentences     []string // the same, one by one
}

var helpHeading = regexp.MustCompile(`^## (.+) \{#([a-z-]+)\}$`)

// Help gives the sections of the help text in their order. In help.md every sentence stands on a line of its own.
func Help() []HelpSection {
	var sections []HelpSection
	for _, line := range strings.Split(helpText, "\n") {
		if m := helpHeading.FindStringSubmatch(line); m != nil {
			sections = append(sections, HelpSection{Title: m[1], Anchor: m[2]})
			continue
		}
		if line = strings.TrimSpace(line); line != "" && len(sections) > 0 {
			last := &sections[len(sections)-1]
			last.Sentences = append(last.Sentences, line)
		}
	}
	for i := range sections {
		sections[i].Text = strings.Join(sections[i].Sentences, "\n")
	}
	return sections
}

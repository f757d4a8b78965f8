// Package search is the page of a search over everything.
package search

import "stoa/views/layout"

// Props are a search and what was found.
type Props struct {
	Page    layout.PageProps
	Query   string
	Error   string
	Silent  bool     // a part did not answer
	Notices []string // why a part found less than it could
	Groups  []Group
}

// Group is what was found of one kind.
type Group struct {
	Label string
	Items []Item
}

// Item is one find; Text is where the words stand, or "".
type Item struct{ Href, Title, Text string }

package crud

import (
	"stoa/views/layout"
	"stoa/views/ui"
)

// Entry is one change of a row, as the audit log has it.
type Entry struct {
	When ui.Moment
	Who  string // empty for no person
	What string // "Changed"
	// State is the kind of ui.State that goes with What.
	State   string
	Changes []Change
	// Restore leads to the form with the version that was there before.
	Restore string
	// More leads to the entry's own page.
	More string
}

// Change is a field with its value before and after. A long text comes as Pieces; of a Closed one nothing was kept.
type Change struct {
	Label    string
	Old, New Cell
	Pieces   []Piece
	Closed   bool
}

// Piece is a part of a text that was taken out, put in, or left as it was.
type Piece struct {
	Text     string
	Out, Put bool
}

// History is a page of a row's changes, the newest first.
type History struct {
	Entries []Entry
	Newer   string
	Older   string
	All     Link
}

// EntryProps is the page of one entry of the audit log.
type EntryProps struct {
	Page   layout.PageProps
	Crumbs []Link
	Title  string
	Entry  Entry
	// Record leads to the row, when it is still there; Others to all that happened to it.
	Record Link
	Others Link
}

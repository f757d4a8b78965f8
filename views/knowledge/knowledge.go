// Package knowledge is the pages of documents: the list with its uploads, the search, one document with a marked passage.
package knowledge

import (
	"strconv"

	"stoa/views/layout"
	"stoa/views/ui"
)

// ListProps is the page of all documents.
type ListProps struct {
	Page    layout.PageProps
	Upload  UploadProps
	Rows    []Row
	Region  string // the address from which the rows are read anew while something is worked on
	Working int    // how many documents are, on this page of the list or another
	Pager   ui.PagerProps
	Only    string // the name of the collection that is shown alone
	Filling *FillingProps
}

// working says how many documents are on their way.
func (p ListProps) working() string {
	if p.Working == 1 {
		return "1 document is still being read or indexed."
	}
	return strconv.Itoa(p.Working) + " documents are still being read or indexed."
}

// every is how often the rows are read anew: seldom, when nothing but what is held up is waited for.
func (p ListProps) every() string {
	if p.Working == 0 && p.Filling != nil && p.Filling.Problem != "" {
		return "every 30s"
	}
	return "every 1s"
}

// FillingProps is how far the search by meaning is prepared.
type FillingProps struct {
	Model, Instead string // Instead is what is searched until then
	Done, Total    string
	Percent        int
	Complete       bool
	Refused        string // how many passages the model's endpoint refuses; "" for none
	Problem        string
}

// refused says what is not found by meaning.
func (f FillingProps) refused() string {
	if f.Refused == "1" {
		return "1 passage, which the endpoint of " + f.Model + " refuses, is found by its words alone."
	}
	return f.Refused + " passages, which the endpoint of " + f.Model + " refuses, are found by their words alone."
}

// UploadProps is the form that takes files and text.
type UploadProps struct {
	TenantID    string
	Collections []ui.Option
	Collection  string
	Title, Text string
	Errors      map[string]string
}

// Row is one document of the list.
type Row struct {
	Href, Title, File, Collection, Author string
	Size, Version                         string
	State, StateKind                      string // the word and its kind
	Error                                 string
	Updated                               ui.Moment
	Actions                               []Action
}

// Action is a button that posts to an address.
type Action struct{ Label, Path, Tenant, Version string }

// SearchProps is the page of a search.
type SearchProps struct {
	Page     layout.PageProps
	Query    string
	Error    string
	Asked    bool
	Hits     []Hit
	Replaced []string // "wrd → word"
	Dropped  []string
	Notice   string
	Older    string
	Newer    string
}

// Hit is a passage that was found.
type Hit struct {
	Rank               int
	Href, Title, Place string
	Document, Passage  string // ids
	Score              string
	Body               []Stretch
	Why                []Fact
}

// Stretch is a piece of text, marked or not.
type Stretch struct {
	Text   string
	Marked bool
	Page   int // begins here; then there is no text
}

// Fact is a name and its value.
type Fact struct{ Name, Value string }

// DocumentProps is the page of one document.
type DocumentProps struct {
	Page        layout.PageProps
	TenantID    string
	Path, Title string
	Download    string
	Facts       []Fact
	State       string
	StateKind   string
	Error       string
	Mine        bool
	RenameTo    string
	Errors      map[string]string
	Old         bool // an older version than the one that is found
	Outline     []Link
	Contents    string // what the outline is of: headings or pages
	Versions    []Link
	Text        []Stretch
	Earlier     string
	Later       string
	Actions     []Action
}

// Link is a place to go to; Current is where one is.
type Link struct {
	Href, Label, Note string
	Current           bool
}

// AsideProps stand beside a collection; Readers is "" when nobody is named.
type AsideProps struct{ Documents, Readers string }

// ReadersProps is the page of who reads a collection.
type ReadersProps struct {
	Page             layout.PageProps
	TenantID         string
	Path, Collection string
	Named            bool
	Members          []Member
}

// Member is one who may be chosen.
type Member struct {
	ID, Name string
	Reads    bool
}

func (f FillingProps) kind() string {
	if f.Problem != "" {
		return "warn"
	}
	return "info"
}

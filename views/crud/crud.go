// Package crud is the pages of every generated resource: list, detail, form, conflict, delete, and the rows that stay live.
package crud

import (
	"fmt"
	"hash/fnv"
	"strings"

	"github.com/a-h/templ"

	"stoa/views/layout"
	"stoa/views/ui"
)

// Link is a text that leads somewhere; an empty Href hides it.
type Link = ui.Link

// Pair is a hidden value of a form.
type Pair struct{ Name, Value string }

// Cell is one value as it is shown. Kind is one of the kinds below.
type Cell struct {
	Kind CellKind
	Text string
	// Note is quiet text behind it; State the kind of ui.State; Href makes the text a link.
	Note  string
	State string
	Href  string
	Time  ui.Moment
}

// CellKind is how a value is drawn.
type CellKind string

// The kinds of cell. Plain wraps, Number is aligned right, Code keeps its line breaks.
const (
	Plain  CellKind = ""
	Number CellKind = "number"
	State  CellKind = "state"
	Color  CellKind = "color"
	Moment CellKind = "moment"
	Code   CellKind = "code"
)

// classes are those of a cell by its kind, first as they are and then of a minor column: templ would gather and check them
// in each cell of each row.
var classes = map[CellKind][2]templ.OrderedAttributes{
	Plain: both("wide"), Number: both("num"), Moment: both("quiet"), State: both(""), Color: both(""), Code: both(""),
}

func both(names string) (of [2]templ.OrderedAttributes) {
	if names != "" {
		of[0] = templ.OrderedAttributes{{Key: "class", Value: names}}
	}
	of[1] = templ.OrderedAttributes{{Key: "class", Value: strings.TrimSpace(names + " minor")}}
	return of
}

func classOf(kind CellKind, minor bool) templ.OrderedAttributes {
	if minor {
		return classes[kind][1]
	}
	return classes[kind][0]
}

// Column is the head of a column; Sort is the address that sorts by it, Order "ascending", "descending" or empty.
type Column struct {
	Label  string
	Number bool
	Minor  bool
	Sort   string
	Order  string
}

// Row is one row of a list. DOM is its id in the page; the first cell names it.
type Row struct {
	DOM   string
	ID    string
	Title string
	Href  string
	Edit  string
	Pick  bool
	Cells []Cell
	// Restore and Purge are addresses that only a row in the trash has.
	Restore  string
	Purge    string
	TenantID string
	Columns  []Column
	Menu     templ.Component
	Acts     []Act
	Cards    bool   // it is drawn as a card
	Note     string // a mark behind the title
}

// choices is how many ways on a row has.
func (r Row) choices() int {
	n := len(r.Acts)
	for _, is := range []bool{r.Menu != nil, r.Edit != "", r.Restore != "", r.Purge != ""} {
		if is {
			n++
		}
	}
	return n
}

// Act is a button of the plugin on a row. One that asks leads to a page first.
type Act struct {
	Label, Href string
	Asks        bool
}

// Tab is a named part of the list; Figure may be empty.
type Tab struct {
	Label, Href, Figure string
	Current             bool
}

// Chip is an active filter, and the address without it.
type Chip struct{ Text, Without string }

// Region is the part of the list page that filtering, sorting and paging replace.
type Region struct {
	Table    string
	Base     string // address of the list
	Address  string // of this state of the list
	Caption  string
	TenantID string
	Tabs     []Tab
	Search   Search
	Keep     []Pair // the state that the search form carries on
	Chips    []Chip
	Columns  []Column
	Rows     []Row
	Cards    bool // rows are cards; to those who listen they are the same table
	Bulk     Bulk
	Count    string
	Live     string // address of the event stream
	Previous string
	Next     string
	Empty    ui.EmptyProps
	EmptyBox templ.Component // in place of Empty
}

// Search is the search box and the filters beside it.
type Search struct {
	Shown       bool
	Value       string
	Placeholder string
	Filters     []Control
	Open        bool
}

// Bulk is the bar for picked rows; without actions there is none.
type Bulk struct {
	Action string
	State  string // the list's state, for all rows that match
	All    string // "All 1,204 that match"; empty when the page shows all
	Do     []BulkAction
}

// BulkAction is one button of the bar.
type BulkAction struct{ Name, Label, Kind string }

// ListProps is the list page.
type ListProps struct {
	Page   layout.PageProps
	Title  string
	Help   string
	New    Link
	Export Link
	Import Link
	Header templ.Component
	Region Region
}

// Fact is one field on the detail page.
type Fact struct {
	DOM   string // its element, when it grows on an open page
	Label string
	Cell  Cell
}

// Record is the part of the detail page that is kept live.
type Record struct {
	DOM   string
	Title string
	// Trash says since when the row is in the trash.
	Trash    ui.Moment
	Facts    []Fact
	Acts     []Act
	Edit     string
	Delete   string
	Restore  string
	TenantID string
}

// Panel is a child table on a detail page.
type Panel struct {
	DOM     string // the id of the region
	Title   string
	All     Link
	New     Link
	Columns []Column
	Rows    []Row
	Empty   string
	First   string // the address of its first rows; empty on them
	Next    string // and of those that follow
}

// DetailProps is the page of one row.
type DetailProps struct {
	Page   layout.PageProps
	Crumbs []Link
	Record Record
	Aside  templ.Component
	Panels []Panel
	// History is nil for whom the audit log is not, and for rows that are in none.
	History *History
	Live    string
}

// streamID is another for every address, so that a list which is replaced in place gets a connection of its own.
func streamID(address string) string {
	h := fnv.New32a()
	_, _ = h.Write([]byte(address)) // a hash takes everything
	return fmt.Sprintf("stream-%x", h.Sum32())
}

// headLabel shows the order by an arrow; aria-sort says it.
func headLabel(c Column) string {
	switch c.Order {
	case "ascending":
		return c.Label + " ↑"
	case "descending":
		return c.Label + " ↓"
	}
	return c.Label
}

// swaps makes a link or a form replace the list in place; without scripts it loads the page.
var swaps = templ.OrderedAttributes{
	{Key: "hx-boost", Value: "true"}, {Key: "hx-target", Value: "#list"}, {Key: "hx-swap", Value: "outerMorph show:none"},
}

package crud

import (
	"strconv"

	"github.com/a-h/templ"

	"stoa/views/layout"
	"stoa/views/ui"
)

// UploadProps is the page that takes a file of rows.
type UploadProps struct {
	Page     layout.PageProps
	Crumbs   []Link
	Title    string
	Action   string
	TenantID string
	Cancel   string
	Error    string
	Export   string // a file that shows how one looks; may be empty
	Most     string // "10 MiB"
	MostRows string
	Fields   []ImportField
	Past     []PastImport
}

// ImportField says what a file may hold and how it is written.
type ImportField struct {
	Label, Form string
	Required    bool
}

// PastImport is a file that the person has sent before; Kind is that of ui.State.
type PastImport struct {
	Name, Href, Rows string
	When             ui.Moment
	State, Kind      string
}

// ImportProps is the page of one file.
type ImportProps struct {
	Page   layout.PageProps
	Crumbs []Link
	Title  string
	Region ImportRegion
	Live   string
}

// ImportRegion is what the page says and offers in each state: mapping, checking, checked, importing, done, cancelled, failed.
type ImportRegion struct {
	State    string
	Here     string // its address
	TenantID string
	File     string // what was read, such as "1,204 rows, UTF-8, separated by commas"
	Text     string
	Message  string // why it stopped, or does not go on
	Map      *MapForm
	Done     int
	Total    int
	Start    string // "Import 1,180 rows"; empty when there is nothing to import
	Bad      bool
	Problems []Problem
	Next     string
	First    string
	Download string
	List     Link
	Again    string // address of the upload page
}

// MapForm says which field each column fills.
type MapForm struct {
	Action  string
	Error   string
	Notes   []string
	Columns []MapColumn
	Submit  string
}

// MapColumn is a column of the file with its first values.
type MapColumn struct {
	Name    string
	Samples []string
	Field   ui.Field
	Options []ui.Option
}

// Problem is what is wrong in one cell of a file.
type Problem struct{ Line, Column, Value, Text string }

// moving reports whether something is under way.
func (r ImportRegion) moving() bool { return r.State == "checking" || r.State == "importing" }

func (r ImportRegion) heading() string {
	return map[string]string{
		"mapping": "Which column is what?", "checking": "Looking through the rows", "checked": "What would be imported", "importing": "Importing",
		"done": "Imported", "cancelled": "Cancelled", "failed": "Stopped",
	}[r.State]
}

func (r ImportRegion) note() string {
	switch {
	case r.State == "failed":
		return "bad"
	case r.State == "cancelled", r.Bad:
		return "warn"
	case r.State == "done", r.State == "checked":
		return "good"
	}
	return "info"
}

func itoa(n int) string { return strconv.Itoa(n) }

// fileField is the control that takes the file.
func (p UploadProps) fileField() ui.Field {
	f := ui.Field{Name: "file", Label: "File", Type: "file", Error: p.Error, Help: "CSV, at most " + p.Most + " and " + p.MostRows + " rows. The first line names the columns."}
	f.Extra = append(f.Extra, templ.KeyValue[string, any]{Key: "accept", Value: ".csv,.tsv,.txt,text/csv"})
	return f
}

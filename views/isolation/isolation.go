// Package isolation is the page that shows, per table, what keeps one tenant's rows from another.
package isolation

import "stoa/views/layout"

// Props is the page. Faults counts the tables with something wrong.
type Props struct {
	Page    layout.PageProps
	Tables  []Table
	Faults  int
	Summary string
}

// Table is one table; Wall says what its row-level security is, State in which kind of ui.State.
type Table struct {
	Name     string
	Wall     string
	State    string
	Policies []Policy
	// Filter is "9 of 9 queries"; Attacks the number of isolation cases.
	Filter  string
	System  string
	Attacks string
	Wrong   []string
}

// Policy is one policy with its conditions.
type Policy struct{ Name, For, Using, Check string }

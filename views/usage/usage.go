// Package usage is the page that shows what the model calls of a company cost.
package usage

import (
	"stoa/views/layout"
	"stoa/views/ui"
)

// Props is the usage of a range of days. All figures are ready texts, all days are UTC.
type Props struct {
	Page layout.PageProps
	// From and To are the first and last day, as 2026-01-31. Errors go by field: from, to.
	From   string
	To     string
	Errors map[string]string
	// Scope says whose usage is shown, such as "Everybody in Northwind" or "Only you".
	Scope  string
	Totals Totals
	Chart  ui.ChartProps
	Days   []Row
	Models []Row
	People []Row
	// CSV is the address of the same figures as a file; empty hides the link.
	CSV string
}

// Totals are the figures of the whole range.
type Totals struct {
	Cost      string
	Calls     string
	TokensIn  string
	TokensOut string
	// Unpriced is how many calls have no known price, as text; empty when there are none. They are never counted as 0.
	Unpriced string
	// Estimated is how many calls were counted by us because the provider reported nothing; empty when there are none.
	Estimated string
}

// Row is one line of a table: a day, a model or a person.
type Row struct {
	Label string
	// Note is quiet text beside the label, such as the provider.
	Note      string
	Calls     string
	TokensIn  string
	TokensOut string
	Cost      string
	// Unpriced is how many of the calls have no known price, as text; empty when there are none.
	Unpriced string
}

// empty tells that nothing was called in the range.
func (p Props) empty() bool { return len(p.Days) == 0 && len(p.Models) == 0 && len(p.People) == 0 }

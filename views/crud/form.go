package crud

import (
	"github.com/a-h/templ"

	"stoa/views/layout"
	"stoa/views/ui"
)

// Control is one field of a form as it is drawn. Kind is the field's kind, such as "text" or "json".
type Control struct {
	Kind string
	// Widget is radio, select, slider or tel where the kind alone does not say it; Min, Max and Step are the limits of numbers and dates.
	Widget, Min, Max, Step string

	Field   ui.Field
	Options []ui.Option
	Checked bool
	// Removable offers to remove a secret that is set.
	Removable bool
	// Lookup is the address that lists what a relation may point to; Find the name of the button that searches without scripts.
	Lookup string
	Find   string
	Search string
	// Off hides the control while another has no value that wants it; Leads says that others come and go with this one.
	Off, Leads bool
	// Validate is the address that checks the field when it was changed; empty checks nothing before the form is sent.
	Validate string
}

// Group is a titled part of a form; one with a Label is folded unless it is Open.
type Group struct {
	Label string
	Open  bool
	Rows  [][]Control
}

// FormProps is the page that creates or edits a row.
type FormProps struct {
	Page     layout.PageProps
	Crumbs   []Link
	Title    string
	Action   string
	TenantID string
	Revision string
	Base     string // what each field held when the form was made, in short
	Error    string
	Note     string // what these values are, when they are not simply the row's
	Groups   []Group
	Submit   string
	Cancel   string
	Delete   string
	Live     string
	Before   templ.Component
	After    templ.Component
}

// Difference is a field that two people have changed; Mine and Theirs are what its control would hold.
type Difference struct {
	Name, Label       string
	Mine, Theirs      string
	MineCell, Current Cell
	TakeTheirs        bool // what is chosen at first
}

// ConflictProps is the page that shows both versions when somebody else saved first.
type ConflictProps struct {
	Page        layout.PageProps
	Crumbs      []Link
	Title       string
	Action      string
	TenantID    string
	Revision    string // theirs: what is chosen here is saved over it
	Differences []Difference
	Keep        []Pair // fields in which both versions agree
	Cancel      string
}

// DeleteProps is the page that says what a delete does.
type DeleteProps struct {
	Page     layout.PageProps
	Crumbs   []Link
	Title    string
	Text     string
	Touches  []string // what goes with it, such as "12 messages"
	Action   string
	Keep     []Pair
	TenantID string
	Submit   string
	Cancel   string
}

// input is the type of the one-line control of a kind.
func (c Control) input() ui.Field {
	f := c.Field
	types := map[string]string{"email": "email", "url": "url", "date": "date", "time": "datetime-local", "color": "color"}
	modes := map[string]string{"integer": "numeric", "decimal": "decimal"}
	if t, ok := types[c.Kind]; ok {
		f.Type = t
	}
	if m, ok := modes[c.Kind]; ok {
		f.Extra = append(f.Extra, templ.KeyValue[string, any]{Key: "inputmode", Value: m})
	}
	switch {
	case c.Widget == "slider":
		f.Type = "range"
		c.limits(&f, "min", c.Min, "max", c.Max, "step", c.Step)
	case c.Kind == "date":
		c.limits(&f, "min", c.Min, "max", c.Max)
	case c.Widget == "tel":
		f.Type = "tel"
	}
	if c.Kind == "time" {
		f.Extra = append(f.Extra, templ.KeyValue[string, any]{Key: "step", Value: "any"})
	}
	return f
}

// limits adds attributes that are not empty, given as names and values.
func (c Control) limits(f *ui.Field, pairs ...string) {
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			f.Extra = append(f.Extra, templ.KeyValue[string, any]{Key: pairs[i], Value: pairs[i+1]})
		}
	}
}

// radio reports whether all options are shown at once.
func (c Control) radio() bool {
	return c.Widget == "radio" || c.Widget == "" && len(c.Options) <= 4 && !c.Field.Optional
}

// code is a text area for JSON: no spelling, its own letters.
func (c Control) code() ui.Field {
	f := c.Field
	f.Rows = 8
	f.Extra = append(f.Extra, templ.KeyValue[string, any]{Key: "spellcheck", Value: "false"}, templ.KeyValue[string, any]{Key: "data-code", Value: true})
	return f
}

// checks makes a control ask the server when it was changed; kinds that cannot be wrong ask nothing.
func (c Control) checks() templ.OrderedAttributes {
	if c.Validate == "" || !c.Leads && (c.Kind == "boolean" || c.Kind == "enum" || c.Kind == "relation") {
		return nil
	}
	return templ.OrderedAttributes{
		{Key: "hx-post", Value: c.Validate}, {Key: "hx-trigger", Value: "change"}, {Key: "hx-include", Value: "closest form"},
		{Key: "hx-target", Value: "this"}, {Key: "hx-swap", Value: "innerMorph"}, {Key: "hx-sync", Value: "this:replace"},
	}
}

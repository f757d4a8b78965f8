package model

import "stoa/tools/stoagen/diag"

// Check is a CHECK of a table, column or domain.
type Check struct {
	Name    string       `json:"name"`
	Pos     diag.Pos     `json:"pos"`
	SQL     string       `json:"sql"`
	Columns []string     `json:"columns"` // those it reads, each once; "value" in a domain
	Rules   []Rule       `json:"rules,omitempty"`
	Whole   bool         `json:"whole"`            // Rules say all that the CHECK says, so that it can be checked before the database does
	Labels  []Option     `json:"labels,omitempty"` // @enum
	Message Fact[string] `json:"message,omitzero"`
	Field   Fact[string] `json:"field,omitzero"` // the column at which the error is shown; none: at the form

	LabelsWhy Reason `json:"-"`
}

// RuleKind says what a Rule demands of its column.
type RuleKind string

// The kinds of rule.
const (
	MinLength RuleKind = "minlength" // characters: Number
	MaxLength RuleKind = "maxlength"
	MinBytes  RuleKind = "minbytes" // bytes of UTF-8: Number
	MaxBytes  RuleKind = "maxbytes"
	MinItems  RuleKind = "minitems" // items of an array: Number
	MaxItems  RuleKind = "maxitems"
	Minimum   RuleKind = "min" // Number; Exclusive: not Number itself
	Maximum   RuleKind = "max"
	In        RuleKind = "in"       // one of Values
	Match     RuleKind = "pattern"  // Values[0] is a regular expression
	Lower     RuleKind = "lower"    // equal to its lower case
	Trimmed   RuleKind = "trim"     // no space at its ends
	JSONType  RuleKind = "jsontype" // Values[0]: object, array …
	Present   RuleKind = "present"  // not null
)

// Rule is one demand that was understood in a CHECK.
type Rule struct {
	Kind      RuleKind `json:"kind"`
	Column    string   `json:"column"`
	Number    string   `json:"number,omitempty"` // decimal, exact; for dates and times the text
	Exclusive bool     `json:"exclusive,omitempty"`
	Values    []string `json:"values,omitempty"`
}

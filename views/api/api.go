// Package api is the reference of the JSON API: what there is, and a form to try each operation.
package api

import (
	"strconv"

	"stoa/views/layout"
	"stoa/views/ui"
)

// ReferenceProps is the overview.
type ReferenceProps struct {
	Page layout.PageProps
	// Plain is set when nobody is logged in.
	Plain    bool
	Document string // where the OpenAPI document stands
	Groups   []Group
	Problems []Problem
}

// Group is the operations of one resource, or the procedures of one plugin.
type Group struct {
	Label      string
	Operations []Operation
}

// Operation is one line of the overview.
type Operation struct{ Method, Path, Title, Scope, Href string }

// Problem is a sort of problem; Name is the end of its type and the id of its line.
type Problem struct {
	Name, Title string
	Status      int
}

// OperationProps is the page of one operation.
type OperationProps struct {
	Page       layout.PageProps
	Plain      bool
	Operation  Operation
	Doc, Scope string
	Inputs     []Input
	Body       *Body // nil when the operation takes none
	Answers    []Outcome
	TokenError string
	Answer     *Answer // of the request that was tried
}

// Input is a parameter as a field of the form. Field is its name there.
type Input struct {
	Field, Name, In, Help, Value, Error string
	Required                            bool
	Options                             []string // the values that it takes, when they are few
}

// Body is the JSON that is sent.
type Body struct {
	Value, Error string
	Fields       []Field
}

// Field is a line of a table of fields.
type Field struct {
	Name, Kind, Doc string
	Required        bool
}

// Outcome is what may come back.
type Outcome struct {
	Status, Text, Media, Shape string
	Fields                     []Field
}

// Answer is what came back.
type Answer struct {
	Status     int
	Text       string
	Good       bool
	Headers    [][2]string
	Body, Curl string
}

func (i Input) field() ui.Field {
	return ui.Field{ID: "in-" + i.Field, Name: i.Field, Label: i.Name, Help: i.Help, Value: i.Value, Error: i.Error, Optional: !i.Required}
}

// options are the values to choose from; the first is none.
func (i Input) options() []ui.Option {
	all := []ui.Option{{}}
	for _, o := range i.Options {
		all = append(all, ui.Option{Value: o, Label: o})
	}
	return all
}

func (a Answer) line() string { return strconv.Itoa(a.Status) + " " + a.Text }

func (a Answer) kind() string {
	if a.Good {
		return "good"
	}
	return "bad"
}

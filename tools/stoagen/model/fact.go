package model

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"

	"stoa/tools/stoagen/diag"
)

// Reason says what caused a fact, and where that stands.
type Reason struct {
	Cause string // "CHECK conversations_title_check", "type text", "@widget(textarea)", "default"
	Pos   diag.Pos
}

// String is "cause, file:line".
func (r Reason) String() string {
	if r.Pos.Line == 0 {
		return r.Cause
	}
	return r.Cause + ", " + r.Pos.Short()
}

// Fact is something derived from the schema, with its reason. The zero Fact says nothing.
type Fact[T any] struct {
	Value T
	Why   Reason
	// Instead is what would hold without the annotation that decided; nil when nothing was overridden.
	Instead *Fact[T]
}

// Known reports whether the fact says anything.
func (f *Fact[T]) Known() bool { return f.Why.Cause != "" }

// IsZero leaves unknown facts out of JSON.
func (f Fact[T]) IsZero() bool { return f.Why.Cause == "" }

// Set makes the fact say v, whatever it said.
func (f *Fact[T]) Set(v T, why Reason) { *f = Fact[T]{Value: v, Why: why} }

// Infer makes the fact say v unless it says something already.
func (f *Fact[T]) Infer(v T, why Reason) {
	if !f.Known() {
		f.Set(v, why)
	}
}

// Override makes the fact say v and remembers what it said.
func (f *Fact[T]) Override(v T, why Reason) {
	var instead *Fact[T]
	if f.Known() {
		before := *f
		instead = &before
	}
	*f = Fact[T]{Value: v, Why: why, Instead: instead}
}

// MarshalJSON writes value, why and instead.
func (f Fact[T]) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // whoever encodes the whole may still ask for it
	err := e.Encode(struct {
		Value   T        `json:"value"`
		Why     string   `json:"why"`
		Instead *Fact[T] `json:"instead,omitempty"`
	}{f.Value, f.Why.String(), f.Instead})
	return b.Bytes(), err
}

func (f Fact[T]) lines(name string) []Line {
	if !f.Known() {
		return nil
	}
	line := Line{Name: name, Value: show(f.Value), Why: f.Why}
	if f.Instead != nil {
		line.Instead = fmt.Sprintf("%s ← %s", show(f.Instead.Value), f.Instead.Why)
	}
	return []Line{line}
}

// Line is a fact as text.
type Line struct {
	Name    string
	Value   string
	Why     Reason
	Instead string // what the annotation overrode, with its reason
}

// String is "maxlength 200 ← CHECK conversations_title_check, schema/chat.sql:17".
func (l Line) String() string {
	s := fmt.Sprintf("%s %s ← %s", l.Name, l.Value, l.Why)
	if l.Instead != "" {
		s += " (instead of " + l.Instead + ")"
	}
	return s
}

// Facts lists the known facts among the fields of a struct, in their order; nested structs are entered.
func Facts(v any) []Line {
	value := reflect.Indirect(reflect.ValueOf(v))
	if !value.IsValid() || value.Kind() != reflect.Struct {
		return nil
	}
	var all []Line
	for i := range value.NumField() {
		name := value.Type().Field(i).Tag.Get("fact")
		switch field := value.Field(i).Interface().(type) {
		case interface{ lines(string) []Line }:
			all = append(all, field.lines(name)...)
		default:
			if name == "…" {
				all = append(all, Facts(field)...)
			}
		}
	}
	return all
}

// Package procedure is how a plugin declares a typed operation once, for forms, the API, its document and the client.
package procedure

import "strings"

// Procedure is a typed operation that takes an In and answers with an Out, both structs of the plugin. It is declared as a
// package variable in handlers/<plugin>/procedures.go, as a literal of constants: the generator of the document and of the
// client reads that file as text, with the structs and what is written beside their fields.
//
// A field's name is that of its json tag. A field of In may be a string, bool, int64, time.Time, uuid.UUID or []string; all but
// bool and []string have to be sent, unless the field is a pointer. More rules are tags: length:"1..200" (characters, or items
// of a list), range:"1..9", oneof:"a b", kind:"date" or kind:"email" of a string, missing:"…" what to say when there is nothing.
type Procedure[In, Out any] struct {
	Name   string // the client's: "Chats.Send"
	Title  string // what it does, as a heading: "Send a message"
	Doc    string // what a program has to know beside it
	Method string // GET, whose input stands in the address; or POST, whose input is the body
	Path   string // of the form, and below /api/v1; fields of In in braces: "/chats/{id}/messages"
	Scope  string // that a token needs: "conversations:send"
	Events bool   // answers with a stream of Outs; only with GET
}

// Group is the part of the client that the procedure belongs to.
func (p Procedure[In, Out]) Group() string {
	group, _, _ := strings.Cut(p.Name, ".")
	return group
}

// Scoped is the scope in its two parts.
func (p Procedure[In, Out]) Scoped() (resource, operation string) {
	resource, operation, _ = strings.Cut(p.Scope, ":")
	return resource, operation
}

// Route is the path as routers write it.
func (p Procedure[In, Out]) Route() string {
	return strings.NewReplacer("{", ":", "}", "").Replace(p.Path)
}

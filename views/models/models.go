// Package models is the page with the help text that the built-in assistant quotes.
package models

import "stoa/views/layout"

// HelpProps is the help page; HTML is the rendered text, from our own files, with an id at each heading.
type HelpProps struct {
	Page layout.PageProps
	HTML string
	// Plain is set when nobody is logged in.
	Plain bool
}

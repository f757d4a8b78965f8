// Package doctor is the page on which a browser examines what stands between it and Stoa.
package doctor

import "stoa/views/layout"

// Props is the page: what was measured, if anything was.
type Props struct {
	Page layout.PageProps
	// Stream is the address of the timed events; Command does the same from a shell.
	Stream, Command string
	Measured        bool
	Findings        []Finding
}

// Finding is something that is wrong, and the lines that mend it.
type Finding struct {
	Title, Text  string
	Nginx, Caddy string
}

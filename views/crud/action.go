package crud

import "stoa/views/layout"

// ActProps is the page that asks before an action.
type ActProps struct {
	Page     layout.PageProps
	Crumbs   []Link
	Title    string
	Text     string // the question
	Error    string
	Groups   []Group
	Keep     []Pair // of the bulk form that led here
	TenantID string
	Action   string
	Cancel   string
	Submit   string
}

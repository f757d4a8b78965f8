// Package layout is the frame around every page: head, rail, main, and the plain frame of pages without a person.
package layout

import "slices"

// Assets are the addresses of the files that every page loads, in order.
type Assets struct {
	Styles  []string
	Scripts []string
	Icon    string
}

// PageProps is what the frame shows around a page.
type PageProps struct {
	Title string
	// Theme is "light", "dark" or "system".
	Theme string
	// OneTheme says that there is nothing to choose.
	OneTheme bool
	Assets   Assets
	Nav      []NavGroup
	// Tenant is the name of the company and TenantID its id; Person and Role say as whom one is logged in.
	Tenant   string
	TenantID string
	Person   string
	Role     string
	// Tenants are the companies of the person, this one included; the switcher appears from two on.
	Tenants []TenantChoice
	Flash   Flash
	// Path is the address of this page, to which the theme form returns.
	Path string
	// RequestID is written into the head, so that a report of a fault can name it. It may be empty.
	RequestID string
	// NoChats is set on a site without the chat plugin: nothing leads to /chats.
	NoChats bool
	// Kind is set by the page itself.
	Kind Kind
}

// Kind chooses the shape of the main part.
type Kind string

// The kinds of page: a document that scrolls with the window, or the chat, which fills the window and scrolls inside.
const (
	Document Kind = ""
	Chat     Kind = "chat"
)

// NavGroup is a titled group of links in the rail. One that is Seldom used is folded away when it is long, until one of its
// pages is open.
type NavGroup struct {
	Label  string
	Items  []NavItem
	Seldom bool
}

func (g NavGroup) folds() bool { return g.Seldom && len(g.Items) > 4 }

func (g NavGroup) current() bool {
	return slices.ContainsFunc(g.Items, func(i NavItem) bool { return i.Current })
}

// NavItem is one link of the rail. Note is a short figure at its end.
type NavItem struct {
	Href    string
	Label   string
	Note    string
	Current bool
}

// TenantChoice is a company to which the person can switch.
type TenantChoice struct {
	ID      string
	Name    string
	Current bool
}

// Flash is a message about what was just done; Kind is that of ui.Note. An empty Text shows nothing. Undo is the address to
// which a form can be sent to undo it.
type Flash struct {
	Kind string
	Text string
	Undo string
}

// themeClass is the class of the root element: "dark" switches the vendored sheet as well, "system" is resolved by the browser.
func (p PageProps) themeClass() string {
	switch p.Theme {
	case "light", "dark":
		return p.Theme
	}
	return "system"
}

// colorScheme is the same choice for the browser's own controls, before the sheet is there.
func (p PageProps) colorScheme() string {
	switch p.Theme {
	case "light", "dark":
		return p.Theme
	}
	return "light dark"
}

func (p PageProps) flashKind() string {
	if p.Flash.Kind == "" {
		return "good"
	}
	return p.Flash.Kind
}

// htmxConfig is read by htmx from the head. Refusals are not swapped into the page, except 422, whose body says what to mend;
// history stays the browser's own; nothing but our own extension registers.
const htmxConfig = `{"history":false,"extensions":"sse","noSwap":[204,304,"3xx",400,401,403,404,405,408,409,410,413,415,429,"5xx"],"includeIndicatorCSS":false}`

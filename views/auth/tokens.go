package auth

import (
	"stoa/views/layout"
	"stoa/views/ui"
)

// TokensProps is the page of the tokens by which programs come in.
type TokensProps struct {
	Page   layout.PageProps
	Tokens []Token
	// Everybody says that the tokens of all members are listed, so that each names its owner.
	Everybody bool
	Form      TokenForm
}

// Token is one that exists. Hint is how it ends.
type Token struct {
	ID, Name, Hint, Scopes, Owner string
	LastUsed                      *ui.Moment
	Expires                       ui.Moment
	Expired                       bool
}

// TokenForm is the form that makes a token. Token is the one just made: it is shown this once.
type TokenForm struct {
	Name, Days string
	Lives      []ui.Option
	Groups     []ScopeGroup
	Errors     map[string]string
	Error      string
	Token      string
}

// ScopeGroup is what can be allowed for one resource.
type ScopeGroup struct {
	Label string
	Boxes []ScopeBox
}

// ScopeBox is one check box.
type ScopeBox struct {
	Value, Label string
	Checked      bool
}

func tokenColumns(everybody bool) []ui.Column {
	columns := []ui.Column{{Label: "Name"}, {Label: "May", Minor: true}}
	if everybody {
		columns = append(columns, ui.Column{Label: "Of", Minor: true})
	}
	return append(columns, ui.Column{Label: "Last used", Minor: true}, ui.Column{Label: "Works until"}, ui.Column{Label: "Revoke", Hidden: true})
}

// scopesDescribed names the element that explains the check boxes.
func scopesDescribed(f TokenForm) string {
	if f.Errors["scopes"] != "" {
		return "scopes-error"
	}
	return "scopes-help"
}

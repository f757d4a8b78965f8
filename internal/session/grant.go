package session

import (
	"slices"
	"strings"

	"github.com/google/uuid"
)

// Grant is what a program's token lets it do in its owner's name. The owner's role still rules: a grant
// takes away and never adds.
type Grant struct {
	ID     uuid.UUID
	Scopes []string // resource:operation, where * is any
}

// Allows reports whether a scope of the grant covers the operation.
func (g *Grant) Allows(resource, operation string) bool {
	return slices.ContainsFunc(g.Scopes, func(scope string) bool {
		r, o, ok := strings.Cut(scope, ":")
		return ok && (r == resource || r == "*") && (o == operation || o == "*")
	})
}

// May reports whether the way in which somebody came in allows the operation: a login allows all
// that the role does, a token what it names.
func (p *Principal) May(resource, operation string) bool {
	return p.Grant == nil || p.Grant.Allows(resource, operation)
}

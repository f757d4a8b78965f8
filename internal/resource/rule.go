package resource

import "github.com/google/uuid"

// Rule is who may: a role of at least Role, or, with Owner, the person whom the row belongs to. The zero Rule is nobody.
type Rule struct {
	Role  string // member, admin or owner; "" for no role
	Owner bool
}

var ranks = map[string]int{"member": 1, "admin": 2, "owner": 3}

// Everybody reports whether the role alone is enough, whomever a row belongs to.
func (r Rule) Everybody(role string) bool {
	need, ok := ranks[r.Role]
	return ok && ranks[role] >= need
}

// Somebody reports whether a person of the role may at least with rows of their own.
func (r Rule) Somebody(role string) bool { return r.Owner && ranks[role] > 0 || r.Everybody(role) }

// Allows reports whether the person may with a row that belongs to owner.
func (r Rule) Allows(role string, user, owner uuid.UUID) bool {
	return r.Everybody(role) || r.Owner && ranks[role] > 0 && user == owner && user != uuid.Nil
}

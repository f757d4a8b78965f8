package resource

import "strings"

// Values are a row's fields by name; see Kind for the types.
type Values map[string]any

// As returns a value; one that is absent is T's zero.
func As[T any](v Values, name string) T {
	value, _ := v[name].(T)
	return value
}

// Maybe returns a value for a nullable parameter; one that is absent is nil.
func Maybe[T any](v Values, name string) *T {
	if value, ok := v[name].(T); ok {
		return &value
	}
	return nil
}

// List returns tags for a column that is never NULL.
func List(v Values, name string) []string {
	if value, ok := v[name].([]string); ok && value != nil {
		return value
	}
	return []string{}
}

// Opt turns a nullable column into a value: nil, or what it points to.
func Opt[T any](p *T) any {
	if p == nil {
		return nil
	}
	return *p
}

// Seen is a column of a row that may be seen, else nothing of it.
func Seen[T any](may bool, value T) T {
	if may {
		return value
	}
	var none T
	return none
}

// Shown is the value of a column that may be seen; nil is the absence of one.
func Shown(may bool, value any) any {
	if may {
		return value
	}
	return nil
}

// After is the cursor's value when the query is sorted by the field, for that field's keyset parameter.
func After[T any](q Query, field string) *T {
	if q.After == nil || q.Sort.Field != field {
		return nil
	}
	value, ok := q.After.Value.(T)
	if !ok {
		return nil
	}
	return &value
}

// Like is the pattern that finds the search anywhere in a text; nil finds everything. What the
// person typed is no pattern.
func Like(search string) *string {
	if search == "" {
		return nil
	}
	pattern := "%" + strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(search) + "%"
	return &pattern
}

// Map turns the rows of a query into what the engine takes.
func Map[A, B any](list []A, f func(A) B) []B {
	out := make([]B, len(list))
	for i, a := range list {
		out[i] = f(a)
	}
	return out
}

package resource

import "testing"

func TestWhen(t *testing.T) {
	t.Parallel()
	fields := map[string]Field{"kind": {Kind: Enum}, "size": {Kind: Integer}, "price": {Kind: Decimal}, "on": {Kind: Boolean}, "note": {Kind: Text}}
	field := func(name string) (Field, bool) { f, ok := fields[name]; return f, ok }
	v := Values{"kind": "mail", "size": int64(9), "price": "2.50", "on": true, "note": nil}
	of := func(name, op string, values ...string) When { return When{Op: op, Field: name, Values: values} }
	for _, c := range []struct {
		when When
		want bool
	}{
		{of("kind", "=", "mail"), true}, {of("kind", "<>", "mail"), false}, {of("kind", "in", "web", "mail"), true}, {of("kind", "in", "web"), false},
		{of("size", ">", "10"), false}, {of("size", "<", "10"), true}, {of("size", ">=", "9"), true}, {of("price", "=", "2.5"), true},
		{of("on", "=", "true"), true}, {of("on", "=", "false"), false}, {of("note", "is"), true}, {of("note", "is not"), false},
		{of("note", "<>", "x"), false}, {of("unseen", "is"), false},
		{When{Op: "and", Parts: []When{of("kind", "=", "mail"), of("size", "=", "9")}}, true},
		{When{Op: "or", Parts: []When{of("kind", "=", "web"), of("size", "=", "8")}}, false},
		{When{Op: "not", Parts: []When{of("kind", "=", "web")}}, true},
	} {
		if got := c.when.Holds(field, v); got != c.want {
			t.Errorf("%+v: %t", c.when, got)
		}
	}
}

package tenant

import (
	"reflect"
	"testing"

	"github.com/google/uuid"
)

// switching is a list as it is generated: filters that may be off, an order that is one of some, and so many rows.
const switching = "SELECT id FROM things WHERE tenant_id = $1 AND ($2::text IS NULL OR name ILIKE $2::text) " +
	"AND CASE WHEN $3::boolean THEN gone ELSE NOT gone END AND price <> '$4' " +
	"AND ($6::uuid IS NULL OR (name, id) < ($7::text, $6::uuid)) " +
	"ORDER BY CASE WHEN $4::text = 'name' THEN name END, CASE WHEN $4::text = '-name' THEN name END DESC LIMIT $5"

func TestSwitchesAreWritten(t *testing.T) {
	t.Parallel()
	id, search, after, last := uuid.New(), "%x%", uuid.New(), "M 'and' N"
	d, none := (&DB{id: id}).Walk(after, last), (*string)(nil)
	var first *uuid.UUID
	for name, c := range map[string]struct {
		args []any
		want settings
		sql  string
		left []any
	}{
		"all off": {
			[]any{id, none, false, "-name", int32(26), first, none}, walking,
			"SELECT id FROM things WHERE tenant_id = $1 AND (true OR name ILIKE NULL::text) " +
				"AND CASE WHEN false::boolean THEN gone ELSE NOT gone END AND price <> '$4' " +
				"AND (true OR (name, id) < (NULL::text, NULL::uuid)) " +
				"ORDER BY CASE WHEN '-name'::text = 'name' THEN name END, CASE WHEN '-name'::text = '-name' THEN name END DESC LIMIT $2",
			[]any{id, int32(26)},
		},
		"from a place on": {
			[]any{id, none, true, "name", int32(26), &after, &last}, walking,
			"SELECT id FROM things WHERE tenant_id = $1 AND (true OR name ILIKE NULL::text) " +
				"AND CASE WHEN true::boolean THEN gone ELSE NOT gone END AND price <> '$4' " +
				"AND (false OR (name, id) < ($2::text, $3::uuid)) " +
				"ORDER BY CASE WHEN 'name'::text = 'name' THEN name END, CASE WHEN 'name'::text = '-name' THEN name END DESC LIMIT $4",
			[]any{id, &last, &after, int32(26)},
		},
		"a filter":               {args: []any{id, &search, false, "-name", int32(26), first, none}, want: custom},
		"a word of nobody's":     {args: []any{id, none, false, "price", int32(26), first, none}, want: custom},
		"what is no word":        {args: []any{id, none, false, "name' THEN name END, CASE WHEN $4::text = '-name", int32(26), first, none}, want: custom},
		"another tenant":         {args: []any{uuid.New(), none, false, "name", int32(26), first, none}, want: custom},
		"another place":          {args: []any{id, none, false, "name", int32(26), &after, &search}, want: custom},
		"an argument too few":    {args: []any{id, none, false, "name"}, want: custom},
		"a person beside it":     {args: []any{id, none, false, "name", uuid.New(), first, none}, want: custom},
		"something else to find": {args: []any{id, none, false, "name", 1.5, first, none}, want: custom},
	} {
		s := statement{switching, c.args}
		if got := d.settle(&s); got != c.want {
			t.Errorf("%s: settings %d, want %d", name, got, c.want)
		}
		if c.want != walking {
			c.sql, c.left = switching, c.args // as it was
		}
		if s.sql != c.sql || !reflect.DeepEqual(s.args, c.left) {
			t.Errorf("%s:\n%s %v, want\n%s %v", name, s.sql, s.args, c.sql, c.left)
		}
	}
	s := statement{switching, []any{id, none, false, "name", int32(26), first, none}}
	if got := (&DB{id: id}).settle(&s); got != custom || s.sql != switching {
		t.Errorf("through a door that does not walk: settings %d for %s", got, s.sql)
	}
}

// A kept plan is made once and stays on the connection, so no statement but those that walk is planned while they do.
func TestWhatWalksIsLast(t *testing.T) {
	t.Parallel()
	id, search := uuid.New(), "%x%"
	d := (&DB{id: id}).Walk()
	walks := statement{switching, []any{id, nil, false, "name", int32(26), nil, nil}}
	filters := statement{switching, []any{id, &search, false, "name", int32(26), nil, nil}}
	plain := statement{"SELECT 1", nil}
	for name, c := range map[string]struct {
		all   []statement
		begin settings
		walk  int
	}{
		"nothing":             {nil, usual, 0},
		"two that walk":       {[]statement{walks, walks}, walking, 0},
		"plain before":        {[]statement{plain, walks}, usual, 1},
		"filters before":      {[]statement{plain, filters, walks, walks}, custom, 2},
		"plain behind":        {[]statement{walks, plain}, custom, 2},
		"filters in between":  {[]statement{walks, filters, walks}, custom, 2},
		"plain ones and none": {[]statement{plain, plain}, usual, 2},
	} {
		all := append([]statement(nil), c.all...)
		if begin, walk := d.arrange(all); begin != c.begin || walk != c.walk {
			t.Errorf("%s: begins with %d and walks from %d, want %d and %d", name, begin, walk, c.begin, c.walk)
		}
		for i, s := range all {
			if written := s.sql != c.all[i].sql; written != (i >= c.walk) {
				t.Errorf("%s: statement %d is written: %t", name, i, written)
			}
		}
	}
}

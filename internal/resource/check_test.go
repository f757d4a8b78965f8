package resource

import (
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
)

func TestCheck(t *testing.T) {
	t.Parallel()
	day := time.Date(2026, 1, 31, 23, 59, 0, 0, time.UTC)
	for _, c := range []struct {
		f        Field
		value    any
		creating bool
		bad      bool
	}{
		{Field{Kind: Text}, nil, true, false},
		{Field{Kind: Text, Required: true}, nil, true, true},
		{Field{Kind: Text, Defaulted: true}, nil, true, false},
		{Field{Kind: Text, Defaulted: true}, nil, false, true},
		{Field{Kind: Secret, Required: true}, nil, false, false},
		{Field{Kind: Text, MaxLength: 3}, "äöü", true, false},
		{Field{Kind: Text, MaxLength: 3}, "äöüß", true, true},
		{Field{Kind: Text, MinLength: 2}, "ä", true, true},
		{Field{Kind: Text, Pattern: "a|bc"}, "bcd", true, true},
		{Field{Kind: Text, Pattern: "a|bc"}, "bc", true, false},
		{Field{Kind: Text, Pattern: "a"}, "a\n", true, true},
		{Field{Kind: Integer, Min: "1", Max: "3"}, int64(3), true, false},
		{Field{Kind: Integer, Min: "1", Max: "3"}, int64(4), true, true},
		{Field{Kind: Decimal, Step: "0.1"}, "0.3", true, false},
		{Field{Kind: Decimal, Step: "0.1"}, "0.35", true, true},
		{Field{Kind: Decimal, Max: "99999999999999999999.99"}, "100000000000000000000", true, true},
		{Field{Kind: Time, Max: "2026-01-31"}, day, true, false},
		{Field{Kind: Date, Min: "2026-02-01"}, day, true, true},
		{Field{Kind: Tags, MaxItems: 1}, []string{"a", "b"}, true, true},
		{Field{Kind: Tags, MinItems: 2}, []string{"a", "b"}, true, false},
		{Field{Kind: Tags, MinItems: 2}, []string{"a"}, true, true},
		{Field{Kind: Tags, MinItems: 2}, []string{}, true, false},
		{Field{Kind: Textarea, MaxBytes: 4}, "äö", true, false},
		{Field{Kind: Textarea, MaxBytes: 4}, "äöü", true, true},
		{Field{Kind: Tags, Required: true}, []string{}, true, true},
		{Field{Kind: Tags, Pattern: "[a-z]"}, []string{"a", "B"}, true, true},
	} {
		if problem := Check(c.f, c.value, c.creating); (problem != "") != c.bad {
			t.Errorf("%+v with %v: %q", c.f, c.value, problem)
		}
	}
}

func TestCursor(t *testing.T) {
	t.Parallel()
	id := uuid.New()
	for kind, value := range map[Kind]any{
		Text: "a \"b\"", Integer: int64(1<<62 + 1), Boolean: true, Time: time.Date(2026, 1, 31, 14, 30, 1, 123456000, time.UTC), Decimal: "1.10", Relation: id,
	} {
		c := Cursor{Value: value, ID: id}
		got, err := ParseCursor(c.String(), kind)
		if err != nil || *got != c {
			t.Errorf("%s: %v became %v, %v", kind, c, got, err)
		}
	}
	for _, text := range []string{"x", "W10", Cursor{Value: 1, ID: id}.String()[:20], Cursor{ID: id}.String(), Cursor{Value: "x", ID: id}.String()} {
		if got, err := ParseCursor(text, Time); err == nil {
			t.Errorf("%q became %v", text, got)
		}
	}
}

func TestRule(t *testing.T) {
	t.Parallel()
	marked, plain := Row{May: map[string]bool{"update": true}}, Row{}
	for _, c := range []struct {
		rule Rule
		role string
		row  Row
		want bool
	}{
		{Rule{}, "owner", marked, false},
		{Rule{Role: "member"}, "member", plain, true},
		{Rule{Role: "admin"}, "member", marked, false},
		{Rule{Role: "admin"}, "owner", plain, true},
		{Rule{Role: "admin", Some: "member", Mark: "update"}, "member", marked, true},
		{Rule{Role: "admin", Some: "member", Mark: "update"}, "member", plain, false},
		{Rule{Role: "admin", Some: "member", Mark: "delete"}, "member", marked, false},
		{Rule{Some: "admin", Mark: "update"}, "owner", marked, true},
		{Rule{Some: "admin", Mark: "update"}, "member", marked, false},
		{Rule{Some: "member", Mark: "update"}, "", marked, false},
		{Rule{Role: "bogus"}, "owner", marked, false},
	} {
		if got := c.rule.Allows(c.role, c.row); got != c.want {
			t.Errorf("%+v for a %s: %t", c.rule, c.role, got)
		}
	}
}

func TestLike(t *testing.T) {
	t.Parallel()
	if got := *Like(`50%_\`); got != `%50\%\_\\%` || Like("") != nil {
		t.Errorf("got %s", got)
	}
	if got := strings.Join(List(Values{}, "x"), ""); got != "" || List(Values{}, "x") == nil {
		t.Error("a missing list is NULL")
	}
}

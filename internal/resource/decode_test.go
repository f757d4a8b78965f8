package resource

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
)

func TestSlugged(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text string
		most int
		want string
	}{{"Über uns!", 0, "uber-uns"}, {"  A -- b  2 ", 0, "a-b-2"}, {"Stoa & Sons", 5, "stoa"}, {"日本", 0, ""}, {"", 3, ""}} {
		if got := Slugged(c.text, c.most); got != c.want {
			t.Errorf("%q became %q, want %q", c.text, got, c.want)
		}
	}
}

func TestDecode(t *testing.T) {
	t.Parallel()
	id := uuid.MustParse("0198f2a0-0000-7000-8000-000000000001")
	day := time.Date(2026, 1, 31, 0, 0, 0, 0, time.UTC)
	enum := Field{Kind: Enum, Options: []Option{{Value: "a"}}}
	for _, c := range []struct {
		f     Field
		texts []string
		want  any // nil: nothing, or an error
		bad   bool
	}{
		{Field{Kind: Text}, nil, nil, false},
		{Field{Kind: Text}, []string{""}, nil, false},
		{Field{Kind: Text}, []string{" a "}, " a ", false},
		{Field{Kind: Text, Trim: true}, []string{" a "}, "a", false},
		{Field{Kind: Text, Trim: true}, []string{"  "}, nil, false},
		{Field{Kind: Text}, []string{"a\r\nb"}, "a b", false},
		{Field{Kind: Text}, []string{"first", "second"}, "first", false},
		{Field{Kind: Textarea}, []string{"a\r\nb\r\n"}, "a\nb\n", false},
		{Field{Kind: Text}, []string{"a\x00"}, nil, true},
		{Field{Kind: Text}, []string{"\xff"}, nil, true},
		{Field{Kind: Email, Lower: true}, []string{" Ada@X.io "}, "ada@x.io", false},
		{Field{Kind: Email}, []string{"ada"}, nil, true},
		{Field{Kind: URL}, []string{"https://x.io/a b"}, nil, true},
		{Field{Kind: URL}, []string{"javascript:alert(1)//https://x"}, nil, true},
		{Field{Kind: Color}, []string{"#0F766E"}, "#0f766e", false},
		{Field{Kind: Integer}, []string{" -12 "}, int64(-12), false},
		{Field{Kind: Integer}, []string{"9223372036854775808"}, nil, true},
		{Field{Kind: Decimal}, []string{"0.10"}, "0.10", false},
		{Field{Kind: Decimal}, []string{"NaN"}, nil, true},
		{Field{Kind: Boolean}, nil, false, false},
		{Field{Kind: Boolean}, []string{"on"}, true, false},
		{Field{Kind: Boolean}, []string{"", "true"}, true, false},
		{enum, []string{"a"}, "a", false},
		{enum, []string{"b"}, nil, true},
		{Field{Kind: Date}, []string{"2026-01-31"}, day, false},
		{Field{Kind: Date}, []string{"2026-02-31"}, nil, true},
		{Field{Kind: Time}, []string{"2026-01-31T01:00+01:00"}, nil, true},
		{Field{Kind: Time}, []string{"2026-01-31T01:00:00+01:00"}, day, false},
		{Field{Kind: Time}, []string{"2026-01-31T00:00"}, day, false},
		{Field{Kind: Tags}, nil, []string{}, false},
		{Field{Kind: Tags}, []string{" b \r\na\nb\n\n"}, []string{"b", "a"}, false},
		{Field{Kind: Relation}, []string{id.String()}, id, false},
		{Field{Kind: Relation}, []string{"1"}, nil, true},
		{Field{Kind: JSON}, []string{"{}"}, json.RawMessage("{}"), false},
		{Field{Kind: JSON, JSONType: "array"}, []string{"{}"}, nil, true},
	} {
		got, problem := Decode(c.f, c.texts)
		if (problem != "") != c.bad || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s %q: got %#v, %q", c.f.Kind, c.texts, got, problem)
		}
	}
}

func TestJSONPosition(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"{\"a\": 1,\n b}":   "Line 2, column 2: ",
		"{\"ü\": x}":        "Line 1, column 7: ",
		"{":                 "Line 1, column 1: the text ends too early",
		"{} {}":             "Line 1, column 4: ",
		"{\"a\": \"\n\"}":   "Line 1, column 8: ",
		"[1,\n\n2,\n  3 4]": "Line 4, column 5: ",
	} {
		if _, problem := Decode(Field{Kind: JSON}, []string{text}); !strings.HasPrefix(problem, want) {
			t.Errorf("%q: %q, want %q", text, problem, want)
		}
	}
}

// What a form shows it reads again as the same value.
func TestEncodeDecode(t *testing.T) {
	t.Parallel()
	for kind, value := range map[Kind]any{
		Text: "a", Textarea: "a\nb", Integer: int64(-7), Decimal: "1.50", Boolean: true, Date: time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC),
		Time: time.Date(2026, 1, 31, 14, 30, 1, 5e6, time.UTC), Tags: []string{"a", "b c"}, Relation: uuid.New(), Color: "#0f766e",
	} {
		f := Field{Kind: kind}
		if got, problem := Decode(f, []string{Encode(f, value)}); problem != "" || !reflect.DeepEqual(got, value) {
			t.Errorf("%s: %#v became %#v, %q", kind, value, got, problem)
		}
	}
	if got := Encode(Field{Kind: Secret}, "s3cr3t") + Encode(Field{Kind: Text, Hidden: true}, "h"); got != "" {
		t.Errorf("%q was written", got)
	}
}

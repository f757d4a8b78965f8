package resource_test

import (
	"encoding/json"
	"reflect"
	"testing"
	"time"

	"github.com/google/uuid"

	"stoa/internal/resource"
)

// What is written is read again as the same value.
func TestJSONRoundTrip(t *testing.T) {
	t.Parallel()
	id := uuid.MustParse("01890a5d-ac96-774b-bcce-b302099a8057")
	for _, c := range []struct {
		kind  resource.Kind
		value any
		text  string
	}{
		{resource.Text, `a "b" \ <é> ü`, `"a \"b\" \\ \u003cé\u003e ü"`},
		{resource.Textarea, "two\nlines", `"two\nlines"`},
		{resource.Decimal, "0.1000000000000000000001", `"0.1000000000000000000001"`},
		{resource.Integer, int64(9007199254740993), `9007199254740993`},
		{resource.Boolean, false, `false`},
		{resource.Date, time.Date(2026, 1, 31, 0, 0, 0, 0, time.UTC), `"2026-01-31"`},
		{resource.Time, time.Date(2026, 1, 31, 14, 30, 0, 123456000, time.UTC), `"2026-01-31T14:30:00.123456Z"`},
		{resource.JSON, json.RawMessage(`{"a":[1,2]}`), `{"a":[1,2]}`},
		{resource.Tags, []string{"a", "b c"}, `["a","b c"]`},
		{resource.Relation, id, `"` + id.String() + `"`},
		{resource.Text, nil, `null`},
	} {
		f := resource.Field{Kind: c.kind}
		text := resource.AppendJSON(nil, f, c.value)
		if string(text) != c.text {
			t.Errorf("%s: wrote %s, want %s", c.kind, text, c.text)
		}
		got, problem := resource.DecodeJSON(f, text)
		if problem != "" || !reflect.DeepEqual(got, c.value) {
			t.Errorf("%s: read %#v %q, want %#v", c.kind, got, problem, c.value)
		}
	}
}

func TestJSONTypes(t *testing.T) {
	t.Parallel()
	for kind, bad := range map[resource.Kind][]string{
		resource.Text:     {`1`, `true`, `{}`, `[]`, `"\u0000"`},
		resource.Decimal:  {`1.5`, `"1e5"`, `"NaN"`, `"1,5"`},
		resource.Integer:  {`"1"`, `1.5`, `1e3`, `9223372036854775808`, `true`},
		resource.Boolean:  {`"true"`, `1`, `[]`},
		resource.Date:     {`"31.1.2026"`, `20260131`, `"2026-02-30"`},
		resource.Time:     {`"2026-01-31"`, `"2026-01-31T14:30:00"`, `"0000-01-01T00:00:00Z"`, `1769869800`},
		resource.Tags:     {`"a"`, `[1]`, `[null]`, `["a\nb"]`, `[["a"]]`},
		resource.Relation: {`"x"`, `1`},
		resource.JSON:     {`"\u0000"`},
	} {
		for _, raw := range bad {
			if v, problem := resource.DecodeJSON(resource.Field{Kind: kind}, json.RawMessage(raw)); problem == "" {
				t.Errorf("%s takes %s as %#v", kind, raw, v)
			}
		}
	}
}

package resource_test

import (
	"encoding/json"
	"reflect"
	"testing"
	"time"

	"stoa/internal/resource"
)

func TestKept(t *testing.T) {
	t.Parallel()
	status := resource.Field{Kind: resource.Enum, Options: []resource.Option{{Value: "open"}}}
	for _, c := range []struct {
		f    resource.Field
		raw  string
		want any
		ok   bool
	}{
		{resource.Field{Kind: resource.Text, Trim: true, Lower: true}, `" As It Was "`, " As It Was ", true},
		{resource.Field{Kind: resource.Text}, `null`, nil, true},
		{resource.Field{Kind: resource.Text}, `{"a":1}`, nil, false},
		{resource.Field{Kind: resource.Integer}, `42`, int64(42), true},
		{resource.Field{Kind: resource.Integer}, `4.2`, nil, false},
		{resource.Field{Kind: resource.Decimal}, `2.500000`, "2.5", true},
		{resource.Field{Kind: resource.Decimal}, `300`, "300", true},
		{resource.Field{Kind: resource.Boolean}, `false`, false, true},
		{status, `"open"`, "open", true},
		{status, `"gone"`, nil, false},
		{resource.Field{Kind: resource.Date}, `"2026-02-03"`, time.Date(2026, 2, 3, 0, 0, 0, 0, time.UTC), true},
		{resource.Field{Kind: resource.Time}, `"2026-02-03T04:05:06.7+02:00"`, time.Date(2026, 2, 3, 2, 5, 6, 7e8, time.UTC), true},
		{resource.Field{Kind: resource.Tags}, `["b", "a"]`, []string{"b", "a"}, true},
		{resource.Field{Kind: resource.Tags}, `"b"`, nil, false},
		{resource.Field{Kind: resource.JSON}, `{"a": [1]}`, json.RawMessage(`{"a": [1]}`), true},
	} {
		got, ok := resource.Kept(c.f, json.RawMessage(c.raw))
		if ok != c.ok || ok && !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s %s: %#v, %v; want %#v, %v", c.f.Kind, c.raw, got, ok, c.want, c.ok)
		}
	}
}

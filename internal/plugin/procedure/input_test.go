package procedure

import (
	"encoding/json"
	"net/url"
	"reflect"
	"testing"
	"time"

	"github.com/google/uuid"

	"stoa/internal/errs"
)

type everything struct {
	ID     uuid.UUID  `json:"id"`
	Text   string     `json:"text" length:"2..5" missing:"Say something."`
	Note   *string    `json:"note"`
	Day    *string    `json:"day" kind:"date"`
	Mail   *string    `json:"mail" kind:"email"`
	Size   *string    `json:"size" oneof:"small large"`
	Number int64      `json:"number" range:"1..9"`
	Yes    bool       `json:"yes"`
	When   *time.Time `json:"when"`
	Other  *uuid.UUID `json:"other"`
	Tags   []string   `json:"tags" length:"0..2"`
}

var all = Procedure[everything, struct{}]{Name: "Things.Do", Method: "POST", Path: "/things/{id}/do", Scope: "things:do"}.Input()

func param(string) string { return "0190a9de-0000-7000-8000-000000000001" }

// Every type arrives, from a body and from an address alike.
func TestBothWays(t *testing.T) {
	t.Parallel()
	other := uuid.MustParse("0190a9de-0000-7000-8000-000000000002")
	when := time.Date(2026, 1, 31, 14, 30, 0, 0, time.UTC)
	ptr := func(s string) *string { return &s }
	want := everything{
		ID: uuid.MustParse(param("")), Text: "ab\nc", Note: ptr("n"), Day: ptr("2026-01-31"), Mail: ptr("a@b"), Size: ptr("large"), Number: 7, Yes: true,
		When: &when, Other: &other, Tags: []string{"x", "y"},
	}
	body := map[string]json.RawMessage{}
	if err := json.Unmarshal([]byte(`{"text":"ab\nc","note":"n","day":"2026-01-31","mail":"a@b","size":"large","number":7,"yes":true,
		"when":"2026-01-31T15:30:00+01:00","other":"0190a9de-0000-7000-8000-000000000002","tags":["x","y"]}`), &body); err != nil {
		t.Fatal(err)
	}
	got, err := all.FromJSON(body, param)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("a body is %+v, %v", got, err)
	}
	got, err = all.FromQuery(url.Values{"text": {"ab\nc"}, "note": {"n"}, "day": {"2026-01-31"}, "mail": {"a@b"}, "size": {"large"}, "number": {"7"}, "yes": {"true"},
		"when": {"2026-01-31T14:30:00Z"}, "other": {other.String()}, "tags": {"x", "y"}}, param)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("an address is %+v, %v", got, err)
	}
}

func TestProblems(t *testing.T) {
	t.Parallel()
	for text, fields := range map[string][]string{
		`{}`: {"text", "number"}, `{"text":null,"number":1}`: {"text"}, `{"text":"a","number":10}`: {"text", "number"}, `{"text":"abcdef","number":0}`: {"text", "number"},
		`{"text":"ab","number":1,"day":"x","mail":"x","size":"x","when":"x","other":"x","tags":["a","b","c"],"yes":1}`: {"day", "mail", "size", "when", "other", "tags", "yes"},
		`{"text":1,"number":"1"}`: {"text", "number"}, `{"text":"ab","number":1,"id":"x","tenant_id":"x"}`: {"id", "tenant_id"}, `{"text":"ab","number":1}`: nil,
	} {
		body := map[string]json.RawMessage{}
		if err := json.Unmarshal([]byte(text), &body); err != nil {
			t.Fatal(err)
		}
		_, err := all.FromJSON(body, param)
		found := errs.FieldsOf(err)
		if len(found) != len(fields) || (err == nil) != (fields == nil) {
			t.Errorf("%s: %v", text, found)
		}
		for _, f := range fields {
			if found[f] == "" {
				t.Errorf("%s: nothing about %s", text, f)
			}
		}
	}
	if _, err := all.FromForm(url.Values{"number": {"1"}, "tenant": {"x"}}, param); len(errs.FieldsOf(err)) != 1 || errs.FieldsOf(err)["text"] != "Say something." {
		t.Errorf("a form: %v", errs.FieldsOf(err))
	}
	if _, err := all.FromForm(nil, func(string) string { return "garbage" }); errs.KindOf(err) != errs.NotFound {
		t.Errorf("no id: %v", err)
	}
	for _, q := range []url.Values{{"text": {"ab", "cd"}}, {"nothing": {"x"}}, {"id": {"x"}}} {
		if _, err := all.FromQuery(q, param); errs.KindOf(err) != errs.BadRequest {
			t.Errorf("%v: %v", q, err)
		}
	}
}

// A declaration that cannot be served is a mistake of the program, seen at its start.
func TestDeclarations(t *testing.T) {
	t.Parallel()
	panics := func(what string, f func()) {
		defer func() {
			if recover() == nil {
				t.Errorf("%s is taken", what)
			}
		}()
		f()
	}
	panics("no json tag", func() { Procedure[struct{ A string }, struct{}]{}.Input() })
	panics("a float", func() {
		Procedure[struct {
			A float64 `json:"a"`
		}, struct{}]{}.Input()
	})
	panics("a text in the path", func() {
		Procedure[struct {
			A string `json:"a"`
		}, struct{}]{Path: "/{a}"}.Input()
	})
	p := Procedure[struct{}, struct{}]{Name: "A.B", Scope: "a:b", Path: "/a/{id}/b"}
	if r, o := p.Scoped(); p.Group() != "A" || r != "a" || o != "b" || p.Route() != "/a/:id/b" {
		t.Errorf("%s %s %s %s", p.Group(), r, o, p.Route())
	}
}

package apidiff_test

import (
	"os"
	"strings"
	"testing"

	"stoa/tools/apidiff"
)

const released = `{"servers":[{"url":"/api/v1"}],"paths":{"/notes":{
	"get":{"operationId":"Notes.List","x-scope":"notes:read","parameters":[{"name":"q","in":"query","schema":{"type":"string","maxLength":200}},{"name":"sort","in":"query","schema":{"type":"string","enum":["a","b"]}}],
		"responses":{"200":{"content":{"application/json":{"schema":{"type":"object","required":["data"],"properties":{"data":{"type":"array","items":{"$ref":"#/components/schemas/Note"}}}}}}}}},
	"post":{"operationId":"Notes.Create","x-scope":"notes:create","requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/NoteCreate"}}}},
		"responses":{"201":{"headers":{"ETag":{}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Note"}}}},"422":{}}},
	"delete":{"operationId":"Notes.Clear","x-scope":"notes:delete","responses":{"204":{}}}}},
"components":{"schemas":{
	"Note":{"type":"object","required":["id","text"],"properties":{"id":{"type":"string","format":"uuid"},"text":{"type":"string"},"state":{"type":["string","null"],"enum":["open",null]},"parent":{"oneOf":[{"$ref":"#/components/schemas/Note"},{"type":"null"}]}}},
	"NoteCreate":{"type":"object","additionalProperties":false,"required":["text"],"properties":{"text":{"type":"string","minLength":1,"maxLength":80},"tags":{"type":"array","maxItems":5,"items":{"type":"string"}},"state":{"type":["string","null"],"enum":["open","done",null]},"any":{}}}}}}`

// Each sort of break is seen, and says where.
func TestBreaks(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, old, now, want string }{
		{"operation", `"delete":`, `"put":`, "DELETE /notes: the operation is gone"},
		{"name", `"Notes.List"`, `"Notes.All"`, "GET /notes: operationId was Notes.List and is Notes.All"},
		{"scope", `"notes:read"`, `"notes:list"`, "GET /notes: x-scope was notes:read and is notes:list"},
		{"parameter gone", `"name":"q"`, `"name":"search"`, "GET /notes: the parameter query q is gone"},
		{"parameter required", `"name":"q",`, `"name":"q","required":true,`, "the parameter query q has to be sent now"},
		{"parameter narrower", `"maxLength":200`, `"maxLength":100`, "GET /notes query q: its maxLength is 100 now"},
		{"value of a parameter", `["a","b"]`, `["a"]`, "GET /notes query sort: it takes a only"},
		{"new body", `"x-scope":"notes:delete",`, `"x-scope":"notes:delete","requestBody":{"required":true},`, "DELETE /notes: a body has to be sent now"},
		{"body gone", `"requestBody"`, `"x-requestBody"`, "POST /notes: the body is gone"},
		{"field no more taken", `"tags":`, `"labels":`, "NoteCreate: it takes the field tags no more"},
		{"field required", `"required":["text"]`, `"required":["text","state"]`, "NoteCreate: the field state has to be sent now"},
		{"type no more taken", `"state":{"type":["string","null"],"enum":["open","done",null]}`, `"state":{"type":"string","enum":["open","done",null]}`, "NoteCreate.state: it takes null no more"},
		{"any becomes a type", `"any":{}`, `"any":{"type":"object"}`, "NoteCreate.any: it takes object only"},
		{"value no more taken", `["open","done",null]`, `["open",null]`, "NoteCreate.state: it takes open, <nil> only"},
		{"longer minimum", `"minLength":1`, `"minLength":2`, "NoteCreate.text: its minLength is 2 now"},
		{"fewer items", `"maxItems":5`, `"maxItems":4`, "NoteCreate.tags: its maxItems is 4 now"},
		{"new limit", `"items":{"type":"string"}}`, `"items":{"type":"string","maxLength":9}}`, "NoteCreate.tags[]: its maxLength is 9 now"},
		{"new pattern", `"minLength":1`, `"minLength":1,"pattern":"^a"`, "NoteCreate.text: its pattern is ^a now"},
		{"status", `"201":`, `"200":`, "POST /notes: it answers 201 no more"},
		{"header", `"headers":{"ETag":{}}`, `"headers":{}`, "POST /notes: it answers 201 without ETag now"},
		{"media", `"201":{"headers":{"ETag":{}},"content":{"application/json"`, `"201":{"headers":{"ETag":{}},"content":{"text/plain"`, "POST /notes: it answers 201 with application/json no more"},
		{"field gone", `"text":{"type":"string"},`, ``, "Note: the field text is gone"},
		{"field may be missing", `"required":["id","text"]`, `"required":["id"]`, "Note: the field text may be missing now"},
		{"type of a field", `"text":{"type":"string"}`, `"text":{"type":["string","null"]}`, "Note.text: it may be null now"},
		{"anything", `"text":{"type":"string"}`, `"text":{}`, "Note.text: it may be anything now"},
		{"format", `"format":"uuid"`, `"format":"date"`, "Note.id: its format was uuid and is date"},
		{"alternative", `"oneOf":[{"$ref":"#/components/schemas/Note"},{"type":"null"}]`, `"oneOf":[{"$ref":"#/components/schemas/NoteCreate"},{"type":"null"}]`, "Note.parent: it was one of [Note null] and is one of [NoteCreate null]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			changed := strings.Replace(released, c.old, c.now, 1)
			if changed == released {
				t.Fatal("the change changes nothing")
			}
			breaks, err := apidiff.Compare([]byte(released), []byte(changed))
			if text := strings.Join(breaks, "\n"); err != nil || !strings.Contains(text, c.want) {
				t.Errorf("got %q, %v", text, err)
			}
			raised := strings.Replace(changed, "/api/v1", "/api/v2", 1)
			if breaks, err := apidiff.Compare([]byte(released), []byte(raised)); err != nil || len(breaks) > 0 {
				t.Errorf("in another version: %q, %v", breaks, err)
			}
		})
	}
}

// What only adds is free.
func TestAdditions(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, old, now string }{
		{"nothing", `{`, `{`},
		{"operation", `"delete":`, `"put":{"operationId":"Notes.Put"},"delete":`},
		{"parameter", `"parameters":[`, `"parameters":[{"name":"new","in":"query","schema":{"type":"string"}},`},
		{"field that is taken", `"tags":`, `"colour":{"type":"string"},"tags":`},
		{"field that is given", `"text":{"type":"string"},`, `"text":{"type":"string"},"colour":{"type":"string"},`},
		{"value that is taken", `["open","done",null]`, `["open","done","new",null]`},
		{"value that is given", `["open",null]`, `["open","new",null]`},
		{"wider limits", `"minLength":1,"maxLength":80`, `"maxLength":90`},
		{"type that is taken", `"text":{"type":"string","minLength":1`, `"text":{"type":["string","null"],"minLength":1`},
		{"never null now", `"state":{"type":["string","null"],"enum":["open",null]}`, `"state":{"type":"string","enum":["open"]}`},
		{"needed no more", `"required":["text"],"properties":{"text"`, `"properties":{"text"`},
		{"problem", `"422":{}`, `"422":{},"409":{}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			breaks, err := apidiff.Compare([]byte(released), []byte(strings.Replace(released, c.old, c.now, 1)))
			if err != nil || len(breaks) > 0 {
				t.Errorf("got %q, %v", breaks, err)
			}
		})
	}
	if _, err := apidiff.Compare([]byte("{"), []byte(released)); err == nil {
		t.Error("no JSON is taken")
	}
}

// The document keeps what was released.
func TestReleased(t *testing.T) {
	t.Parallel()
	old, err := os.ReadFile("../../docs/api/released.json")
	if err != nil {
		t.Fatal(err)
	}
	now, err := os.ReadFile("../../generated/api/openapi.json")
	if err != nil {
		t.Fatal(err)
	}
	if breaks, err := apidiff.Compare(old, now); err != nil || len(breaks) > 0 {
		t.Errorf("%v, %v", breaks, err)
	}
}

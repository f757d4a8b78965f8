package contract

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/uuid"
)

// wrong are values that no field of the type takes.
var wrong = map[string][]string{
	"string": {`1`, `true`, `{}`, `["a"]`, `"\u0000"`, `1e999`}, "integer": {`"1"`, `1.5`, `1e400`, `99999999999999999999`, `true`, `{}`},
	"boolean": {`1`, `"true"`, `[]`}, "array": {`"a"`, `{}`, `[1]`, `[[]]`, `[null]`}, "object": {`"a"`, `1`, `[]`, `{"a":`},
}

// types are the JSON types that a schema allows.
func (s schema) types() []string {
	switch v := s.Type.(type) {
	case string:
		return []string{v}
	case []any:
		var all []string
		for _, t := range v {
			all = append(all, fmt.Sprint(t))
		}
		return all
	}
	return nil
}

// bodies are what a program that means harm sends: made from the document, each wrong in one way.
func bodies(s schema) []string {
	all := []string{
		``, `null`, `1`, `"x"`, `[]`, `{`, `{}}`, `{"a":1,"a":2}`, "{\"a\":\"\xff\"}", `{"__proto__":1}`, `{"":1}`, `{"a":` + strings.Repeat(`[`, 5000) + strings.Repeat(`]`, 5000) + `}`,
		`{"a":` + strings.Repeat(`{"a":`, 200) + `1` + strings.Repeat(`}`, 200) + `}`, `{"a":"` + strings.Repeat("x", 2<<20) + `"}`,
	}
	var keys strings.Builder
	for i := range 60_000 {
		fmt.Fprintf(&keys, `"k%d":1,`, i)
	}
	all = append(all, `{`+keys.String()+`"z":1}`, million())
	for name, p := range s.Properties {
		key, _ := json.Marshal(name)
		for _, kind := range p.types() {
			for _, value := range wrong[kind] {
				if !slices.Contains(p.types(), jsonType(value)) || value == `"\u0000"` {
					all = append(all, `{`+string(key)+`:`+value+`}`)
				}
			}
		}
		all = append(all, `{`+string(key)+`:1,`+string(key)+`:2}`, `{`+string(key)+`:{"a":`+strings.Repeat(`[`, 100)+strings.Repeat(`]`, 100)+`}}`,
			`{"`+strings.ToUpper(name)+`":null}`)
	}
	return all
}

// million is an object of a million keys.
var million = sync.OnceValue(func() string {
	var b strings.Builder
	b.WriteByte('{')
	for i := range 1_000_000 {
		fmt.Fprintf(&b, `"%x":0,`, i)
	}
	return b.String() + `"z":0}`
})

func jsonType(text string) string {
	switch text[0] {
	case '"':
		return "string"
	case '{':
		return "object"
	case '[':
		return "" // what is in it is wrong
	case 't', 'f':
		return "boolean"
	}
	return ""
}

// Whatever is sent, the server answers that the request is wrong, and changes nothing.
func TestHostileBodies(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	all, doc := load(t)
	n := 0
	for _, o := range all {
		s, ok := o.body(doc)
		if !ok {
			continue
		}
		for _, body := range bodies(s) {
			n++
			if status, text := w.call(t, o.method, o.address(uuid.NewString()), w.owner, body); status < 400 || status >= 500 {
				t.Errorf("%s takes %.80s as %d: %.300s", o.ID, body, status, text)
			}
		}
	}
	if status, text := w.call(t, http.MethodGet, "/widgets", w.owner, ""); status != http.StatusOK || !strings.Contains(text, `"data":[]`) {
		t.Errorf("after %d bodies the list is %d %s", n, status, text)
	}
	t.Logf("%d bodies", n)
}

// Whatever stands in an address, the server answers that it is wrong, or that nothing is found.
func TestHostileParameters(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	all, _ := load(t)
	values := []string{
		"", "%00", "%ff%fe", "a%0d%0ab", strings.Repeat("x", 6000), "-1", "1e999", "99999999999999999999", "null", "true,false", "%27%3B--", "%25_%5C", "0001-01-01", "292278994-08-17T07:12:55Z",
		"2026-02-30", "%7B%22a%22%3A1%7D", "..%2F..%2Fetc", "%E2%80%AE",
	}
	n := 0
	for _, o := range all {
		if o.method != http.MethodGet || strings.HasSuffix(o.path, "/stream") {
			continue
		}
		for _, p := range o.Parameters {
			if p.In != "query" {
				continue
			}
			for _, value := range values {
				n++
				address := o.address(uuid.NewString()) + "?" + p.Name + "=" + value
				if status, text := w.call(t, o.method, address, w.owner, ""); status >= 500 {
					t.Errorf("%s takes %s=%.60s as %d: %.300s", o.ID, p.Name, value, status, text)
				}
				if status, _ := w.call(t, o.method, address+"&"+p.Name+"=1", w.owner, ""); status != http.StatusBadRequest && status != http.StatusNotFound {
					t.Errorf("%s takes %s twice: %d", o.ID, p.Name, status)
				}
			}
		}
		if status, _ := w.call(t, o.method, o.address(uuid.NewString())+"?no_such=1", w.owner, ""); status != http.StatusBadRequest && status != http.StatusNotFound {
			t.Errorf("%s takes what it does not know: %d", o.ID, status)
		}
	}
	t.Logf("%d addresses", n)
}

// FuzzBodies sends what nobody has thought of: there is never a fault of ours.
func FuzzBodies(f *testing.F) {
	w := newWorld(f)
	f.Add(`{"name":"x"}`, false)
	f.Add(`{"name":"x","config":{"a":1}}`, true)
	f.Fuzz(func(t *testing.T, body string, change bool) {
		method, path := http.MethodPost, "/widgets"
		if change {
			method, path = http.MethodPatch, "/widgets/"+uuid.NewString()
		}
		if status, text := w.call(t, method, path, w.owner, body); status >= 500 {
			t.Errorf("%q is %d: %s", body, status, text)
		}
	})
}

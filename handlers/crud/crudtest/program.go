package crudtest

import (
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"net/url"
	"strings"

	"stoa/internal/resource"
	"stoa/internal/session"
)

// Reply is what the API said.
type Reply struct {
	Status int
	Header http.Header
	Body   map[string]any
	Text   string
}

// ID is the row in the reply.
func (r Reply) ID() string { id, _ := r.Body["id"].(string); return id }

// Call sends a request of the person's program and expects a status. Body is JSON: as a string, as what reads it, or as what becomes it.
func (p *Person) Call(status int, method, path string, body any, headers ...string) Reply {
	p.w.t.Helper()
	var text io.Reader = http.NoBody
	switch body := body.(type) {
	case nil:
	case string:
		text = strings.NewReader(body)
	case io.Reader:
		text = body
	default:
		raw, err := json.Marshal(body)
		if err != nil {
			p.w.t.Fatal(err)
		}
		text = strings.NewReader(string(raw))
	}
	req, err := http.NewRequestWithContext(p.w.t.Context(), method, p.w.server.URL+"/api/v1"+path, text)
	if err != nil {
		p.w.t.Fatal(err)
	}
	if body != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	if p.cookie != "" {
		req.Header.Set("Authorization", "Bearer "+p.cookie)
	}
	for i := 0; i < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
	}
	res, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		p.w.t.Fatal(err)
	}
	defer res.Body.Close()
	raw, err := io.ReadAll(res.Body)
	if err != nil {
		p.w.t.Fatal(err)
	}
	r := Reply{Status: res.StatusCode, Header: res.Header, Text: string(raw)}
	if len(raw) > 0 && json.Unmarshal(raw, &r.Body) != nil {
		p.w.t.Errorf("%s %s: no JSON object: %s", method, path, raw)
	}
	if r.Status != status {
		p.w.t.Fatalf("%s %s is %d, want %d: %s", method, path, r.Status, status, raw)
	}
	if kind := res.Header.Get("Content-Type"); status >= 400 && kind != "application/problem+json" {
		p.w.t.Errorf("%s %s: the problem is %s", method, path, kind)
	}
	return r
}

// Scoped is the same person with a token that may less.
func (p *Person) Scoped(scopes ...string) *Person {
	who := *p.w.tokens[p.cookie]
	who.Grant = &session.Grant{Scopes: scopes}
	q := &Person{ID: p.ID, Tenant: p.Tenant, w: p.w, cookie: p.cookie + strings.Join(scopes, "+")}
	p.w.tokens[q.cookie] = &who
	return q
}

// json is a form as a program sends it: each value in the type of its field.
func (w *World) json(form url.Values) map[string]any {
	body := map[string]any{}
	for _, f := range w.Resource.Fields {
		if f.Kind == resource.Boolean && f.Writable(true) {
			body[f.Name] = json.RawMessage("false") // by sending nothing a form says no
		}
	}
	for name, texts := range form {
		f, ok := w.Resource.Field(name)
		if !ok {
			continue
		}
		value, problem := resource.Decode(f, texts)
		if problem != "" { // sent as it is, to be refused
			body[name] = texts[0]
			continue
		}
		body[name] = json.RawMessage(resource.AppendJSON(nil, f, value))
	}
	return body
}

// valid is row n as a program sends it.
func (w *World) valid(n int) map[string]any { return w.json(w.Valid(w, n)) }

// changes are the edited fields, and no others.
func (w *World) changes() map[string]any {
	body := w.json(w.Edited)
	maps.DeleteFunc(body, func(name string, _ any) bool { return !w.Edited.Has(name) })
	return body
}

func with(body map[string]any, name string, value any) map[string]any {
	body = maps.Clone(body)
	body[name] = value
	return body
}

// problems are the fields that a problem names.
func (r Reply) problems() map[string]string {
	found := map[string]string{}
	list, _ := r.Body["errors"].([]any)
	for _, item := range list {
		if e, ok := item.(map[string]any); ok {
			field, _ := e["field"].(string)
			found[field], _ = e["detail"].(string)
		}
	}
	return found
}

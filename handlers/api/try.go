package api

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	views "stoa/views/api"
)

// The fields of the form that are no parameters.
const (
	fieldToken = "token"
	fieldBody  = "body"
)

const (
	tryTime  = 3 * time.Second // a stream is looked at for so long
	tryBytes = 64 << 10        // so much of an answer is shown
)

// fieldOf is the name that a parameter has in the form: those of path, address and head may be called the same.
func fieldOf(p *parameter) string { return p.In + "." + p.Name }

// try sends the request that the form describes to this very server, as a program would send it: with the token that was
// typed and nothing of the session. So nobody can do by it what the token cannot do anywhere.
func (r *reference) try(c echo.Context) error {
	o := r.doc.find(c.Param("operation"))
	if o == nil {
		return errNoOperation
	}
	form, err := c.FormParams()
	if err != nil {
		return err
	}
	a := &asked{values: map[string]string{fieldBody: form.Get(fieldBody)}, errors: errs.Fields{}}
	for _, p := range o.Parameters {
		a.values[fieldOf(p)] = form.Get(fieldOf(p))
		if p.Required && a.values[fieldOf(p)] == "" {
			a.errors.Add(fieldOf(p), "Fill this in.")
		}
	}
	token := strings.TrimSpace(form.Get(fieldToken))
	if token == "" {
		a.errors.Add(fieldToken, "Paste a token: the API looks at nothing else.")
	}
	if o.RequestBody != nil && !json.Valid([]byte(a.values[fieldBody])) {
		a.errors.Add(fieldBody, "This is no JSON.")
	}
	if len(a.errors) > 0 {
		return r.show(c, http.StatusUnprocessableEntity, o, a)
	}
	ctx, cancel := context.WithTimeout(c.Request().Context(), tryTime)
	defer cancel()
	req, err := o.request(ctx, a.values)
	if err != nil {
		return errs.Wrap(errs.BadRequest, err, "No request can be made of this.")
	}
	req.Header.Set(echo.HeaderAuthorization, "Bearer "+token)
	req.RemoteAddr, req.Host = c.Request().RemoteAddr, c.Request().Host
	req.URL.Scheme, req.URL.Host = c.Scheme(), req.Host
	got := &recorder{header: http.Header{}}
	c.Echo().ServeHTTP(got, req)
	a.answer = got.answer(o, req)
	return r.show(c, http.StatusOK, o, a)
}

// request is the one that the form describes.
func (o *operation) request(ctx context.Context, values map[string]string) (*http.Request, error) {
	path, query, header := o.path, url.Values{}, http.Header{}
	for _, p := range o.Parameters {
		value := values[fieldOf(p)]
		switch {
		case p.In == "path":
			path = strings.ReplaceAll(path, "{"+p.Name+"}", url.PathEscape(value))
		case value == "":
		case p.In == "query":
			query.Set(p.Name, value)
		case p.In == "header":
			header.Set(p.Name, value)
		}
	}
	address := web.APIPrefix + path
	if len(query) > 0 {
		address += "?" + query.Encode()
	}
	var body []byte
	if o.RequestBody != nil {
		body = []byte(values[fieldBody])
		header.Set(echo.HeaderContentType, echo.MIMEApplicationJSON)
	}
	req, err := http.NewRequestWithContext(ctx, o.method, address, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header, req.RequestURI = header, address
	return req, nil
}

// recorder keeps the beginning of an answer.
type recorder struct {
	header http.Header
	status int
	body   bytes.Buffer
}

// Header implements http.ResponseWriter.
func (r *recorder) Header() http.Header { return r.header }

// WriteHeader implements http.ResponseWriter.
func (r *recorder) WriteHeader(status int) { r.status = status }

// Write implements http.ResponseWriter.
func (r *recorder) Write(b []byte) (int, error) {
	if r.status == 0 {
		r.status = http.StatusOK
	}
	if left := tryBytes - r.body.Len(); left > 0 {
		r.body.Write(b[:min(left, len(b))])
	}
	return len(b), nil
}

// Flush implements http.Flusher: streams go through it.
func (r *recorder) Flush() {}

// SetWriteDeadline is what streams ask of a connection.
func (r *recorder) SetWriteDeadline(time.Time) error { return nil }

// shownHeaders are those of an answer that belong to the API.
var shownHeaders = []string{"Content-Type", "ETag", "Location", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", "Retry-After", "X-Request-Id"}

func (r *recorder) answer(o *operation, req *http.Request) *views.Answer {
	a := &views.Answer{Status: r.status, Text: http.StatusText(r.status), Good: r.status < http.StatusBadRequest, Curl: curl(o, req)}
	for _, name := range shownHeaders {
		for _, value := range r.header.Values(name) {
			a.Headers = append(a.Headers, [2]string{name, value})
		}
	}
	text := r.body.Bytes()
	var indented bytes.Buffer
	if json.Indent(&indented, text, "", "  ") == nil {
		text = indented.Bytes()
	}
	a.Body = strings.ToValidUTF8(string(text), string(utf8.RuneError))
	if r.body.Len() == tryBytes {
		a.Body += "\n…"
	}
	return a
}

// curl is the same request for a terminal; the token stays out of it.
func curl(o *operation, req *http.Request) string {
	var b strings.Builder
	b.WriteString(`curl -H "Authorization: Bearer $TOKEN"`)
	if o.method != http.MethodGet {
		b.WriteString(" -X " + o.method)
	}
	for _, name := range []string{"Content-Type", "If-Match", "Idempotency-Key"} {
		if value := req.Header.Get(name); value != "" {
			b.WriteString(" \\\n  -H " + quoted(name+": "+value))
		}
	}
	if o.RequestBody != nil && req.GetBody != nil {
		if body, err := req.GetBody(); err == nil {
			var text bytes.Buffer
			_, _ = text.ReadFrom(body) // from memory
			b.WriteString(" \\\n  --data " + quoted(text.String()))
		}
	}
	return b.String() + " \\\n  " + quoted(req.URL.String())
}

// quoted is a text as one word of a shell.
func quoted(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

package web

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"

	"github.com/labstack/echo/v4"

	"stoa/internal/errs"
)

// Problem is an error as programs read it: problem details of RFC 9457. Type leads to where the API's page explains it.
type Problem struct {
	Type      string         `json:"type"`
	Title     string         `json:"title"`
	Status    int            `json:"status"`
	Detail    string         `json:"detail,omitempty"`
	Errors    []FieldProblem `json:"errors,omitempty"`
	RequestID string         `json:"request_id,omitempty"`
}

// FieldProblem says what is wrong with one field of a body, or one parameter.
type FieldProblem struct {
	Field  string `json:"field"`
	Detail string `json:"detail"`
}

// Problems are the sorts of problem by their kind: the end of the type, and the title.
var Problems = map[errs.Kind]struct{ Name, Title string }{
	errs.Internal:        {"internal", "Something went wrong on our side"},
	errs.Invalid:         {"invalid", "The values break a rule"},
	errs.BadRequest:      {"bad-request", "The request is malformed"},
	errs.Unauthenticated: {"unauthenticated", "There is no valid token"},
	errs.Forbidden:       {"forbidden", "The role or the token's scopes do not allow this"},
	errs.NotFound:        {"not-found", "There is no such thing"},
	errs.Conflict:        {"conflict", "This does not fit the present state"},
	errs.Stale:           {"stale", "Somebody changed it since it was read"},
	errs.Blind:           {"precondition-required", "The request has to say which version it changes"},
	errs.Unsupported:     {"unsupported-media-type", "The body has to be JSON"},
	errs.TooLarge:        {"too-large", "The request is too large"},
	errs.TooMany:         {"too-many-requests", "Too many requests"},
	errs.Unavailable:     {"unavailable", "Stoa cannot serve this now"},
}

func problemOf(err error, id string) Problem {
	kind := errs.KindOf(err)
	p := Problem{
		Type: "/api#" + Problems[kind].Name, Title: Problems[kind].Title, Status: Status(err), Detail: errs.MessageOf(err), RequestID: id,
	}
	if kind == errs.NotFound { // unknown and foreign look the same
		p.Detail = ""
	}
	fields := errs.FieldsOf(err)
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		p.Errors = append(p.Errors, FieldProblem{Field: name, Detail: fields[name]})
	}
	return p
}

// Problem answers a program.
func (s *Site) Problem(c echo.Context, err error) error {
	id, _ := c.Get(requestIDKey).(string)
	p := problemOf(err, id)
	body, merr := json.Marshal(p)
	if merr != nil {
		return merr
	}
	if p.Status == http.StatusUnauthorized {
		c.Response().Header().Set(echo.HeaderWWWAuthenticate, `Bearer realm="stoa"`)
	}
	return c.Blob(p.Status, "application/problem+json", body)
}

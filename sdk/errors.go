package sdk

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"
)

// Error is a problem that the server told (RFC 9457). Fields says what is wrong with which field of the body, or which parameter.
type Error struct {
	Status     int
	Type       string
	Title      string
	Detail     string
	Fields     map[string]string
	RequestID  string
	RetryAfter time.Duration // what the server asked for, if it did
}

// Error implements error: the status, what is wrong, and where.
func (e *Error) Error() string {
	text := fmt.Sprintf("stoa: %d %s", e.Status, e.Title)
	if e.Detail != "" && e.Detail != e.Title {
		text += ": " + e.Detail
	}
	var fields []string
	for _, name := range slices.Sorted(maps.Keys(e.Fields)) {
		fields = append(fields, name+": "+e.Fields[name])
	}
	if len(fields) > 0 {
		text += " (" + strings.Join(fields, "; ") + ")"
	}
	return text
}

// IsNotFound reports whether err says that there is no such row, or none that may be seen.
func IsNotFound(err error) bool { return hasStatus(err, http.StatusNotFound) }

// IsStale reports whether err says that somebody changed the row since it was read.
func IsStale(err error) bool { return hasStatus(err, http.StatusPreconditionFailed) }

func hasStatus(err error, status int) bool {
	var e *Error
	return errors.As(err, &e) && e.Status == status
}

// problemOf reads the problem in an answer; one that is none of ours, such as a proxy's page, has its status only.
func problemOf(res *http.Response) *Error {
	defer func() { _ = res.Body.Close() }() // it was read
	e := &Error{Status: res.StatusCode, Title: http.StatusText(res.StatusCode), RetryAfter: retryAfter(res.Header)}
	var problem struct {
		Type, Title, Detail string
		Errors              []struct{ Field, Detail string }
		RequestID           string `json:"request_id"`
	}
	body, err := io.ReadAll(io.LimitReader(res.Body, 1<<20))
	if err != nil || json.Unmarshal(body, &problem) != nil || problem.Title == "" {
		return e
	}
	e.Type, e.Title, e.Detail, e.RequestID = problem.Type, problem.Title, problem.Detail, problem.RequestID
	for _, f := range problem.Errors {
		if e.Fields == nil {
			e.Fields = map[string]string{}
		}
		e.Fields[f.Field] = f.Detail
	}
	return e
}

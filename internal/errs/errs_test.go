package errs

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

func TestKindSurvivesWrapping(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		err     error
		kind    Kind
		message string
	}{
		{nil, Internal, general},
		{io.EOF, Internal, general},
		{New(NotFound, "There is no such %s.", "chat"), NotFound, "There is no such chat."},
		{fmt.Errorf("get: %w", New(Conflict, "Busy.")), Conflict, "Busy."},
		{errors.Join(io.EOF, New(TooMany, "Later.")), TooMany, "Later."},
		{Wrap(Unavailable, io.ErrUnexpectedEOF, "Away."), Unavailable, "Away."},
		{New(Internal, "table users is gone"), Internal, general},
		{context.Canceled, Canceled, general},
		{fmt.Errorf("query: %w", context.Canceled), Canceled, general},
		{context.DeadlineExceeded, Internal, general},
		{Wrap(Forbidden, context.Canceled, "No."), Forbidden, "No."},
		{Fields{"email": "Bad."}.Err(), Invalid, "Some fields need another look."},
	} {
		if KindOf(c.err) != c.kind || MessageOf(c.err) != c.message {
			t.Errorf("%v: got %d %q, want %d %q", c.err, KindOf(c.err), MessageOf(c.err), c.kind, c.message)
		}
	}
}

const general = "Something went wrong on our side."

func TestTheCauseIsForTheLogOnly(t *testing.T) {
	t.Parallel()
	err := Wrap(Unavailable, io.ErrUnexpectedEOF, "The model is away.")
	if !errors.Is(err, io.ErrUnexpectedEOF) || !strings.Contains(err.Error(), "unexpected EOF") || strings.Contains(MessageOf(err), "EOF") {
		t.Errorf("error %q, message %q", err, MessageOf(err))
	}
}

func TestFields(t *testing.T) {
	t.Parallel()
	f := Fields{}
	if f.Err() != nil {
		t.Error("no bad field is an error")
	}
	f.Add("name", "first")
	f.Add("name", "second")
	f.Add("email", "bad")
	got := FieldsOf(fmt.Errorf("form: %w", f.Err()))
	if len(got) != 2 || got["name"] != "first" {
		t.Errorf("got %v", got)
	}
	if FieldsOf(io.EOF) != nil || FieldsOf(nil) != nil {
		t.Error("an error without fields has some")
	}
}

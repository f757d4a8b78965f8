package parse

import (
	"bytes"
	"errors"
	"strings"
)

// Error is a reason why a file cannot be read, in words for the person who uploaded it.
type Error struct{ reason string }

// Because is an error for a reason.
func Because(reason string) error { return &Error{reason} }

func (e *Error) Error() string { return "parse: " + e.reason }

// Reasons that more than one parser gives.
var (
	ErrNoText  = &Error{"There is no text in this file."}
	ErrTooMuch = &Error{"This file holds more than 20 MB of text, or half a million paragraphs. Split it into smaller ones."}
	ErrUnknown = &Error{"Stoa cannot read this kind of file. It reads PDF, Word (docx), HTML, Markdown, text and CSV."}
	ErrForeign = &Error{"This text is in an encoding that Stoa cannot tell. Save it as UTF-8 and upload it again."}
	ErrBroken  = &Error{"This file is damaged, or built in a way that Stoa does not read."}
	ErrSlow    = &Error{"Reading this file took more time or memory than one file may have."}
)

// Reason is what to tell the person about an error; "" when it is not about the file.
func Reason(err error) string {
	var e *Error
	if errors.As(err, &e) {
		return e.reason
	}
	return ""
}

// MaxText bounds the text of a document in bytes.
const MaxText = 20 << 20

// Read parses a file by what is in it, whatever its name.
func Read(data []byte) (d Document, err error) {
	defer func() {
		if r := recover(); r != nil { // a parser of others met what it does not know
			d, err = Document{}, ErrBroken
		}
	}()
	switch {
	case bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")):
		d, err = pdf(data)
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		d, err = docx(data)
	default:
		d, err = text(data)
	}
	if err == nil && (d.over || len(d.Text) > MaxText) {
		err = ErrTooMuch
	}
	if err == nil && strings.TrimSpace(d.Text) == "" {
		err = ErrNoText
	}
	if err != nil {
		return Document{}, err
	}
	return d, nil
}

func text(data []byte) (Document, error) {
	s, err := decode(data)
	if err != nil {
		return Document{}, err
	}
	if len(s) > MaxText {
		return Document{}, ErrTooMuch
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	switch {
	case isHTML(s):
		return web(s), nil
	case isMarkdown(s):
		return markdown(s), nil
	}
	if comma, ok := separator(s); ok {
		return table(s, comma)
	}
	return plain(s), nil
}

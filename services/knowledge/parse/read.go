package parse

import (
	"errors"
)

// Error is a reason why a file cannot be read, in words for the person who uploaded it.
type Error struct{ reason string }

func (e *Error) Error() string { return "parse: " + e.reason }

// Reasons that more than one parser gives.
var (
	ErrNoText  = &Error{"There is no text in this file."}
	ErrTooMuch = &Error{"This file holds more than 20 MB of text. Split it into smaller ones."}
	ErrUnknown = &Error{"Stoa cannot read this kind of file. It reads PDF, Word (docx), HTML, Markdown, text and CSV."}
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

// Read parses a file by what is in it.
func Read(data []byte) (Document, error) {
	text, err := decode(data)
	if err != nil {
		return Document{}, err
	}
	if len(text) > MaxText {
		return Document{}, ErrTooMuch
	}
	return plain(text), nil
}

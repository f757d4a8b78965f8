package resource

import (
	"strings"
	"unicode"
)

// Words is the search as PostgreSQL's to_tsquery takes it: each word has to be there, the last one perhaps only begun. nil
// finds everything; a search without a letter finds nothing.
func Words(search string) *string {
	if search == "" {
		return nil
	}
	words := strings.FieldsFunc(search, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	query := strings.Join(words, " & ")
	if query != "" {
		query += ":*"
	}
	return &query
}

package models

import (
	"strings"
	"unicode/utf8"
)

// cleaner makes a stream of pieces valid text that PostgreSQL takes: characters cut between two pieces are joined,
// bytes that are no UTF-8 become U+FFFD, NUL is dropped.
type cleaner struct{ tail string }

func (c *cleaner) add(piece string) string {
	if c.tail == "" && utf8.ValidString(piece) {
		return withoutNUL(piece)
	}
	piece = c.tail + piece
	cut := incomplete(piece)
	c.tail = piece[len(piece)-cut:]
	return withoutNUL(strings.ToValidUTF8(piece[:len(piece)-cut], "\uFFFD"))
}

// rest is what is left when no more will come.
func (c *cleaner) rest() string {
	if c.tail == "" {
		return ""
	}
	c.tail = ""
	return "\uFFFD"
}

// incomplete counts the bytes at the end of s that begin a character without finishing it.
func incomplete(s string) int {
	for n := 1; n <= min(3, len(s)); n++ {
		b := s[len(s)-n]
		if !utf8.RuneStart(b) {
			continue
		}
		if b >= utf8.RuneSelf && !utf8.FullRuneInString(s[len(s)-n:]) {
			return n
		}
		return 0
	}
	return 0
}

func withoutNUL(s string) string {
	if strings.IndexByte(s, 0) < 0 {
		return s
	}
	return strings.ReplaceAll(s, "\x00", "")
}

package auth

import (
	_ "embed"
	"fmt"
	"net/mail"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"stoa/internal/errs"
)

// Lengths of a password, in characters (NIST SP 800-63B: at least 12 here, no rules about kinds).
const (
	minPassword = 12
	maxPassword = 128
)

//go:embed common_passwords.txt
var commonPasswordList string

var commonPasswords = func() map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(commonPasswordList) {
		set[word] = true
	}
	return set
}()

const noEmail = "Write a whole email address, such as ada@example.com."

func (s *Service) checkPerson(fields errs.Fields, name, email, password string) (normal string) {
	checkName(fields, "name", name)
	normal, ok := normalEmail(email)
	if !ok {
		fields.Add("email", noEmail)
	}
	checkNewPassword(fields, "password", password)
	return normal
}

func checkName(fields errs.Fields, field, name string) {
	switch n := utf8.RuneCountInString(name); {
	case n == 0:
		fields.Add(field, "This is needed.")
	case n > maxName:
		fields.Add(field, fmt.Sprintf("This is %d characters long; at most %d fit.", n, maxName))
	}
}

func checkNewPassword(fields errs.Fields, field, password string) {
	switch n := utf8.RuneCountInString(password); {
	case n < minPassword:
		fields.Add(field, fmt.Sprintf("Use at least %d characters; a few words do well.", minPassword))
	case n > maxPassword:
		fields.Add(field, fmt.Sprintf("Use at most %d characters.", maxPassword))
	case common(password):
		fields.Add(field, "This password is among the first that an attacker tries. Choose another.")
	}
}

// common reports whether a password is on the list, or is one short piece over and over.
func common(password string) bool {
	p := strings.ToLower(password)
	if commonPasswords[p] || commonPasswords[strings.TrimRight(p, "0123456789!.")] && len(p) < 16 {
		return true
	}
	letters := []rune(p)
	for n := 1; n <= 4 && n < len(letters); n++ {
		if repeats(letters, n) {
			return true
		}
	}
	return false
}

// repeats reports whether text is its first n characters over and over.
func repeats(text []rune, n int) bool {
	for i := n; i < len(text); i++ {
		if text[i] != text[i-n] {
			return false
		}
	}
	return true
}

// normalEmail is the form in which an address is stored and looked up: trimmed, NFKC, lower case.
func normalEmail(email string) (normal string, ok bool) {
	normal = strings.ToLower(norm.NFKC.String(strings.TrimSpace(email)))
	a, err := mail.ParseAddress(normal)
	_, domain, _ := strings.Cut(normal, "@")
	ok = err == nil && utf8.ValidString(email) && a.Address == normal && len(normal) <= 254 && !strings.ContainsFunc(normal, unicode.IsSpace) && domain != ""
	return strings.ReplaceAll(strings.ToValidUTF8(normal, ""), "\x00", ""), ok
}

// cleanName removes what a name never has: blanks around and in rows, control and bidirectional marks.
func cleanName(name string) string {
	name = strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Bidi_Control, r), r == 0:
			return -1
		case unicode.IsControl(r):
			return ' '
		}
		return r
	}, strings.ToValidUTF8(norm.NFC.String(name), ""))
	return strings.Join(strings.Fields(name), " ")
}

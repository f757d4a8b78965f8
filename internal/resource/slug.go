package resource

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Slugged makes small letters, digits and single hyphens of a text, at most so many characters when most is not 0: "Über uns!"
// becomes "uber-uns". Of a text without Latin letters or digits it is "".
func Slugged(text string, most int) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(strings.ToLower(text)) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			b.WriteRune(r)
			gap = false
		case !unicode.Is(unicode.Mn, r): // an accent falls away
			gap = true
		}
	}
	slug := b.String()
	if most > 0 && len(slug) > most {
		slug = strings.TrimSuffix(slug[:most], "-")
	}
	return slug
}

package markdown

// plain reports whether text is one paragraph without markup, which most of what streams is: it
// needs escaping only, and that is forty times cheaper. What stands before from is known to be plain.
func plain(text []byte, from int) bool {
	if len(text) == 0 || from == 0 && blockStart[text[0]] {
		return false
	}
	for i := from; i < len(text); i++ {
		if !suspect[text[i]] {
			continue
		}
		before := text[:i]
		switch text[i] {
		case '~': // one is no markup
			if ends(before, "~") {
				return false
			}
		case '/':
			if ends(before, ":/") {
				return false
			}
		case '.':
			if ends(before, "www") {
				return false
			}
		default:
			return false
		}
	}
	return true
}

func ends(text []byte, with string) bool {
	return len(text) >= len(with) && string(text[len(text)-len(with):]) == with
}

// blockStart are the characters that can make a line something other than a paragraph, suspect those
// that are markup anywhere, or may be with what stands before them.
var (
	blockStart = bytesOf(" \t-+0123456789")
	suspect    = bytesOf("\n\t\r*_`[]<>&#|\\!=@~/.")
)

func bytesOf(set string) (is [256]bool) {
	for i := range len(set) {
		is[set[i]] = true
	}
	return is
}

// appendEscaped writes plain text as HTML; of the characters that HTML gives a meaning only quotes are plain.
func appendEscaped(b, text []byte) []byte {
	for _, c := range text {
		switch c {
		case '"':
			b = append(b, "&#34;"...)
		case '\'':
			b = append(b, "&#39;"...)
		default:
			b = append(b, c)
		}
	}
	return b
}

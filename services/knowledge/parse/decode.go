package parse

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"
)

// fewForeign letters may stand nearly alone: some names, a list of prices.
const fewForeign = 16

// decode makes UTF-8 of text in UTF-8, UTF-16 with its mark, what a web page says that it is in, or else Windows-1252. What has a NUL is
// no text, and what would be garbled is refused rather than searched.
func decode(data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return fromUTF16(data[2:], 1, 0), nil
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return fromUTF16(data[2:], 0, 1), nil
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return "", ErrUnknown
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	page := isHTML(string(data[:min(len(data), 1024)]))
	if page {
		if text, ok := declared(data); ok {
			return text, nil
		}
	}
	if strange(data) {
		return "", ErrUnknown
	}
	if foreign(data, page) {
		return "", ErrForeign
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return "", ErrUnknown
	}
	return string(text), nil
}

// declared reads a web page in the encoding that it names; false when it names none, or one in which it cannot be read.
func declared(page []byte) (string, bool) {
	said, name, _ := charset.DetermineEncoding(page, "")
	if name == "utf-8" || name == "windows-1252" { // the one it is not, the other is what is taken anyhow
		return "", false
	}
	text, err := said.NewDecoder().Bytes(page)
	if err != nil || bytes.Count(text, []byte("\ufffd"))*100 > len(text) {
		return "", false
	}
	return string(text), true
}

// strange reports whether many bytes are control characters, which text in no single-byte encoding has.
func strange(data []byte) bool {
	n := 0
	for _, b := range data {
		if b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' {
			n++
		}
	}
	return n*100 > len(data)
}

// foreign reports whether most letters are none of ASCII, as in the encodings of Russian, Greek, Chinese or Japanese before Unicode, of
// which there is no telling which one it is. Languages that Windows-1252 is for have some among many of ASCII. The tags of a page do not count.
func foreign(data []byte, page bool) bool {
	high, low, tag := 0, 0, false
	for _, b := range data {
		switch {
		case page && (b == '<' || b == '>'):
			tag = b == '<'
		case tag:
		case b >= 0x80:
			high++
		case b >= 'a' && b <= 'z', b >= 'A' && b <= 'Z':
			low++
		}
	}
	return high > fewForeign && high > low
}

func fromUTF16(data []byte, high, low int) string {
	units := make([]uint16, 0, len(data)/2)
	for i := 0; i+1 < len(data); i += 2 {
		units = append(units, uint16(data[i+high])<<8|uint16(data[i+low]))
	}
	return strings.ReplaceAll(string(utf16.Decode(units)), "\x00", "")
}

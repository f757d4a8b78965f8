package sheet

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// decode turns the bytes into text: by the mark at their beginning, as UTF-8 if they are that, else as
// Windows-1252, in which spreadsheets of Western Europe write.
func decode(data []byte) (text, name string, err error) {
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return "", "", errors.New("this is a workbook; open it in its program and save it as CSV")
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		data, err = unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(data)
		name = "UTF-16"
	case utf8.Valid(data):
		data, name = bytes.TrimPrefix(data, []byte("\ufeff")), "UTF-8"
	default:
		data, err = charmap.Windows1252.NewDecoder().Bytes(data)
		name = "Windows-1252"
	}
	if err != nil || bytes.IndexByte(data, 0) >= 0 {
		return "", "", errors.New("this is not a text file")
	}
	// Old Macintosh programs end lines by a carriage return alone.
	text = string(data)
	if !strings.Contains(text, "\n") {
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	return text, name, nil
}

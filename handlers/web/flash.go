package web

import (
	"encoding/base64"
	"strings"

	"github.com/labstack/echo/v4"

	"stoa/views/layout"
)

const flashCookie = "flash"

// Flash keeps a sentence for the next page.
func (s *Site) Flash(c echo.Context, text string) { s.FlashUndo(c, text, "") }

// FlashUndo keeps a sentence about what was done for the next page; a POST to the path undoes it.
func (s *Site) FlashUndo(c echo.Context, text, path string) {
	value := base64.RawURLEncoding.EncodeToString([]byte(text)) + "." + base64.RawURLEncoding.EncodeToString([]byte(path))
	c.SetCookie(s.Cookie(flashCookie, value, 60))
}

func (s *Site) flash(c echo.Context) layout.Flash {
	cookie, err := c.Cookie(flashCookie)
	if err != nil || Partial(c) {
		return layout.Flash{}
	}
	c.SetCookie(s.Cookie(flashCookie, "", -1))
	text, path, _ := strings.Cut(cookie.Value, ".")
	return layout.Flash{Text: flashPart(text), Undo: LocalPath(flashPart(path), "")}
}

func flashPart(encoded string) string {
	text, err := base64.RawURLEncoding.DecodeString(encoded)
	if err != nil {
		return ""
	}
	return strings.ToValidUTF8(string(text), "")
}

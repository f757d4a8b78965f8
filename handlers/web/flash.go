package web

import (
	"encoding/base64"
	"strings"

	"github.com/labstack/echo/v4"

	"stoa/views/layout"
)

const flashCookie = "flash"

// Flash keeps a sentence for the next page.
func (s *Site) Flash(c echo.Context, text string) { s.keepFlash(c, text, "", "") }

// FlashWarn keeps a sentence about what was not done.
func (s *Site) FlashWarn(c echo.Context, text string) { s.keepFlash(c, text, "", flashWarns) }

// FlashUndo keeps a sentence about what was done for the next page; a POST to the path undoes it.
func (s *Site) FlashUndo(c echo.Context, text, path string) { s.keepFlash(c, text, path, "") }

// flashWarns is the kind of a sentence that is no good news.
const flashWarns = "warn"

func (s *Site) keepFlash(c echo.Context, text, path, kind string) {
	parts := []string{base64.RawURLEncoding.EncodeToString([]byte(text)), base64.RawURLEncoding.EncodeToString([]byte(path))}
	if kind != "" {
		parts = append(parts, kind)
	}
	c.SetCookie(s.Cookie(flashCookie, strings.Join(parts, "."), 60))
}

func (s *Site) flash(c echo.Context) layout.Flash {
	cookie, err := c.Cookie(flashCookie)
	if err != nil || Partial(c) {
		return layout.Flash{}
	}
	c.SetCookie(s.Cookie(flashCookie, "", -1))
	text, rest, _ := strings.Cut(cookie.Value, ".")
	path, kind, _ := strings.Cut(rest, ".")
	if kind != flashWarns {
		kind = ""
	}
	return layout.Flash{Text: flashPart(text), Undo: LocalPath(flashPart(path), ""), Kind: kind}
}

func flashPart(encoded string) string {
	text, err := base64.RawURLEncoding.DecodeString(encoded)
	if err != nil {
		return ""
	}
	return strings.ToValidUTF8(string(text), "")
}

package web

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/labstack/echo/v4"

	"stoa/views/layout"
)

// What is kept for the next page comes back once, whatever it says; what somebody else wrote into the cookie does no harm.
func TestFlashes(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	context := func(cookie *http.Cookie) (echo.Context, *httptest.ResponseRecorder) {
		r, w := httptest.NewRequest(http.MethodGet, "/", nil), httptest.NewRecorder()
		if cookie != nil {
			r.AddCookie(cookie)
		}
		return echo.New().NewContext(r, w), w
	}
	kept := func(keep func(echo.Context)) *http.Cookie {
		c, w := context(nil)
		keep(c)
		return w.Result().Cookies()[0] //nolint:bodyclose // a recorder's
	}
	for name, c := range map[string]struct {
		cookie *http.Cookie
		want   layout.Flash
	}{
		"done":     {kept(func(c echo.Context) { s.Flash(c, "“A.b” – done.") }), layout.Flash{Text: "“A.b” – done."}},
		"not done": {kept(func(c echo.Context) { s.FlashWarn(c, "Nothing was picked.") }), layout.Flash{Text: "Nothing was picked.", Kind: "warn"}},
		"undo":     {kept(func(c echo.Context) { s.FlashUndo(c, "Gone.", "/things/restore?a=1") }), layout.Flash{Text: "Gone.", Undo: "/things/restore?a=1"}},
		"forged":   {&http.Cookie{Name: flashCookie, Value: "R29uZS4.Ly9ldmlsLmV4YW1wbGU.bad note-x"}, layout.Flash{Text: "Gone."}},
		"garbage":  {&http.Cookie{Name: flashCookie, Value: "%%%"}, layout.Flash{}},
	} {
		next, w := context(c.cookie)
		if got := s.flash(next); got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
		if left := w.Result().Cookies(); len(left) != 1 || left[0].MaxAge >= 0 { //nolint:bodyclose // a recorder's
			t.Errorf("%s: it would come again: %v", name, left)
		}
	}
}

package auth

import (
	"net/http"
	"net/url"

	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	views "stoa/views/auth"
)

func (h *Handlers) forgotForm(c echo.Context) error {
	return web.Render(c, http.StatusOK, views.Forgot(views.ForgotProps{Page: h.site.PlainPage(c, "A new password")}))
}

// forgot answers the same whether there is such an account or not.
func (h *Handlers) forgot(c echo.Context) error {
	email := c.FormValue("email")
	err := h.auth.AskReset(c.Request().Context(), email, c.RealIP())
	if atForm(err) {
		return web.Render(c, web.Status(err), views.Forgot(views.ForgotProps{
			Page: h.site.PlainPage(c, "A new password"), Email: email, Errors: errs.FieldsOf(err), Error: formError(err),
		}))
	}
	if err != nil {
		return err
	}
	h.site.Flash(c, "If this address has an account here, a letter with a link is on its way. It works for an hour.")
	return c.Redirect(http.StatusSeeOther, "/password/forgot")
}

func (h *Handlers) resetForm(c echo.Context) error {
	return h.showReset(c, http.StatusOK, h.auth.CheckReset(c.Request().Context(), c.Param("token")))
}

func (h *Handlers) showReset(c echo.Context, status int, failed error) error {
	props := views.ResetProps{Page: h.site.PlainPage(c, "A new password"), Action: "/password/reset/" + url.PathEscape(c.Param("token"))}
	switch {
	case failed == nil:
	case errs.KindOf(failed) == errs.NotFound:
		status, props.Gone = http.StatusNotFound, errs.MessageOf(failed)
	case atForm(failed):
		status, props.Errors, props.Error = web.Status(failed), errs.FieldsOf(failed), formError(failed)
	default:
		return failed
	}
	return web.Render(c, status, views.Reset(props))
}

// reset replaces the password. Whoever had a session, a thief too, is out.
func (h *Handlers) reset(c echo.Context) error {
	user, err := h.auth.Reset(c.Request().Context(), c.Param("token"), c.FormValue("new"))
	if err != nil {
		return h.showReset(c, http.StatusOK, err)
	}
	h.site.AnnouncePerson(c.Request().Context(), h.bus, user)
	h.site.Flash(c, "Your password is changed. Log in with it.")
	return c.Redirect(http.StatusSeeOther, "/login")
}

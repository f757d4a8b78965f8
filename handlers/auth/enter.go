package auth

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/session"
	"stoa/services/auth"
	views "stoa/views/auth"
)

// home is the start page of ui.yaml, and the chats of a site that has none.
func (h *Handlers) home(c echo.Context) error {
	if web.Who(c) == nil {
		return c.Redirect(http.StatusSeeOther, "/login")
	}
	return h.site.PageAt(c, "/", func(c echo.Context) error {
		if to := h.site.Home(); to != "/" {
			return c.Redirect(http.StatusSeeOther, to)
		}
		return c.Redirect(http.StatusSeeOther, "/settings/profile")
	})
}

func (h *Handlers) registerForm(c echo.Context) error {
	if web.Who(c) != nil {
		return c.Redirect(http.StatusSeeOther, h.site.Home())
	}
	return web.Render(c, http.StatusOK, views.Register(views.RegisterProps{Page: h.site.PlainPage(c, "Register"), Closed: h.closed()}))
}

func (h *Handlers) closed() string {
	if h.auth.Registration() == auth.Open {
		return ""
	}
	return "New companies cannot register here. With an invitation you can still join one."
}

func (h *Handlers) register(c echo.Context) error {
	in := auth.NewCompany{Company: c.FormValue("company"), Name: c.FormValue("name"), Email: c.FormValue("email"), Password: c.FormValue("password")}
	ticket := h.site.Sessions.Issue()
	_, err := h.auth.Register(c.Request().Context(), in, c.RealIP(), &ticket)
	if !atForm(err) {
		return h.admit(c, ticket, err, h.site.Home())
	}
	return web.Render(c, web.Status(err), views.Register(views.RegisterProps{
		Page: h.site.PlainPage(c, "Register"), Company: in.Company, Name: in.Name, Email: in.Email,
		Errors: errs.FieldsOf(err), Error: formError(err), Closed: h.closed(),
	}))
}

func (h *Handlers) loginForm(c echo.Context) error {
	next := web.LocalPath(c.QueryParam("next"), "")
	if web.Who(c) != nil {
		return c.Redirect(http.StatusSeeOther, web.LocalPath(next, h.site.Home()))
	}
	return web.Render(c, http.StatusOK, views.Login(views.LoginProps{Page: h.site.PlainPage(c, "Log in"), Next: next, Register: h.closed() == "", Forgot: h.auth.Mails()}))
}

func (h *Handlers) login(c echo.Context) error {
	email, next := c.FormValue("email"), web.LocalPath(c.FormValue("next"), "")
	login, err := h.auth.Login(c.Request().Context(), email, c.FormValue("password"), c.RealIP(), h.device(c))
	if err == nil {
		err = h.remember(c, email)
	}
	if !atForm(err) {
		return h.enter(c, login, err, web.LocalPath(next, h.site.Home()))
	}
	return web.Render(c, web.Status(err), views.Login(views.LoginProps{
		Page: h.site.PlainPage(c, "Log in"), Email: email, Next: next, Error: errs.MessageOf(err), Register: h.closed() == "", Forgot: h.auth.Mails(),
	}))
}

const deviceCookie = "device"

// device is the token that this browser got at its last login, if there was one.
func (h *Handlers) device(c echo.Context) string {
	cookie, err := c.Cookie(deviceCookie)
	if err != nil {
		return ""
	}
	return cookie.Value
}

// remember gives the browser the token by which its next login does not count for somebody else's guesses.
func (h *Handlers) remember(c echo.Context, email string) error {
	token, err := h.auth.RememberDevice(c.Request().Context(), email)
	if err == nil {
		c.SetCookie(h.site.Cookie(deviceCookie, token, int(auth.DeviceAge.Seconds())))
	}
	return err
}

// enter begins the session of a login that succeeded.
func (h *Handlers) enter(c echo.Context, login auth.Login, err error, next string) error {
	if err != nil {
		return err
	}
	return h.entered(c, h.site.Sessions.Begin(c.Response(), c.Request(), login.User, login.Tenant), next)
}

// admit hands out the session that was made together with an account.
func (h *Handlers) admit(c echo.Context, t session.Ticket, err error, next string) error {
	if err != nil {
		return err
	}
	return h.entered(c, h.site.Sessions.Hand(c.Response(), c.Request(), t), next)
}

// entered goes on in a new session. The one that this browser had before has ended, so its open pages are told.
func (h *Handlers) entered(c echo.Context, err error, next string) error {
	if err != nil {
		return err
	}
	if before := web.Who(c); before != nil {
		h.site.AnnouncePerson(c.Request().Context(), h.bus, before.User)
	}
	return c.Redirect(http.StatusSeeOther, next)
}

func (h *Handlers) logout(c echo.Context) error {
	if err := h.site.Sessions.End(c.Response(), c.Request()); err != nil {
		return err
	}
	if p := web.Who(c); p != nil {
		h.site.AnnouncePerson(c.Request().Context(), h.bus, p.User)
	}
	return c.Redirect(http.StatusSeeOther, "/login")
}

// atForm reports whether an error is shown at the form it came from.
func atForm(err error) bool {
	switch errs.KindOf(err) {
	case errs.Invalid, errs.TooMany, errs.Conflict:
		return err != nil
	}
	return false
}

// formError is what an error says about the form as a whole: nothing when it says it at the fields.
func formError(err error) string {
	if len(errs.FieldsOf(err)) > 0 {
		return ""
	}
	return errs.MessageOf(err)
}

package auth

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/services/auth"
	views "stoa/views/auth"
)

func (h *Handlers) profile(c echo.Context) error {
	page, err := h.site.Page(c, "Profile")
	if err != nil {
		return err
	}
	p := web.Who(c)
	return web.Render(c, http.StatusOK, views.Profile(views.ProfileProps{Page: page, Name: p.UserName, Email: p.Email}))
}

func (h *Handlers) passwordForm(c echo.Context) error { return h.showPassword(c, http.StatusOK, nil) }

func (h *Handlers) showPassword(c echo.Context, status int, failed error) error {
	page, err := h.site.Page(c, "Change password")
	if err != nil {
		return err
	}
	props := views.PasswordProps{Page: page}
	if failed != nil {
		props.Errors, props.Error = errs.FieldsOf(failed), formError(failed)
	}
	return web.Render(c, status, views.Password(props))
}

func (h *Handlers) password(c echo.Context) error {
	p, ctx := web.Who(c), c.Request().Context()
	err := h.auth.ChangePassword(ctx, p.User, p.Key, c.FormValue("current"), c.FormValue("new"))
	if atForm(err) {
		return h.showPassword(c, web.Status(err), err)
	}
	if err == nil { // a new id for this session too
		h.site.Flash(c, "Your password is changed. Every other login of yours has ended.")
		err = h.site.Sessions.Begin(c.Response(), c.Request(), p.User, p.Tenant)
		h.site.AnnouncePerson(ctx, h.bus, p.User)
	}
	if err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, "/settings/profile")
}

// switchTenant goes on in another company of the person, in a new session.
func (h *Handlers) switchTenant(c echo.Context) error {
	p, ctx := web.Who(c), c.Request().Context()
	tenants, err := h.auth.Tenants(ctx, p.User)
	if err != nil {
		return err
	}
	for _, t := range tenants {
		if t.ID.String() == c.FormValue("tenant_id") {
			return h.enter(c, auth.Login{User: p.User, Tenant: t.ID}, nil, h.site.Home())
		}
	}
	return errs.New(errs.NotFound, "There is no such company.")
}

func actor(c echo.Context) auth.Actor {
	p := web.Who(c)
	return auth.Actor{Tenant: p.Tenant, User: p.User, Role: p.Role}
}

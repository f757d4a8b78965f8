package auth

import (
	"net/http"
	"net/url"

	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/services/auth"
	views "stoa/views/auth"
)

var withArticle = map[string]string{"owner": "an owner", "admin": "an admin", "member": "a member"}

func (h *Handlers) invitation(c echo.Context) error {
	props, err := h.invitationProps(c)
	if err != nil {
		return err
	}
	status := http.StatusOK
	if props.Gone != "" {
		status = http.StatusNotFound
	}
	return web.Render(c, status, views.Invitation(props))
}

func (h *Handlers) invitationProps(c echo.Context) (views.InvitationProps, error) {
	path := "/invitations/" + url.PathEscape(c.Param("token"))
	props := views.InvitationProps{Page: h.site.PlainPage(c, "Invitation"), Action: path, LoginHref: "/login?next=" + url.QueryEscape(path)}
	if p := web.Who(c); p != nil {
		props.Person = p.UserName
	}
	w, err := h.auth.Open(c.Request().Context(), c.Param("token"))
	if errs.KindOf(err) == errs.NotFound {
		props.Gone = errs.MessageOf(err)
		return props, nil
	}
	props.Company, props.Role = w.Company, withArticle[w.Role]
	return props, err
}

// join uses the link up: for who is logged in by one click, for somebody new with the form.
func (h *Handlers) join(c echo.Context) error {
	ctx, token := c.Request().Context(), c.Param("token")
	if p := web.Who(c); p != nil {
		login, err := h.auth.Join(ctx, token, p.User)
		return h.enter(c, login, err, h.site.Home())
	}
	in := auth.NewPerson{Name: c.FormValue("name"), Email: c.FormValue("email"), Password: c.FormValue("password")}
	ticket := h.site.Sessions.Issue()
	_, err := h.auth.JoinNew(ctx, token, in, c.RealIP(), &ticket)
	if !atForm(err) {
		return h.admit(c, ticket, err, h.site.Home())
	}
	props, perr := h.invitationProps(c)
	if perr != nil {
		return perr
	}
	props.Name, props.Email, props.Errors, props.Error = in.Name, in.Email, errs.FieldsOf(err), formError(err)
	return web.Render(c, web.Status(err), views.Invitation(props))
}

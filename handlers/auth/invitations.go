package auth

import (
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/services/auth"
	views "stoa/views/auth"
	"stoa/views/ui"
)

var roleHelp = map[string]string{
	"member": "Chats and sees what their own calls cost.",
	"admin":  "Invites people, changes their roles, sees all costs.",
	"owner":  "May do everything, also make other owners.",
}

// roleOptions are the roles that somebody of a role may give: none above their own.
func roleOptions(own string) []ui.Option {
	var options []ui.Option
	for _, role := range auth.RolesUpTo(own) {
		options = append(options, ui.Option{Value: role, Label: role, Help: roleHelp[role]})
	}
	return options
}

func (h *Handlers) invitations(c echo.Context) error {
	return h.showInvitations(c, http.StatusOK, views.InviteForm{})
}

// showInvitations shows the form and the links that nobody has used yet, to whoever may invite.
func (h *Handlers) showInvitations(c echo.Context, status int, form views.InviteForm) error {
	a := actor(c)
	open, err := h.auth.Invitations(c.Request().Context(), a)
	if err != nil {
		return err
	}
	page, err := h.site.Page(c, "Invitations")
	if err != nil {
		return err
	}
	props := views.InvitationsProps{Page: page, Invite: form}
	props.Invite.Roles, props.Invite.Mails = roleOptions(a.Role), h.auth.Mails()
	for _, i := range open {
		props.Open = append(props.Open, views.OpenInvitation{
			ID: i.ID.String(), Role: i.Role, By: i.By, Created: web.Moment(i.CreatedAt, "date"), Expires: web.Moment(i.ExpiresAt, "date"),
		})
	}
	return web.Render(c, status, views.Invitations(props))
}

// invite answers with the link itself: it is shown this once, so there is nothing to redirect to.
func (h *Handlers) invite(c echo.Context) error {
	role, email, ctx := c.FormValue("role"), strings.TrimSpace(c.FormValue("email")), c.Request().Context()
	mails := email != "" && h.auth.Mails()
	var err error
	if mails { // before there is an invitation that nobody gets
		err = h.auth.MayMail(ctx, actor(c), role, email)
	}
	token := ""
	if err == nil {
		token, err = h.auth.Invite(ctx, actor(c), role)
	}
	if errs.KindOf(err) == errs.Invalid || mails && atForm(err) {
		return h.showInvitations(c, web.Status(err), views.InviteForm{Role: role, Email: email, Errors: errs.FieldsOf(err), Error: formError(err)})
	}
	if err != nil {
		return err
	}
	form := views.InviteForm{
		Role: role, Link: h.url + "/invitations/" + token,
		LinkNote: "One person can join as " + withArticle[role] + " with it, within seven days. It is shown this once.",
	}
	if mails {
		who := web.Who(c)
		if err := h.auth.MailInvitation(email, who.UserName, who.TenantName, form.Link); err != nil {
			return err
		}
		form.LinkNote += " It is on its way to " + email + " too."
	}
	return h.showInvitations(c, http.StatusCreated, form)
}

func (h *Handlers) withdraw(c echo.Context) error {
	id, err := web.ID(c, "id")
	if err != nil {
		return err
	}
	if err := h.auth.Withdraw(c.Request().Context(), actor(c), id); err != nil {
		return err
	}
	h.site.Flash(c, "The invitation is withdrawn.")
	return c.Redirect(http.StatusSeeOther, "/settings/invitations")
}

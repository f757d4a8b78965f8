package auth

import (
	"net/http"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/services/auth"
	views "stoa/views/auth"
	"stoa/views/ui"
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
			return h.enter(c, auth.Login{User: p.User, Tenant: t.ID}, nil, "/chats")
		}
	}
	return errs.New(errs.NotFound, "There is no such company.")
}

func actor(c echo.Context) auth.Actor {
	p := web.Who(c)
	return auth.Actor{Tenant: p.Tenant, User: p.User, Role: p.Role}
}

func (h *Handlers) members(c echo.Context) error {
	return h.showMembers(c, http.StatusOK, "", views.InviteForm{})
}

func (h *Handlers) showMembers(c echo.Context, status int, failed string, form views.InviteForm) error {
	page, err := h.site.Page(c, "Members")
	if err != nil {
		return err
	}
	a, ctx := actor(c), c.Request().Context()
	members, err := h.auth.Members(ctx, a)
	if err != nil {
		return err
	}
	props := views.MembersProps{Page: page, Manage: auth.MayManage(a.Role), Error: failed, Invite: form}
	for _, m := range members {
		row := views.Member{ID: m.User.String(), Name: m.Name, Email: m.Email, Role: m.Role, Joined: web.Moment(m.Since, "date"), You: m.User == a.User}
		if auth.MayChange(a, m.Role) {
			row.Roles, row.Removable = roleOptions(a.Role), true
		}
		props.Members = append(props.Members, row)
	}
	if props.Manage {
		props.Invite.Roles = roleOptions(a.Role)
		if props.Invitations, err = h.openInvitations(c, a); err != nil {
			return err
		}
	}
	return web.Render(c, status, views.Members(props))
}

func (h *Handlers) openInvitations(c echo.Context, a auth.Actor) ([]views.OpenInvitation, error) {
	open, err := h.auth.Invitations(c.Request().Context(), a)
	rows := make([]views.OpenInvitation, len(open))
	for i, inv := range open {
		rows[i] = views.OpenInvitation{ID: inv.ID.String(), Role: inv.Role, By: inv.By, Created: web.Moment(inv.CreatedAt, "date"), Expires: web.Moment(inv.ExpiresAt, "date")}
	}
	return rows, err
}

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

func (h *Handlers) setRole(c echo.Context) error {
	return h.changeMember(c, "The role is changed.", func(user uuid.UUID) error {
		return h.auth.SetRole(c.Request().Context(), actor(c), user, c.FormValue("role"))
	})
}

func (h *Handlers) removeMember(c echo.Context) error {
	return h.changeMember(c, "The member is removed.", func(user uuid.UUID) error {
		return h.auth.RemoveMember(c.Request().Context(), actor(c), user)
	})
}

func (h *Handlers) changeMember(c echo.Context, done string, change func(uuid.UUID) error) error {
	user, err := web.ID(c, "id")
	if err != nil {
		return err
	}
	err = change(user)
	if atForm(err) {
		return h.showMembers(c, web.Status(err), errs.MessageOf(err), views.InviteForm{})
	}
	if err != nil {
		return err
	}
	h.site.AnnouncePerson(c.Request().Context(), h.bus, user)
	h.site.Flash(c, done)
	return c.Redirect(http.StatusSeeOther, "/settings/members")
}

// invite answers with the link itself: it is shown this once, so there is nothing to redirect to.
func (h *Handlers) invite(c echo.Context) error {
	role := c.FormValue("role")
	token, err := h.auth.Invite(c.Request().Context(), actor(c), role)
	if atForm(err) {
		return h.showMembers(c, web.Status(err), "", views.InviteForm{Role: role, Errors: errs.FieldsOf(err), Error: formError(err)})
	}
	if err != nil {
		return err
	}
	return h.showMembers(c, http.StatusCreated, "", views.InviteForm{
		Role: role, Link: h.url + "/invitations/" + token,
		LinkNote: "One person can join as " + withArticle[role] + " with it, within seven days. It is shown this once.",
	})
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
	return c.Redirect(http.StatusSeeOther, "/settings/members")
}

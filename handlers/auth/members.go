package auth

import (
	"context"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/generated/resources"
	"stoa/handlers/crud"
	"stoa/internal/errs"
	"stoa/internal/plugin"
	"stoa/internal/resource"
	"stoa/internal/session"
	"stoa/services/auth"
	views "stoa/views/crud"
)

type row = db.ListMembershipsRow

// mountMembers puts the people of a company into routes: the resource as generated, with the rules of roles around its writes.
func (h *Handlers) mountMembers(engine *crud.Engine, routes plugin.Routes) {
	crud.Mount(engine, routes, resources.Memberships(), crud.Overrides[row]{
		Slots: crud.Slots[row]{
			New: inviteLink,
			Choices: map[string]func(context.Context, *session.Principal) []resource.Option{
				"role": func(_ context.Context, p *session.Principal) []resource.Option { return roles(p.Role) },
			},
			Cells: map[string]func(row, bool) views.Cell{"user_id": who},
			Saved: func(*crud.Change, string) string { return "The role is changed." },
		},
		Steps: crud.Steps{
			Validate:     mayGive,
			BeforeUpdate: h.guard, AfterUpdate: h.ownerRemains,
			BeforeDelete: h.guard, AfterDelete: h.ownerRemains,
			AfterCommit: h.endSessions,
		},
	})
}

// inviteLink is how a company gets another member: nobody is made one without being asked.
func inviteLink(p *session.Principal) views.Link {
	if !auth.MayManage(p.Role) {
		return views.Link{}
	}
	return views.Link{Text: "Invite somebody", Href: "/settings/invitations"}
}

// who splits the name that the query makes of a person.
func who(m row, _ bool) views.Cell {
	name, email, _ := strings.Cut(strings.TrimSuffix(m.UserIDLabel, ">"), " <")
	return views.Cell{Text: name, Note: email}
}

// roles are those that somebody of a role may give: none above their own.
func roles(own string) []resource.Option {
	return resource.Map(auth.RolesUpTo(own), func(role string) resource.Option {
		return resource.Option{Value: role, Label: strings.ToUpper(role[:1]) + role[1:]}
	})
}

func mayGive(_ context.Context, change *crud.Change, fields errs.Fields) {
	if role := roleOf(change); role != "" && !auth.MayGive(change.Role, role) {
		fields.Add("role", "You may give roles up to your own.")
	}
}

func (h *Handlers) guard(ctx context.Context, tx pgx.Tx, change *crud.Change) error {
	a := auth.Actor{Tenant: change.Tenant, User: change.User, Role: change.Role}
	return h.auth.GuardMember(ctx, tx, a, personOf(change), roleOf(change))
}

func (h *Handlers) ownerRemains(ctx context.Context, tx pgx.Tx, change *crud.Change) error {
	return h.auth.OwnerRemains(ctx, tx, change.Tenant)
}

// endSessions: whoever has another role, or none, begins anew.
func (h *Handlers) endSessions(ctx context.Context, change crud.Change) error {
	user := personOf(&change)
	err := h.auth.EndSessions(ctx, change.Tenant, user)
	h.site.AnnouncePerson(ctx, h.bus, user)
	return err
}

func personOf(change *crud.Change) uuid.UUID {
	return resource.As[uuid.UUID](change.Old.Values, "user_id")
}

// roleOf is the role that a change gives; "" for a removal.
func roleOf(change *crud.Change) string { return resource.As[string](change.Values, "role") }

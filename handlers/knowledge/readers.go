package knowledge

import (
	"net/http"

	"github.com/a-h/templ"
	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"stoa/generated/db"
	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/session"
	views "stoa/views/knowledge"
)

func collectionPath(id uuid.UUID) string { return "/settings/collections/" + id.String() }

// aside stands beside a collection: its documents, and who is named to read them.
func aside(_ *session.Principal, c db.ListKnowledgeCollectionsRow) templ.Component {
	props := views.AsideProps{Documents: "/knowledge" + query("collection", c.ID.String())}
	if c.Access == string(db.CollectionAccessNamed) {
		props.Readers = collectionPath(c.ID) + "/readers"
	}
	return views.Aside(props)
}

func (h *Handlers) readers(c echo.Context) error {
	id, err := web.ID(c, "id")
	if err != nil {
		return err
	}
	p := person(c)
	r, err := h.knowledge.Readers(c.Request().Context(), p, id)
	if err != nil {
		return err
	}
	props := views.ReadersProps{TenantID: p.Tenant.String(), Path: collectionPath(id), Collection: r.Collection, Named: r.Named}
	for _, m := range r.Members {
		props.Members = append(props.Members, views.Member{ID: m.User.String(), Name: m.Name, Reads: m.Reads})
	}
	if props.Page, err = h.site.Page(c, "Readers of "+r.Collection); err != nil {
		return err
	}
	return web.Render(c, http.StatusOK, views.Readers(props))
}

func (h *Handlers) nameReaders(c echo.Context) error {
	id, err := web.ID(c, "id")
	if err != nil {
		return err
	}
	var users []uuid.UUID
	for _, text := range c.Request().PostForm["user"] {
		user, err := uuid.Parse(text)
		if err != nil {
			return errs.Wrap(errs.BadRequest, err, "There is no such member.")
		}
		users = append(users, user)
	}
	if err := h.knowledge.NameReaders(c.Request().Context(), person(c), id, users); err != nil {
		return err
	}
	h.site.Flash(c, "The readers were saved.")
	return c.Redirect(http.StatusSeeOther, collectionPath(id))
}

package chat

import (
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/services/chat"
	views "stoa/views/chat"
	"stoa/views/ui"
)

func (h *Handlers) list(c echo.Context) error {
	return h.showList(c, http.StatusOK, views.NewChat{})
}

func (h *Handlers) showList(c echo.Context, status int, form views.NewChat) error {
	after, err := parseCursor(c.QueryParam("before"))
	if err != nil {
		return err
	}
	page, err := h.site.Page(c, "Chats")
	if err != nil {
		return err
	}
	ctx := c.Request().Context()
	entries, more, err := h.chat.List(ctx, person(web.Who(c)), after, chatPage)
	if err != nil {
		return err
	}
	form.Models = h.modelOptions(c)
	props := views.ListProps{Page: page, New: form}
	for _, e := range entries {
		props.Chats = append(props.Chats, views.ChatRow{Href: path(e.ID), Title: e.Title, Model: e.Model, Updated: web.Moment(e.UpdatedAt, "datetime")})
	}
	if after != nil {
		props.Pager.Newer = "/chats"
	}
	if more {
		last := entries[len(entries)-1]
		props.Pager.Older = "/chats?before=" + formatCursor(chat.Cursor{At: last.UpdatedAt, ID: last.ID})
	}
	return web.Render(c, status, views.List(props))
}

// modelOptions are the models to choose from, the default first with an empty value. A provider that
// is away leaves the default alone.
func (h *Handlers) modelOptions(c echo.Context) []ui.Option {
	models, err := h.models.Models(c.Request().Context())
	options := []ui.Option{{Label: "Default"}}
	if err != nil {
		return options
	}
	for i, m := range models {
		if i == 0 {
			options[0].Label = "Default: " + m.ID
		}
		options = append(options, ui.Option{Value: m.ID, Label: m.ID})
	}
	return options
}

func (h *Handlers) create(c echo.Context) error {
	in := chat.NewConversation{Title: c.FormValue("title"), Model: c.FormValue("model"), SystemPrompt: c.FormValue("system_prompt")}
	id, err := h.chat.Create(c.Request().Context(), person(web.Who(c)), in)
	if errs.KindOf(err) == errs.Invalid && err != nil {
		return h.showList(c, http.StatusUnprocessableEntity, views.NewChat{
			Title: in.Title, Model: in.Model, SystemPrompt: in.SystemPrompt, Errors: errs.FieldsOf(err),
		})
	}
	if err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, path(id))
}

// A cursor travels as the microseconds of the last row's time and its id.
func formatCursor(c chat.Cursor) string {
	return strconv.FormatInt(c.At.UnixMicro(), 10) + "." + c.ID.String()
}

func parseCursor(s string) (*chat.Cursor, error) {
	if s == "" {
		return nil, nil
	}
	micro, id, _ := strings.Cut(s, ".")
	at, err := strconv.ParseInt(micro, 10, 64)
	if err != nil {
		return nil, errs.Wrap(errs.BadRequest, err, "This page of the list does not exist.")
	}
	row, err := uuid.Parse(id)
	if err != nil {
		return nil, errs.Wrap(errs.BadRequest, err, "This page of the list does not exist.")
	}
	return &chat.Cursor{At: time.UnixMicro(at), ID: row}, nil
}

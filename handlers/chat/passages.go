package chat

import (
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/services/chat"
	views "stoa/views/chat"
)

// passages are what an answer cites, with their texts: a panel beside the chat, or a page of their own.
func (h *Handlers) passages(c echo.Context) error {
	id, err := web.ID(c, "id")
	if err != nil {
		return err
	}
	message, err := web.ID(c, "message")
	if err != nil {
		return err
	}
	list, err := h.chat.Passages(c.Request().Context(), person(web.Who(c)), id, message)
	if err != nil {
		return err
	}
	props := views.PassagesProps{Path: c.Request().URL.Path, Back: path(id) + "#m-" + message.String()}
	for _, p := range list {
		props.List = append(props.List, passageProps(p))
	}
	if web.Partial(c) {
		return web.Render(c, http.StatusOK, views.Panel(props))
	}
	if props.Page, err = h.site.Page(c, "Sources"); err != nil {
		return err
	}
	return web.Render(c, http.StatusOK, views.Passages(props))
}

func passageProps(p chat.Passage) views.PassageProps {
	return views.PassageProps{SourceProps: sourceProp(p.Source), Before: strings.TrimLeft(p.Before, "\n"), Marked: p.Marked, After: strings.TrimRight(p.After, "\n ")}
}

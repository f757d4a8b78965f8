package plugin

import (
	"github.com/a-h/templ"
	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"stoa/internal/errs"
	"stoa/internal/plugin/ui"
)

// Component makes a part of a page for one request. It must ask for rows in the scope of who is logged in.
type Component func(echo.Context, Args) (Part, error)

// Part is what a component shows.
type Part struct {
	Title string // what the page is about; the first part's title is the page's when ui.yaml gives it none
	Body  templ.Component
	Done  bool // the component has answered the request itself: it streams
}

// Args are the arguments that ui.yaml gives a component.
type Args map[string]ui.Arg

// ID is the row that a binding names in this request; what is no id names nothing.
func (a Args) ID(c echo.Context, name string) (uuid.UUID, error) {
	id, err := uuid.Parse(c.Param(a[name].Binding.Param))
	if err != nil {
		return uuid.Nil, errs.Wrap(errs.NotFound, err, "There is no such page.")
	}
	return id, nil
}

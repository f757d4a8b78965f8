package web

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"stoa/internal/plugin"
	"stoa/internal/plugin/procedure"
	"stoa/internal/session"
)

// Run does what a procedure is for, whoever asks: a form and a program go the same way from here on.
type Run[In, Out any] func(context.Context, *session.Principal, In) (Out, error)

// Call is a procedure that a page's form asks for. What the form broke is Invalid, and Do returns it: the page shows it beside
// the fields with what was typed.
type Call[In, Out any] struct {
	echo.Context
	In      In
	Invalid error
	run     Run[In, Out]
}

// Do runs the procedure.
func (c *Call[In, Out]) Do() (out Out, err error) {
	if c.Invalid != nil {
		return out, c.Invalid
	}
	return c.run(c.Request().Context(), Who(c), c.In)
}

// Mount puts a procedure into the routes: its form, which says what a page answers, and its operation of the API.
func Mount[In, Out any](s *Site, r plugin.Routes, p procedure.Procedure[In, Out], run Run[In, Out], form func(*Call[In, Out]) error) {
	input := p.Input()
	r.Tenant.Add(p.Method, p.Route(), func(c echo.Context) error {
		values := c.QueryParams()
		if p.Method == http.MethodPost {
			values = c.Request().PostForm
		}
		in, err := input.FromForm(values, c.Param)
		if err != nil && Status(err) != http.StatusUnprocessableEntity {
			return err
		}
		return form(&Call[In, Out]{Context: c, In: in, Invalid: err, run: run})
	})
	operate(s, r, p, input, func(c echo.Context, in In) error {
		out, err := run(c.Request().Context(), Who(c), in)
		if err != nil {
			return err
		}
		return c.JSON(http.StatusOK, out)
	})
}

// operate mounts the operation of the API.
func operate[In, Out any](s *Site, r plugin.Routes, p procedure.Procedure[In, Out], input *procedure.Input[In], answer func(echo.Context, In) error) {
	resource, operation := p.Scoped()
	r.API.Add(p.Method, p.Route(), s.Scoped(resource, p.Group(), operation, func(c echo.Context) error {
		in, err := readInput(c, input)
		if err != nil {
			return err
		}
		return answer(c, in)
	}))
}

func readInput[In any](c echo.Context, input *procedure.Input[In]) (in In, err error) {
	if c.Request().Method == http.MethodGet {
		return input.FromQuery(c.QueryParams(), c.Param)
	}
	body, err := ReadJSON(c)
	if err != nil {
		return in, err
	}
	return input.FromJSON(body, c.Param)
}

package crud

import (
	"context"
	"fmt"

	"github.com/a-h/templ"
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/labstack/echo/v4"

	"stoa/internal/errs"
	"stoa/internal/resource"
	"stoa/internal/session"
	views "stoa/views/crud"
)

// Overrides is what a plugin does in its own way; what is nil the engine does. T is the type of the
// resource's rows, so that a change of the schema breaks the build and not the page.
type Overrides[T any] struct {
	Slots    Slots[T]
	Pages    Pages[T]
	Steps    Steps
	Handlers Handlers
	Actions  map[string]Act // by their names in the schema
}

// Slots add to a page.
type Slots[T any] struct {
	ListHeader func(context.Context, *session.Principal) (templ.Component, error)
	Empty      func(*session.Principal) templ.Component
	// New is where rows come from when no form makes them: what the list offers first. Without text it offers nothing.
	New         func(*session.Principal) views.Link
	RowMenu     func(*session.Principal, T) templ.Component
	DetailAside func(*session.Principal, T) templ.Component
	FormBefore  func(*session.Principal, *T) templ.Component // nil for a new row
	FormAfter   func(*session.Principal, *T) templ.Component
	// Choices are the values that a field may be given, when only the plugin knows them; the first may be the empty one.
	Choices map[string]func(context.Context, *session.Principal) []resource.Option
	// Saved is what the next page says after a write that was "created" or "saved"; "" says nothing.
	Saved func(row *Change, what string) string
	// Leads is where the page goes after such a write; "" is the row's own page.
	Leads func(row *Change, what string) string
	Cells map[string]func(row T, brief bool) views.Cell // how fields are drawn, by name: brief in a list, else whole
	// Notes are what a list says behind the titles of its rows to this person, by their ids, read for all of them at once.
	// When one changes without its row, web.Site.TellPerson says so to the lists of that person.
	Notes func(context.Context, *session.Principal, []uuid.UUID) (map[uuid.UUID]string, error)
}

// Pages replace a page; they get what the engine's own would show.
type Pages[T any] struct {
	List   func(views.ListProps, []T) templ.Component
	Detail func(views.DetailProps, T) templ.Component
	Form   func(views.FormProps, *T) templ.Component
}

// Change is one write under way.
type Change struct {
	resource.Scope
	ID     uuid.UUID
	Old    *resource.Row   // nil while a row is made; of a delete it is there for the steps
	Values resource.Values // nil in a delete

	revision string // of a delete or an action: refused unless the row still has it; "" takes any
}

// Steps add to a write. The ones in the transaction undo it by an error; an error of errs.Invalid
// goes back into the form. A step that fails after the commit is logged and undoes nothing.
type Steps struct {
	Normalise                 func(context.Context, *Change)              // before the rules are applied
	Validate                  func(context.Context, *Change, errs.Fields) // after them
	Scope                     func(*session.Principal, *resource.Query)   // narrows every list
	BeforeCreate, AfterCreate func(context.Context, pgx.Tx, *Change) error
	BeforeUpdate, AfterUpdate func(context.Context, pgx.Tx, *Change) error
	BeforeDelete, AfterDelete func(context.Context, pgx.Tx, *Change) error // also of a restore's opposite, for each row
	AfterCommit               func(context.Context, Change) error
}

// Handlers replace what a route does; List and Detail that of the page only, the others that of the API too. They run after access was checked and may call next for the usual.
type Handlers struct {
	List, Detail, Create, Update, Delete func(r Request, next func() error) error
}

// Request is parsed and authorised.
type Request struct {
	echo.Context
	Who    *session.Principal
	Query  resource.Query // of a list
	Change *Change        // of a create, update or delete
	Row    *resource.Row  // of everything about one row
	API    bool           // a program asks: next answers with JSON
}

// overrides are Overrides of a type that the engine need not know.
type overrides struct {
	Slots[any]
	Pages[any]
	Steps
	Handlers
	Actions map[string]Act
}

// erase panics when T is not the type of the resource's rows: that is a mistake in the program, and shows at its start.
func erase[T any](r resource.Resource, o Overrides[T]) overrides {
	if _, ok := r.Record.(T); !ok && r.Record != nil {
		panic(fmt.Sprintf("crud: overrides of %s are for %T, its rows are %T", r.Table, *new(T), r.Record))
	}
	e := overrides{Steps: o.Steps, Handlers: o.Handlers, Actions: o.Actions}
	e.Slots.ListHeader, e.Slots.Empty, e.Slots.New = o.Slots.ListHeader, o.Slots.Empty, o.Slots.New
	e.Slots.RowMenu, e.Slots.DetailAside = eraseRow(o.Slots.RowMenu), eraseRow(o.Slots.DetailAside)
	e.Slots.FormBefore, e.Slots.FormAfter = eraseForm(o.Slots.FormBefore), eraseForm(o.Slots.FormAfter)
	e.Slots.Choices, e.Slots.Saved, e.Slots.Leads, e.Slots.Notes = o.Slots.Choices, o.Slots.Saved, o.Slots.Leads, o.Slots.Notes
	e.Slots.Cells = map[string]func(any, bool) views.Cell{}
	for name, f := range o.Slots.Cells {
		if _, ok := r.Field(name); !ok {
			panic(fmt.Sprintf("crud: a cell of %s is for %q, which is none of its fields", r.Table, name))
		}
		e.Slots.Cells[name] = func(row any, brief bool) views.Cell { return f(typed[T](row), brief) }
	}
	if f := o.Pages.List; f != nil {
		e.Pages.List = func(p views.ListProps, rows []any) templ.Component {
			return f(p, resource.Map(rows, func(r any) T { return typed[T](r) }))
		}
	}
	if f := o.Pages.Detail; f != nil {
		e.Pages.Detail = func(p views.DetailProps, row any) templ.Component { return f(p, typed[T](row)) }
	}
	if f := o.Pages.Form; f != nil {
		e.Pages.Form = func(p views.FormProps, row *any) templ.Component { return f(p, typedOrNil[T](row)) }
	}
	return e
}

func eraseRow[T any](f func(*session.Principal, T) templ.Component) func(*session.Principal, any) templ.Component {
	if f == nil {
		return nil
	}
	return func(p *session.Principal, row any) templ.Component { return f(p, typed[T](row)) }
}

func eraseForm[T any](f func(*session.Principal, *T) templ.Component) func(*session.Principal, *any) templ.Component {
	if f == nil {
		return nil
	}
	return func(p *session.Principal, row *any) templ.Component { return f(p, typedOrNil[T](row)) }
}

func typed[T any](row any) T {
	t, _ := row.(T)
	return t
}

func typedOrNil[T any](row *any) *T {
	if row == nil {
		return nil
	}
	t := typed[T](*row)
	return &t
}

package crud

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"slices"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/resource"
)

// readJSON is read for a JSON body. Each name in it has to be that of a field that may be set now: what would be passed
// over in silence is refused. A field that a new row's body leaves out has its default, one of a change stays as it is.
func (t *table) readJSON(ctx context.Context, body map[string]json.RawMessage, change *Change) error {
	fields := errs.Fields{}
	creating := change.Old == nil
	for name := range body {
		switch f, ok := t.Field(name); {
		case !ok || f.Hidden:
			fields.Add(short(name, 60), "There is no such field.")
		case f.Readonly:
			fields.Add(name, "This is read-only.")
		case !f.Writable(creating):
			fields.Add(name, "This cannot be changed later.")
		}
	}
	t.fill(change, func(f resource.Field) {
		raw, sent := body[f.Name]
		if !sent {
			change.Values[f.Name] = unsent(f, change.Old)
			return
		}
		value, problem := resource.DecodeJSON(f, raw)
		if change.Values[f.Name] = value; problem != "" {
			fields.Add(f.Name, problem)
		}
	})
	t.check(ctx, change, fields)
	return fields.Err()
}

// unsent is the value of a field that a request does not mention.
func unsent(f resource.Field, old *resource.Row) any {
	if old == nil || f.Kind == resource.Secret { // the row only says whether there is one
		return nil
	}
	return old.Values[f.Name]
}

func (t *table) apiCreate(c echo.Context) error {
	p, ctx := web.Who(c), c.Request().Context()
	id, err := newID(c)
	if err != nil {
		return err
	}
	change, err := t.creation(p, id)
	if err != nil {
		return err
	}
	body, err := web.ReadJSON(c)
	if err != nil {
		return err
	}
	invalid := t.readJSON(ctx, body, change)
	save := func() error {
		if invalid != nil {
			return invalid
		}
		err := t.insert(ctx, change)
		if t.repeated(c, err) {
			return t.apiMade(c, http.StatusOK, id)
		}
		if err != nil {
			return t.explain(err)
		}
		c.Response().Header().Set(echo.HeaderLocation, web.APIPrefix+t.path(id.String()))
		return t.apiMade(c, http.StatusCreated, id)
	}
	if t.o.Handlers.Create != nil {
		return t.o.Handlers.Create(Request{Context: c, Who: p, Change: change, API: true}, save)
	}
	return save()
}

const idempotencyKey = "Idempotency-Key"

// newID is the id of the row to be made. A program that may have to send its request again chooses it.
func newID(c echo.Context) (uuid.UUID, error) {
	text := c.Request().Header.Get(idempotencyKey)
	if text == "" {
		return uuid.Must(uuid.NewV7()), nil
	}
	id, err := uuid.Parse(text)
	if err != nil || id.Version() != 7 {
		return id, errs.New(errs.BadRequest, "The %s has to be a UUID of version 7: it becomes the id of the row.", idempotencyKey)
	}
	return id, nil
}

// repeated reports whether a row was not made because a request with the same key has made it.
func (t *table) repeated(c echo.Context, err error) bool {
	var pg *pgconn.PgError
	return c.Request().Header.Get(idempotencyKey) != "" && errors.As(err, &pg) && pg.ConstraintName == t.Table+"_pkey"
}

// apiMade answers with a row as a request has left it; a token that may not read learns its id and revision alone.
func (t *table) apiMade(c echo.Context, status int, id uuid.UUID) error {
	p := web.Who(c)
	row, err := t.get(c.Request().Context(), p, id)
	if kind := errs.KindOf(err); status == http.StatusCreated && (kind == errs.Forbidden || kind == errs.NotFound) {
		return c.JSON(status, map[string]string{"id": id.String()}) // whoever may make it need not be one who sees it
	}
	if err != nil {
		return err
	}
	if !p.May(t.Table, scopeRead) {
		blank := *t
		blank.Fields, blank.SoftDelete = nil, false
		t = &blank
	}
	return t.apiShow(c, status, row, nil)
}

func (t *table) apiUpdate(c echo.Context) error {
	p, ctx := web.Who(c), c.Request().Context()
	row, err := t.inUse(c, t.Allow.Update)
	if err != nil {
		return err
	}
	revision, err := ifMatch(c, row)
	if err != nil {
		return err
	}
	body, err := web.ReadJSON(c)
	if err != nil {
		return err
	}
	t = t.of(p, &row)
	change := t.edit(p, &row)
	invalid := t.readJSON(ctx, body, change)
	save := func() error {
		if invalid != nil {
			return invalid
		}
		err := t.write(ctx, change, revision)
		if errors.Is(err, errStale) {
			return errChanged
		}
		if err != nil {
			return t.explain(err)
		}
		return t.apiMade(c, http.StatusOK, row.ID)
	}
	if t.o.Handlers.Update != nil {
		return t.o.Handlers.Update(Request{Context: c, Who: p, Change: change, Row: &row, API: true}, save)
	}
	return save()
}

// apiBulkMost is how many rows may be named at once.
const apiBulkMost = 1000

// apiBulk does something with the rows that are named, or with all that match a list.
func (t *table) apiBulk(c echo.Context) error {
	p, ctx := web.Who(c), c.Request().Context()
	if _, err := scope(p, t.Allow.Read); err != nil {
		return err
	}
	sc, err := scope(p, t.Allow.Delete)
	if err != nil {
		return err
	}
	body, err := web.ReadJSON(c)
	if err != nil {
		return err
	}
	b, err := t.bulkOf(body)
	if err != nil {
		return err
	}
	do := func(ctx context.Context, ids []uuid.UUID) (tally, error) {
		l, _, err := t.bulkSome(ctx, p, b.query, sc, ids, b.action, b.matching != nil)
		return l, err
	}
	l, err := t.several(ctx, p, b.matching, b.ids, do)
	if err != nil {
		return t.explain(err)
	}
	return c.JSON(http.StatusOK, l.answer(b.ids))
}

// bulk is what a bulk request asks for: rows by id, or those of a list.
type bulk struct {
	action   string
	query    resource.ByIDs
	ids      []uuid.UUID
	matching *state
}

func (t *table) bulkOf(body map[string]json.RawMessage) (b bulk, err error) {
	fields := t.namedRows(body, &b, "action")
	if json.Unmarshal(body["action"], &b.action) != nil {
		fields.Add("action", "Send delete, restore or purge.")
	} else if b.query, err = t.bulkQuery(b.action); err != nil {
		fields.Add("action", "Send delete, restore or purge; the last two where there is a trash.")
	}
	return b, fields.Err()
}

// namedRows reads which rows a body is about: ids, or those that match a list. It may have one more part.
func (t *table) namedRows(body map[string]json.RawMessage, b *bulk, part string) errs.Fields {
	fields := errs.Fields{}
	for name := range body {
		if !slices.Contains([]string{part, "ids", "matching"}, name) {
			fields.Add(short(name, 60), "There is no such field.")
		}
	}
	switch ids, matching := body["ids"], body["matching"]; {
	case (ids == nil) == (matching == nil):
		fields.Add("ids", "Send either ids or matching.")
	case ids != nil && (json.Unmarshal(ids, &b.ids) != nil || slices.Contains(b.ids, uuid.Nil) || len(b.ids) == 0 || len(b.ids) > apiBulkMost):
		fields.Add("ids", "Send an array of 1 to 1000 ids.")
	case matching != nil:
		var err error
		if b.matching, err = t.matching(matching); err != nil {
			fields.Add("matching", "Send an object of parameters of the list: q, tab, and its filters.")
		}
	}
	return fields
}

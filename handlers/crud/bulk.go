package crud

import (
	"context"
	"encoding/base64"
	"net/http"
	"net/url"
	"slices"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/resource"
	"stoa/internal/session"
	views "stoa/views/crud"
)

// batch bounds the rows of one transaction, so that live rows never wait long for it.
const batch = 500

// undoable bounds the rows whose deletion at once the next page offers to undo.
const undoable = 100

// The bulk actions.
const (
	doDelete  = "delete"
	doRestore = "restore"
	doPurge   = "purge"
)

// picks reports whether rows have a check box: when there is something to do with several at once.
func (t *table) picks(p *session.Principal) bool {
	return t.deletes(p) || slices.ContainsFunc(t.Actions, func(a resource.Action) bool { return a.Bulk && a.Allow.Somebody(p.Role) })
}

func (t *table) deletes(p *session.Principal) bool {
	return t.Ops.Delete && t.Allow.Delete.Somebody(p.Role)
}

func (t *table) bulkBar(p *session.Principal, s state, page found) views.Bulk {
	if !t.picks(p) {
		return views.Bulk{}
	}
	bar := views.Bulk{Action: t.path("bulk"), State: s.values(t).Encode()}
	if page.next || page.previous {
		bar.All = "and all others that match"
		if n, exact := t.current(s, page.counts); exact && t.List.Count > 0 {
			bar.All = "All " + web.Count(int64(n)) + " that match"
		}
	}
	if !s.trash() {
		for _, a := range t.Actions {
			if a.Bulk && a.Allow.Somebody(p.Role) {
				bar.Do = append(bar.Do, views.BulkAction{Name: a.Name, Label: a.Label})
			}
		}
	}
	switch {
	case !t.deletes(p):
	case s.trash():
		bar.Do = []views.BulkAction{{Name: doRestore, Label: "Restore"}, {Name: doPurge, Label: "Delete for good…", Kind: "destructive"}}
	default:
		label := map[bool]string{true: "Move to the trash", false: "Delete…"}[t.SoftDelete]
		bar.Do = append(bar.Do, views.BulkAction{Name: doDelete, Label: label, Kind: "destructive"})
	}
	return bar
}

// bulk does something with the rows that were picked, or with all that match the list's state: its
// filter is run again here, and the ids of a page are never taken for all.
func (t *table) bulk(c echo.Context) error {
	p := web.Who(c)
	if _, err := scope(p, t.Allow.Read); err != nil {
		return err
	}
	form, err := c.FormParams()
	if err != nil {
		return err
	}
	action, acts := t.action(form.Get("action"))
	acts = acts && action.Bulk
	sc, err := scope(p, t.Allow.Delete)
	if err != nil && !acts {
		return err
	}
	query, err := t.bulkQuery(form.Get("action"))
	if err != nil && !acts {
		return err
	}
	s, err := t.bulkState(form)
	if err != nil {
		return err
	}
	ids, err := picked(form)
	if err != nil {
		return err
	}
	var matching *state
	if form.Get("all") != "" {
		matching = &s
	}
	if len(ids) == 0 && matching == nil {
		t.Site.FlashWarn(c, "Nothing was picked.")
		return c.Redirect(http.StatusSeeOther, t.address(s))
	}
	if acts {
		return t.bulkAct(c, action, s, form, matching, ids)
	}
	if form.Get("confirm") == "" && t.finalAction(form.Get("action")) {
		return t.confirmBulk(c, s, form, ids)
	}
	var done []uuid.UUID
	do := func(ctx context.Context, ids []uuid.UUID) (tally, error) {
		l, may, err := t.bulkSome(ctx, p, query, sc, ids, form.Get("action"), matching != nil)
		if err == nil && len(done) <= undoable {
			done = append(done, may...)
		}
		return l, err
	}
	l, err := t.several(c.Request().Context(), p, matching, ids, do)
	if err != nil {
		return t.explain(err)
	}
	t.sayBulk(c, form.Get("action"), l, done)
	return c.Redirect(http.StatusSeeOther, t.address(s))
}

// sayBulk says what was done, and offers to undo it while its rows fit into a cookie; more are restored from the trash.
func (t *table) sayBulk(c echo.Context, action string, l tally, done []uuid.UUID) {
	trashed := action == doDelete && t.SoftDelete
	what := map[string]string{doDelete: "deleted", doRestore: "restored", doPurge: "deleted for good"}[action]
	if trashed {
		what = "moved to the trash"
	}
	text := t.quantity(l.changed) + " " + what + "." + l.said()
	if l.changed == 0 || !trashed || len(done) > undoable {
		t.sayTally(c, text, l)
		return
	}
	t.Site.FlashUndo(c, text, t.path("bulk")+"?"+url.Values{"action": {doRestore}, "these": {packIDs(done)}}.Encode())
}

// sayTally warns when something was refused, or nothing done.
func (t *table) sayTally(c echo.Context, text string, l tally) {
	if l.changed == 0 || l.refused > 0 {
		t.Site.FlashWarn(c, text)
		return
	}
	t.Site.Flash(c, text)
}

func (t *table) bulkQuery(action string) (resource.ByIDs, error) {
	queries := map[string]resource.ByIDs{doDelete: t.Store.Delete, doRestore: t.Store.Restore, doPurge: t.Store.Purge}
	if query := queries[action]; query != nil {
		return query, nil
	}
	return nil, errs.New(errs.BadRequest, "There is no such action.")
}

func (t *table) finalAction(action string) bool {
	return action == doPurge || action == doDelete && !t.SoftDelete
}

func (t *table) bulkState(form url.Values) (state, error) {
	q, err := url.ParseQuery(form.Get("state"))
	if err != nil {
		return state{}, errState
	}
	return t.parse(q)
}

func (t *table) confirmBulk(c echo.Context, s state, form url.Values, ids []uuid.UUID) error {
	props := views.DeleteProps{Title: "Delete what is picked?", Crumbs: t.crumbs(nil), Action: t.path("bulk"), Cancel: t.address(s)}
	props.Keep = keepBulk(form, ids)
	return t.confirm(c, props, ids, false)
}

// picked are the rows that a bulk form names: one by one, or packed in the address of an undo.
func picked(form url.Values) ([]uuid.UUID, error) {
	if text := form.Get("these"); text != "" {
		return unpackIDs(text)
	}
	return parseIDs(form["ids"])
}

func packIDs(ids []uuid.UUID) string {
	var b []byte
	for _, id := range ids {
		b = append(b, id[:]...)
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

func unpackIDs(text string) ([]uuid.UUID, error) {
	b, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil || len(b)%16 != 0 {
		return nil, errs.New(errs.BadRequest, "This names no row.")
	}
	var ids []uuid.UUID
	for part := range slices.Chunk(b, 16) {
		ids = append(ids, uuid.UUID(part))
	}
	return ids, nil
}

func parseIDs(texts []string) ([]uuid.UUID, error) {
	ids := make([]uuid.UUID, len(texts))
	for i, text := range texts {
		id, err := uuid.Parse(text)
		if err != nil {
			return nil, errs.Wrap(errs.BadRequest, err, "This names no row.")
		}
		ids[i] = id
	}
	return ids, nil
}

// bulkSome does one batch, and says of which rows. A restore has no steps around it.
func (t *table) bulkSome(
	ctx context.Context, p *session.Principal, query resource.ByIDs, s resource.Scope, ids []uuid.UUID, action string, listed bool,
) (l tally, may []uuid.UUID, err error) {
	may, l, err = t.reach(ctx, p, ids, action != doDelete, listed)
	if err != nil || len(may) == 0 {
		return l, nil, err
	}
	if action == doRestore {
		l.changed, err = query(ctx, t.door(p), s, may)
	} else {
		l.changed, err = t.remove(ctx, query, s, resource.Map(may, func(id uuid.UUID) *Change { return t.deletion(p, id) }))
	}
	l.refused += int64(len(may)) - l.changed // somebody was faster
	return l, may, err
}

// some is what is done with a batch of rows.
type some func(context.Context, []uuid.UUID) (tally, error)

// several does it with all rows that match a list, or, without one, with those that are named.
func (t *table) several(ctx context.Context, p *session.Principal, matching *state, ids []uuid.UUID, do some) (tally, error) {
	if matching != nil {
		return t.eachMatch(ctx, p, *matching, do)
	}
	return each(ctx, ids, do)
}

// each does it with rows that are named, each once.
func each(ctx context.Context, ids []uuid.UUID, do some) (total tally, err error) {
	seen := map[uuid.UUID]bool{}
	ids = slices.DeleteFunc(slices.Clone(ids), func(id uuid.UUID) bool {
		again := seen[id]
		seen[id] = true
		return again
	})
	for chunk := range slices.Chunk(ids, batch) {
		l, err := do(ctx, chunk)
		if total.add(l); err != nil {
			return total, err
		}
	}
	return total, nil
}

// eachMatch runs the list's filter to its end, batch by batch and by the rows' ids, which nothing changes on the way.
func (t *table) eachMatch(ctx context.Context, p *session.Principal, s state, do some) (total tally, err error) {
	s.after, s.before = nil, nil
	q, err := t.query(p, s)
	if err != nil {
		return total, err
	}
	q.Sort = resource.Sort{Field: resource.Key}
	for q.Limit = batch; ; {
		rows, err := t.Store.List(ctx, t.door(p), q)
		if err != nil || len(rows) == 0 {
			return total, err
		}
		l, err := do(ctx, resource.Map(rows, func(r resource.Row) uuid.UUID { return r.ID }))
		if total.add(l); err != nil || len(rows) < batch {
			return total, err
		}
		last := resource.CursorOf(rows[len(rows)-1], resource.Key)
		q.After = &last
	}
}

package crud

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/resource"
	"stoa/internal/session"
)

// refusalsTold bounds the rows of which a program is told why; a page names fewer, for its message lies in a cookie.
const (
	refusalsTold = 100
	refusalsSaid = 2
)

// tally is what came of something that was asked for several rows.
type tally struct {
	changed, refused int64
	why              []denial // of the first that were refused
}

// denial is a row that was passed over.
type denial struct {
	id    uuid.UUID
	title string // "" of one that is not there
	err   error
}

func (l *tally) refuse(id uuid.UUID, title string, err error) {
	if l.refused++; l.refused <= refusalsTold {
		l.why = append(l.why, denial{id, title, err})
	}
}

func (l *tally) add(more tally) {
	l.changed, l.refused = l.changed+more.changed, l.refused+more.refused
	l.why = append(l.why, more.why...)
	l.why = l.why[:min(len(l.why), refusalsTold)]
}

var errNoRow = errs.New(errs.NotFound, "There is no such row.")

// refusedRow says why something may not be done with a row that was read, or was not; nil when it may.
func (t *table) refusedRow(p *session.Principal, rule resource.Rule, row resource.Row, inTrash bool, err error) error {
	switch {
	case errors.Is(err, pgx.ErrNoRows):
		return errNoRow
	case err != nil:
		return err
	case !rule.Allows(p.Role, row):
		return t.forbidden(p, rule)
	case row.Deleted != nil && !inTrash:
		return errs.New(errs.Conflict, "This %s is in the trash.", t.one())
	case row.Deleted == nil && inTrash:
		return errs.New(errs.Conflict, "This %s is not in the trash.", t.one())
	}
	return nil
}

// reach parts rows that may be deleted, or brought back, from those that may not. It reads nothing where the list has shown
// already that all of them may.
func (t *table) reach(ctx context.Context, p *session.Principal, ids []uuid.UUID, inTrash, listed bool) (may []uuid.UUID, out tally, err error) {
	if listed && t.Allow.Delete.Everybody(p.Role) || t.Store.List == nil {
		return ids, out, nil
	}
	rows, err := t.Store.List(ctx, t.door(p), resource.Query{Scope: scopeOf(p), IDs: ids, Trash: inTrash, Sort: resource.Sort{Field: resource.Key}, Limit: len(ids)})
	if err != nil {
		return nil, out, err
	}
	found := map[uuid.UUID]bool{}
	for _, row := range rows {
		found[row.ID] = true
		if why := t.refusedRow(p, t.Allow.Delete, row, inTrash, nil); why != nil {
			out.refuse(row.ID, t.TitleOf(row), why)
			continue
		}
		may = append(may, row.ID)
	}
	for _, id := range ids {
		if found[id] {
			continue
		}
		if out.refused >= refusalsTold {
			out.refused++
			continue
		}
		row, err := t.Store.Get(ctx, t.door(p), scopeOf(p), id)
		why, title := t.refusedRow(p, t.Allow.Delete, row, inTrash, err), ""
		if err == nil {
			title = t.TitleOf(row)
		}
		if errs.KindOf(why) == errs.Internal && why != nil {
			return nil, out, why
		}
		if why == nil { // it came back in this moment
			may = append(may, id)
			continue
		}
		out.refuse(id, title, why)
	}
	return may, out, nil
}

// said is the end of a message about several rows: how many were refused, and why the first ones.
func (l *tally) said() string {
	if l.refused == 0 {
		return ""
	}
	var why []string
	for _, r := range l.why[:min(len(l.why), refusalsSaid)] {
		text := errs.MessageOf(r.err)
		if r.title != "" {
			text = "“" + short(r.title, 40) + "”: " + text
		}
		why = append(why, text)
	}
	return " " + web.Count(l.refused) + " refused. " + strings.Join(why, " ")
}

// answer is a tally as the API tells it, of the rows that were sent or of those that match. An id that is not known here is not
// repeated: its place among those sent says which it is.
func (l *tally) answer(sent []uuid.UUID) map[string]any {
	refusals := make([]map[string]any, len(l.why))
	for i, r := range l.why {
		refusals[i] = map[string]any{"status": web.Status(r.err), "detail": errs.MessageOf(r.err)}
		if at := slices.Index(sent, r.id); at >= 0 {
			refusals[i]["index"] = at
		}
		if r.title != "" {
			refusals[i]["id"] = r.id
		}
	}
	return map[string]any{"changed": l.changed, "refused": l.refused, "refusals": refusals}
}

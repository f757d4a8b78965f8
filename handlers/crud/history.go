package crud

import (
	"context"
	"encoding/json"
	"net/url"
	"time"

	"github.com/google/uuid"
	"stoa/handlers/web"
	"stoa/internal/resource"
	"stoa/internal/session"
	views "stoa/views/crud"
)

// The audit log as schema/audit.sql describes it: a resource like others, which the engine also shows beside each row.
const (
	auditTable   = "audit_log"
	auditAt      = "at"
	auditPerson  = "person"
	auditAction  = "action"
	auditOf      = "record_id"
	auditTableOf = "record_table"
	auditChanges = "changes"

	entriesShown = 10
	paramHistory = "history" // where a page of the history begins
	paramVersion = "version" // of an edit form: the entry whose version before it fills the form
)

// trail is the audit log when the person may read it and the table's changes are in it.
func (t *table) trail(p *session.Principal) *table {
	log := t.byTable[auditTable]
	if !t.Audit || log == nil || !log.Allow.Read.Somebody(p.Role) {
		return nil
	}
	return log
}

// entries reads what happened to a row, the newest first.
func (t *table) entries(ctx context.Context, p *session.Principal, id uuid.UUID, after *resource.Cursor, most int) ([]resource.Row, error) {
	log := t.trail(p)
	s := state{sort: resource.Sort{Field: auditAt, Desc: true}, after: after, typed: resource.Values{auditOf: id}}
	q, err := log.query(p, s)
	if err != nil {
		return nil, err
	}
	q.Limit = most
	return log.Store.List(ctx, log.door(p), q)
}

// history is the panel of a row's page; nil for whom it is not.
func (t *table) history(ctx context.Context, p *session.Principal, row resource.Row, at place) (*views.History, error) {
	log := t.trail(p)
	if log == nil {
		return nil, nil
	}
	var after *resource.Cursor
	var err error
	if page := at.of(paramHistory); page != "" {
		if after, err = resource.ParseCursor(page, resource.Time); err != nil {
			return nil, err
		}
	}
	id := row.ID.String()
	rows, err := t.entries(ctx, p, row.ID, after, entriesShown+1)
	if err != nil {
		return nil, err
	}
	h := &views.History{All: views.Link{Text: "In the audit log", Href: log.path() + "?" + url.Values{auditOf: {id}}.Encode()}}
	if after != nil {
		h.Newer = t.turned(row.ID, at, paramHistory, "") + "#history"
	}
	if len(rows) > entriesShown {
		rows = rows[:entriesShown]
		cursor := resource.CursorOf(rows[len(rows)-1], auditAt).String()
		h.Older = t.turned(row.ID, at, paramHistory, cursor) + "#history"
	}
	for _, r := range rows {
		e := t.entry(ctx, p, r)
		e.More = log.path(r.ID.String())
		if t.restorable(p, row, r) {
			e.Restore = t.path(id, "edit") + "?" + url.Values{paramVersion: {r.ID.String()}}.Encode()
		}
		h.Entries = append(h.Entries, e)
	}
	return h, nil
}

// kept is what an entry says of a column: its value before and after; empty when the values are not kept.
type kept []json.RawMessage

func changesOf(entry resource.Row) map[string]kept {
	changes := map[string]kept{}
	raw := resource.As[json.RawMessage](entry.Values, auditChanges)
	_ = json.Unmarshal(raw, &changes) // the trigger writes nothing else
	return changes
}

var acted = map[string]struct{ word, state string }{
	"created": {"Created", "good"}, "updated": {"Changed", "busy"}, "trashed": {"Moved to the trash", "warn"},
	"restored": {"Restored", "good"}, "deleted": {"Deleted", "bad"},
}

// ActionWords says what an entry of the audit log tells of, and in which kind of ui.State.
func ActionWords(action string) (word, state string) { return acted[action].word, acted[action].state }

// entry prepares one change, its columns in the order of the table; a column that is none any more goes by its name.
func (t *table) entry(ctx context.Context, p *session.Principal, row resource.Row) views.Entry {
	action := resource.As[string](row.Values, auditAction)
	e := views.Entry{
		When: web.Moment(resource.As[time.Time](row.Values, auditAt), "datetime"), Who: resource.As[string](row.Values, auditPerson),
		What: acted[action].word, State: acted[action].state,
	}
	changes := changesOf(row)
	for _, f := range t.Fields {
		if pair, ok := changes[f.Name]; ok && f.Shown() {
			e.Changes = append(e.Changes, t.change(ctx, p, f, pair))
		}
	}
	return e
}

func (t *table) change(ctx context.Context, p *session.Principal, f resource.Field, pair kept) views.Change {
	c := views.Change{Label: f.Label}
	if len(pair) != 2 {
		c.Closed = true
		return c
	}
	before, _ := resource.Kept(f, pair[0])
	after, _ := resource.Kept(f, pair[1])
	if c.Pieces = pieces(f, before, after); len(c.Pieces) == 0 {
		c.Old, c.New = t.keptCell(ctx, p, f, pair[0]), t.keptCell(ctx, p, f, pair[1])
	}
	return c
}

// keptCell draws a value of the log; one that the field cannot hold any more is drawn as it was written.
func (t *table) keptCell(ctx context.Context, p *session.Principal, f resource.Field, raw json.RawMessage) views.Cell {
	value, ok := resource.Kept(f, raw)
	if !ok {
		return views.Cell{Text: string(raw)}
	}
	row := resource.Row{Values: resource.Values{f.Name: value}, Labels: map[string]string{}}
	if id, ok := value.(uuid.UUID); ok && f.Kind == resource.Relation {
		row.Labels[f.Name] = t.chosenLabel(ctx, p, f, filled{}, id.String())
	}
	cell := t.cell(f, row, false)
	cell.Href = "" // what it led to may be gone
	return cell
}

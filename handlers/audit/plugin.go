// Package audit is the pages of the audit log: who changed what, and what was there before.
package audit

import (
	"context"
	"encoding/json"
	"net/url"
	"slices"
	"strings"

	"stoa/generated/db"
	"stoa/generated/resources"
	"stoa/handlers/crud"
	"stoa/internal/plugin"
	"stoa/internal/session"
	views "stoa/views/crud"
)

// New makes the plugin. The engine also shows the log beside each row of an audited table.
func New(engine *crud.Engine) plugin.Plugin {
	h := handlers{engine}
	r := resources.AuditLog()
	p := plugin.Named("audit")
	p.Routes = func(routes plugin.Routes) {
		crud.Mount(engine, routes, r, crud.Overrides[db.ListAuditLogRow]{
			Slots: crud.Slots[db.ListAuditLogRow]{Cells: map[string]func(db.ListAuditLogRow, bool) views.Cell{
				"person": person, "action": action, "record": h.record, "changes": h.changes,
			}},
			Handlers: crud.Handlers{Detail: func(q crud.Request, _ func() error) error { return engine.ShowEntry(q.Context, *q.Row) }},
		})
	}
	p.Nav = func(_ context.Context, who *session.Principal) ([]plugin.NavGroup, error) {
		if !r.Allow.Read.Somebody(who.Role) {
			return nil, nil
		}
		item := plugin.NavItem{Href: "/" + r.Path, Label: "Audit log"}
		return []plugin.NavGroup{{Label: r.NavGroup, Order: r.Order, Items: []plugin.NavItem{item}}}, nil
	}
	return p
}

type handlers struct{ engine *crud.Engine }

func person(r db.ListAuditLogRow, _ bool) views.Cell {
	if r.Person == "" {
		return views.Cell{Note: "no person"}
	}
	return views.Cell{Text: r.Person}
}

func action(r db.ListAuditLogRow, _ bool) views.Cell {
	word, state := crud.ActionWords(r.Action)
	return views.Cell{Kind: views.State, Text: word, State: state}
}

// record leads to all that happened to the row; the row itself may be gone.
func (h handlers) record(r db.ListAuditLogRow, _ bool) views.Cell {
	text := r.Record
	if text == "" {
		text = r.RecordID.String()[:8]
	}
	return views.Cell{Text: text, Note: h.engine.LabelOf(r.RecordTable), Href: "/settings/audit?" + url.Values{"record_id": {r.RecordID.String()}}.Encode()}
}

// changes names the columns.
func (h handlers) changes(r db.ListAuditLogRow, _ bool) views.Cell {
	var columns map[string]json.RawMessage
	if json.Unmarshal(r.Changes, &columns) != nil || r.Action != "updated" {
		return views.Cell{}
	}
	names := make([]string, 0, len(columns))
	for column := range columns {
		names = append(names, h.engine.FieldLabel(r.RecordTable, column))
	}
	slices.Sort(names)
	return views.Cell{Text: strings.Join(names, ", ")}
}

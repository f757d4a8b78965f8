package isolation

import (
	"context"
	"encoding/json"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
)

// widgets of a side: one in use, one in the trash.
type widgets struct {
	widget, trashed uuid.UUID
	revision        string
}

func (s *side) resources(tx pgx.Tx) error {
	for _, id := range []*uuid.UUID{&s.widget, &s.trashed} {
		*id = uuid.Must(uuid.NewV7())
		err := run(tx, "insert into widgets (tenant_id, id, name, greeting, deleted_at) values ($1, $2, $3, $4, case when $5 then now() end)",
			s.tenant, *id, "Widget "+s.mark, "Hello "+s.mark, id == &s.trashed)
		if err != nil {
			return err
		}
	}
	return tx.QueryRow(context.Background(), "select xmin::text from widgets where tenant_id = $1 and id = $2", s.tenant, s.widget).Scan(&s.revision)
}

// resourceCases has the generated queries.
var resourceCases = map[string]arguments{
	"ListWidgets": func(_ *side, t uuid.UUID) any {
		return db.ListWidgetsParams{TenantID: t, SortKey: "name", PageSize: 100}
	},
	"CountWidgets":  func(_ *side, t uuid.UUID) any { return db.CountWidgetsParams{TenantID: t, Most: 100} },
	"WidgetOptions": func(_ *side, t uuid.UUID) any { return db.WidgetOptionsParams{TenantID: t, PageSize: 100} },
	"GetWidget":     func(s *side, t uuid.UUID) any { return db.GetWidgetParams{TenantID: t, ID: s.widget} },
	"CreateWidget": func(_ *side, t uuid.UUID) any {
		return db.CreateWidgetParams{TenantID: t, ID: uuid.New(), Name: "New"}
	},
	"UpdateWidget": func(s *side, t uuid.UUID) any {
		return db.UpdateWidgetParams{TenantID: t, ID: s.widget, Name: "Mine now", AllowedOrigins: []string{}, Colour: "#000000", Config: json.RawMessage("{}"), Revision: s.revision}
	},
	"DeleteWidgets": func(s *side, t uuid.UUID) any { return db.DeleteWidgetsParams{TenantID: t, Ids: []uuid.UUID{s.widget}} },
	"RestoreWidgets": func(s *side, t uuid.UUID) any {
		return db.RestoreWidgetsParams{TenantID: t, Ids: []uuid.UUID{s.trashed}}
	},
	"PurgeWidgets": func(s *side, t uuid.UUID) any { return db.PurgeWidgetsParams{TenantID: t, Ids: []uuid.UUID{s.trashed}} },
}

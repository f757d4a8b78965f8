package main

import (
	"context"
	"fmt"

	"stoa/internal/plugin/manifest"
	"stoa/internal/plugin/ui"
)

// tables reads what the database really holds: columns, and the changes that its triggers record.
const tables = `
select c.relname::text, array_agg(a.attname::text order by a.attnum),
       array(select convert_from(rtrim(t.tgargs, '\x00'), 'UTF8') from pg_trigger t join pg_proc p on p.oid = t.tgfoid
             where t.tgrelid = c.oid and p.proname = 'record_event' order by 1)
from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
group by c.oid, c.relname`

// checkTables reads the settings once more, now with the tables that the plugins will find, and the pages with them.
func checkTables(ctx context.Context, path string, db *database) (manifest.Settings, ui.UI, error) {
	found, err := readTables(ctx, db)
	if err != nil {
		return manifest.Settings{}, ui.UI{}, fmt.Errorf("read the catalogue: %w", err)
	}
	settings, err := loadSettings(path, found, nil)
	if err != nil {
		return settings, ui.UI{}, fmt.Errorf("the plugins do not find what they need in the database:\n%w", err)
	}
	pages, err := loadUI(settings, found)
	if err != nil {
		return settings, pages, fmt.Errorf("the pages cannot be made:\n%w", err)
	}
	return settings, pages, nil
}

func readTables(ctx context.Context, db *database) (map[string]manifest.SchemaTable, error) {
	rows, err := db.app.Query(ctx, tables)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	found := map[string]manifest.SchemaTable{}
	for rows.Next() {
		var name string
		var t manifest.SchemaTable
		if err := rows.Scan(&name, &t.Columns, &t.Broadcast); err != nil {
			return nil, err
		}
		found[name] = t
	}
	return found, rows.Err()
}

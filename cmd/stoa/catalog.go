package main

import (
	"context"
	"fmt"

	"stoa/internal/plugin/manifest"
	"stoa/internal/plugin/strict"
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

// checkTables reads the settings once more, now with the tables that the plugins will find, and the pages with them. What is
// wrong with either is told together.
func checkTables(ctx context.Context, path string, db *database, strictly bool) (manifest.Settings, ui.UI, error) {
	found, err := readTables(ctx, db)
	if err != nil {
		return manifest.Settings{}, ui.UI{}, fmt.Errorf("read the catalogue: %w", err)
	}
	problems := &strict.Problems{}
	settings, err := loadSettings(path, found, problems)
	if err != nil {
		return settings, ui.UI{}, err
	}
	pages := loadUI(settings, found, problems)
	if err := problems.Err(strictly); err != nil {
		return settings, pages, fmt.Errorf("plugins and pages do not fit the database:\n%w", err)
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

// Package schema embeds the source of truth: the annotated tables, the migrations that make them, and the configuration.
package schema

import (
	"embed"
	"io/fs"
)

//go:embed migrations/*.sql
var migrations embed.FS

// Migrations holds the versioned SQL in goose's format, the files at its root.
var Migrations = below(migrations, "migrations")

func below(files fs.FS, dir string) fs.FS {
	sub, err := fs.Sub(files, dir)
	if err != nil {
		panic(err) // the name is no path
	}
	return sub
}

// Config is stoa.yaml: which plugins are on, with which options.
//
//go:embed stoa.yaml
var Config []byte

// UI is ui.yaml: theme, pages made of components, which tables have pages.
//
//go:embed ui.yaml
var UI []byte

// Tables holds the annotated schema files, one for each plugin.
//
//go:embed *.sql
var Tables embed.FS

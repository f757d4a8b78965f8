// Package schema embeds the source of truth: the annotated tables, the migrations that make them, and the configuration.
package schema

import "embed"

// Migrations holds the versioned SQL, in folder "migrations", in goose's format.
//
//go:embed migrations/*.sql
var Migrations embed.FS

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

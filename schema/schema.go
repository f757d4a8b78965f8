// Package schema embeds the source of truth: the annotated tables and the migrations that make them.
package schema

import "embed"

// Migrations holds the versioned SQL, in folder "migrations", in goose's format.
//
//go:embed migrations/*.sql
var Migrations embed.FS

// Tables holds the annotated schema files, one for each plugin.
//
//go:embed *.sql
var Tables embed.FS

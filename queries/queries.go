// Package queries embeds the queries, written and generated, for the page that shows what keeps tenants apart.
package queries

import "embed"

// Files holds them as sqlc reads them.
//
//go:embed *.sql crud/*.sql
var Files embed.FS

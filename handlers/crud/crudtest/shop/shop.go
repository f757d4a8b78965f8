// Package shop is the application that the engine is tried with: its schema has each part of the language, and all of it is generated.
package shop

import (
	"embed"

	"stoa/handlers/crud/crudtest"
)

//go:embed schema/shop.sql generated/policies.sql
var files embed.FS

// Prepare makes the shop's tables in a world's database.
func Prepare(w *crudtest.World) {
	for _, name := range []string{"schema/shop.sql", "generated/policies.sql"} {
		text, err := files.ReadFile(name)
		if err != nil {
			panic(err) // it is embedded
		}
		w.Exec(string(text))
	}
}

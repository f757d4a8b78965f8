// Package crudtest is the conformance suite that every resource passes: create to live row, over HTTP and on a real PostgreSQL.
package crudtest

import (
	"net/url"
	"testing"

	"stoa/handlers/crud"
	"stoa/internal/plugin"
	"stoa/internal/plugin/ui"
	"stoa/internal/resource"
)

// Subject is a resource to try.
type Subject struct {
	Resource resource.Resource
	// Mount puts it, and what it points to, into the site.
	Mount func(*crud.Engine, plugin.Routes)
	// Off says which tables have no pages; nil is none.
	Off func(table string) bool
	// UI has pages of components beside those of resources.
	UI ui.UI
	// Prepare makes what the database needs beyond its migrations.
	Prepare func(*World)
	// Valid is a form that is taken; every n makes another row, later ones sorting behind earlier ones by title.
	Valid func(w *World, n int) url.Values
	// Edited are the fields that an edit changes, and to what.
	Edited url.Values
	// Invalid are values that are refused, by field.
	Invalid url.Values
	// Unique is a field of which no two rows have the same value; "" for none.
	Unique string
	// Words says that the search box finds words and not their parts.
	Words bool
	// OwnPage says that a plugin draws the page of a row itself.
	OwnPage bool
	// Filter is a filter of the list that finds the rows of even n only, as field and value.
	Filter [2]string
}

// Run tries everything that the engine promises.
func Run(t *testing.T, s Subject) {
	tests := map[string]func(*testing.T, *World){
		"a form makes a row":                            create,
		"a bad form comes back with what was typed":     refuse,
		"what a form may not set it does not set":       smuggle,
		"an edit changes its fields":                    edit,
		"who saves second sees both versions":           conflict,
		"a value that must be unique is refused":        unique,
		"a field is checked while the form is filled":   validate,
		"a deleted row goes, and comes back":            deleteAndRestore,
		"several rows are deleted at once":              bulkPicked,
		"all rows that match are deleted at once":       bulkMatching,
		"every row stands on exactly one page":          pages,
		"search and filters narrow the list":            narrow,
		"what the list does not declare is refused":     undeclared,
		"the file has all rows and no formula":          export,
		"another tenant neither sees nor changes it":    foreign,
		"a lower role does only what it may":            lower,
		"who is not logged in gets nothing":             loggedOut,
		"a form of another tenant's tab writes nothing": otherTab,
	}
	if s.Resource.Ops.Import {
		tests["a file makes rows, once"] = imports
		tests["a bad row of a file is told at its column"] = importProblems
		tests["columns are what the person says"] = importMapping
		tests["a file is its sender's alone"] = importAccess
		tests["what was exported can be imported"] = roundTrip
	}
	if s.Resource.Live.List {
		tests["open lists follow"] = liveList
		tests["open rows and forms follow"] = liveRow
		tests["a page that missed something gets it anew"] = liveAgain
	}
	if s.Resource.Audit {
		tests["what happened to a row can be read and taken back"] = history
		tests["every write is recorded with who made it"] = recorded
	}
	if s.Resource.API.Create {
		tests["a program does what the forms do"] = program
		tests["a body says only what a form could"] = strictBody
		tests["a program sees every row of a list once"] = programPages
		tests["a program changes only the version it has read"] = versions
		tests["what a program sends twice happens once"] = twice
		tests["a program deletes and brings back"] = programDelete
		tests["no program reaches another tenant's row"] = foreignProgram
		tests["a token's scopes bound its program"] = scopes
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, New(t, s))
		})
	}
}

package house

import (
	"path"
	"slices"
	"strings"
)

const module = "stoa"

// importer is one side of a package: its own files, or its test files.
type importer struct {
	path string // without the module's name: "services/chat"
	test bool
}

// breach says why the importer may not import to, or "" when it may. Paths of our own begin with "stoa/".
func breach(from importer, to string) string {
	if reason := foreignBreach(from, to); reason != "" {
		return reason
	}
	own, ok := strings.CutPrefix(to, module+"/")
	if !ok {
		return ""
	}
	if isTestKit(own) && !from.test && !isTestKit(from.path) && floor(from.path) != "tests" && from.path != "internal/house" {
		return "test kits are for tests only"
	}
	if from.test && (isTestKit(own) || own == from.path) {
		return ""
	}
	return floorBreach(from.path, own)
}

// floorBreach holds the table "from, may import, never" of the architecture.
func floorBreach(from, to string) string {
	switch floor(from) {
	case "cmd", "tests":
		return ""
	case "handlers":
		return handlersBreach(from, to)
	case "services":
		if to == "generated/db" || floor(to) == "internal" || within(to, "services/"+column(from)) {
			return ""
		}
		return "services import generated/db and internal only"
	case "generated":
		return generatedBreach(from, to)
	case "views":
		return viewsBreach(from, to)
	case "internal":
		if floor(to) == "internal" || to == "schema" {
			return ""
		}
		return "internal imports nothing above itself"
	default: // schema, static, sdk and whatever is new
		return floor(from) + " imports nothing of ours"
	}
}

func handlersBreach(from, to string) string {
	column := column(from)
	switch floor(to) {
	case "internal", "generated":
		return ""
	case "services":
		if within(to, "services/"+column) {
			return ""
		}
		return "a plugin's handlers use their own services only: take the others as an interface that is declared here"
	case "handlers":
		if within(to, "handlers/web") || within(to, "handlers/crud") && column != "web" || within(to, "handlers/"+column) {
			return ""
		}
		return "handlers never import another plugin's handlers"
	case "views":
		if slices.Contains([]string{"ui", "layout", "crud", column}, strings.TrimPrefix(to, "views/")) {
			return ""
		}
		if column == "web" && to == "views/errors" { // the one error page of all plugins
			return ""
		}
		return "handlers show their own plugin's views and the kit only"
	case "static":
		if column == "web" {
			return ""
		}
	}
	return "handlers import their services and views, handlers/web, handlers/crud, generated and internal only"
}

func generatedBreach(from, to string) string {
	if from == "generated/db" {
		return "generated/db imports nothing of ours"
	}
	if to == "generated/db" || floor(to) == "internal" {
		return ""
	}
	return "generated code imports generated/db and internal only"
}

func viewsBreach(from, to string) string {
	if floor(to) != "views" {
		return "views take Props: they import views/ui, views/layout, templ and the standard library only"
	}
	kit := []string{"views/ui", "views/layout"}
	switch {
	case within(from, "views/storybook"): // shows every view
		return ""
	case from == "views/ui":
		return "views/ui is the bottom of the views"
	case from == "views/layout" && to != "views/ui":
		return "views/layout imports views/ui only"
	case slices.Contains(kit, to):
		return ""
	}
	return "views never import another plugin's views"
}

// foreignBreach holds the rules about packages that are not ours.
func foreignBreach(from importer, to string) string {
	floor := floor(from.path)
	switch {
	case isModule(to, "github.com/labstack/echo"):
		if floor == "cmd" || floor == "handlers" || floor == "tests" ||
			slices.Contains([]string{"plugin", "session", "webtest"}, column(from.path)) && floor == "internal" {
			return ""
		}
		return "echo stays in cmd, handlers and internal/{plugin,session,webtest}"
	case isModule(to, "github.com/openai/openai-go"):
		if from.test && within(from.path, "internal/webtest") {
			return ""
		}
		return "the official client only checks the stand-in server, in the tests of internal/webtest"
	case isModule(to, "github.com/sashabaranov/go-openai"), isModule(to, "github.com/anthropics/anthropic-sdk-go"):
		if within(from.path, "services/models") {
			return ""
		}
		return "every model request goes through services/models"
	case floor == "services" && isModule(to, "github.com/a-h/templ"):
		return "services make no HTML"
	case floor == "services" && to == "net/http/httptest" && !from.test:
		return "services serve no HTTP"
	case floor == "views" && !from.test && to == "database/sql":
		return "views see no SQL"
	case floor == "views" && !from.test && isForeign(to) && !isModule(to, "github.com/a-h/templ"):
		return "views import views/ui, views/layout, templ and the standard library only"
	}
	return ""
}

// isForeign reports whether the path is neither ours nor the standard library's.
func isForeign(to string) bool {
	first, _, _ := strings.Cut(to, "/")
	return strings.Contains(first, ".")
}

func isModule(to, module string) bool { return within(to, module) }

func isTestKit(p string) bool {
	return within(p, "internal/dbtest") || within(p, "handlers/crud/crudtest") || within(p, "internal/webtest") || strings.HasSuffix(path.Base(p), "test") && floor(p) == "internal"
}

func within(p, folder string) bool { return p == folder || strings.HasPrefix(p, folder+"/") }

// floor is the first part of a path, column the second.
func floor(p string) string {
	first, _, _ := strings.Cut(p, "/")
	return first
}

func column(p string) string {
	_, rest, _ := strings.Cut(p, "/")
	return floor(rest)
}

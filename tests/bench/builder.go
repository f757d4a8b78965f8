package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/jackc/pgx/v5"

	"stoa/internal/pg"
	"stoa/tests/tree"
)

// builtTable is one of many; what stands for MORE is the edit.
const builtTable = `
-- @resource(title: "{title}") @soft_delete(deleted_at) @realtime @search([title, body])
-- @list(columns: [title, done, updated_at], sort: [-updated_at])
CREATE TABLE bench_N (
  tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id          uuid NOT NULL,
  title       text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 120),  -- @label @sort @trim
  done        boolean NOT NULL DEFAULT false,                              -- @filter
  body        text CHECK (char_length(body) <= 4000),
MORE  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now(),                          -- @sort
  deleted_at  timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX bench_N_updated ON bench_N (tenant_id, updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX bench_N_title ON bench_N (tenant_id, title, id) WHERE deleted_at IS NULL;
CREATE INDEX bench_N_done ON bench_N (tenant_id, done, id) WHERE deleted_at IS NULL;
CREATE TRIGGER bench_N_touch BEFORE UPDATE ON bench_N FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
`

// many writes the schema of the tables, the first with more columns, and as many plugins as are missing.
func many(t tree.Tree, more string) error {
	var schema strings.Builder
	for i := range builtTables {
		schema.WriteString(strings.NewReplacer("bench_N", fmt.Sprint("bench_", i+1), "MORE", more).Replace(builtTable))
		more = ""
	}
	if err := os.WriteFile(filepath.Join(t.Dir, "schema/bench.sql"), []byte("-- Many tables.\n"+schema.String()), 0o600); err != nil {
		return err
	}
	plugins, err := t.Plugins()
	if err != nil {
		return err
	}
	for n := len(plugins); n < builtPlugins; n++ {
		if err := plugin(t, fmt.Sprint("bench", n)); err != nil {
			return err
		}
	}
	return nil
}

const (
	builtPlugin = `// Package NAME is a plugin of a benchmark.
package NAME

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"stoa/internal/plugin"
	"stoa/internal/plugin/manifest"
)

// Manifest says what the plugin needs and gives.
var Manifest = manifest.Manifest{ID: "NAME", Version: "1", Doc: "One of many.", Requires: manifest.Requires{Plugins: []string{"auth"}}}

// New makes the plugin.
func New() plugin.Plugin {
	return plugin.Plugin{Manifest: Manifest, Routes: func(r plugin.Routes) {
		r.Tenant.GET("/NAME", func(c echo.Context) error { return c.String(http.StatusOK, "one of many") })
	}}
}
`
	builtMaker = `package main

import (
	NAMEweb "stoa/handlers/NAME"
	"stoa/internal/plugin"
)

func (k *kit) makeNAME() plugin.Plugin { return NAMEweb.New() }
`
)

var compiledIn = regexp.MustCompile(`(?m)^var compiledIn = .*$`)

// plugin puts one more plugin into the tree, as docs/write-a-plugin.md tells.
func plugin(t tree.Tree, name string) error {
	named := func(s string) string { return strings.ReplaceAll(s, "NAME", name) }
	if err := os.Mkdir(filepath.Join(t.Dir, "handlers", name), 0o755); err != nil {
		return err
	}
	for path, text := range map[string]string{"handlers/NAME/plugin.go": builtPlugin, "cmd/stoa/NAME.go": builtMaker} {
		if err := os.WriteFile(filepath.Join(t.Dir, named(path)), []byte(named(text)), 0o600); err != nil {
			return err
		}
	}
	if err := t.Edit("cmd/stoa/plugins.go", func(s string) string {
		s = strings.Replace(s, "import (\n", named("import (\n\tNAMEweb \"stoa/handlers/NAME\"\n"), 1)
		return compiledIn.ReplaceAllString(s, named("$0\n\t{Manifest: NAMEweb.Manifest, make: (*kit).makeNAME},"))
	}); err != nil {
		return err
	}
	return t.Edit("schema/stoa.yaml", func(s string) string { return strings.Replace(s, "plugins: [", named("plugins: [NAME, "), 1) })
}

// emptyDatabase is one more database of the server that the lab's Stoa runs: who migrates it, and who uses it.
func (l *lab) emptyDatabase(ctx context.Context, name string) (admin, login string, err error) {
	admin, login, err = pg.Addresses(filepath.Join(l.stoa.home, "data"))
	if err != nil {
		return "", "", err
	}
	return inDatabase(admin, name, ""), inDatabase(login, name, ""), create(ctx, admin, name)
}

// create makes a database without anything in it.
func create(ctx context.Context, admin, name string) error {
	server, err := pgx.Connect(ctx, admin)
	if err != nil {
		return err
	}
	_, err = server.Exec(ctx, "create database "+name+" template template0")
	return errors.Join(err, server.Close(context.WithoutCancel(ctx)))
}

// Command compose checks how tables, plugins and pages fit together before anything is generated, and writes what can be
// configured: docs/config-reference.md, a JSON Schema for each YAML file, and .env.example.
//
// `make gen` gives it the tables: bin/tools/gen -tables | go run ./cmd/compose. It reads manifests as text, so it runs while
// the product does not compile.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stoa/internal/plugin/manifest"
	"stoa/internal/plugin/reference"
	"stoa/internal/plugin/strict"
	"stoa/internal/plugin/ui"
)

func main() {
	root := flag.String("root", ".", "root of the checkout")
	strictly := flag.Bool("strict", false, "warnings are errors")
	check := flag.Bool("check", false, "write nothing; fail when a written file is not current")
	flag.Parse()
	if err := run(*root, os.Stdin, os.Stderr, *strictly, *check); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// declared is what gen -tables says of the schema.
type declared struct {
	Problems []string
	Tables   map[string]struct {
		manifest.SchemaTable
		Resource bool
	}
}

func run(root string, tables io.Reader, warnings io.Writer, strictly, check bool) error {
	var schema declared
	if err := json.NewDecoder(tables).Decode(&schema); err != nil {
		return fmt.Errorf("compose: the tables: %w", err)
	}
	problems := &strict.Problems{}
	in, err := validate(root, schema, problems)
	if err != nil {
		return err
	}
	if !strictly {
		for _, w := range problems.Warnings() {
			fmt.Fprintln(warnings, w)
		}
	}
	all := schema.Problems
	if err := problems.Err(strictly); err != nil {
		all = append(all, err.Error())
	}
	if len(all) > 0 {
		return errors.New(strings.Join(all, "\n"))
	}
	return write(root, in, check)
}

// validate reads everything and tells all that does not fit.
func validate(root string, schema declared, problems *strict.Problems) (in reference.Input, err error) {
	sources, platform, err := manifests(root, problems)
	if err != nil {
		return in, err
	}
	in.Tables = map[string]manifest.SchemaTable{}
	for _, name := range slices.Sorted(maps.Keys(schema.Tables)) {
		in.Tables[name] = schema.Tables[name].SchemaTable
		if schema.Tables[name].Resource {
			in.Resources = append(in.Resources, name)
		}
	}
	text, err := os.ReadFile(filepath.Join(root, "schema/stoa.yaml"))
	if err != nil {
		return in, err
	}
	settings := manifest.ReadSettings("schema/stoa.yaml", text, sources, problems)
	known := in.Tables
	if len(schema.Problems) > 0 {
		known = nil // what was understood of the schema is not all of it
	}
	manifest.Check(sources, &settings, manifest.World{Tables: known}, problems)
	in.Components = platform
	for _, s := range sources {
		in.Plugins, in.Components = append(in.Plugins, s.Manifest), append(in.Components, s.Provides.Components...)
	}
	placed, off := settings.Components(platform, in.Plugins)
	if text, err = os.ReadFile(filepath.Join(root, "schema/ui.yaml")); err != nil || known == nil {
		return in, err
	}
	ui.Read("schema/ui.yaml", text, ui.World{Tables: known, Resources: in.Resources, Components: placed, Off: off}, problems)
	return in, nil
}

// manifests are those of the plugins, as text, and the components of the platform itself.
func manifests(root string, problems *strict.Problems) (all []manifest.Source, platform []manifest.Component, err error) {
	files, err := filepath.Glob(filepath.Join(root, "handlers/*/plugin.go"))
	if err != nil {
		return nil, nil, err
	}
	for _, file := range append(files, filepath.Join(root, "handlers/crud/components.go")) {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, nil, err
		}
		if !strings.Contains(string(text), "manifest.Manifest{") { // a part of the platform, which is always on
			continue
		}
		name, err := filepath.Rel(root, file)
		if err != nil {
			return nil, nil, err
		}
		s, ok := manifest.Read(filepath.ToSlash(name), text, problems)
		switch {
		case ok && s.ID == "crud":
			platform = s.Provides.Components
		case ok:
			all = append(all, s)
		}
	}
	return all, platform, nil
}

func write(root string, in reference.Input, check bool) error {
	stoa, err := reference.StoaSchema(in)
	if err != nil {
		return err
	}
	pages, err := reference.UISchema(in)
	if err != nil {
		return err
	}
	files := []struct{ path, text string }{
		{"docs/config-reference.md", reference.Markdown(in)}, {".env.example", reference.Env(in)},
		{"schema/stoa.schema.json", string(stoa)}, {"schema/ui.schema.json", string(pages)},
	}
	var stale []string
	for _, f := range files {
		path := filepath.Join(root, f.path)
		if old, err := os.ReadFile(path); err == nil && string(old) == f.text {
			continue
		}
		if check {
			stale = append(stale, f.path)
			continue
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(f.text), 0o644); err != nil { //nolint:gosec // G306: sources are for everybody
			return err
		}
	}
	if len(stale) > 0 {
		return fmt.Errorf("not current, run `make gen`: %s", strings.Join(stale, ", "))
	}
	return nil
}

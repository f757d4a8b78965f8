package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"os"
	"slices"

	authweb "stoa/handlers/auth"
	chatweb "stoa/handlers/chat"
	emailweb "stoa/handlers/email"
	knowledgeweb "stoa/handlers/knowledge"
	modelsweb "stoa/handlers/models"
	pluginsweb "stoa/handlers/plugins"
	searchweb "stoa/handlers/search"
	storageweb "stoa/handlers/storage"
	usageweb "stoa/handlers/usage"
	widgetsweb "stoa/handlers/widgets"
	"stoa/internal/jobs"
	"stoa/internal/plugin"
	"stoa/internal/plugin/manifest"
	"stoa/internal/plugin/strict"
	"stoa/schema"
)

// compiled is a plugin that this build holds.
type compiled struct {
	manifest.Manifest
	make     func(*kit) plugin.Plugin
	open     func(*kit) error   // what others of them use when they are made; nil for nothing
	commands map[string]command // of this program
}

// compiledIn is all of them; which are on stands in stoa.yaml. A plugin is made in the file of its name in this folder.
var compiledIn = []compiled{
	{Manifest: authweb.Manifest, make: (*kit).makeAuth},
	{Manifest: modelsweb.Manifest, make: (*kit).makeModels},
	{Manifest: storageweb.Manifest, make: (*kit).makeStorage, open: (*kit).openFiles},
	{Manifest: knowledgeweb.Manifest, make: (*kit).makeKnowledge, commands: parseCommands},
	{Manifest: chatweb.Manifest, make: (*kit).makeChat, commands: demoCommands},
	{Manifest: usageweb.Manifest, make: (*kit).makeUsage},
	{Manifest: widgetsweb.Manifest, make: (*kit).makeWidgets},
	{Manifest: emailweb.Manifest, make: (*kit).makeEmail, open: (*kit).openSpool, commands: mailCommands},
}

// loadSettings reads stoa.yaml, the embedded one unless path names another, and checks it against what is compiled in.
// Tables are known when the database is open.
func loadSettings(path string, tables map[string]manifest.SchemaTable, problems *strict.Problems) (manifest.Settings, error) {
	file, text := "schema/stoa.yaml", schema.Config
	if path != "" {
		var err error
		if text, err = os.ReadFile(path); err != nil {
			return manifest.Settings{}, fmt.Errorf("STOA_CONFIG: %w", err)
		}
		file = path
	}
	var sources []manifest.Source
	for _, c := range compiledIn {
		sources = append(sources, manifest.Compiled(c.Manifest))
	}
	settings := manifest.ReadSettings(file, text, sources, problems)
	manifest.Check(sources, &settings, manifest.World{Tables: tables, Getenv: os.Getenv}, problems)
	return settings, nil
}

// decide logs the warnings of a validation, and ends it when there are errors; strictly, warnings are errors too.
func decide(problems *strict.Problems, strictly bool, log *slog.Logger) error {
	if !strictly {
		for _, w := range problems.Warnings() {
			log.Warn("a plugin or its configuration", "problem", w.String())
		}
	}
	return problems.Err(strictly)
}

// openPlugins opens what plugins that are on have for others.
func (k *kit) openPlugins() error {
	for _, c := range compiledIn {
		if c.open != nil && k.settings.Has(c.ID) {
			if err := c.open(k); err != nil {
				return err
			}
		}
	}
	return nil
}

// plugins makes those that are on, each after those that it needs; what belongs to no plugin comes first.
func (k *kit) plugins() []plugin.Plugin {
	list := k.platform()
	for _, id := range k.settings.On {
		i := slices.IndexFunc(compiledIn, func(c compiled) bool { return c.ID == id })
		list = append(list, compiledIn[i].make(k))
	}
	return append(list, k.rest(), searchweb.New(k.site, list))
}

// parts is what people may see of each plugin of this build.
func (k *kit) parts() (all []pluginsweb.Part) {
	for _, c := range compiledIn {
		part := pluginsweb.Part{Manifest: c.Manifest, On: k.settings.Has(c.ID), Options: k.settings.Shown(c.ID)}
		for _, e := range c.Requires.Env {
			part.Env = append(part.Env, manifest.Shown{Key: e.Name, Value: manifest.Masked(os.Getenv(e.Name))})
		}
		all = append(all, part)
	}
	return all
}

// jobsOf are the jobs and the work of all plugins.
func jobsOf(list []plugin.Plugin) (periodic []jobs.Periodic, work []jobs.Work) {
	for _, p := range list {
		periodic, work = append(periodic, p.Jobs...), append(work, p.Work...)
	}
	return periodic, work
}

// startAll lets the plugins do what must be done before the first request.
func startAll(ctx context.Context, list []plugin.Plugin) error {
	for _, p := range list {
		if p.Start == nil {
			continue
		}
		if err := p.Start(ctx); err != nil {
			return fmt.Errorf("%s: %w", p.ID, err)
		}
	}
	return nil
}

// stopAll ends the plugins, those that need others first.
func stopAll(ctx context.Context, list []plugin.Plugin) error {
	var problems []error
	for _, p := range slices.Backward(list) {
		if p.Stop != nil {
			problems = append(problems, p.Stop(ctx))
		}
	}
	return errors.Join(problems...)
}

// command is work of a plugin that a process of its own does.
type command struct {
	doc string // empty: Stoa starts it itself, and people have no use for it
	run func(context.Context) error
}

// commandOf is the command of a plugin that has this name.
func commandOf(name string) (command, bool) {
	for _, c := range compiledIn {
		if found, ok := c.commands[name]; ok {
			return found, true
		}
	}
	return command{}, false
}

// manualOf is what the manual says of the plugins' commands.
func manualOf() (lines string) {
	for _, c := range compiledIn {
		for _, name := range slices.Sorted(maps.Keys(c.commands)) {
			if doc := c.commands[name].doc; doc != "" {
				lines += fmt.Sprintf("  stoa %-8s %s\n", name, doc)
			}
		}
	}
	return lines
}

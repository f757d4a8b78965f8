package main

import (
	"context"
	"os"

	"github.com/google/uuid"

	knowledgeweb "stoa/handlers/knowledge"
	"stoa/internal/plugin"
	"stoa/services/knowledge"
	"stoa/services/knowledge/parse"
)

func (k *kit) makeKnowledge() plugin.Plugin {
	o := knowledge.Options{Doors: k.db.doors, Files: k.files, Log: k.log, Meaning: k.embedder}
	o.WakeVectors = func(ctx context.Context, tenant uuid.UUID) { k.jobs.Wake(ctx, knowledge.VectorWork, tenant) }
	o.Wake = func(ctx context.Context, tenant uuid.UUID) { k.jobs.Wake(ctx, knowledge.Work, tenant) }
	if program, err := os.Executable(); err == nil { // else files are read in this process, by the same limits but of memory and time
		o.Read = parse.InChild(program, parseCommand)
	}
	service := knowledge.New(o)
	k.retriever = service
	return knowledgeweb.New(k.site, service, k.engine)
}

// parseCommand is how this program starts itself to read one file.
const parseCommand = "parse-document"

var parseCommands = map[string]command{parseCommand: {run: func(context.Context) error { return parse.Serve(os.Stdin, os.Stdout) }}}

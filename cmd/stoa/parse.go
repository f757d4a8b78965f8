package main

import (
	"os"

	"stoa/services/knowledge/parse"
)

// parseCommand is how this program starts itself to read one file; people have no use for it.
const parseCommand = "parse-document"

func parseDocument() error { return parse.Serve(os.Stdin, os.Stdout) }

// Command stoagen compiles the annotated schema.
//
//	stoagen check [schema/]                 list everything wrong with it
//	stoagen gen [root [out]]                say what is made of it, and write that below out; make gen also runs sqlc and templ
//	stoagen explain [-schema schema/] t[.c] every derived fact of a table or column, and why
//	stoagen explain --annotations           the annotations
//	stoagen dump [schema/]                  the model as JSON
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"stoa/tools/stoagen"
	"stoa/tools/stoagen/explain"
	"stoa/tools/stoagen/model"
)

const usage = `stoagen check [schema/]                   list everything wrong with it
stoagen gen [root [out]]                  say what is made of it, and write that below out
stoagen explain [-schema schema/] t[.c]   every derived fact of a table or column, and why
stoagen explain --annotations             the annotations
stoagen dump [schema/]                    the model as JSON
`

// errSchema says that the problems of the schema have been printed.
var errSchema = errors.New("the schema has problems")

func main() {
	err := run(os.Args[1:], os.Stdout, os.Stderr)
	switch {
	case err == nil:
	case errors.Is(err, flag.ErrHelp):
		os.Exit(2)
	default:
		fmt.Fprintln(os.Stderr, "stoagen:", err)
		os.Exit(1)
	}
}

func run(args []string, out, problems io.Writer) error {
	if len(args) == 0 {
		fmt.Fprint(problems, usage)
		return flag.ErrHelp
	}
	switch args[0] {
	case "check":
		_, err := load(dirOf(args[1:]), problems)
		return err
	case "gen":
		return generate(args[1:], out, problems)
	case "dump":
		schema, err := load(dirOf(args[1:]), problems)
		if err != nil {
			return err
		}
		return dump(out, schema)
	case "explain":
		return explained(args[1:], out, problems)
	}
	fmt.Fprint(problems, usage)
	return flag.ErrHelp
}

func explained(args []string, out, problems io.Writer) error {
	flags := flag.NewFlagSet("explain", flag.ContinueOnError)
	flags.SetOutput(problems)
	dir := flags.String("schema", "schema", "folder of the schema")
	annotations := flags.Bool("annotations", false, "print the annotations")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *annotations {
		explain.Annotations(out)
		return nil
	}
	if flags.NArg() != 1 {
		fmt.Fprint(problems, usage)
		return flag.ErrHelp
	}
	schema, err := load(*dir, problems)
	if err != nil {
		return err
	}
	return explain.Explain(out, schema, flags.Arg(0))
}

// load compiles the schema and prints its problems.
func load(dir string, problems io.Writer) (*model.Schema, error) {
	files, err := stoagen.Read(dir)
	if err != nil {
		return nil, err
	}
	schema, list := stoagen.Compile(files)
	if !list.Empty() {
		fmt.Fprint(problems, list)
		return nil, errSchema
	}
	return schema, nil
}

func dirOf(args []string) string {
	if len(args) > 0 {
		return args[0]
	}
	return "schema"
}

func dump(out io.Writer, schema *model.Schema) error {
	e := json.NewEncoder(out)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(schema)
}

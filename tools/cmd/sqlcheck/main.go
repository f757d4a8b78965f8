// Command sqlcheck prints every query that reaches past its tenant and exits 1 when there is one.
package main

import (
	"flag"
	"fmt"
	"os"

	"stoa/tools/sqlcheck"
)

func main() {
	root := flag.String("root", ".", "root of the checkout: schema/ and queries/ lie in it")
	flag.Parse()
	problems, err := sqlcheck.Dir(*root, sqlcheck.Stoa)
	if err != nil {
		fmt.Fprintln(os.Stderr, "sqlcheck:", err)
		os.Exit(1)
	}
	for _, p := range problems {
		fmt.Fprintln(os.Stderr, p)
	}
	if len(problems) > 0 {
		os.Exit(1)
	}
}

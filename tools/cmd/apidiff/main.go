// Command apidiff fails when the API's document breaks programs that were written against the released one.
package main

import (
	"fmt"
	"os"
	"strings"

	"stoa/tools/apidiff"
)

const (
	released = "docs/api/released.json"
	current  = "generated/api/openapi.json"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "apidiff:", err)
		os.Exit(1)
	}
}

func run() error {
	old, err := os.ReadFile(released)
	if err != nil {
		return err
	}
	now, err := os.ReadFile(current)
	if err != nil {
		return err
	}
	breaks, err := apidiff.Compare(old, now)
	if err != nil || len(breaks) == 0 {
		return err
	}
	return fmt.Errorf("%s breaks programs written against %s. Take it back, or raise APIVersion in tools/stoagen/emit:\n  %s", current, released, strings.Join(breaks, "\n  "))
}

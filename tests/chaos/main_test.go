// Package chaos runs several Stoas on one PostgreSQL and one Redis, breaks them at random, and looks whether anybody saw anything
// that is not stored, twice, or not at all.
package chaos

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// program is Stoa as the instances run it.
var program string

func TestMain(m *testing.M) {
	var err error
	if program, err = filepath.Abs("../../bin/stoa-chaos"); err == nil {
		var out []byte
		if out, err = exec.Command("go", "build", "-buildvcs=false", "-o", program, "stoa/cmd/stoa").CombinedOutput(); err != nil {
			err = fmt.Errorf("build Stoa: %w\n%s", err, out)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}

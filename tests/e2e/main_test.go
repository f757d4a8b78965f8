// Package e2e tells stories of people in a real browser, against the real program, PostgreSQL and a stand-in model.
package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"stoa/internal/webtest/browser"
)

// program is Stoa as the stories run it, built once with the race detector.
var program string

func TestMain(m *testing.M) {
	var err error
	if program, err = build(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if err := os.RemoveAll(browser.Artifacts); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(browser.Main(m))
}

func build() (string, error) {
	path, err := filepath.Abs("../../bin/stoa-race")
	if err != nil {
		return "", err
	}
	out, err := exec.Command("go", "build", "-race", "-buildvcs=false", "-o", path, "stoa/cmd/stoa").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("build Stoa: %w\n%s", err, out)
	}
	return path, nil
}

// Package proxy runs real proxies for one test, configured as the documents say.
package proxy

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"stoa/internal/webtest/program"
)

// Documented is the block that docs/operate.md gives operators for a kind of proxy, with the addresses of other servers in place of
// the one there: lines as in an upstream. Tests run in their package's folder, two below the root.
func Documented(t testing.TB, kind, servers string) string {
	t.Helper()
	one := map[string]string{"nginx": "server 127.0.0.1:8080;", "caddy": "127.0.0.1:8080"}[kind]
	text, err := os.ReadFile("../../docs/operate.md")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile("(?s)```" + kind + "\n(.*?)```").FindSubmatch(text)
	if found == nil || !strings.Contains(string(found[1]), one) {
		t.Fatalf("docs/operate.md has no configuration of %s with %s", kind, one)
	}
	return strings.Replace(string(found[1]), one, servers, 1)
}

// start runs a proxy until the test ends, and returns when it listens.
func start(t testing.TB, cmd *exec.Cmd, address string) {
	t.Helper()
	p, err := program.Start(cmd)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Stop() }) // its workers go with it
	if err := p.Await(t.Context(), program.Listens(address)); err != nil {
		t.Fatal(err)
	}
}

// find is where a program is: those of the system are not in everybody's PATH.
func find(t testing.TB, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		path, err = exec.LookPath("/usr/sbin/" + name)
	}
	if err != nil {
		t.Fatalf("no %s: scripts/install --dev (%v)", name, err)
	}
	return path
}

// freeAddress is where the proxy will listen.
func freeAddress(t testing.TB) string {
	t.Helper()
	address, err := program.FreeAddress(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return address
}

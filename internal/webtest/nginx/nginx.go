// Package nginx runs a real nginx for one test.
package nginx

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"stoa/internal/webtest/program"
)

// around is what nginx needs beside its servers to run as anybody, in a folder of its own.
const around = `daemon off;
pid nginx.pid;
error_log error.log;
events {}
http {
  access_log off;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path other;
  uwsgi_temp_path other;
  scgi_temp_path other;
`

// Start runs nginx with blocks of its http section until the test ends, and returns its URL. A server among them says
// "listen 80;", which becomes a free port.
func Start(t testing.TB, blocks string) string {
	t.Helper()
	path, err := exec.LookPath("nginx")
	if err != nil {
		path = "/usr/sbin/nginx" // not in everybody's PATH
	}
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("no nginx: scripts/install --dev (%v)", err)
	}
	address, err := program.FreeAddress(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o755); err != nil { //nolint:gosec // its workers are another user
		t.Fatal(err)
	}
	whole := around + strings.ReplaceAll(blocks, "listen 80;", "listen "+address+";") + "}\n"
	if err := os.WriteFile(filepath.Join(dir, "nginx.conf"), []byte(whole), 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := program.Start(exec.Command(path, "-p", dir, "-c", "nginx.conf", "-e", "stderr"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Stop() }) // its workers go with it
	if err := p.Await(t.Context(), program.Listens(address)); err != nil {
		t.Fatal(err)
	}
	return "http://" + address
}

var block = regexp.MustCompile("(?s)```nginx\n(.*?)```")

// Documented are the blocks that docs/operate.md gives operators, with the servers of a Stoa instead of the one there: lines as
// in an upstream. Tests run in their package's folder, two below the root.
func Documented(t testing.TB, servers string) string {
	t.Helper()
	const one = "server 127.0.0.1:8080;"
	text, err := os.ReadFile("../../docs/operate.md")
	if err != nil {
		t.Fatal(err)
	}
	found := block.FindSubmatch(text)
	if found == nil || !strings.Contains(string(found[1]), one) {
		t.Fatalf("docs/operate.md has no configuration of nginx with %s", one)
	}
	return strings.Replace(string(found[1]), one, servers, 1)
}

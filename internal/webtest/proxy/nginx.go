package proxy

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
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

// Nginx runs nginx with blocks of its http section until the test ends, and returns its URL. A server among them says
// "listen 80;", which becomes a free port.
func Nginx(t testing.TB, blocks string) string {
	t.Helper()
	path, address, dir := find(t, "nginx"), freeAddress(t), t.TempDir()
	if err := os.Chmod(dir, 0o755); err != nil { //nolint:gosec // its workers are another user
		t.Fatal(err)
	}
	whole := around + strings.ReplaceAll(blocks, "listen 80;", "listen "+address+";") + "}\n"
	if err := os.WriteFile(filepath.Join(dir, "nginx.conf"), []byte(whole), 0o600); err != nil {
		t.Fatal(err)
	}
	start(t, exec.Command(path, "-p", dir, "-c", "nginx.conf", "-e", "stderr"), address)
	return "http://" + address
}

package proxy

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Caddy runs Caddy with one site until the test ends, and returns its URL. The site is for stoa.example.com, which becomes a free port
// without a certificate.
func Caddy(t testing.TB, site string) string {
	t.Helper()
	const name = "stoa.example.com {"
	if !strings.Contains(site, name) {
		t.Fatalf("no site %q in %s", name, site)
	}
	path, address, dir := find(t, "caddy"), freeAddress(t), t.TempDir()
	file := filepath.Join(dir, "Caddyfile")
	whole := "{\n  admin off\n}\n" + strings.Replace(site, name, "http://"+address+" {", 1)
	if err := os.WriteFile(file, []byte(whole), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, "run", "--config", file, "--adapter", "caddyfile")
	cmd.Env = append(os.Environ(), "HOME="+dir, "XDG_DATA_HOME="+dir, "XDG_CONFIG_HOME="+dir)
	start(t, cmd, address)
	return "http://" + address
}

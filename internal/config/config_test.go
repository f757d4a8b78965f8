package config

import (
	"errors"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func from(env map[string]string) (Config, error) {
	return FromEnv(func(name string) string { return env[name] })
}

func TestDefaultsAreSafe(t *testing.T) {
	t.Parallel()
	c, err := from(nil)
	if err != nil {
		t.Fatal(err)
	}
	if c.Addr != "127.0.0.1:8080" || c.OpsAddr != "127.0.0.1:8081" || c.URL != "http://127.0.0.1:8080" || c.Registration != "open" ||
		c.DatabaseURL != "" || c.AdminURL != "" || c.Secure() || len(c.TrustedProxies) > 0 || c.APILimit != 600 || !filepath.IsAbs(c.Data) {
		t.Errorf("got %+v", c)
	}
}

func TestValues(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, value string
		got         func(Config) any
		want        any
	}{
		{"STOA_LIMIT_API", "0", func(c Config) any { return c.APILimit }, 0},
		{"STOA_URL", "https://stoa.example/", func(c Config) any { return c.URL }, "https://stoa.example"},
		{"STOA_URL", "HTTPS://Stoa.Example", func(c Config) any { return c.URL }, "https://stoa.example"},
		{"STOA_URL", "HTTPS://stoa.example", func(c Config) any { return c.Secure() }, true},
		{"STOA_URL", "http://192.168.1.2:8080", func(c Config) any { return c.Secure() }, false},
		{"STOA_URL", "  http://x  ", func(c Config) any { return c.URL }, "http://x"},
		{"STOA_ADDR", ":9000", func(c Config) any { return c.URL }, "http://localhost:9000"},
		{"STOA_ADDR", "0.0.0.0:9000", func(c Config) any { return c.URL }, "http://localhost:9000"},
		{"STOA_ADDR", "[::]:9000", func(c Config) any { return c.URL }, "http://localhost:9000"},
		{"STOA_ADDR", "[::1]:9000", func(c Config) any { return c.URL }, "http://[::1]:9000"},
		{"STOA_OPS_ADDR", "off", func(c Config) any { return c.OpsAddr }, "off"},
		{"STOA_DATA", "/srv/stoa/", func(c Config) any { return c.Data }, "/srv/stoa"},
		{"STOA_REGISTRATION", "invite", func(c Config) any { return c.Registration }, "invite"},
		{"STOA_LOG", "json", func(c Config) any { return c.LogFormat }, "json"},
		{"DATABASE_URL", "postgres://x", func(c Config) any { return c.AdminURL }, "postgres://x"},
		{"DATABASE_ADMIN_URL", "postgres://a", func(c Config) any { return c.AdminURL + c.DatabaseURL }, "postgres://a"},
		{"OPENAI_BASE_URL", "http://127.0.0.1:1/v1/", func(c Config) any { return c.OpenAIBaseURL }, "http://127.0.0.1:1/v1"},
		{"EMBEDDINGS_MODEL", " bge-m3 ", func(c Config) any { return c.Embeddings }, Endpoint{Model: "bge-m3"}},
		{"RERANK_BASE_URL", "http://127.0.0.1:2/", func(c Config) any { return c.Rerank }, Endpoint{BaseURL: "http://127.0.0.1:2"}},
		{"STOA_TRUSTED_PROXIES", "10.0.0.0/8, ::1", func(c Config) any { return c.TrustedProxies[1] }, netip.MustParsePrefix("::1/128")},
		{"STOA_TRUSTED_PROXIES", " , ", func(c Config) any { return len(c.TrustedProxies) }, 0},
	} {
		cfg, err := from(map[string]string{c.name: c.value})
		if err != nil || c.got(cfg) != c.want {
			t.Errorf("%s=%q: got %v, %v; want %v", c.name, c.value, c.got(cfg), err, c.want)
		}
	}
}

func TestProblems(t *testing.T) {
	t.Parallel()
	bad := map[string][]string{
		"STOA_ADDR":            {"8080", "localhost", "a:b:c"},
		"STOA_OPS_ADDR":        {"on", "8081"},
		"STOA_URL":             {"stoa.example", "ftp://stoa.example", "http://", "https://stoa.example/path", "https://stoa.example?x=1", "https://u:p@stoa.example", "http://%"},
		"STOA_REGISTRATION":    {"closed", "Open"},
		"STOA_LOG":             {"xml"},
		"OPENAI_BASE_URL":      {"localhost:11434", "file:///x"},
		"EMBEDDINGS_BASE_URL":  {"localhost:11434"},
		"RERANK_BASE_URL":      {"ftp://x"},
		"STOA_TRUSTED_PROXIES": {"everybody", "10.0.0.0/99"},
	}
	all := map[string]string{}
	for name, values := range bad {
		for _, value := range values {
			_, err := from(map[string]string{name: value})
			if err == nil || !strings.HasPrefix(err.Error(), name+": want ") || strings.Count(err.Error(), "\n") > 0 {
				t.Errorf("%s=%q: got %v, want one line that begins with its name", name, value, err)
			}
		}
		all[name] = values[0]
	}
	_, err := from(all)
	for name := range bad {
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("all at once: %s is not told: %v", name, err)
		}
	}
}

// Load reads the process's own environment and folder, so it changes both for a moment.
func TestLoadReadsDotEnv(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv("STOA_ADDR", "127.0.0.1:1")
	t.Setenv("STOA_LOG", "text") // put back afterwards
	if err := errors.Join(os.Unsetenv("STOA_LOG"), os.WriteFile(".env", []byte("STOA_LOG=json\nSTOA_ADDR=127.0.0.1:2\n"), 0o600)); err != nil {
		t.Fatal(err)
	}
	c, err := Load()
	if err != nil || c.LogFormat != "json" || c.Addr != "127.0.0.1:1" {
		t.Errorf("got %+v, %v: the environment wins over the file", c, err)
	}
	if err := os.WriteFile(".env", []byte("'=\x00"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(); err == nil || !strings.HasPrefix(err.Error(), ".env") {
		t.Errorf("a broken file: %v", err)
	}
}

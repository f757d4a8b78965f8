// Package config reads the settings of a Stoa process from the environment, once, strictly.
package config

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/joho/godotenv"
)

// Config is every setting of the process; each has a safe default. The names of the variables stand beside the fields.
type Config struct {
	Addr         string // STOA_ADDR: where to listen
	OpsAddr      string // STOA_OPS_ADDR: where /metrics and pprof listen; "off" for nowhere
	URL          string // STOA_URL: the public address, without a trailing slash
	Data         string // STOA_DATA: private PostgreSQL and generated secrets
	Secret       string // STOA_SECRET: keys for secrets at rest, by commas, the newest first; empty takes those of a file under Data
	Registration string // STOA_REGISTRATION: open, invite or off
	DatabaseURL  string // DATABASE_URL: empty starts a private cluster under Data
	AdminURL     string // DATABASE_ADMIN_URL: migrates and creates roles; DatabaseURL by default
	RedisURL     string // REDIS_URL: the bus between several instances; empty when this is the only one
	LogFormat    string // STOA_LOG: text or json
	Config       string // STOA_CONFIG: a file in place of the embedded schema/stoa.yaml
	// STOA_TRUSTED_PROXIES: addresses or networks, separated by commas, whose X-Forwarded-For is believed; none by default.
	TrustedProxies []netip.Prefix
	APILimit       int // STOA_LIMIT_API: requests a minute for each API token; 0 for no limit

	StreamsPerson int // STOA_LIMIT_STREAMS_PERSON: live pages of one person at this instance; 0 is without bound
	StreamsTenant int // STOA_LIMIT_STREAMS_TENANT: live pages of one company at this instance

	Drain time.Duration // STOA_DRAIN: how long running answers may take to finish when the process is asked to end

	OpenAIKey     string // OPENAI_API_KEY
	OpenAIBaseURL string // OPENAI_BASE_URL: any OpenAI-compatible server
	OpenAIModel   string // OPENAI_MODEL: the default model; empty takes the first that the server lists

	Embeddings Endpoint // EMBEDDINGS_MODEL, _BASE_URL, _API_KEY: makes vectors of passages and questions
	Rerank     Endpoint // RERANK_MODEL, _BASE_URL, _API_KEY: puts the best passages in order
}

// Endpoint is a server that a search asks; without a model there is none.
type Endpoint struct{ Model, BaseURL, Key string }

// Load reads the environment and, where there is one, the file .env of the working directory; the environment wins.
func Load() (Config, error) {
	if err := godotenv.Load(); err != nil && !errors.Is(err, os.ErrNotExist) {
		return Config{}, fmt.Errorf(".env: %w", err)
	}
	return FromEnv(os.Getenv)
}

// FromEnv reads the settings through getenv and checks them; every problem is listed at once.
func FromEnv(getenv func(string) string) (Config, error) {
	get := func(name, otherwise string) string {
		if v := strings.TrimSpace(getenv(name)); v != "" {
			return v
		}
		return otherwise
	}
	c := Config{
		Addr:          get("STOA_ADDR", "127.0.0.1:8080"),
		OpsAddr:       get("STOA_OPS_ADDR", "127.0.0.1:8081"),
		Data:          get("STOA_DATA", defaultData()),
		Secret:        get("STOA_SECRET", ""),
		Registration:  get("STOA_REGISTRATION", "open"),
		DatabaseURL:   get("DATABASE_URL", ""),
		RedisURL:      get("REDIS_URL", ""),
		LogFormat:     get("STOA_LOG", "text"),
		Config:        get("STOA_CONFIG", ""),
		OpenAIKey:     get("OPENAI_API_KEY", ""),
		OpenAIBaseURL: strings.TrimSuffix(get("OPENAI_BASE_URL", ""), "/"),
		OpenAIModel:   get("OPENAI_MODEL", ""),
	}
	endpoint := func(name string) Endpoint {
		return Endpoint{get(name+"_MODEL", ""), strings.TrimSuffix(get(name+"_BASE_URL", ""), "/"), get(name+"_API_KEY", "")}
	}
	c.Embeddings, c.Rerank = endpoint("EMBEDDINGS"), endpoint("RERANK")
	c.URL = normal(get("STOA_URL", "http://"+reachable(c.Addr)))
	c.AdminURL = get("DATABASE_ADMIN_URL", c.DatabaseURL)
	if data, err := filepath.Abs(c.Data); err == nil {
		c.Data = data
	}
	var problems []error
	count := func(name, otherwise string) int {
		n, err := strconv.Atoi(get(name, otherwise))
		if err != nil || n < 0 {
			problems = append(problems, fmt.Errorf("%s: want a number such as %s, or 0 for no bound, got %q", name, otherwise, get(name, "")))
		}
		return n
	}
	c.APILimit = count("STOA_LIMIT_API", "600")
	c.StreamsPerson, c.StreamsTenant = count("STOA_LIMIT_STREAMS_PERSON", "100"), count("STOA_LIMIT_STREAMS_TENANT", "5000")
	var err error
	if c.Drain, err = time.ParseDuration(get("STOA_DRAIN", "10s")); err != nil || c.Drain < 0 {
		problems = append(problems, fmt.Errorf("STOA_DRAIN: want a duration such as 10s, got %q", get("STOA_DRAIN", "")))
	}
	c.TrustedProxies, err = prefixes(get("STOA_TRUSTED_PROXIES", ""))
	return c, errors.Join(append(problems, err, c.check())...)
}

// prefixes reads networks such as 10.0.0.0/8, and single addresses.
func prefixes(list string) (all []netip.Prefix, err error) {
	for part := range strings.SplitSeq(list, ",") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		p, perr := netip.ParsePrefix(part)
		if a, aerr := netip.ParseAddr(part); aerr == nil {
			p, perr = netip.PrefixFrom(a, a.BitLen()), nil
		}
		if perr != nil {
			err = errors.Join(err, fmt.Errorf("STOA_TRUSTED_PROXIES: want an address or a network such as 10.0.0.0/8, got %q", part))
			continue
		}
		all = append(all, p)
	}
	return all, err
}

// Secure reports whether people reach Stoa by https; cookies are then marked so.
func (c Config) Secure() bool { return strings.HasPrefix(c.URL, "https://") }

func (c Config) check() error {
	var problems []error
	bad := func(format string, args ...any) { problems = append(problems, fmt.Errorf(format, args...)) }
	if _, _, err := net.SplitHostPort(c.Addr); err != nil {
		bad("STOA_ADDR: want host:port, got %q", c.Addr)
	}
	if _, _, err := net.SplitHostPort(c.OpsAddr); err != nil && c.OpsAddr != "off" {
		bad("STOA_OPS_ADDR: want host:port or off, got %q", c.OpsAddr)
	}
	if !webAddress(c.URL) && c.URL != normal("http://"+c.Addr) { // a bad address is told once
		bad("STOA_URL: want http://… or https://… without a path, got %q", c.URL)
	}
	for _, u := range [][2]string{{"OPENAI", c.OpenAIBaseURL}, {"EMBEDDINGS", c.Embeddings.BaseURL}, {"RERANK", c.Rerank.BaseURL}} {
		if u[1] != "" && !httpURL(u[1]) {
			bad("%s_BASE_URL: want http://… or https://…, got %q", u[0], u[1])
		}
	}
	if u, err := url.Parse(c.RedisURL); c.RedisURL != "" && (err != nil || u.Scheme != "redis" && u.Scheme != "rediss" && u.Scheme != "unix") {
		bad("REDIS_URL: want redis://host:port/0 or rediss://…") // its password is nobody's business
	}
	if r := c.Registration; r != "open" && r != "invite" && r != "off" {
		bad("STOA_REGISTRATION: want open, invite or off, got %q", r)
	}
	if f := c.LogFormat; f != "text" && f != "json" {
		bad("STOA_LOG: want text or json, got %q", f)
	}
	return errors.Join(problems...)
}

func httpURL(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

func webAddress(s string) bool {
	u, err := url.Parse(s)
	return httpURL(s) && err == nil && u.Path == "" && u.RawQuery == "" && u.Fragment == "" && u.User == nil
}

// normal is an address without a trailing slash, its scheme and host in lower case, as they are compared later.
func normal(s string) string {
	if u, err := url.Parse(s); err == nil {
		u.Host = strings.ToLower(u.Host)
		s = u.String()
	}
	return strings.TrimSuffix(s, "/")
}

// reachable is where people find a listener: one on all addresses has no name of its own.
func reachable(addr string) string {
	host, port, err := net.SplitHostPort(addr)
	if ip, perr := netip.ParseAddr(host); err == nil && (host == "" || perr == nil && ip.IsUnspecified()) {
		return net.JoinHostPort("localhost", port)
	}
	return addr
}

func defaultData() string {
	if os.Geteuid() == 0 {
		return "/var/lib/stoa"
	}
	return "./data"
}

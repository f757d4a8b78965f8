package config

import (
	"net/url"
	"strconv"
	"strings"
)

// Shown is a setting as a person may see it.
type Shown struct{ Name, Value string }

// Shown lists the settings, secrets masked.
func (c Config) Shown() []Shown {
	var proxies []string
	for _, p := range c.TrustedProxies {
		proxies = append(proxies, p.String())
	}
	return []Shown{
		{"STOA_ADDR", c.Addr}, {"STOA_OPS_ADDR", c.OpsAddr}, {"STOA_URL", c.URL}, {"STOA_DATA", c.Data},
		{"STOA_REGISTRATION", c.Registration}, {"STOA_LOG", c.LogFormat}, {"STOA_TRUSTED_PROXIES", or(strings.Join(proxies, ","), "none")},
		{"DATABASE_URL", or(maskURL(c.DatabaseURL), "a private cluster under STOA_DATA")}, {"DATABASE_ADMIN_URL", or(maskURL(c.AdminURL), "the same")},
		{"OPENAI_BASE_URL", or(c.OpenAIBaseURL, "not set")}, {"OPENAI_API_KEY", mask(c.OpenAIKey)}, {"OPENAI_MODEL", or(c.OpenAIModel, "the first that the server lists")},
		{"EMBEDDINGS_MODEL", or(c.Embeddings.Model, "not set")}, {"EMBEDDINGS_BASE_URL", or(c.Embeddings.BaseURL, "OPENAI_BASE_URL")}, {"EMBEDDINGS_API_KEY", mask(c.Embeddings.Key)},
		{"RERANK_MODEL", or(c.Rerank.Model, "not set")}, {"RERANK_BASE_URL", or(c.Rerank.BaseURL, "OPENAI_BASE_URL")}, {"RERANK_API_KEY", mask(c.Rerank.Key)},
	}
}

func or(value, otherwise string) string {
	if value == "" {
		return otherwise
	}
	return value
}

// mask says that a secret is set and how long it is, and nothing of what it is.
func mask(secret string) string {
	if secret == "" {
		return "not set"
	}
	return "set (" + strconv.Itoa(len(secret)) + " characters)"
}

// maskURL takes the password out of an address.
func maskURL(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "set (no address)"
	}
	q := u.Query()
	if q.Has("password") {
		q.Set("password", "xxxxx")
		u.RawQuery = q.Encode()
	}
	return u.Redacted()
}

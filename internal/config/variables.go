package config

// Variable is a variable of the environment that the platform itself reads; those of plugins stand in their manifests.
type Variable struct {
	Name, Doc string
	Default   string // as documentation: what holds when it is empty
	Example   string
}

// Variables are all of them, in the order in which an operator meets them.
var Variables = []Variable{
	{"STOA_ADDR", "Where to listen.", "127.0.0.1:8080", "0.0.0.0:8080"},
	{"STOA_OPS_ADDR", "Where /metrics and profiles are served; off for nowhere.", "127.0.0.1:8081", "off"},
	{"STOA_URL", "The public address: links, and secure cookies when it is https.", "http:// and STOA_ADDR", "https://stoa.example"},
	{"STOA_DATA", "The private PostgreSQL, files and generated secrets.", "./data; as root /var/lib/stoa", "/srv/stoa"},
	{"STOA_SECRET", "Keys that encrypt what is kept secret in the database, by commas, the newest first.", "a file under STOA_DATA, made on the first start", ""},
	{"STOA_CONFIG", "A file in place of the embedded schema/stoa.yaml.", "the embedded one", "/etc/stoa/stoa.yaml"},
	{"STOA_LOG", "The form of the log: text or json.", "text", "json"},
	{"STOA_TRUSTED_PROXIES", "Addresses or networks of your own proxies, by commas, whose X-Forwarded-For is believed.", "none", "10.0.0.0/8"},
	{"STOA_LIMIT_API", "Requests a minute for each API token; 0 is without bound.", "600", ""},
	{"STOA_LIMIT_STREAMS_PERSON", "Live pages of one person at one instance; 0 is without bound.", "100", ""},
	{"STOA_LIMIT_STREAMS_TENANT", "Live pages of one company at one instance; 0 is without bound.", "5000", ""},
	{"STOA_DRAIN", "How long running answers may take to finish when Stoa is asked to end.", "10s", ""},
	{"DATABASE_URL", "Any PostgreSQL from 15 on with pgvector.", "a private cluster under STOA_DATA", "postgresql://stoa_login:password@db/stoa"},
	{"DATABASE_ADMIN_URL", "Who migrates and creates roles.", "DATABASE_URL", ""},
	{"REDIS_URL", "Redis or Valkey, for more than one instance.", "none: this is the only instance", "redis://cache:6379/0"},
}

package compile

import (
	"strings"

	"stoa/tools/stoagen/model"
)

const pgtype = "github.com/jackc/pgx/v5/pgtype"

// goType is a Go type, and what sqlc makes of it when the column can be NULL.
type goType struct{ name, nullable, path string }

// goTypes follow sqlc's pgx/v5 table and the overrides of sqlc.yaml; * before the name is sqlc's emit_pointers_for_null_types.
// A domain has the type of its base, for which sqlc needs an override in sqlc.yaml.
var goTypes = map[string]goType{
	"text": {"string", "*string", ""}, "varchar": {"string", "*string", ""}, "char": {"string", "*string", ""},
	"citext": {"string", "*string", ""}, "name": {"string", "*string", ""}, "ltree": {"string", "*string", ""},
	"smallint": {"int16", "*int16", ""}, "integer": {"int32", "*int32", ""}, "bigint": {"int64", "*int64", ""},
	"numeric": {"pgtype.Numeric", "pgtype.Numeric", pgtype},
	"real":    {"float32", "*float32", ""}, "double precision": {"float64", "*float64", ""},
	"boolean": {"bool", "*bool", ""}, "uuid": {"uuid.UUID", "*uuid.UUID", "github.com/google/uuid"},
	"timestamptz": {"time.Time", "*time.Time", "time"}, "timestamp": {"pgtype.Timestamp", "pgtype.Timestamp", pgtype},
	"date": {"time.Time", "*time.Time", "time"}, "time": {"pgtype.Time", "pgtype.Time", pgtype},
	"timetz": {"time.Time", "*time.Time", "time"}, "interval": {"pgtype.Interval", "pgtype.Interval", pgtype},
	"json": {"[]byte", "[]byte", ""}, "jsonb": {"json.RawMessage", "json.RawMessage", "encoding/json"}, "bytea": {"[]byte", "[]byte", ""},
	"vector":   {"pgvector.Vector", "*pgvector.Vector", "github.com/pgvector/pgvector-go"},
	"halfvec":  {"string", "*string", ""}, // it travels as text
	"tsvector": {"interface{}", "interface{}", ""}, "money": {"pgtype.Numeric", "pgtype.Numeric", pgtype},
	"xid8": {"pgtype.Uint64", "pgtype.Uint64", pgtype},
	"inet": {"netip.Addr", "*netip.Addr", "net/netip"}, "cidr": {"netip.Prefix", "*netip.Prefix", "net/netip"},
}

// goTypeOf is what sqlc makes of a column.
func goTypeOf(t model.Type, notNull bool) model.GoType {
	name, path := "interface{}", ""
	g, known := goTypes[t.Name]
	switch {
	case t.Enum != nil && (notNull || t.Array):
		name = structName(t.Enum.Name)
	case t.Enum != nil:
		name = "Null" + structName(t.Enum.Name)
	case known && (notNull || t.Array):
		name, path = g.name, g.path
	case known:
		name, path = g.nullable, g.path
		if strings.HasPrefix(name, "pgtype.") {
			path = pgtype
		}
	}
	if t.Array {
		name = "[]" + name
	}
	return model.GoType{Name: name, Import: path}
}

// structName is sqlc's Go name for a type: member_role is MemberRole, and a part id is ID.
func structName(name string) string {
	var b strings.Builder
	for part := range strings.SplitSeq(name, "_") {
		switch {
		case part == "id":
			b.WriteString("ID")
		case part != "":
			b.WriteString(strings.ToUpper(part[:1]) + part[1:])
		}
	}
	return b.String()
}

package differ

import (
	"strings"

	"github.com/jackc/pgx/v5"
)

// plain are the words that need quotes as names although they look like any other; PostgreSQL's own quote_ident knows more,
// and a name that it would quote without need is still right.
func name(s string) string {
	for _, r := range s {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '_' {
			return pgx.Identifier{s}.Sanitize()
		}
	}
	if s == "" || s[0] >= '0' && s[0] <= '9' || keywords[s] {
		return pgx.Identifier{s}.Sanitize()
	}
	return s
}

// keywords are the reserved words of PostgreSQL, appendix C of its manual.
var keywords = words(`all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both case cast
	char character check coalesce collate collation column concurrently constraint create cross current_catalog current_date current_role
	current_schema current_time current_timestamp current_user dec decimal default deferrable desc distinct do else end except exists
	extract false fetch float for foreign freeze from full grant greatest group grouping having ilike in initially inner inout int
	integer intersect interval into is isnull join lateral leading least left like limit localtime localtimestamp national natural nchar
	none normalize not notnull null nullif numeric offset on only or order out outer overlaps overlay placing position precision primary
	real references returning right row select session_user setof similar smallint some substring symmetric system_user table tablesample
	then time timestamp to trailing treat trim true union unique user using values varchar variadic verbose when where window with
	xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable`)

func words(text string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(text) {
		set[w] = true
	}
	return set
}

func literal(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

func literals(all []string) string {
	quoted := make([]string, len(all))
	for i, s := range all {
		quoted[i] = literal(s)
	}
	return strings.Join(quoted, ", ")
}

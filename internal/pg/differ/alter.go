package differ

import (
	"fmt"
	"regexp"
	"strings"
)

// alter changes a column and keeps its values.
func (c *change) alter(old, now column) {
	alter := fmt.Sprintf("ALTER TABLE %s ALTER COLUMN %s ", name(now.Table), name(now.Name))
	if old.Generated && !now.Generated {
		c.add("", "%sDROP EXPRESSION", alter)
		old.Default = ""
	}
	if old.Identity != "" && now.Identity == "" {
		c.add("", "%sDROP IDENTITY", alter)
	}
	if old.Type != now.Type || old.Collation != now.Collation {
		if old.Default != "" && !now.Generated {
			c.add("", "%sDROP DEFAULT", alter)
			old.Default = ""
		}
		c.retype(old, now)
	}
	if !now.Generated && old.Default != now.Default {
		if now.Default == "" {
			c.add("", "%sDROP DEFAULT", alter)
		} else {
			c.add("", "%sSET DEFAULT %s", alter, now.Default)
		}
	}
	switch {
	case now.NotNull && !old.NotNull:
		c.fill(now)
	case old.NotNull && !now.NotNull:
		c.add("", "%sDROP NOT NULL", alter)
	}
	switch {
	case now.Identity != "" && old.Identity == "":
		c.add("", "%sADD GENERATED %s AS IDENTITY", alter, now.Identity)
	case now.Identity != "" && old.Identity != now.Identity:
		c.add("", "%sSET GENERATED %s", alter, now.Identity)
	}
	if old.Storage != now.Storage {
		c.storage(now)
	}
}

var vector = regexp.MustCompile(`^(vector|halfvec|sparsevec)\((\d+)\)$`)

func (c *change) retype(old, now column) {
	hazard := "REWRITE: table " + now.Table + " is written anew"
	using := c.cast(old, now)
	if n := vector.FindStringSubmatch(now.Type); n != nil && vector.MatchString(old.Type) {
		// Numbers of one model mean nothing to another, and their count is part of the type.
		hazard = fmt.Sprintf("DATA LOSS: %s.%s is emptied, since vectors of another length cannot be kept", now.Table, now.Name)
		if using = "NULL"; now.NotNull {
			using = fmt.Sprintf("array_fill(0::real, ARRAY[%s])::vector(%[1]s)::%s", n[2], now.Type)
		}
	}
	if widens(old.Type, now.Type) {
		hazard = ""
	}
	collation := ""
	if now.Collation != "" {
		collation = " COLLATE " + now.Collation
	}
	c.add(hazard, "ALTER TABLE %s ALTER COLUMN %s TYPE %s%s USING %s", name(now.Table), name(now.Name), now.Type, collation, using)
}

// cast is the column in its new type: by a cast of PostgreSQL's own where there is one, else by way of its text.
func (c *change) cast(old, now column) string {
	from, to := bareType(old.Type), bareType(now.Type)
	if from == to || c.want.casts[[2]string{from, to}] {
		return name(now.Name) + "::" + now.Type
	}
	if now.Type == old.Type+"[]" {
		return fmt.Sprintf("ARRAY[%s]::%s", name(now.Name), now.Type)
	}
	if now.Type == "jsonb" {
		return "to_jsonb(" + name(now.Name) + ")"
	}
	return name(now.Name) + "::text::" + now.Type
}

// bareType is a type without its measures: character varying(20) is character varying.
func bareType(t string) string {
	if i := strings.IndexByte(t, '('); i >= 0 {
		return strings.TrimSpace(t[:i]) + t[strings.IndexByte(t, ')')+1:]
	}
	return t
}

// widens reports whether PostgreSQL only notes the new type, without looking at the rows.
func widens(old, now string) bool {
	var from, to int
	if _, err := fmt.Sscanf(old, "character varying(%d)", &from); err != nil {
		return old == "character varying" && now == "text"
	}
	_, err := fmt.Sscanf(now, "character varying(%d)", &to)
	return now == "text" || now == "character varying" || err == nil && to >= from
}

// zero is a value that every row can have when nobody has chosen one.
func zero(typ string, in *catalogue) string {
	if e := named(in.enums, typ, enumName); e != nil {
		return literal(e.Values[0])
	}
	if d := named(in.domains, typ, domainName); d != nil {
		return zero(d.Type, in)
	}
	switch bare := bareType(typ); {
	case strings.HasSuffix(bare, "[]"):
		return "'{}'"
	case bare == "boolean":
		return "false"
	case bare == "uuid":
		return "gen_random_uuid()"
	case bare == "jsonb" || bare == "json":
		return "'{}'"
	case bare == "date" || strings.HasPrefix(bare, "time"):
		return "now()"
	case bare == "smallint" || bare == "integer" || bare == "bigint" || bare == "numeric" || bare == "real" || bare == "double precision":
		return "0"
	case bare == "interval":
		return "'0'"
	}
	return "''"
}

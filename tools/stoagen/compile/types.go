package compile

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"

	pg "github.com/pganalyze/pg_query_go/v6"

	"stoa/tools/stoagen/diag"
	"stoa/tools/stoagen/model"
	"stoa/tools/stoagen/parse"
)

// builtin maps the spellings of PostgreSQL's types, and those of extensions in use, to one name and its base.
var builtin = map[string]model.Type{
	"text": base("text", model.Text), "varchar": base("varchar", model.Text), "bpchar": base("char", model.Text),
	"citext": base("citext", model.Text), "name": base("name", model.Text), "ltree": base("ltree", model.Text),
	"int2": base("smallint", model.Integer), "int4": base("integer", model.Integer), "int8": base("bigint", model.Integer),
	"smallserial": base("smallint", model.Integer), "serial": base("integer", model.Integer), "bigserial": base("bigint", model.Integer),
	"numeric": base("numeric", model.Decimal), "float4": base("real", model.Float), "float8": base("double precision", model.Float),
	"bool": base("boolean", model.Boolean), "uuid": base("uuid", model.UUID),
	"timestamptz": base("timestamptz", model.Timestamp), "timestamp": base("timestamp", model.Timestamp),
	"date": base("date", model.Date), "time": base("time", model.Time), "timetz": base("timetz", model.Time),
	"interval": base("interval", model.Interval), "json": base("json", model.JSON), "jsonb": base("jsonb", model.JSON),
	"bytea": base("bytea", model.Bytes), "vector": base("vector", model.Vector), "halfvec": base("halfvec", model.Vector),
	"tsvector": base("tsvector", model.Search), "inet": base("inet", model.Network), "cidr": base("cidr", model.Network),
	"macaddr": base("macaddr", model.Opaque), "money": base("money", model.Opaque), "xml": base("xml", model.Opaque),
	"daterange": base("daterange", model.Opaque), "tstzrange": base("tstzrange", model.Opaque), "tsrange": base("tsrange", model.Opaque),
	"int4range": base("int4range", model.Opaque), "int8range": base("int8range", model.Opaque), "numrange": base("numrange", model.Opaque),
	"point": base("point", model.Opaque), "xid8": base("xid8", model.Opaque), "oid": base("oid", model.Opaque),
}

func base(name string, b model.Base) model.Type { return model.Type{SQL: name, Name: name, Base: b} }

// serials are the types that make a number by themselves.
var serials = []string{"smallserial", "serial", "bigserial", "serial2", "serial4", "serial8"}

// typeOf resolves a type name; an unknown one is noted at pos.
func (b *builder) typeOf(n *pg.TypeName, pos diag.Pos) model.Type {
	name := lastName(n.GetNames())
	name = strings.NewReplacer("serial2", "smallserial", "serial4", "serial", "serial8", "bigserial").Replace(name)
	t, ok := builtin[name]
	if !ok {
		t, ok = b.ownType(name)
	}
	if !ok {
		b.problems.Add(pos, "there is no type %s%s", name, diag.Hint(name, b.typeNames()))
		return model.Type{SQL: name, Name: name, Base: model.Opaque}
	}
	arguments(&t, n.GetTypmods())
	if len(n.GetArrayBounds()) > 0 {
		t.Array = true
		t.SQL += "[]"
	}
	return t
}

func (b *builder) ownType(name string) (model.Type, bool) {
	if e := b.schema.Enum(name); e != nil {
		return model.Type{SQL: name, Name: name, Base: model.Choice, Enum: e}, true
	}
	if d := b.schema.Domain(name); d != nil {
		t := d.Type
		t.SQL, t.Domain = name, d
		return t, true
	}
	return model.Type{}, false
}

// arguments reads (n) or (p, s).
func arguments(t *model.Type, mods []*pg.Node) {
	var numbers []int
	for _, m := range mods {
		c := m.GetAConst()
		if c == nil || c.GetIval() == nil {
			return
		}
		numbers = append(numbers, int(c.GetIval().Ival))
	}
	switch {
	case len(numbers) == 0:
	case t.Base == model.Decimal:
		t.Precision = numbers[0]
		t.SQL = fmt.Sprintf("%s(%d)", t.Name, t.Precision)
		if len(numbers) > 1 {
			t.Scale = numbers[1]
			t.SQL = fmt.Sprintf("%s(%d,%d)", t.Name, t.Precision, t.Scale)
		}
	case t.Base == model.Text || t.Base == model.Vector:
		t.Length = numbers[0]
		t.SQL = fmt.Sprintf("%s(%d)", t.Name, t.Length)
	}
}

func (b *builder) typeNames() []string {
	var names []string
	for _, t := range builtin {
		names = append(names, t.Name)
	}
	sort.Strings(names)
	for _, e := range b.schema.Enums {
		names = append(names, e.Name)
	}
	for _, d := range b.schema.Domains {
		names = append(names, d.Name)
	}
	return slices.Compact(names)
}

// domain adds a CREATE DOMAIN.
func (b *builder) domain(_ *parse.File, s *parse.Statement) {
	n := s.Node.GetCreateDomainStmt()
	if n == nil {
		return
	}
	d := &model.Domain{Name: lastName(n.Domainname), Pos: s.Top.Pos}
	if !b.freeType(d.Name, s) {
		return
	}
	d.Type = b.typeOf(n.TypeName, s.Top.Pos)
	for _, node := range n.Constraints {
		switch c := node.GetConstraint(); c.Contype {
		case pg.ConstrType_CONSTR_NOTNULL:
			d.NotNull = true
		case pg.ConstrType_CONSTR_DEFAULT:
			d.Default, d.Literal = defaultOf(c.RawExpr)
		}
	}
	for _, e := range s.Top.Inline {
		if c := e.Node.GetConstraint(); c.Contype == pg.ConstrType_CONSTR_CHECK {
			d.Checks = append(d.Checks, b.check(e, cmp.Or(c.Conname, d.Name+"_check"), "", []string{"value"}, map[string]model.Type{"value": d.Type}))
		}
	}
	b.schema.Domains = append(b.schema.Domains, d)
	b.note(d, s.Top)
}

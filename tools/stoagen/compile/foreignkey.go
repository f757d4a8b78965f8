package compile

import (
	"strings"

	pg "github.com/pganalyze/pg_query_go/v6"

	"stoa/tools/stoagen/model"
	"stoa/tools/stoagen/parse"
)

// pendingKey is a foreign key whose target has not been looked up yet.
type pendingKey struct{ key *model.ForeignKey }

var references = map[string]string{"c": "cascade", "r": "restrict", "n": "set null", "d": "set default"}

func (b *builder) foreignKey(t *model.Table, k tableConstraint) {
	columns := stringsOf(k.n.FkAttrs)
	if k.column != "" {
		columns = []string{k.column}
	}
	key := &model.ForeignKey{
		Name: k.n.Conname, Pos: k.e.Pos, Table: t, Columns: columns,
		TargetName: k.n.Pktable.GetRelname(), RefColumns: stringsOf(k.n.PkAttrs),
		OnDelete: references[k.n.FkDelAction], OnUpdate: references[k.n.FkUpdAction], SetColumns: stringsOf(k.n.FkDelSetCols),
	}
	if key.Name == "" {
		key.Name = b.constraintName(t.Name, strings.Join(columns, "_"), "fkey")
	}
	if !b.columns(t, columns, k.e.Pos) || !b.columns(t, key.SetColumns, k.e.Pos) {
		return
	}
	b.note(key, k.e)
	b.pending = append(b.pending, pendingKey{key})
}

// alter adds the foreign keys of ALTER TABLE … ADD CONSTRAINT.
func (b *builder) alter(n *pg.AlterTableStmt, s *parse.Statement) {
	t := b.lookup(n.Relation.GetRelname(), s.Top.Pos)
	if t == nil {
		return
	}
	for _, e := range s.Elements {
		c := e.Node.GetConstraint()
		if c.Conname != "" {
			b.claim(t, e, c.Conname)
		}
		b.foreignKey(t, tableConstraint{e, c, ""})
	}
}

// resolve points a foreign key at its target and hangs it on both tables.
func (b *builder) resolve(key *model.ForeignKey) {
	target := b.lookup(key.TargetName, key.Pos)
	if target == nil {
		return
	}
	if len(key.RefColumns) == 0 && target.PrimaryKey != nil {
		key.RefColumns = target.PrimaryKey.Columns
	}
	if !b.columns(target, key.RefColumns, key.Pos) {
		return
	}
	if len(key.RefColumns) != len(key.Columns) {
		b.problems.Add(key.Pos, "the foreign key has %d columns and refers to %d of table %s", len(key.Columns), len(key.RefColumns), target.Name)
		return
	}
	for i, name := range key.Columns {
		from, to := key.Table.Column(name).Type, target.Column(key.RefColumns[i]).Type
		if from.Name != to.Name && from.Base != to.Base {
			b.problems.Add(key.Pos, "column %s is %s, and %s.%s is %s", name, from.SQL, target.Name, key.RefColumns[i], to.SQL)
		}
	}
	if !b.hasKey(target, key.RefColumns) {
		b.problems.Add(key.Pos, "table %s has no PRIMARY KEY or UNIQUE (%s) to refer to", target.Name, strings.Join(key.RefColumns, ", "))
		return
	}
	key.Target = target
	key.Table.ForeignKeys = append(key.Table.ForeignKeys, key)
	target.Referrers = append(target.Referrers, key)
}

// hasKey reports whether the columns, in any order, are a key of the table.
func (b *builder) hasKey(t *model.Table, columns []string) bool {
	if t.PrimaryKey != nil && sameSet(t.PrimaryKey.Columns, columns) {
		return true
	}
	for _, u := range t.Uniques {
		if sameSet(u.Columns, columns) {
			return true
		}
	}
	for _, x := range t.Indexes {
		if x.Unique && x.Where == "" && len(x.Columns()) == len(x.Parts) && sameSet(x.Columns(), columns) {
			return true
		}
	}
	return false
}

package compile

import (
	"slices"
	"strings"

	pg "github.com/pganalyze/pg_query_go/v6"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// sqlOf writes an expression as SQL; "" for one that the deparser cannot write.
func sqlOf(expr *pg.Node) string {
	if expr == nil {
		return ""
	}
	tree, err := pg.Parse("SELECT 1")
	if err != nil {
		return ""
	}
	tree.Stmts[0].Stmt.GetSelectStmt().TargetList[0].GetResTarget().Val = expr
	sql, err := pg.Deparse(tree)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(sql, "SELECT ")
}

// columnsOf lists the columns that an expression reads, each once, in their order.
func columnsOf(expr *pg.Node) []*pg.ColumnRef {
	var refs []*pg.ColumnRef
	walk(expr.ProtoReflect(), func(m proto.Message) {
		if ref, ok := m.(*pg.ColumnRef); ok {
			same := func(other *pg.ColumnRef) bool { return refName(other) == refName(ref) }
			if refName(ref) != "" && !slices.ContainsFunc(refs, same) {
				refs = append(refs, ref)
			}
		}
	})
	return refs
}

// refName is the column that a reference names, "" for *.
func refName(ref *pg.ColumnRef) string { return lastName(ref.GetFields()) }

// walk visits m and all below it in the order of their fields.
func walk(m protoreflect.Message, visit func(proto.Message)) {
	visit(m.Interface())
	fields := m.Descriptor().Fields()
	for i := range fields.Len() {
		field := fields.Get(i)
		if field.Kind() != protoreflect.MessageKind || !m.Has(field) {
			continue
		}
		if !field.IsList() {
			walk(m.Get(field).Message(), visit)
			continue
		}
		list := m.Get(field).List()
		for k := range list.Len() {
			walk(list.Get(k).Message(), visit)
		}
	}
}

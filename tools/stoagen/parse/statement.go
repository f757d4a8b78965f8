package parse

import (
	"cmp"
	"fmt"

	pg "github.com/pganalyze/pg_query_go/v6"

	"stoa/tools/stoagen/annotation"
	"stoa/tools/stoagen/diag"
)

// statement adds a statement with its elements, or notes that a schema cannot hold such.
func (f *File) statement(raw *pg.RawStmt, tokens []*pg.ScanToken, problems *diag.List) {
	end := int(raw.StmtLocation + raw.StmtLen)
	if raw.StmtLen == 0 {
		end = len(f.Source.Text)
	}
	s := &Statement{Node: raw.Stmt, begin: end, end: end, listEnd: end}
	depth := 0
	for _, t := range tokens {
		if isComment(t) || int(t.Start) < int(raw.StmtLocation) || int(t.End) > end {
			continue
		}
		s.begin = min(s.begin, int(t.Start))
		switch t.Token {
		case pg.Token_ASCII_40:
			depth++
		case pg.Token_ASCII_41:
			if depth--; depth == 0 && s.listEnd == end {
				s.listEnd = int(t.Start)
			}
		}
	}
	s.Top = &Element{Target: annotation.Other, Pos: f.Source.Pos(s.begin), Node: raw.Stmt, begin: s.begin}
	f.Statements = append(f.Statements, s)
	if refusal := f.describe(s); refusal != "" {
		s.Refused = true
		problems.Add(s.Top.Pos, "%s", refusal)
	}
}

// describe fills in what annotations can stand on; it returns why the statement is refused.
func (f *File) describe(s *Statement) string {
	switch n := s.Node.Node.(type) {
	case *pg.Node_CreateStmt:
		s.Top.Target, s.Top.Name = annotation.Table, "table "+n.CreateStmt.Relation.Relname
		f.elements(s, n.CreateStmt.TableElts)
		return refuseTable(n.CreateStmt)
	case *pg.Node_IndexStmt:
		s.Top.Target, s.Top.Name = annotation.Index, "index "+cmp.Or(n.IndexStmt.Idxname, "on "+n.IndexStmt.Relation.GetRelname())
	case *pg.Node_CreateEnumStmt:
		s.Top.Target, s.Top.Name = annotation.Enum, "type "+last(n.CreateEnumStmt.TypeName)
	case *pg.Node_CreateDomainStmt:
		s.Top.Target, s.Top.Name = annotation.Domain, "domain "+last(n.CreateDomainStmt.Domainname)
		s.Top.Inline = f.inline(n.CreateDomainStmt.Constraints, s.Top.Name)
	case *pg.Node_AlterTableStmt:
		return f.alter(s, n.AlterTableStmt)
	case *pg.Node_CreateFunctionStmt:
		s.Top.Name = "function " + last(n.CreateFunctionStmt.Funcname)
	case *pg.Node_ViewStmt:
		s.Top.Name = "view " + n.ViewStmt.View.Relname
	case *pg.Node_CreateTrigStmt:
		s.Top.Name = "trigger " + n.CreateTrigStmt.Trigname
	case *pg.Node_CreateExtensionStmt:
		s.Top.Name = "extension " + n.CreateExtensionStmt.Extname
	case *pg.Node_CommentStmt:
		s.Top.Name = "comment"
	default:
		return "a schema holds declarations only: CREATE EXTENSION, TYPE … AS ENUM, DOMAIN, TABLE, INDEX, VIEW, FUNCTION, TRIGGER, " +
			"COMMENT ON, and ALTER TABLE … ADD CONSTRAINT … FOREIGN KEY"
	}
	return ""
}

// refuseTable names what the compiler cannot follow: columns that stand elsewhere.
func refuseTable(n *pg.CreateStmt) string {
	switch {
	case n.Partbound != nil, len(n.InhRelations) > 0:
		return "a table lists its own columns: no INHERITS, no PARTITION OF"
	case n.OfTypename != nil:
		return "a table lists its own columns: no OF type"
	case n.Relation.Relpersistence == "t":
		return "a schema holds no temporary tables"
	case n.Relation.Schemaname != "":
		return "write the table without a schema: all of them stand in public"
	}
	for _, e := range n.TableElts {
		if e.GetTableLikeClause() != nil {
			return "a table lists its own columns: no LIKE"
		}
	}
	return ""
}

func (f *File) alter(s *Statement, n *pg.AlterTableStmt) string {
	s.Top.Name = "ALTER TABLE " + n.Relation.GetRelname()
	for _, c := range n.Cmds {
		if c.GetAlterTableCmd().GetSubtype() == pg.AlterTableType_AT_SetStorage { // CREATE TABLE can say it from PostgreSQL 16 on only
			continue
		}
		constraint := c.GetAlterTableCmd().GetDef().GetConstraint()
		if c.GetAlterTableCmd().GetSubtype() != pg.AlterTableType_AT_AddConstraint || constraint.GetContype() != pg.ConstrType_CONSTR_FOREIGN {
			return "ALTER TABLE is for ADD CONSTRAINT … FOREIGN KEY alone, where two tables refer to each other, and ALTER COLUMN … SET STORAGE; write the rest into CREATE TABLE"
		}
		s.Elements = append(s.Elements, f.constraint(c.GetAlterTableCmd().Def, "table "+n.Relation.GetRelname()))
	}
	return ""
}

// last is the name without its schema.
func last(names []*pg.Node) string {
	if len(names) == 0 {
		return ""
	}
	return names[len(names)-1].GetString_().GetSval()
}

// elements adds the columns and constraints of a table.
func (f *File) elements(s *Statement, nodes []*pg.Node) {
	for _, node := range nodes {
		switch {
		case node.GetColumnDef() != nil:
			c := node.GetColumnDef()
			e := &Element{Target: annotation.Column, Name: "column " + c.Colname, Node: node}
			e.begin, e.Pos = int(c.Location), f.Source.Pos(int(c.Location))
			e.Inline = f.inline(c.Constraints, e.Name)
			s.Elements = append(s.Elements, e)
		case node.GetConstraint() != nil:
			s.Elements = append(s.Elements, f.constraint(node, s.Top.Name))
		}
	}
}

func (f *File) inline(nodes []*pg.Node, owner string) []*Element {
	var all []*Element
	for _, node := range nodes {
		if e := f.constraint(node, owner); e.Target != annotation.Other {
			all = append(all, e)
		}
	}
	return all
}

var constraintTargets = map[pg.ConstrType]annotation.Target{
	pg.ConstrType_CONSTR_CHECK:   annotation.Check,
	pg.ConstrType_CONSTR_UNIQUE:  annotation.Unique,
	pg.ConstrType_CONSTR_PRIMARY: annotation.PrimaryKey,
	pg.ConstrType_CONSTR_FOREIGN: annotation.ForeignKey,
}

func (f *File) constraint(node *pg.Node, owner string) *Element {
	c := node.GetConstraint()
	target, ok := constraintTargets[c.Contype]
	if !ok {
		target = annotation.Other
	}
	return &Element{
		Target: target, Name: fmt.Sprintf("%s of %s", target, owner), Node: node,
		Pos: f.Source.Pos(int(c.Location)), begin: int(c.Location),
	}
}

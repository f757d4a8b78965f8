package compile

import (
	pg "github.com/pganalyze/pg_query_go/v6"

	"stoa/tools/stoagen/diag"
	"stoa/tools/stoagen/parse"
)

// comment hangs a COMMENT ON on what it describes; those on other objects are the database's business.
func (b *builder) comment(_ *parse.File, s *parse.Statement) {
	n := s.Node.GetCommentStmt()
	if n == nil {
		return
	}
	path := stringsOf(n.Object.GetList().GetItems())
	if tn := n.Object.GetTypeName(); tn != nil {
		path = stringsOf(tn.Names)
	}
	switch n.Objtype {
	case pg.ObjectType_OBJECT_TABLE:
		if t := b.lookup(path[len(path)-1], s.Top.Pos); t != nil {
			t.Comment = n.Comment
		}
	case pg.ObjectType_OBJECT_COLUMN:
		b.columnComment(path, n.Comment, s.Top.Pos)
	case pg.ObjectType_OBJECT_TYPE, pg.ObjectType_OBJECT_DOMAIN:
		b.typeComment(path[len(path)-1], n.Comment, s.Top.Pos)
	case pg.ObjectType_OBJECT_VIEW:
		for _, v := range b.schema.Views {
			if v.Name == path[len(path)-1] {
				v.Comment = n.Comment
			}
		}
	}
}

func (b *builder) columnComment(path []string, text string, pos diag.Pos) {
	if len(path) < 2 {
		return
	}
	t := b.lookup(path[len(path)-2], pos)
	if t == nil || !b.columns(t, path[len(path)-1:], pos) {
		return
	}
	c := t.Column(path[len(path)-1])
	c.Comment, c.CommentPos = text, pos
}

func (b *builder) typeComment(name, text string, pos diag.Pos) {
	if e := b.schema.Enum(name); e != nil {
		e.Comment = text
		return
	}
	if d := b.schema.Domain(name); d != nil {
		d.Comment = text
		return
	}
	b.problems.Add(pos, "there is no type %s%s", name, diag.Hint(name, b.typeNames()))
}

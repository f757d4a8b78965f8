package differ

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"
)

// kind is a sort of database object; their order is the order in which they are made.
type kind string

const (
	extension  kind = "extension"
	function   kind = "function"
	constraint kind = "constraint" // all but foreign keys
	foreignKey kind = "foreign key"
	index      kind = "index"
	view       kind = "view"
	trigger    kind = "trigger"
	security   kind = "security" // row-level security on, and forced
	policy     kind = "policy"
	grant      kind = "grant"
	comment    kind = "comment"
)

// object is what is made and dropped whole.
type object struct {
	Kind   kind
	Name   string // unique within its kind
	Table  string // that it stands on; "" for none
	Target string // that a foreign key points to
	Create string
	Drop   string
}

// column is a column of a table.
type column struct {
	Table, Name, Type, Collation, Default string
	Identity                              string // ALWAYS, BY DEFAULT or ""
	Storage                               string // when it is not the type's own
	NotNull, Generated                    bool
	Number                                int
}

// table is a table with what its own statement says.
type table struct {
	Name, Options string
	Partitioned   bool
	columns       []column
}

// enum is a type with a list of values.
type enum struct {
	Name   string
	Values []string
}

// domain is a type with conditions.
type domain struct {
	Name, Type, Default string
	NotNull             bool
	Checks, CheckNames  []string
}

// catalogue is all of a database that the schema language can say. What extensions, goose and River made is left out.
type catalogue struct {
	objects map[kind][]object
	tables  []table
	enums   []enum
	domains []domain
	casts   map[[2]string]bool
}

func (c *catalogue) table(name string) (table, bool) {
	for _, t := range c.tables {
		if t.Name == name {
			return t, true
		}
	}
	return table{}, false
}

func read(ctx context.Context, conn *pgx.Conn) (*catalogue, error) {
	c := &catalogue{objects: map[kind][]object{}, casts: map[[2]string]bool{}}
	objects, err := list[object](ctx, conn, objectsSQL)
	if err != nil {
		return nil, err
	}
	for _, o := range objects {
		c.objects[o.Kind] = append(c.objects[o.Kind], o)
	}
	if c.tables, err = tables(ctx, conn); err != nil {
		return nil, err
	}
	if c.enums, err = list[enum](ctx, conn, enumsSQL); err != nil {
		return nil, err
	}
	if c.domains, err = list[domain](ctx, conn, domainsSQL); err != nil {
		return nil, err
	}
	casts, err := list[struct{ From, To string }](ctx, conn, `SELECT castsource::regtype::text, casttarget::regtype::text FROM pg_cast`)
	for _, x := range casts {
		c.casts[[2]string{x.From, x.To}] = true
	}
	return c, err
}

func tables(ctx context.Context, conn *pgx.Conn) ([]table, error) {
	heads, err := list[struct {
		Name, Options string
		Partitioned   bool
	}](ctx, conn, tablesSQL)
	if err != nil {
		return nil, err
	}
	columns, err := list[column](ctx, conn, columnsSQL)
	if err != nil {
		return nil, err
	}
	of := map[string][]column{}
	for _, c := range columns {
		of[c.Table] = append(of[c.Table], c)
	}
	var all []table
	for _, h := range heads {
		all = append(all, table{Name: h.Name, Options: h.Options, Partitioned: h.Partitioned, columns: of[h.Name]})
	}
	return all, nil
}

func list[T any](ctx context.Context, conn *pgx.Conn, sql string) ([]T, error) {
	rows, err := conn.Query(ctx, sql)
	if err != nil {
		return nil, fmt.Errorf("differ: read the catalogue: %w", err)
	}
	all, err := pgx.CollectRows(rows, pgx.RowToStructByPos[T])
	if err != nil {
		return nil, fmt.Errorf("differ: read the catalogue: %w", err)
	}
	return all, nil
}

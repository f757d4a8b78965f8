package resource

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// DBTX is what the queries run on: a tenant's door or a transaction of it. It is sqlc's interface.
type DBTX interface {
	Exec(context.Context, string, ...any) (pgconn.CommandTag, error)
	Query(context.Context, string, ...any) (pgx.Rows, error)
	QueryRow(context.Context, string, ...any) pgx.Row
}

// Row is one row as the engine sees it.
type Row struct {
	ID       uuid.UUID
	Revision string // changes with every write; an update names the one it was made from
	Values   Values
	Labels   map[string]string // of relations, by field: the label of the row pointed to
	May      map[string]bool   // what the person who asked may do with it, by Rule.Mark, where that depends on the row
	Deleted  *time.Time        // in the trash since
	Note     string            // what a list says behind its title; its readers are told apart
	Record   any               // the row as sqlc scanned it, for slots and pages that want it typed
}

// Scope is who asks. Queries reach the rows of the tenant with which the person may do what they do.
type Scope struct {
	Tenant, User uuid.UUID
	Role         string
}

// Rank is the role for a query.
func (s Scope) Rank() int32 { return int32(Rank(s.Role)) } //nolint:gosec // at most 3

// Query asks for rows. Sort is always one that the list declares, or deleted_at in the trash.
type Query struct {
	Scope
	Search  string
	Filters Values // typed; by field, or for a range by field.from and field.to (exclusive for times, inclusive for numbers)
	Tab     string
	Trash   bool
	Sort    Sort
	After   *Cursor
	Limit   int
	IDs     []uuid.UUID // only these; nil is all
}

// Whole reports whether the query leaves none of a tenant's rows out that may be seen, from its place on and in whichever order.
func (q Query) Whole() bool {
	return q.Search == "" && len(q.Filters) == 0 && q.Tab == "" && !q.Trash && q.IDs == nil
}

// Cursor is the last row of a page: the value of its sort field and its id.
type Cursor struct {
	Value any
	ID    uuid.UUID
}

// Counts are numbers of rows, all counted to the same limit.
type Counts struct {
	Total int
	Tabs  map[string]int
}

// Store runs a table's generated queries. Every function names the tenant in its scope. Get returns
// pgx.ErrNoRows for a row that is not there or may not be seen, and finds rows in the trash too; functions that the
// resource does not offer are nil.
type Store struct {
	List    func(context.Context, DBTX, Query) ([]Row, error)
	Count   func(ctx context.Context, d DBTX, q Query, most int) (Counts, error) // of all tabs, whatever the query's
	Get     func(ctx context.Context, d DBTX, s Scope, id uuid.UUID) (Row, error)
	Create  func(ctx context.Context, d DBTX, s Scope, id uuid.UUID, v Values) error
	Update  func(ctx context.Context, d DBTX, s Scope, id uuid.UUID, revision string, v Values) (int64, error) // 0: somebody saved first
	Delete  ByIDs                                                                                              // into the trash with SoftDelete
	Restore ByIDs
	Purge   ByIDs                                                               // out of the trash, for good
	Expire  func(ctx context.Context, d DBTX, s Scope, most int) (int64, error) // deletes for good what is kept no longer
	Options Offer
	Touches func(ctx context.Context, d DBTX, s Scope, ids []uuid.UUID) ([]Touched, error) // what a delete takes with it
}

// ByIDs changes rows and says how many.
type ByIDs func(ctx context.Context, d DBTX, s Scope, ids []uuid.UUID) (int64, error)

// Offer lists the rows that a relation may point to, as far as the asker may see them.
type Offer func(ctx context.Context, d DBTX, s Scope, f Find) ([]Option, error)

// Find asks for rows whose label contains the search.
type Find struct {
	Search string
	Limit  int
	IDs    []uuid.UUID // only these; nil is all
}

// Touched is a number of rows of another table.
type Touched struct {
	Plural string // "messages"
	Count  int64
}

// AfterID is the cursor's id for the keyset parameter, or nil on the first page.
func (q Query) AfterID() *uuid.UUID {
	if q.After == nil {
		return nil
	}
	return &q.After.ID
}

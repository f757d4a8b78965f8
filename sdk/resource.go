package sdk

import (
	"context"
	"iter"
	"net/http"
	"net/url"
	"strings"
)

// AnyRevision overwrites whatever is there.
const AnyRevision = "*"

// Page is one page of a list. Next is where the following one begins; "" after the last.
type Page[T any] struct {
	Rows  []T    `json:"data"`
	Next  string `json:"next_cursor"`
	Count *Count `json:"count"` // when it was asked for
}

// Count is how many rows match; when it is not exact there are more.
type Count struct {
	Rows  int  `json:"rows"`
	Exact bool `json:"exact"`
}

// Paging is what every list takes. The zero value is the first page in the usual order.
type Paging struct {
	Search  string   // q
	Tab     string   // a named part of the list
	Sort    string   // a field, descending with a minus
	Limit   int      // rows of a page, at most 100
	Cursor  string   // Next of the page before
	Count   bool     // also count the rows that match
	Include []string // relations whose rows are sent along
}

func (p Paging) values() url.Values {
	q := url.Values{}
	set(q, "q", p.Search)
	set(q, "tab", p.Tab)
	set(q, "sort", p.Sort)
	set(q, "cursor", p.Cursor)
	set(q, "include", strings.Join(p.Include, ","))
	if p.Limit > 0 {
		set(q, "limit", text(p.Limit))
	}
	if p.Count {
		q.Set("count", "true")
	}
	return q
}

// query is what a resource's own query type can do: itself as parameters, and itself from another place on.
type query[Q any] interface {
	values() url.Values
	from(cursor string) Q
}

// Lister reads pages of a resource. Q is its query, with its filters.
type Lister[T any, Q query[Q]] struct {
	c    *Client
	path string
}

// List reads one page.
func (l Lister[T, Q]) List(ctx context.Context, q Q) (*Page[T], error) {
	page := &Page[T]{}
	return page, l.c.do(ctx, request{method: http.MethodGet, path: l.path, query: q.values()}, page)
}

// All goes through every row that matches, page by page. The first error ends it.
func (l Lister[T, Q]) All(ctx context.Context, q Q) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for {
			page, err := l.List(ctx, q)
			if err != nil {
				var none T
				yield(none, err)
				return
			}
			for _, row := range page.Rows {
				if !yield(row, nil) {
					return
				}
			}
			if page.Next == "" {
				return
			}
			q = q.from(page.Next)
		}
	}
}

// Getter reads single rows.
type Getter[T any] struct {
	c    *Client
	path string
}

// Get reads a row, with the rows of the relations that are named.
func (g Getter[T]) Get(ctx context.Context, id string, include ...string) (*T, error) {
	row, q := new(T), url.Values{}
	set(q, "include", strings.Join(include, ","))
	return row, g.c.do(ctx, request{method: http.MethodGet, path: g.path + "/" + url.PathEscape(id), query: q}, row)
}

// Creator makes rows of what C says.
type Creator[T, C any] struct {
	c    *Client
	path string
}

// Create makes a row. It can be sent again without making two: the client chooses the id.
func (x Creator[T, C]) Create(ctx context.Context, in C) (*T, error) {
	return x.CreateAs(ctx, newID(), in)
}

// CreateAs makes a row of that id, a UUID of version 7; when it was made before, it is returned as it is.
func (x Creator[T, C]) CreateAs(ctx context.Context, id string, in C) (*T, error) {
	row := new(T)
	header := http.Header{"Idempotency-Key": {id}}
	return row, x.c.do(ctx, request{method: http.MethodPost, path: x.path, header: header, body: in}, row)
}

// Updater changes rows by what U says.
type Updater[T, U any] struct {
	c    *Client
	path string
}

// Update changes a row if it still has that revision, or with AnyRevision whatever it has. IsStale tells a refusal.
func (x Updater[T, U]) Update(ctx context.Context, id, revision string, in U) (*T, error) {
	row := new(T)
	return row, x.c.do(ctx, request{method: http.MethodPatch, path: x.path + "/" + url.PathEscape(id), header: ifMatch(revision), body: in}, row)
}

func ifMatch(revision string) http.Header {
	if revision != AnyRevision {
		revision = `"` + revision + `"`
	}
	return http.Header{"If-Match": {revision}}
}

// Action does with a row what its button on the pages does; In is what that asks for.
type Action[T, In any] struct {
	c    *Client
	path string
	name string
}

// Do acts on a row and returns it as it is then; only its id is set when it is gone by that.
func (x Action[T, In]) Do(ctx context.Context, id string, in In) (*T, error) {
	row := new(T)
	return row, x.c.do(ctx, request{method: http.MethodPost, path: x.path + "/" + url.PathEscape(id) + "/do/" + x.name, body: in}, row)
}

// BulkAction is an Action that can be done with several rows at once.
type BulkAction[T, In any] struct{ Action[T, In] }

// Many is what came of something that was asked for several rows.
type Many struct {
	Changed  int       `json:"changed"`
	Refused  int       `json:"refused"`  // how many were passed over
	Refusals []Refusal `json:"refusals"` // why, of the first hundred
}

// Refusal is a row with which something was not done: Status and Detail are those of the same request for that row alone.
type Refusal struct {
	Index  int    `json:"index"` // of its id among those that were sent
	ID     string `json:"id"`    // "" of one that is not there
	Status int    `json:"status"`
	Detail string `json:"detail"`
}

// DoMany acts on rows by their ids, at most 1000: those on which it may not be done are passed over.
func (x BulkAction[T, In]) DoMany(ctx context.Context, in In, ids ...string) (done Many, err error) {
	body := map[string]any{"ids": ids, "values": in}
	err = x.c.do(ctx, request{method: http.MethodPost, path: x.path + "/do/" + x.name, body: body}, &done)
	return done, err
}

// Deleter deletes rows.
type Deleter struct {
	c    *Client
	path string
}

// Delete deletes a row; into the trash, where there is one.
func (x Deleter) Delete(ctx context.Context, id string) error {
	return x.c.do(ctx, request{method: http.MethodDelete, path: x.path + "/" + url.PathEscape(id)}, nil)
}

// DeleteMany deletes rows by their ids, at most 1000.
func (x Deleter) DeleteMany(ctx context.Context, ids ...string) (Many, error) {
	return x.bulk(ctx, "delete", ids)
}

func (x Deleter) bulk(ctx context.Context, action string, ids []string) (done Many, err error) {
	body := map[string]any{"action": action, "ids": ids}
	err = x.c.do(ctx, request{method: http.MethodPost, path: x.path + "/bulk", body: body}, &done)
	return done, err
}

// Trash is a Deleter whose rows can be brought back.
type Trash[T any] struct{ Deleter }

// Restore takes a row out of the trash.
func (x Trash[T]) Restore(ctx context.Context, id string) (*T, error) {
	row := new(T)
	return row, x.c.do(ctx, request{method: http.MethodPost, path: x.path + "/" + url.PathEscape(id) + "/restore"}, row)
}

// Purge deletes a row that is in the trash for good.
func (x Trash[T]) Purge(ctx context.Context, id string) error {
	q := url.Values{"purge": {"true"}}
	return x.c.do(ctx, request{method: http.MethodDelete, path: x.path + "/" + url.PathEscape(id), query: q}, nil)
}

// RestoreMany takes rows out of the trash, at most 1000.
func (x Trash[T]) RestoreMany(ctx context.Context, ids ...string) (Many, error) {
	return x.bulk(ctx, "restore", ids)
}

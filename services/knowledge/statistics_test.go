package knowledge

import (
	"context"
	"encoding/json"
	"errors"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"stoa/generated/db"
)

// overheard keeps what it is asked and runs nothing.
type overheard struct {
	sql  string
	args []any
}

var errOverheard = errors.New("not run")

func (o *overheard) Query(_ context.Context, sql string, args ...any) (pgx.Rows, error) {
	o.sql, o.args = sql, args
	return nil, errOverheard
}

func (o *overheard) Exec(context.Context, string, ...any) (pgconn.CommandTag, error) {
	return pgconn.CommandTag{}, errOverheard
}
func (o *overheard) QueryRow(context.Context, string, ...any) pgx.Row { return nil }

// Before PostgreSQL has statistics of what was uploaded, a minute at worst, a search still reads the postings of its own words alone,
// and not those of all words for each document.
func TestASearchBeforeStatistics(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	const documents, ofEach = 400, 40
	w.exec(t, "insert into knowledge_documents (tenant_id, id, title, live_version_id) select $1, gen_random_uuid(), 'One of many', gen_random_uuid() from generate_series(1, $2)", w.owner.Tenant, documents)
	w.exec(t, `insert into knowledge_versions (tenant_id, id, document_id, number, file_name, size, sha256, blob_key)
		select tenant_id, live_version_id, id, 1, 'one.txt', 1, sha256(id::text::bytea), '' from knowledge_documents`)
	w.exec(t, `insert into knowledge_passages (tenant_id, id, document_id, version_id, ordinal, heading, body, text_from, text_to, length, sha256, terms)
		select tenant_id, id, id, live_version_id, 0, '', 'Harbour', 0, 7, 1, sha256(id::text::bytea), '{harbour}' from knowledge_documents`)
	w.exec(t, `insert into knowledge_postings (tenant_id, term, version_id, first, ordinals, tfs, lengths)
		select tenant_id, case n when 1 then 'harbour' else live_version_id::text || n end, live_version_id, 0, '{0}', '{1}', '{1}'
		from knowledge_documents, generate_series(1, $1) n`, ofEach)
	heard := &overheard{}
	_, err := db.New(heard).SearchKeywords(t.Context(), db.SearchKeywordsParams{
		TenantID: w.owner.Tenant, Terms: []string{"harbour", "anchor"}, Weights: []float64{1, 2}, Average: 1, Uncollected: true, Most: candidates,
	})
	if !errors.Is(err, errOverheard) {
		t.Fatal(err)
	}
	var raw []byte
	err = w.Doors.Tenant(w.owner.Tenant).QueryRow(t.Context(), "explain (analyze, buffers, format json) "+heard.sql, heard.args...).Scan(&raw)
	var explained []struct {
		Plan struct {
			Rows int `json:"Actual Rows"`
			Hit  int `json:"Shared Hit Blocks"`
			Read int `json:"Shared Read Blocks"`
		}
	}
	if err == nil {
		err = json.Unmarshal(raw, &explained)
	}
	if err != nil {
		t.Fatal(err)
	}
	plan := explained[0].Plan
	if blocks := plan.Hit + plan.Read; plan.Rows != candidates || blocks > 5*documents {
		t.Errorf("%d passages were found in %d blocks:\n%s", plan.Rows, blocks, raw)
	}
}

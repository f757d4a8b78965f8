package knowledge

import (
	"context"
	"crypto/sha256"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/internal/tenant"
	"stoa/services/knowledge/words"
)

// fieldWeight is how often a word of the title or of a heading counts.
const fieldWeight = 2

// indexer writes the passages of one version and their postings.
type indexer struct {
	door                      *tenant.DB
	tenant, document, version uuid.UUID
	title, text               string
	language                  words.Language
	batch                     int // passages of a transaction
}

// some writes batch after batch for a while and tells how many passages are done. Progress is in the transactions of the
// batches, so that whoever goes on begins where the last one ended; what was cancelled meanwhile ends with errGone.
func (x *indexer) some(ctx context.Context, pieces []piece, done int, turn time.Duration) (int, error) {
	for end := time.Now().Add(turn); done < len(pieces); {
		to := min(done+x.batch, len(pieces))
		b := x.prepare(pieces[done:to], done)
		err := x.door.InTx(ctx, func(tx pgx.Tx) error {
			q := db.New(tx)
			n, err := q.AdvanceVersion(ctx, db.AdvanceVersionParams{TenantID: x.tenant, ID: x.version, Since: int32(done), Done: int32(to), Page: int32(pieces[to-1].Page)})
			if err != nil {
				return err
			}
			if n == 0 {
				return errGone
			}
			return b.write(ctx, q)
		})
		if err != nil {
			return done, err
		}
		if done = to; time.Now().After(end) {
			break
		}
	}
	return done, nil
}

// rows are a batch as the arrays of its statements.
type rows struct {
	passages db.InsertPassagesParams
	postings db.InsertPostingsParams
	terms    db.AddTermsParams
	stats    db.AddPassagesParams
}

func (x *indexer) prepare(pieces []piece, first int) *rows {
	r := &rows{
		passages: db.InsertPassagesParams{TenantID: x.tenant, DocumentID: x.document, VersionID: x.version},
		postings: db.InsertPostingsParams{TenantID: x.tenant, VersionID: x.version, First: int32(first)},
		stats:    db.AddPassagesParams{TenantID: x.tenant, Passages: int64(len(pieces)), Language: string(x.language)},
	}
	places := map[string]*postings{}
	for i, p := range pieces {
		x.passage(r, p, first+i, places)
	}
	r.terms.TenantID = x.tenant
	for _, t := range slices.Sorted(maps.Keys(places)) {
		p := places[t]
		r.terms.Terms, r.terms.Counts = append(r.terms.Terms, t), append(r.terms.Counts, p.count)
		r.postings.Ordinals = append(r.postings.Ordinals, p.ordinals.String())
		r.postings.Tfs = append(r.postings.Tfs, p.tfs.String())
		r.postings.Lengths = append(r.postings.Lengths, p.lengths.String())
	}
	r.postings.Terms = r.terms.Terms // in the order in which everybody locks them
	return r
}

// postings are where a term stands in the passages of a batch.
type postings struct {
	count                  int32
	ordinals, tfs, lengths array
}

func (x *indexer) passage(r *rows, p piece, ordinal int, places map[string]*postings) {
	id, body := uuid.Must(uuid.NewV7()), x.text[p.From:p.To]
	tf, length := frequencies(x.language, heading(x.title, p.Heading), body)
	terms := slices.Sorted(maps.Keys(tf))
	for _, t := range terms {
		at := places[t]
		if at == nil {
			at = &postings{}
			places[t] = at
		}
		at.count++
		at.ordinals.add(int32(ordinal))
		at.tfs.add(tf[t])
		at.lengths.add(length)
	}
	sum := sha256.Sum256([]byte(strings.Join(strings.Fields(strings.ToLower(body)), " ")))
	r.stats.TotalLength += int64(length)
	a := &r.passages
	a.Ids, a.Ordinals, a.Headings, a.Bodies = append(a.Ids, id), append(a.Ordinals, int32(ordinal)), append(a.Headings, p.Heading), append(a.Bodies, body)
	a.Froms, a.Tos, a.Pages = append(a.Froms, int32(p.From)), append(a.Tos, int32(p.To)), append(a.Pages, int32(p.Page))
	a.Lengths, a.Hashes, a.Terms = append(a.Lengths, length), append(a.Hashes, sum[:]), append(a.Terms, strings.Join(terms, " "))
}

// heading is what stands above a passage; a title that is a heading too counts once.
func heading(title, path string) string {
	if strings.HasPrefix(path, title) {
		return path
	}
	return title + "\n" + path
}

// frequencies counts the terms of a passage: the body once, what stands above it by its weight.
func frequencies(language words.Language, heading, body string) (tf map[string]int32, length int32) {
	tf = map[string]int32{}
	a := words.Analyser{Language: language, Code: words.LooksLikeCode(body)}
	for _, t := range a.Terms(body) {
		tf[t.Text]++
		length++
	}
	for _, t := range a.Terms(heading) {
		tf[t.Text] += fieldWeight
		length += fieldWeight
	}
	return tf, length
}

// counted is a change of document frequencies, in the order in which everybody locks them.
func counted(tenant uuid.UUID, df map[string]int32, sign int32) db.AddTermsParams {
	p := db.AddTermsParams{TenantID: tenant, Terms: slices.Sorted(maps.Keys(df))}
	for _, t := range p.Terms {
		p.Counts = append(p.Counts, sign*df[t])
	}
	return p
}

// array is one of integers, as PostgreSQL reads it.
type array []byte

func (a *array) add(n int32) { *a = strconv.AppendInt(append(*a, ','), int64(n), 10) }

// String is the whole of it; it is not to grow any more.
func (a array) String() string {
	a[0] = '{' // in the place of the first comma
	return string(append(a, '}'))
}

func (r *rows) write(ctx context.Context, q *db.Queries) error {
	if err := q.InsertPassages(ctx, r.passages); err != nil {
		return err
	}
	if err := q.InsertPostings(ctx, r.postings); err != nil {
		return err
	}
	if err := q.AddTerms(ctx, r.terms); err != nil {
		return err
	}
	return q.AddPassages(ctx, r.stats)
}

package knowledge

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"stoa/generated/db"
)

// planted is a company with vectors of its own, around some topics, as those of texts are.
type planted struct {
	Person
	model   db.GetLiveModelRow
	vectors map[uuid.UUID][]float32
}

// topics are directions that all companies share.
func topics(dimensions int) [][]float32 {
	random := rand.New(rand.NewPCG(7, 7))
	all := make([][]float32, 200)
	for i := range all {
		all[i] = around(random, make([]float32, dimensions), 1)
	}
	return all
}

// around is a direction near another.
func around(random *rand.Rand, center []float32, far float64) []float32 {
	v, sum := make([]float32, len(center)), 0.0
	for i := range v {
		v[i] = center[i] + float32(random.NormFloat64()*far/math.Sqrt(float64(len(v))))
		sum += float64(v[i]) * float64(v[i])
	}
	for i := range v {
		v[i] /= float32(math.Sqrt(sum))
	}
	return v
}

// plant fills a company with n passages and their vectors.
func (w *world) plant(t testing.TB, p Person, n, dimensions int, seed uint64) *planted {
	t.Helper()
	x := &planted{Person: p, vectors: map[uuid.UUID][]float32{}}
	x.model = db.GetLiveModelRow{ID: uuid.Must(uuid.NewV7()), Dimensions: int32(dimensions), Vectors: int64(n)}
	exec := func(sql string, args ...any) {
		t.Helper()
		if _, err := w.db.Admin.Exec(context.Background(), sql, args...); err != nil {
			t.Fatal(err)
		}
	}
	document, version := uuid.Must(uuid.NewV7()), uuid.Must(uuid.NewV7())
	exec("insert into knowledge_documents (tenant_id, id, title, live_version_id) values ($1, $2, 'Planted', $3)", p.Tenant, document, version)
	exec("insert into knowledge_versions (tenant_id, id, document_id, number, file_name, size, sha256, status, blob_key) values ($1, $2, $3, 1, 'x', 1, sha256('x'), 'ready', 'x')", p.Tenant, version, document)
	exec("insert into knowledge_models (tenant_id, id, key, name, asked, query_prefix, dimensions, vectors, live) values ($1, $2, 'k', 'm', 0, '', $3, $4, true)", p.Tenant, x.model.ID, dimensions, n)
	random, centers := rand.New(rand.NewPCG(seed, seed)), topics(dimensions)
	for from := 0; from < n; from += 1000 {
		var ids []uuid.UUID
		var texts []string
		for range min(1000, n-from) {
			id, v := uuid.Must(uuid.NewV7()), around(random, centers[random.IntN(len(centers))], .7)
			x.vectors[id] = v
			ids, texts = append(ids, id), append(texts, written(v))
		}
		exec(`insert into knowledge_passages (tenant_id, id, document_id, version_id, ordinal, heading, body, text_from, text_to, length, sha256, terms)
			select $1, x, $2, $3, $5 + n, '', 'A passage.', 0, 1, 1, sha256('x'), '{}' from unnest($4::uuid[]) with ordinality as u(x, n)`, p.Tenant, document, version, ids, from)
		exec(`insert into knowledge_vectors (tenant_id, passage_id, model_id, document_id, version_id, embedding)
			select $1, unnest($2::uuid[]), $3, $4, $5, unnest($6::text[])::halfvec`, p.Tenant, ids, x.model.ID, document, version, texts)
	}
	return x
}

// question is a vector near a topic.
func (x *planted) question(seed uint64) []float32 {
	random, centers := rand.New(rand.NewPCG(seed, 99)), topics(int(x.model.Dimensions))
	return around(random, centers[random.IntN(len(centers))], .7)
}

// recall is the share of the truly nearest that the search by meaning finds.
func (w *world) recall(t testing.TB, x *planted, question []float32) float64 {
	t.Helper()
	got, err := w.neighbours(context.Background(), x.Person, x.model, written(question), scope{uncollected: true, collections: []uuid.UUID{}})
	if err != nil {
		t.Fatal(err)
	}
	ids := make([]uuid.UUID, 0, len(x.vectors))
	for id := range x.vectors {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b uuid.UUID) int { return cmp.Compare(dot(x.vectors[b], question), dot(x.vectors[a], question)) })
	want := min(candidates, len(ids))
	last := dot(x.vectors[ids[want-1]], question) - .002 // half floats may swap those that are equally far
	hit := 0
	for _, r := range got {
		if v, own := x.vectors[r.PassageID]; !own {
			t.Fatal("a passage of another company was found")
		} else if dot(v, question) >= last {
			hit++
		}
	}
	return float64(hit) / float64(want)
}

func dot(a, b []float32) (sum float64) {
	for i := range a {
		sum += float64(a[i]) * float64(b[i])
	}
	return sum
}

// A small company finds exactly what is nearest among the many vectors of others, and so does one whose search an index serves
// and gives up early: then all of its own are compared.
func TestASmallCompanyAmongMany(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	other := w.person(t, w.company(t), "owner")
	w.plant(t, other, 1500, 64, 1)
	small := w.plant(t, w.owner, 500, 64, 2)
	w.exec(t, "analyze")
	for _, below := range []int64{exactBelow, 1} {
		w.ExactBelow = below
		for seed := range uint64(5) {
			if recall := w.recall(t, small, small.question(seed)); recall < 1 && below > 1 || recall < .9 {
				t.Errorf("exact below %d: recall %.3f", below, recall)
			}
		}
	}
}

// BenchmarkNeighbours prints the figures of docs/benchmarks.md: how long the search by meaning takes for companies of three sizes that
// share a table, and what it finds. It takes minutes, so it runs by name only:
//
//	go test ./services/knowledge -run '^$' -bench Neighbours -benchtime 1x
func BenchmarkNeighbours(b *testing.B) {
	const dimensions = 384
	w := newWorld(b)
	w.exec(b, "drop index knowledge_vectors_384")
	var all []*planted
	for i, n := range []int{500, 19_500, 100_000, 30_000} {
		all = append(all, w.plant(b, w.person(b, w.company(b), "owner"), n, dimensions, uint64(i)))
	}
	begin := time.Now()
	w.exec(b, "set maintenance_work_mem = '512MB'; create index knowledge_vectors_384 on knowledge_vectors using hnsw ((embedding::halfvec(384)) halfvec_ip_ops) where vector_dims(embedding) = 384")
	w.exec(b, "vacuum analyze")
	fmt.Printf("150,000 vectors of %d numbers; the index is built in %s\n", dimensions, time.Since(begin).Round(time.Second))
	for b.Loop() {
		for _, x := range all[:3] {
			for _, below := range []int64{0, exactBelow, math.MaxInt64} {
				w.ExactBelow = below
				w.figures(b, x)
			}
		}
	}
}

func (w *world) figures(b *testing.B, x *planted) {
	b.Helper()
	var took []time.Duration
	sum := 0.0
	const questions = 40
	for seed := range uint64(questions) {
		q := x.question(seed)
		begin := time.Now()
		if _, err := w.neighbours(context.Background(), x.Person, x.model, written(q), scope{uncollected: true, collections: []uuid.UUID{}}); err != nil {
			b.Fatal(err)
		}
		if took = append(took, time.Since(begin)); seed < 10 {
			sum += w.recall(b, x, q) / 10
		}
	}
	slices.Sort(took)
	fmt.Printf("%7d vectors, exact below %d: p50 %s, p95 %s, recall %.3f\n", len(x.vectors), w.ExactBelow,
		took[questions/2].Round(100*time.Microsecond), took[questions*95/100].Round(100*time.Microsecond), sum)
}

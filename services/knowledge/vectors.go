package knowledge

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/internal/llm"
	"stoa/internal/tenant"
)

// VectorWork names what gives passages their vectors.
const VectorWork = "knowledge.vectors"

const (
	dropBatch        = 1000                               // vectors of a model before, in one statement
	longestEmbedded  = 6000                               // bytes of a passage with what stands above it: about 1,500 tokens
	shortestEmbedded = 256                                // no shorter beginning of it is tried, where the endpoint refuses the whole
	plainText        = "This is a passage of a document." // who refuses this refuses everything
)

// sizes are the dimensions that vectors are stored in; zeros fill them up and change no product. Each has an index.
var sizes = []int{384, 768, 1024, 1536, 3072}

var errCounts = errors.New("knowledge: the counts of passages and of vectors differ")

// Unembedded are the tenants whose passages lack vectors, or that have some of a model before.
func (s *Service) Unembedded(ctx context.Context) ([]uuid.UUID, error) {
	e, ok := s.Meaning.Embedding()
	if !ok {
		return nil, nil
	}
	return db.New(s.Doors.System()).TenantsWithoutVectors(ctx, db.TenantsWithoutVectorsParams{Key: key(e)})
}

// key tells embeddings apart whose vectors cannot be compared.
func key(e llm.Embedding) string {
	sum := sha256.Sum256([]byte(e.Passage))
	return fmt.Sprintf("%s %d %s", e.Model, e.Dimensions, hex.EncodeToString(sum[:4]))
}

// Vectorise gives a batch of passages their vectors. When all have one the model is searched, and what is left of the one before goes.
func (s *Service) Vectorise(ctx context.Context, door *tenant.DB) (more bool, err error) {
	e, ok := s.Meaning.Embedding()
	if !ok {
		return false, nil
	}
	x := &vectoriser{Service: s, Embedding: e, door: door, q: db.New(door), tenant: door.ID()}
	if err := x.open(ctx); err != nil {
		return false, err
	}
	if x.model.Vectors >= x.model.Passages {
		return x.finish(ctx)
	}
	rows, err := x.next(ctx)
	if err == nil && len(rows) == 0 {
		err = errCounts // or another instance has just filled it
	}
	if err != nil {
		return false, err
	}
	return true, x.fill(ctx, rows)
}

// vectoriser is one step of filling a model.
type vectoriser struct {
	*Service
	llm.Embedding
	door   *tenant.DB
	q      *db.Queries
	tenant uuid.UUID
	model  db.GetModelRow
	takes  bool // the endpoint is known to take texts
}

func (x *vectoriser) open(ctx context.Context) error {
	find := db.GetModelParams{TenantID: x.tenant, Key: key(x.Embedding)}
	var err error
	if x.model, err = x.q.GetModel(ctx, find); !noRows(err) && (err != nil || x.model.QueryPrefix == x.Query) {
		return err
	}
	err = x.q.AddModel(ctx, db.AddModelParams{
		TenantID: x.tenant, ID: uuid.Must(uuid.NewV7()), Key: find.Key, Name: x.Model, Asked: int32(x.Dimensions), QueryPrefix: x.Query,
	})
	if err == nil {
		x.model, err = x.q.GetModel(ctx, find)
	}
	return err
}

// next are passages without a vector. It looks behind the last one first; ids grow with time, so that there are rarely others.
func (x *vectoriser) next(ctx context.Context) ([]db.ListUnembeddedRow, error) {
	after, _ := x.cursors.Load(x.model.ID)
	from, _ := after.(uuid.UUID)
	for {
		rows, err := x.q.ListUnembedded(ctx, db.ListUnembeddedParams{TenantID: x.tenant, ModelID: x.model.ID, After: from, Batch: llm.MostTexts})
		if err != nil || len(rows) > 0 || from == uuid.Nil {
			return rows, err
		}
		from = uuid.Nil
	}
}

// fill asks for the vectors of some passages and stores them; why that is not possible is told on the page of the documents. What the
// endpoint refuses is filled in halves, and a passage of which it refuses even the beginning is marked, so that none keeps others from
// their vectors.
func (x *vectoriser) fill(ctx context.Context, rows []db.ListUnembeddedRow) error {
	texts := make([]string, len(rows))
	for i, r := range rows {
		texts[i] = embedded(r.Title, r.Heading, r.Body)
	}
	vectors, err := x.embed(ctx, texts)
	if half := len(rows) / 2; half > 0 && llm.AboutText(err) {
		if err := x.fill(ctx, rows[:half]); err != nil {
			return err
		}
		return x.fill(ctx, rows[half:])
	}
	if llm.AboutText(err) && x.takesTexts(ctx) {
		return x.store(ctx, rows, make([][]float32, len(rows)))
	}
	if err == nil {
		err = fits(len(vectors[0]), int(x.model.Dimensions))
	}
	if err != nil {
		if ctx.Err() != nil {
			return err
		}
		_, told := x.q.StuckModel(ctx, db.StuckModelParams{TenantID: x.tenant, ID: x.model.ID, Error: short(meaningless(err))})
		return errors.Join(err, told)
	}
	x.model.Dimensions = int32(len(vectors[0]))
	return x.store(ctx, rows, vectors)
}

// store keeps the vectors of passages; nil is one that is refused.
func (x *vectoriser) store(ctx context.Context, rows []db.ListUnembeddedRow, vectors [][]float32) error {
	insert := db.InsertVectorsParams{TenantID: x.tenant, ModelID: x.model.ID}
	for i, r := range rows {
		insert.Passages, insert.Embeddings = append(insert.Passages, r.ID), append(insert.Embeddings, written(vectors[i]))
	}
	err := x.door.InTx(ctx, func(tx pgx.Tx) error {
		q := db.New(tx)
		n, err := q.InsertVectors(ctx, insert)
		if err != nil {
			return err
		}
		if _, err := q.FilledModel(ctx, db.FilledModelParams{TenantID: x.tenant, ID: x.model.ID, Dimensions: x.model.Dimensions}); err != nil {
			return err
		}
		_, err = q.AddVectors(ctx, db.AddVectorsParams{TenantID: x.tenant, ID: x.model.ID, Count: n})
		return err
	})
	if err == nil {
		x.cursors.Store(x.model.ID, rows[len(rows)-1].ID)
	}
	return err
}

// embed asks for the vectors of texts; where a single one is refused its beginning is asked for.
func (x *vectoriser) embed(ctx context.Context, texts []string) ([][]float32, error) {
	for {
		vectors, err := x.Meaning.Embed(ctx, llm.Call{Tenant: x.tenant, Purpose: llm.PurposePassages}, x.Embedding, texts)
		half := len(texts[0]) / 2
		if len(texts) > 1 || half < shortestEmbedded || !llm.AboutText(err) {
			return vectors, err
		}
		texts = []string{clean(texts[0][:half])}
	}
}

// takesTexts tells whether the endpoint takes a text of which nothing is wrong: then what it refuses is the passage's own.
func (x *vectoriser) takesTexts(ctx context.Context) bool {
	if !x.takes {
		_, err := x.Meaning.Embed(ctx, llm.Call{Tenant: x.tenant, Purpose: llm.PurposePassages}, x.Embedding, []string{plainText})
		x.takes = err == nil
	}
	return x.takes
}

// finish makes a model live that has a vector of every passage, and removes some of the one before.
func (x *vectoriser) finish(ctx context.Context) (more bool, err error) {
	if !x.model.Live {
		_, err := x.q.MakeLive(ctx, db.MakeLiveParams{TenantID: x.tenant, ID: x.model.ID}) // no row: passages have come meanwhile
		return err == nil, err
	}
	left, err := x.q.ListLeftModels(ctx, db.ListLeftModelsParams{TenantID: x.tenant, Live: x.model.ID})
	if err != nil || len(left) == 0 {
		return false, err
	}
	n, err := x.q.DropVectors(ctx, db.DropVectorsParams{TenantID: x.tenant, Models: left, Batch: dropBatch})
	if err == nil && n == 0 {
		n, err = x.q.DropModels(ctx, db.DropModelsParams{TenantID: x.tenant, Models: left})
	}
	return n > 0, err
}

// embedded is the text of a passage that its vector is made of.
func embedded(title, path, body string) string {
	text := heading(title, path) + "\n" + body
	if len(text) > longestEmbedded {
		text = clean(text[:longestEmbedded])
	}
	return text
}

// wrongSize is an endpoint's vector that cannot be compared with those that are stored.
type wrongSize struct{ got, want int }

func (e wrongSize) Error() string {
	if e.want == 0 {
		return fmt.Sprintf("Its vectors have %d numbers; at most %d fit. Whoever runs this server can ask for fewer by models.embedding_dimensions.", e.got, sizes[len(sizes)-1])
	}
	return fmt.Sprintf("Its vectors have %d numbers, and those of the documents have %d. Whoever runs this server should look at what the endpoint serves.", e.got, e.want)
}

// fits tells whether vectors can be stored, and compared with those of the model; 0 is none yet.
func fits(got, want int) error {
	switch {
	case want != 0 && got != want:
		return wrongSize{got, want}
	case got > sizes[len(sizes)-1]:
		return wrongSize{got, 0}
	}
	return nil
}

// meaningless says to a person why there are no vectors.
func meaningless(err error) string {
	var size wrongSize
	switch {
	case errors.As(err, &size):
		return size.Error()
	case llm.KindOf(err) != "":
		return llm.MessageOf(err)
	}
	return "Something failed on our side."
}

// sizeOf is what a vector of so many numbers is stored in.
func sizeOf(dimensions int) int {
	for _, n := range sizes {
		if dimensions <= n {
			return n
		}
	}
	return dimensions
}

// written is a vector as PostgreSQL reads it, filled up to its size; "" where there is none.
func written(v []float32) string {
	if len(v) == 0 {
		return ""
	}
	size := sizeOf(len(v))
	text := make([]byte, 0, 12*len(v)+2*(size-len(v))+2)
	text = append(text, '[')
	for i := range size {
		if i > 0 {
			text = append(text, ',')
		}
		if i < len(v) {
			text = strconv.AppendFloat(text, float64(v[i]), 'g', 6, 32)
		} else {
			text = append(text, '0')
		}
	}
	return string(append(text, ']'))
}

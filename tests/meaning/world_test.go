// Package meaning tells the story of a search by meaning with everything real but the model: documents, the one door, receipts, PostgreSQL.
package meaning

import (
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"stoa/internal/blob"
	"stoa/internal/dbtest"
	"stoa/internal/webtest/modelserver"
	"stoa/services/knowledge"
	"stoa/services/models"
)

// world is a company's documents, and the stand-in for the provider.
type world struct {
	*knowledge.Service
	db       *dbtest.DB
	provider *modelserver.Server
	base     string
	files    blob.Store
	me       knowledge.Person
}

func newWorld(t *testing.T, change func(*models.Options)) *world {
	t.Helper()
	files, err := blob.Folder(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	w := &world{db: dbtest.New(t), files: files}
	w.provider, w.base = modelserver.New(t)
	w.provider.SetMeaning(modelserver.Meaning{Synonyms: synonyms})
	w.restart(change)
	w.me = w.person(t, w.company(t), "owner")
	return w
}

// synonyms are what words alone do not know.
var synonyms = map[string]string{"car": "automobile", "vehicle": "automobile", "doctor": "physician", "wage": "salary"}

// proven is a model of which it is known that it finds passages well.
const proven = "text-embedding-3-small"

// restart is another process with other settings.
func (w *world) restart(change func(*models.Options)) {
	o := models.Options{Doors: w.db.Doors(), Log: slog.New(slog.DiscardHandler), OpenAI: models.OpenAIOptions{BaseURL: w.base, Key: "sk-of-the-house", Retries: -1}}
	o.Embeddings.Model = proven
	o.Embeddings.Patience, o.Rerank.Patience = 300*time.Millisecond, 300*time.Millisecond
	if change != nil {
		change(&o)
	}
	w.Service = knowledge.New(knowledge.Options{Doors: w.db.Doors(), Files: w.files, Log: slog.New(slog.DiscardHandler), Meaning: models.New(o), ExactBelow: w.exactBelow()})
}

func (w *world) exactBelow() int64 {
	if w.Service == nil {
		return 0
	}
	return w.Service.ExactBelow
}

func (w *world) company(t *testing.T) uuid.UUID {
	t.Helper()
	id := uuid.New()
	w.exec(t, "insert into tenants (id, name) values ($1, 'Porch')", id)
	return id
}

func (w *world) person(t *testing.T, company uuid.UUID, role string) knowledge.Person {
	t.Helper()
	p := knowledge.Person{Tenant: company, User: uuid.New(), Admin: role != "member"}
	w.exec(t, "insert into users (id, email, name, password_hash) values ($1, $2, 'Zeno', '-')", p.User, p.User.String()+"@example.com")
	w.exec(t, "insert into memberships (tenant_id, user_id, role) values ($1, $2, $3)", company, p.User, role)
	return p
}

func (w *world) exec(t *testing.T, sql string, args ...any) {
	t.Helper()
	if _, err := w.db.Admin.Exec(t.Context(), sql, args...); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
}

func (w *world) count(t *testing.T, sql string, args ...any) (n int) {
	t.Helper()
	if err := w.db.Admin.QueryRow(t.Context(), sql, args...).Scan(&n); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
	return n
}

// add uploads a text and makes it findable by its words.
func (w *world) add(t *testing.T, p knowledge.Person, name, text string, collection *uuid.UUID) knowledge.Uploaded {
	t.Helper()
	done, err := w.Upload(t.Context(), p, knowledge.Upload{Name: name, Data: []byte(text), Collection: collection})
	if err != nil {
		t.Fatal(err)
	}
	for more := true; more; {
		if more, err = w.Ingest(t.Context(), w.Doors.Tenant(p.Tenant)); err != nil {
			t.Fatal(err)
		}
	}
	return done
}

// fill does what the jobs do for vectors, while there are any to be made.
func (w *world) fill(t *testing.T, p knowledge.Person) {
	t.Helper()
	for more := true; more; {
		var err error
		if more, err = w.Vectorise(t.Context(), w.Doors.Tenant(p.Tenant)); err != nil {
			t.Fatal(err)
		}
	}
}

func (w *world) search(t *testing.T, p knowledge.Person, q string) knowledge.Result {
	t.Helper()
	r, err := w.Search(t.Context(), p, knowledge.Query{Text: q, Limit: 10})
	if err != nil {
		t.Fatalf("search %q: %v", q, err)
	}
	return r
}

// titles of what was found, in one line.
func titles(r knowledge.Result) string {
	var all []string
	for _, h := range r.Hits {
		all = append(all, h.Title)
	}
	return strings.Join(all, ", ")
}

const (
	parking = "Parking\n\nEvery automobile of the staff is parked behind the stoa."
	health  = "Health\n\nThe physician comes on the first day of a month."
	columns = "Columns\n\nMarble columns are washed in spring."
)

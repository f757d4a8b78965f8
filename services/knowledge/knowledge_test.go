package knowledge

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"testing"

	"github.com/google/uuid"

	"stoa/internal/blob"
	"stoa/internal/dbtest"
	"stoa/internal/errs"
	"stoa/internal/llm"
)

// world is a service over a database of its own, with an owner and a member of one company.
type world struct {
	*Service
	db            *dbtest.DB
	owner, member Person
}

func newWorld(t testing.TB) *world {
	t.Helper()
	files, err := blob.Folder(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	w := &world{db: dbtest.New(t)}
	w.Service = New(Options{Doors: w.db.Doors(), Files: files, Log: slog.New(slog.DiscardHandler)})
	w.batch = batch // so that short texts take several
	company := uuid.New()
	w.exec(t, "insert into tenants (id, name) values ($1, 'Porch')", company)
	w.owner, w.member = w.person(t, company, "owner"), w.person(t, company, "member")
	return w
}

// company is one more.
func (w *world) company(t testing.TB) uuid.UUID {
	t.Helper()
	id := uuid.New()
	w.exec(t, "insert into tenants (id, name) values ($1, 'Porch')", id)
	return id
}

func (w *world) person(t testing.TB, company uuid.UUID, role string) Person {
	t.Helper()
	p := Person{Tenant: company, User: uuid.New(), Admin: role != "member"}
	w.exec(t, "insert into users (id, email, name, password_hash) values ($1, $2, 'Zeno', '-')", p.User, p.User.String()+"@example.com")
	w.exec(t, "insert into memberships (tenant_id, user_id, role) values ($1, $2, $3)", company, p.User, role)
	return p
}

func (w *world) exec(t testing.TB, sql string, args ...any) {
	t.Helper()
	if _, err := w.db.Admin.Exec(context.Background(), sql, args...); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
}

func (w *world) upload(t *testing.T, p Person, name, text string, collection *uuid.UUID) Uploaded {
	t.Helper()
	done, err := w.Upload(t.Context(), p, Upload{Name: name, Data: []byte(text), Collection: collection})
	if err != nil {
		t.Fatalf("upload %s: %v", name, err)
	}
	w.work(t)
	return done
}

// work does what the jobs do, until nothing is left.
func (w *world) work(t *testing.T) {
	t.Helper()
	for more := true; more; {
		var err error
		if more, err = w.Ingest(t.Context(), w.Doors.Tenant(w.owner.Tenant)); err != nil {
			t.Fatal(err)
		}
	}
}

func (w *world) find(t *testing.T, p Person, q string) []Hit {
	t.Helper()
	r, err := w.Search(t.Context(), p, Query{Text: q, Limit: 10})
	if err != nil {
		t.Fatalf("search %q: %v", q, err)
	}
	return r.Hits
}

// state is all that is kept of documents, as one hash without ids.
func (w *world) state(t *testing.T) (hash string) {
	t.Helper()
	const all = `select md5(string_agg(x, '|' order by x)) from (
		select 'p' || body || ordinal from knowledge_passages union all select 't' || term || df from knowledge_terms union all
		select 'o' || term || unnest(ordinals) || ' ' || unnest(tfs) || ' ' || unnest(lengths) from knowledge_postings union all select 's' || passages || ' ' || total_length from knowledge_stats where passages > 0 union all
		select 'v' || file_name || status || done || total from knowledge_versions union all select 'd' || title from knowledge_documents) all_of_it(x)`
	if err := w.db.Admin.QueryRow(t.Context(), all).Scan(&hash); err != nil {
		t.Fatal(err)
	}
	return hash
}

const refunds = "Refund policy\n\nCustomers may return goods within 30 days. Resellers receive store credit within sixty days of the purchase.\n\nDamaged parcels are reported to the carrier at once."

func TestUploadAndFind(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.upload(t, w.owner, `C:\docs\refunds.txt`, refunds, nil)
	w.upload(t, w.owner, "other.txt", "Holiday roster\n\nEverybody enters holidays before March.", nil)
	for q, title := range map[string]string{
		"How long may a reseller wait for credit?": "Refund policy", "resselers crdeit": "Refund policy", "HOLIDAYS": "Holiday roster",
		"what about the carrier and the weather on the moon": "Refund policy", // one word is enough: never all of them
	} {
		hits := w.find(t, w.member, q)
		if len(hits) == 0 || hits[0].Title != title {
			t.Errorf("%q finds %+v", q, hits)
		}
	}
	hit := w.find(t, w.member, "store credit")[0]
	text, err := w.Text(t.Context(), w.member, hit.Document, hit.Version, hit.From, 10_000)
	if err != nil || text.Body[hit.From:hit.To] != hit.Body || !strings.Contains(hit.Body, "store credit") {
		t.Errorf("the range is not the passage: %v, %q", err, text.Body)
	}
	if hits := w.find(t, w.member, "zymurgy"); len(hits) != 0 {
		t.Errorf("nothing is found: %+v", hits)
	}
}

// After a delete no row tells of the document, and its file is gone.
func TestDeleteLeavesNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	kept := w.upload(t, w.owner, "kept.txt", "Kept\n\nThe columns are of marble.", nil)
	before := w.state(t)
	var long strings.Builder
	for i := range 400 { // more than one batch
		fmt.Fprintf(&long, "Paragraph %d speaks of marble columns and of the number %d. %s\n\n", i, i*i, strings.Repeat("Much more is said here. ", 20))
	}
	gone := w.upload(t, w.owner, "gone.txt", long.String(), nil)
	want(t, "a member deletes", w.Delete(t.Context(), w.member, gone.Document), errs.Forbidden)
	file, err := w.File(t.Context(), w.owner, gone.Document, nil)
	if err != nil {
		t.Fatal(err)
	}
	if data, err := io.ReadAll(file); err != nil || string(data) != long.String() {
		t.Errorf("the file is not what was uploaded: %v", err)
	}
	file.Close()
	var key string
	if err := w.db.Admin.QueryRow(t.Context(), "select blob_key from knowledge_versions where id = $1", gone.Version).Scan(&key); err != nil {
		t.Fatal(err)
	}
	if err := w.Delete(t.Context(), w.owner, gone.Document); err != nil {
		t.Fatal(err)
	}
	if w.state(t) != before {
		t.Error("something is left")
	}
	_, err = w.Files.Open(t.Context(), w.owner.Tenant, key, 0)
	want(t, "the file", err, errs.NotFound)
	want(t, "delete again", w.Delete(t.Context(), w.owner, gone.Document), errs.NotFound)
	if hits := w.find(t, w.member, "marble columns"); len(hits) != 1 || hits[0].Document != kept.Document {
		t.Errorf("left: %+v", hits)
	}
}

// The same bytes are the same document; others under the name are a version, and the older text stays where it was cited.
func TestVersions(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	first := w.upload(t, w.owner, "rules.txt", "Rules\n\nDogs are welcome in the yard.", nil)
	if again := w.upload(t, w.owner, "copy.txt", "Rules\n\nDogs are welcome in the yard.", nil); !again.Same || again.Document != first.Document {
		t.Errorf("the same bytes: %+v", again)
	}
	second := w.upload(t, w.owner, "rules.txt", "Rules\n\nCats are welcome in the yard.", nil)
	if second.Document != first.Document || second.Number != 2 {
		t.Errorf("another version: %+v", second)
	}
	if hits := w.find(t, w.owner, "dogs"); len(hits) != 0 {
		t.Errorf("the old version is found: %+v", hits)
	}
	if hits := w.find(t, w.owner, "cats"); len(hits) != 1 {
		t.Errorf("the new version is not found")
	}
	old, err := w.Text(t.Context(), w.owner, first.Document, first.Version, 0, 1000)
	if err != nil || !strings.Contains(old.Body, "Dogs are welcome") {
		t.Errorf("the old text: %q, %v", old.Body, err)
	}
	if other := w.upload(t, w.member, "rules.txt", "Rules\n\nBirds are welcome.", nil); other.Document == first.Document {
		t.Error("a member replaced the owner's document")
	}
}

// What a person calls a document is its title, whatever the file calls itself; without that the file's own is.
func TestTitles(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	title := func(u Upload) string {
		t.Helper()
		done, err := w.Upload(t.Context(), w.owner, u)
		if err != nil {
			t.Fatal(err)
		}
		if u.Name == "renamed.txt" {
			err = w.Rename(t.Context(), w.owner, done.Document, "renamed")
		}
		w.work(t)
		d, missing := w.Document(t.Context(), w.owner, done.Document)
		if err != nil || missing != nil {
			t.Fatal(err, missing)
		}
		return d.Title
	}
	for want, u := range map[string]Upload{
		"Own":      {Name: "a.txt", Data: []byte("Own\n\nThe first text.")},
		"Handbook": {Name: "Handbook.txt", Title: " Hand\x00book\u200b ", Data: []byte("Other\n\nThe second text.")},
		"renamed":  {Name: "renamed.txt", Data: []byte("Another\n\nThe third text.")},
		"blank":    {Name: "blank.txt", Title: " \u200b", Data: []byte("The fourth text.")},
	} {
		if got := title(u); got != want {
			t.Errorf("it is called %q and not %q", got, want)
		}
	}
	if hits := w.find(t, w.owner, "handbook"); len(hits) != 1 || hits[0].Title != "Handbook" {
		t.Errorf("by the given title is found %+v", hits)
	}
}

// A collection that an assistant answers from stays: without it the assistant would answer from all of them.
func TestAnAssistantsCollectionStays(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	assistant, shelf := uuid.New(), uuid.New()
	w.exec(t, "insert into knowledge_collections (tenant_id, id, name) values ($1, $2, 'Refunds')", w.owner.Tenant, shelf)
	w.exec(t, "insert into assistants (tenant_id, id, name) values ($1, $2, 'Stoic')", w.owner.Tenant, assistant)
	w.exec(t, "insert into assistant_collections (tenant_id, id, assistant_id, collection_id) values ($1, $2, $3, $4)", w.owner.Tenant, uuid.New(), assistant, shelf)
	w.upload(t, w.owner, "salaries.txt", "Salaries\n\nThe architect earns a drachma.", nil)
	if _, err := w.db.Admin.Exec(t.Context(), "delete from knowledge_collections where id = $1", shelf); err == nil {
		t.Error("the collection is gone")
	}
	g, err := w.Retrieve(t.Context(), llm.Search{Tenant: w.owner.Tenant, User: w.owner.User, Assistant: &assistant, Turns: []llm.Message{{Role: llm.User, Text: "Who earned a drachma?"}}})
	if err != nil || g != nil && len(g.Passages) > 0 {
		t.Errorf("it answers from %+v, %v", g, err)
	}
	w.exec(t, "delete from tenants where id = $1", w.owner.Tenant)
}

// A passage of a collection that one may not read appears nowhere: not in a search, its notes or its figures, a list, a text, a file,
// or an answer; and no longer the moment that one may not.
func TestCollections(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	named, admins := uuid.New(), uuid.New()
	w.exec(t, "insert into knowledge_collections (tenant_id, id, name, access) values ($1, $2, 'Board', 'named'), ($1, $3, 'Staff', 'admins')", w.owner.Tenant, named, admins)
	want(t, "a member names readers", w.NameReaders(t.Context(), w.member, named, []uuid.UUID{w.member.User}), errs.NotFound)
	if err := w.NameReaders(t.Context(), w.owner, named, []uuid.UUID{w.member.User, uuid.New()}); err != nil {
		t.Fatal(err)
	}
	done := w.upload(t, w.owner, "salaries.txt", "Salaries\n\nThe architect earns a drachma.", &admins)
	minutes := w.upload(t, w.member, "minutes.txt", "Minutes\n\nThe board discussed the drachma.", &named)
	waiting, err := w.Upload(t.Context(), w.owner, Upload{Name: "later.txt", Data: []byte("Later"), Collection: &admins})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		who  Person
		only *uuid.UUID
		want int
	}{{w.owner, nil, 1}, {w.owner, &admins, 1}, {w.owner, &named, 0}, {w.member, nil, 0}, {w.member, &admins, 0}, {Person{Tenant: uuid.New(), User: w.owner.User}, nil, 0}} {
		if n, err := w.Working(t.Context(), c.who, c.only); err != nil || n != c.want {
			t.Errorf("%+v: %d are on their way, %v", c, n, err)
		}
	}
	if err := w.Delete(t.Context(), w.owner, waiting.Document); err != nil {
		t.Fatal(err)
	}
	for who, title := range map[Person]string{w.owner: "Salaries", w.member: "Minutes"} {
		if got := w.seen(t, who); got != strings.Repeat(title+" ", 3) {
			t.Errorf("one who reads %s sees %q", title, got)
		}
	}
	w.denied(t, w.member, done)
	w.denied(t, w.owner, minutes) // an owner who is not named
	_, err = w.Upload(t.Context(), w.member, Upload{Name: "x.txt", Data: []byte("x"), Collection: &admins})
	want(t, "a member uploads", err, errs.Invalid)
	for _, foreign := range []uuid.UUID{admins, uuid.New()} {
		_, _, err = w.Documents(t.Context(), w.member, &foreign, nil, 10)
		want(t, "the list of a collection", err, errs.NotFound)
	}
	admin := w.person(t, w.owner.Tenant, "admin")
	if got := w.seen(t, admin); got != strings.Repeat("Salaries ", 3) {
		t.Errorf("an admin sees %q", got)
	}
	w.exec(t, "update knowledge_collections set access = 'owners' where id = $1", admins)
	w.denied(t, admin, done)
	if got := w.seen(t, w.owner); got != strings.Repeat("Salaries ", 3) {
		t.Errorf("an owner sees %q", got)
	}
	if err := w.NameReaders(t.Context(), w.owner, named, nil); err != nil {
		t.Fatal(err)
	}
	if got := w.seen(t, w.member); got != "" {
		t.Errorf("who is named no longer sees %q", got)
	}
	w.denied(t, w.member, minutes) // where an older answer's citation leads
	stranger := w.person(t, w.owner.Tenant, "member")
	stranger.Tenant = uuid.New()
	if r, err := w.Search(t.Context(), stranger, Query{Text: "drachma", Limit: 5}); err != nil || len(r.Hits) > 0 {
		t.Errorf("another tenant finds %+v, %v", r, err)
	}
}

// seen are the titles that a person gets from a search for a misspelt word, the list and an answer.
func (w *world) seen(t *testing.T, p Person) (all string) {
	t.Helper()
	r, err := w.Search(t.Context(), p, Query{Text: "who earned or discussed a drachmma?", Limit: 10})
	if err != nil || len(r.Hits) == 0 && (len(r.Replaced) > 0 || len(r.Dropped) > 0 || r.Coverage > 0) {
		t.Errorf("a search tells %+v, %v", r, err)
	}
	for _, h := range r.Hits {
		all += h.Title + " "
	}
	list, _, err := w.Documents(t.Context(), p, nil, nil, 10)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range list {
		all += d.Title + " "
	}
	g, err := w.Retrieve(t.Context(), llm.Search{Tenant: p.Tenant, User: p.User, Turns: []llm.Message{{Role: llm.User, Text: "Who earned or discussed a drachma?"}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range g.Passages {
		all += x.Title + " "
	}
	return all
}

// denied tries all that leads to a document.
func (w *world) denied(t *testing.T, p Person, d Uploaded) {
	t.Helper()
	ctx := t.Context()
	_, err := w.Document(ctx, p, d.Document)
	want(t, "the document", err, errs.NotFound)
	_, err = w.Text(ctx, p, d.Document, d.Version, 0, 100)
	want(t, "the text", err, errs.NotFound)
	_, err = w.File(ctx, p, d.Document, &d.Version)
	want(t, "the file", err, errs.NotFound)
	_, err = w.Upload(ctx, p, Upload{Name: "x.txt", Data: []byte("x"), Document: &d.Document})
	want(t, "a version", err, errs.NotFound)
	want(t, "rename", w.Rename(ctx, p, d.Document, "Mine"), errs.NotFound)
	want(t, "retry", w.Retry(ctx, p, d.Document, d.Version), errs.NotFound)
	want(t, "cancel", w.Cancel(ctx, p, d.Document, d.Version), errs.NotFound)
	want(t, "delete", w.Delete(ctx, p, d.Document), errs.NotFound)
}

func want(t *testing.T, what string, err error, kind errs.Kind) {
	t.Helper()
	if err == nil || errs.KindOf(err) != kind {
		t.Errorf("%s: got %v, want an error of kind %d", what, err, kind)
	}
}

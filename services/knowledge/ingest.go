package knowledge

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/internal/tenant"
	"stoa/services/knowledge/parse"
	"stoa/services/knowledge/words"
)

const (
	indexed      = 200             // passages that one transaction writes: many share their terms, so many at once cost less
	batch        = 50              // passages that one transaction takes back
	indexingTurn = 2 * time.Second // of one version, before others of the company may be asked for
	mostPassages = 20_000          // of one document
	mostAttempts = 2               // of reading a file that takes Stoa down, or of what fails on our side
	lookEvery    = time.Second     // whether somebody still waits for what is being read
)

// Reasons that are no fault of what stands in the file.
const (
	reasonOurs = "Something failed on our side while this file was read. The file is kept: try again."
	reasonDown = "Stoa was stopped twice while it read this file. Try again, or split the file."
	reasonMany = "This file makes more than 20,000 passages. Split it into smaller ones."
)

// errGone ends the work on a version that was cancelled or deleted meanwhile.
var errGone = errors.New("knowledge: nobody waits for this version any more")

// Work names what makes documents searchable.
const Work = "knowledge"

// plan is what reading a file leaves for indexing.
type plan struct {
	Title  string  `json:"title"`
	Pieces []piece `json:"pieces"`
}

// Waiting are the tenants that have documents to be made searchable.
func (s *Service) Waiting(ctx context.Context) ([]uuid.UUID, error) {
	return db.New(s.Doors.System()).TenantsWithDocuments(ctx)
}

// Ingest takes one step with the version that has waited longest: reads its file, or indexes some of it.
func (s *Service) Ingest(ctx context.Context, door *tenant.DB) (more bool, err error) {
	q := db.New(door)
	v, err := q.NextVersion(ctx, db.NextVersionParams{TenantID: door.ID()})
	if noRows(err) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	step := &ingestion{Service: s, door: door, q: q, tenant: door.ID(), NextVersionRow: v}
	if v.Status == db.VersionStatusIndexing {
		err = step.index(ctx)
	} else {
		err = step.read(ctx)
	}
	if errors.Is(err, errGone) {
		return true, s.takeBack(ctx, door.ID(), v.DocumentID)
	}
	return true, err
}

// ingestion is one step on a version's way into the index.
type ingestion struct {
	*Service
	db.NextVersionRow
	door   *tenant.DB
	q      *db.Queries
	tenant uuid.UUID
}

// read makes text of the file and plans its passages. What an earlier attempt left is taken back first.
func (x *ingestion) read(ctx context.Context) error {
	attempts, err := x.q.TakeVersion(ctx, db.TakeVersionParams{TenantID: x.tenant, ID: x.ID})
	if noRows(err) {
		return errGone
	}
	if err != nil {
		return err
	}
	if attempts > mostAttempts {
		return x.fail(ctx, reasonDown)
	}
	err = x.takeBack(ctx, x.tenant, x.DocumentID)
	if err == nil {
		err = x.text(ctx)
	}
	switch reason := parse.Reason(err); {
	case reason != "":
		return x.fail(ctx, reason)
	case err == nil || errors.Is(err, errGone):
		return err
	case stopped(ctx):
		_, back := x.q.ReturnVersion(context.WithoutCancel(ctx), db.ReturnVersionParams{TenantID: x.tenant, ID: x.ID})
		return errors.Join(err, back)
	case attempts >= mostAttempts:
		x.Log.ErrorContext(ctx, "a document was not read", "version", x.ID, "error", err)
		return x.fail(ctx, reasonOurs)
	}
	return err
}

// text reads the file, as long as somebody waits for it, and stores what it says.
func (x *ingestion) text(ctx context.Context) error {
	data, err := x.file(ctx)
	if err != nil {
		return err
	}
	reading, stop := x.whileWanted(ctx)
	d, err := x.Read(reading, data)
	stop()
	if err != nil {
		return err
	}
	p := plan{Title: short(d.Title), Pieces: cut(d)}
	if len(p.Pieces) == 0 {
		return parse.ErrNoText
	}
	if len(p.Pieces) > mostPassages {
		return parse.Because(reasonMany)
	}
	if p.Title = cmp.Or(x.Given, p.Title); p.Title == "" {
		p.Title = stem(x.FileName)
	}
	raw, err := json.Marshal(p)
	if err != nil {
		return err
	}
	n, err := x.q.StoreText(ctx, db.StoreTextParams{
		TenantID: x.tenant, ID: x.ID, Content: []byte(d.Text), Plan: raw, Type: d.Type, Language: string(words.Detect(d.Text)),
		Pages: int32(d.Pages), Total: int32(len(p.Pieces)),
	})
	return errors.Join(err, gone(n))
}

func (x *ingestion) file(ctx context.Context) ([]byte, error) {
	r, err := x.Files.Open(ctx, x.tenant, x.BlobKey, 0)
	if err != nil {
		return nil, err
	}
	defer r.Close() //nolint:errcheck // it was only read
	return io.ReadAll(io.LimitReader(r, MaxFile))
}

// whileWanted is cancelled when the version is: a file that takes a minute must not keep others waiting for nothing.
func (x *ingestion) whileWanted(ctx context.Context) (context.Context, func()) {
	wanted, cancel := context.WithCancelCause(ctx)
	go func() {
		tick := time.NewTicker(lookEvery)
		defer tick.Stop()
		for {
			select {
			case <-wanted.Done():
				return
			case <-tick.C:
				so, err := x.q.VersionIs(wanted, db.VersionIsParams{TenantID: x.tenant, ID: x.ID, Status: db.VersionStatusReading})
				if err == nil && !so {
					cancel(errGone)
				}
			}
		}
	}()
	return wanted, func() { cancel(nil) }
}

// index writes some of the passages; behind the last one the version is published.
func (x *ingestion) index(ctx context.Context) error {
	v, err := x.q.GetPlan(ctx, db.GetPlanParams{TenantID: x.tenant, ID: x.ID})
	if noRows(err) {
		return errGone
	}
	var p plan
	if err == nil {
		err = json.Unmarshal(v.Plan, &p)
	}
	if err == nil {
		i := &indexer{door: x.door, tenant: x.tenant, document: x.DocumentID, version: x.ID, title: p.Title, text: string(v.Content), language: words.Language(v.Language), batch: x.batch}
		var done int
		if done, err = i.some(ctx, p.Pieces, int(v.Done), x.turn); err == nil && done == len(p.Pieces) {
			err = x.publish(ctx, p.Title)
		}
	}
	if err == nil || errors.Is(err, errGone) || stopped(ctx) {
		return err
	}
	attempts, counting := x.q.StumbleVersion(context.WithoutCancel(ctx), db.StumbleVersionParams{TenantID: x.tenant, ID: x.ID})
	if counting == nil && attempts >= mostAttempts {
		x.Log.ErrorContext(ctx, "a document was not indexed", "version", x.ID, "error", err)
		return x.fail(ctx, reasonOurs)
	}
	return errors.Join(err, counting)
}

// publish puts a version in the place of the one before, whose passages then go. The version is ready last: whoever dies on the way is
// followed by one that does all of it again.
func (x *ingestion) publish(ctx context.Context, title string) error {
	var live int64
	err := x.hold(ctx, func(q *db.Queries) (err error) {
		live, err = q.PublishVersion(ctx, db.PublishVersionParams{TenantID: x.tenant, VersionID: x.ID})
		if err == nil && live > 0 && x.Number == 1 {
			_, err = q.TitleDocument(ctx, db.TitleDocumentParams{TenantID: x.tenant, ID: x.DocumentID, Title: title})
		}
		return err
	})
	if err == nil && live > 0 {
		x.WakeVectors(ctx, x.tenant)
		err = x.takeBack(ctx, x.tenant, x.DocumentID)
	}
	if err != nil {
		return err
	}
	n, err := x.q.FinishVersion(ctx, db.FinishVersionParams{TenantID: x.tenant, ID: x.ID})
	if err = errors.Join(err, gone(n)); err != nil || live > 0 {
		return err
	}
	return x.takeBack(ctx, x.tenant, x.DocumentID) // a newer one is found already, so this one's passages go
}

// fail tells the person why a version cannot be searched; nothing of it stays in the index.
func (x *ingestion) fail(ctx context.Context, reason string) error {
	ctx = context.WithoutCancel(ctx) // it may have failed because its time is over
	err := x.hold(ctx, func(q *db.Queries) error {
		_, err := q.FailVersion(ctx, db.FailVersionParams{TenantID: x.tenant, ID: x.ID, Error: reason})
		return err
	})
	if err != nil {
		return err
	}
	return x.takeBack(ctx, x.tenant, x.DocumentID)
}

// hold does something with the document while nobody changes it or cancels a version of it.
func (x *ingestion) hold(ctx context.Context, do func(*db.Queries) error) error {
	return x.door.InTx(ctx, func(tx pgx.Tx) error {
		q := db.New(tx)
		if _, err := q.HoldDocument(ctx, db.HoldDocumentParams{TenantID: x.tenant, ID: x.DocumentID}); noRows(err) {
			return errGone
		} else if err != nil {
			return err
		}
		return do(q)
	})
}

// stopped tells a process that is shut down, which is no fault of the file, from one whose time for it is over.
func stopped(ctx context.Context) bool { return errors.Is(ctx.Err(), context.Canceled) }

func gone(n int64) error {
	if n == 0 {
		return errGone
	}
	return nil
}

// clean makes text that PostgreSQL accepts.
func clean(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", " ")
}

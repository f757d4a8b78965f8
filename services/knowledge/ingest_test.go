package knowledge

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"stoa/generated/db"
	"stoa/internal/errs"
	"stoa/internal/jobs"
	"stoa/internal/tenant"
	"stoa/services/knowledge/parse"
)

// long is a text of many passages.
func long(paragraphs int) string {
	var b strings.Builder
	for i := range paragraphs {
		fmt.Fprintf(&b, "Paragraph %d speaks of marble columns and of the number %d. %s\n\n", i, i*i, strings.Repeat("Much more is said here. ", 60))
	}
	return b.String()
}

// put uploads without the work that follows.
func (w *world) put(t *testing.T, name, text string) Uploaded {
	t.Helper()
	done, err := w.Upload(t.Context(), w.owner, Upload{Name: name, Data: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	return done
}

func (w *world) step(ctx context.Context, t *testing.T) error {
	t.Helper()
	_, err := w.Ingest(ctx, w.Doors.Tenant(w.owner.Tenant))
	return err
}

func (w *world) newest(t *testing.T, document uuid.UUID) Version {
	t.Helper()
	d, err := w.Document(t.Context(), w.owner, document)
	if err != nil {
		t.Fatal(err)
	}
	return d.Newest
}

func (w *world) isIn(t *testing.T, document uuid.UUID, status db.VersionStatus, reason string) {
	t.Helper()
	if v := w.newest(t, document); v.Status != status || v.Error != reason {
		t.Errorf("the version is %s, %q; it should be %s, %q", v.Status, v.Error, status, reason)
	}
}

// An upload returns before its file is read; the jobs of a process make it searchable.
func TestJobsIngest(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	runner, err := jobs.New(jobs.Options{System: w.db.System, Doors: w.Doors, Log: slog.New(slog.DiscardHandler), Alone: true})
	if err != nil {
		t.Fatal(err)
	}
	w.Wake = func(ctx context.Context, tenant uuid.UUID) { runner.Wake(ctx, Work, tenant) }
	read, open := w.Read, make(chan struct{})
	w.Read = func(ctx context.Context, data []byte) (parse.Document, error) { <-open; return read(ctx, data) }
	ended := make(chan struct{}, 100)
	work := jobs.Work{Name: Work, Waiting: w.Waiting, Run: func(ctx context.Context, door *tenant.DB) (bool, error) {
		more, err := w.Ingest(ctx, door)
		if !more && err == nil {
			ended <- struct{}{}
		}
		return more, err
	}}
	if err := runner.Start(context.Background(), nil, []jobs.Work{work}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = runner.Stop(context.Background()) })
	done := w.put(t, "refunds.txt", refunds)
	if !w.newest(t, done.Document).Working() {
		t.Error("the upload waited for its file to be read")
	}
	close(open)
	select {
	case <-ended:
	case <-time.After(20 * time.Second):
		t.Fatal("the document is not read")
	}
	if hits := w.find(t, w.member, "store credit"); len(hits) != 1 {
		t.Errorf("found: %+v", hits)
	}
}

// A process is killed between and within steps; the next one goes on where the last transaction ended, and the index is the
// one that no crash would have left.
func TestACrashResumes(t *testing.T) {
	t.Parallel()
	w, calm := newWorld(t), newWorld(t)
	calm.upload(t, calm.owner, "long.txt", long(150), nil)
	w.turn = 0 // one batch in a step
	done := w.put(t, "long.txt", long(150))
	dead, kill := context.WithCancel(t.Context())
	read := w.Read
	w.Read = func(context.Context, []byte) (parse.Document, error) { kill(); return parse.Document{}, dead.Err() }
	if err := w.step(dead, t); err == nil {
		t.Error("a step of a dead process says that all is well")
	}
	w.isIn(t, done.Document, db.VersionStatusQueued, "")
	w.Read = read
	for i := range 3 { // read, and two batches
		if err := w.step(t.Context(), t); err != nil {
			t.Fatal(i, err)
		}
	}
	if v := w.newest(t, done.Document); v.Done != 2*batch || v.Total <= 2*batch {
		t.Fatalf("%d of %d are done", v.Done, v.Total)
	}
	dead, kill = context.WithCancel(t.Context())
	kill()
	if err := w.step(dead, t); err == nil {
		t.Error("a step of a dead process says that all is well")
	}
	w.work(t)
	if w.state(t) != calm.state(t) {
		t.Error("the index is another one than without the crashes")
	}
}

// A file that takes Stoa down twice is not read a third time, and what fails on our side is tried twice.
func TestAttemptsAreCounted(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	bad := w.put(t, "bad.txt", refunds)
	for range mostAttempts { // killed: nothing after the beginning
		if _, err := w.queries(w.owner).TakeVersion(t.Context(), db.TakeVersionParams{TenantID: w.owner.Tenant, ID: bad.Version}); err != nil {
			t.Fatal(err)
		}
	}
	w.work(t)
	w.isIn(t, bad.Document, db.VersionStatusFailed, reasonDown)
	broken := errors.New("the disk is gone")
	w.Read = func(context.Context, []byte) (parse.Document, error) { return parse.Document{}, broken }
	want(t, "somebody else retries", w.Retry(t.Context(), w.member, bad.Document, bad.Version), errs.Forbidden)
	if err := w.Retry(t.Context(), w.owner, bad.Document, bad.Version); err != nil {
		t.Fatal(err)
	}
	if err := w.step(t.Context(), t); !errors.Is(err, broken) {
		t.Errorf("first: %v", err)
	}
	w.work(t)
	w.isIn(t, bad.Document, db.VersionStatusFailed, reasonOurs)
	w.Read = func(_ context.Context, data []byte) (parse.Document, error) { return parse.Read(data) }
	if err := w.Retry(t.Context(), w.owner, bad.Document, bad.Version); err != nil {
		t.Fatal(err)
	}
	w.work(t)
	w.isIn(t, bad.Document, db.VersionStatusReady, "")
}

// What is read beside it never takes away what is being indexed, and only the newest version is tried again.
func TestTakingBackSparesWhatIsIndexed(t *testing.T) {
	t.Parallel()
	w, calm := newWorld(t), newWorld(t)
	w.turn = 0 // one batch in a step
	for _, x := range []*world{w, calm} {
		x.put(t, "long.txt", " \n")
		x.work(t)
	}
	calm.upload(t, calm.owner, "long.txt", long(150), nil)
	done := w.put(t, "long.txt", long(150))
	for range 2 { // read, and one batch
		if err := w.step(t.Context(), t); err != nil {
			t.Fatal(err)
		}
	}
	versions, err := w.Versions(t.Context(), w.owner, done.Document)
	if err != nil || len(versions) != 2 {
		t.Fatalf("%d versions, %v", len(versions), err)
	}
	if err := w.Retry(t.Context(), w.owner, done.Document, versions[1].ID); err != nil {
		t.Fatal(err)
	}
	if again, err := w.Versions(t.Context(), w.owner, done.Document); err != nil || again[1].Status != db.VersionStatusFailed {
		t.Errorf("an older version is tried again: %s, %v", again[1].Status, err)
	}
	w.exec(t, "update knowledge_versions set status = 'queued' where id = $1", versions[1].ID) // as if it had been
	w.work(t)
	w.isIn(t, done.Document, db.VersionStatusReady, "")
	if w.state(t) != calm.state(t) {
		t.Error("the index is another one than without the older version")
	}
}

// A version is ready only when the one before has left the index. What fails between is done again, and what is found already can
// neither be cancelled nor fail.
func TestPublishingEndsLast(t *testing.T) {
	t.Parallel()
	w, calm := newWorld(t), newWorld(t)
	for _, x := range []*world{w, calm} {
		x.upload(t, x.owner, "long.txt", long(3), nil)
	}
	calm.upload(t, calm.owner, "long.txt", long(5), nil)
	w.exec(t, "create function stay() returns trigger language plpgsql as $$ begin raise 'the disk is gone'; end $$")
	w.exec(t, "create trigger stay before delete on knowledge_passages for each row execute function stay()")
	done := w.put(t, "long.txt", long(5))
	for i := range 1 + 2*mostAttempts {
		if err := w.step(t.Context(), t); err == nil && i > 0 {
			t.Fatal("the old passages are gone")
		}
	}
	if err := w.Cancel(t.Context(), w.owner, done.Document, done.Version); err != nil {
		t.Errorf("cancelling what is found: %v", err)
	}
	w.isIn(t, done.Document, db.VersionStatusIndexing, "")
	if text, err := w.Text(t.Context(), w.owner, done.Document, done.Version, 0, 100); err != nil || text.Length == 0 {
		t.Errorf("the text of what is found: %d bytes, %v", text.Length, err)
	}
	if hits := w.find(t, w.member, "marble columns number 16"); len(hits) == 0 || hits[0].Number != 2 {
		t.Errorf("found: %+v", hits)
	}
	w.exec(t, "drop trigger stay on knowledge_passages")
	w.work(t)
	w.isIn(t, done.Document, db.VersionStatusReady, "")
	if w.state(t) != calm.state(t) {
		t.Error("the index is another one than without the failure")
	}
}

// A file that takes longer than one may is an attempt, as one that takes Stoa down; a batch that is written forgives what stumbled before.
func TestTimeIsAnAttempt(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	slow := w.put(t, "slow.txt", refunds)
	read := w.Read
	w.Read = func(ctx context.Context, _ []byte) (parse.Document, error) {
		<-ctx.Done()
		return parse.Document{}, context.Cause(ctx)
	}
	for range mostAttempts {
		limited, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
		_ = w.step(limited, t) // the first time is tried again, the second is told
		cancel()
	}
	w.isIn(t, slow.Document, db.VersionStatusFailed, reasonOurs)
	w.Read, w.turn = read, 0
	done := w.put(t, "long.txt", long(120))
	if err := w.step(t.Context(), t); err != nil {
		t.Fatal(err)
	}
	w.exec(t, "update knowledge_versions set attempts = 1 where id = $1", done.Version)
	if err := w.step(t.Context(), t); err != nil {
		t.Fatal(err)
	}
	if n, err := w.queries(w.owner).StumbleVersion(t.Context(), db.StumbleVersionParams{TenantID: w.owner.Tenant, ID: done.Version}); err != nil || n != 1 {
		t.Errorf("%d attempts after a batch, %v", n, err)
	}
}

// Whoever cancels waits for nothing: reading is given up, and what was indexed goes.
func TestCancel(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.turn = 0
	empty := w.put(t, "empty.txt", " \n")
	w.work(t)
	w.isIn(t, empty.Document, db.VersionStatusFailed, parse.Reason(parse.ErrNoText))
	before := w.state(t)
	done := w.put(t, "long.txt", long(120))
	read, begun := w.Read, make(chan struct{})
	w.Read = func(ctx context.Context, _ []byte) (parse.Document, error) {
		close(begun)
		<-ctx.Done()
		return parse.Document{}, context.Cause(ctx)
	}
	ended := make(chan error, 1)
	go func() { ended <- w.step(t.Context(), t) }()
	<-begun
	want(t, "somebody else cancels", w.Cancel(t.Context(), w.member, done.Document, done.Version), errs.Forbidden)
	if err := errors.Join(w.Cancel(t.Context(), w.owner, done.Document, done.Version), <-ended); err != nil {
		t.Fatal(err)
	}
	w.isIn(t, done.Document, db.VersionStatusCancelled, "")
	w.Read = read
	if err := w.Retry(t.Context(), w.owner, done.Document, done.Version); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := w.step(t.Context(), t); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Cancel(t.Context(), w.owner, done.Document, done.Version); err != nil {
		t.Fatal(err)
	}
	w.work(t)
	w.isIn(t, done.Document, db.VersionStatusCancelled, "")
	if hits := w.find(t, w.owner, "marble"); len(hits) > 0 {
		t.Errorf("found: %+v", hits)
	}
	if err := w.Delete(t.Context(), w.owner, done.Document); err != nil {
		t.Fatal(err)
	}
	if w.state(t) != before {
		t.Error("something is left of what was cancelled")
	}
}

// The same file sent many times at once is one document.
func TestUploadedAtOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ids := make(chan uuid.UUID, 5)
	for range cap(ids) {
		go func() {
			done, err := w.Upload(t.Context(), w.owner, Upload{Name: "refunds.txt", Data: []byte(refunds)})
			if err != nil {
				t.Error(err)
			}
			ids <- done.Document
		}()
	}
	first := <-ids
	for range cap(ids) - 1 {
		if id := <-ids; id != first {
			t.Errorf("another document: %s", id)
		}
	}
}

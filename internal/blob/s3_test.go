package blob_test

import (
	"strings"
	"testing"

	"github.com/google/uuid"

	"stoa/internal/blob"
	"stoa/internal/blob/blobtest"
	"stoa/internal/errs"
)

// Against a real S3 server: all that a folder promises, and that a server which is away is told from a file which is not there.
func TestS3(t *testing.T) { //nolint:paralleltest // it logs in by the environment
	server := blobtest.StartS3(t)
	s, err := blob.Open(t.Context(), server.URL())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	blobtest.Run(t, s)

	tenant := uuid.New()
	kept, err := s.Put(t.Context(), tenant, strings.NewReader("kept"), 10)
	if err != nil {
		t.Fatal(err)
	}
	server.Stop()
	if _, err := s.Open(t.Context(), tenant, kept.Key, 0); errs.KindOf(err) != errs.Unavailable {
		t.Errorf("a server that is away: %v", err)
	}
	if err := s.Check(t.Context()); err == nil {
		t.Error("a server that is away is well")
	}
	server.Restart(t)
	r, err := s.Open(t.Context(), tenant, kept.Key, 0)
	if err != nil {
		t.Fatalf("it is back: %v", err)
	}
	defer r.Close()
}

// A bucket that is not there, and a key that does not open it, are said when files are checked.
func TestS3ThatIsNotOurs(t *testing.T) { //nolint:paralleltest // it logs in by the environment
	server := blobtest.StartS3(t)
	refuses := func(what, address string) {
		t.Helper()
		s, err := blob.Open(t.Context(), address)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		if err := s.Check(t.Context()); err == nil || errs.KindOf(err) == errs.NotFound && what != "bucket" {
			t.Errorf("%s: %v", what, err)
		}
	}
	refuses("bucket", strings.Replace(server.URL(), "s3://stoa", "s3://other", 1))
	t.Setenv("AWS_SECRET_ACCESS_KEY", "another")
	refuses("key", server.URL())
}

package blobtest

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"stoa/internal/webtest/program"
)

// S3 is a running versitygw with one bucket.
type S3 struct {
	dir, addr string
	running   *program.Program
}

// The login of the server, and its bucket.
const (
	s3Key    = "stoa-of-the-tests"
	s3Secret = "a-secret-of-the-tests"
	s3Bucket = "stoa"
)

// StartS3 runs a real S3 server until the test ends. Programs log in by what it puts into the environment.
func StartS3(t *testing.T) *S3 {
	t.Helper()
	t.Setenv("AWS_ACCESS_KEY_ID", s3Key)
	t.Setenv("AWS_SECRET_ACCESS_KEY", s3Secret)
	address, err := program.FreeAddress(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	s := &S3{dir: t.TempDir(), addr: address}
	for _, folder := range []string{filepath.Join("files", s3Bucket), "meta"} {
		if err := os.MkdirAll(filepath.Join(s.dir, folder), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(s.Stop)
	s.Restart(t)
	return s
}

// URL is the BLOB_URL of its bucket.
func (s *S3) URL() string {
	return "s3://" + s3Bucket + "?region=us-east-1&use_path_style=true&endpoint=http://" + s.addr
}

// Restart runs the server at its address again, with the files that it has.
func (s *S3) Restart(t testing.TB) {
	t.Helper()
	path, err := filepath.Abs("../../bin/tools/versitygw") // tests run in their package's folder: internal/blob, handlers/storage
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("no S3 server to test with: run make s3-server (%v)", err)
	}
	s.running, err = program.Start(exec.Command(path, "--quiet", "-p", s.addr, "-a", s3Key, "-s", s3Secret, "posix", "--disableotmp",
		"--sidecar", filepath.Join(s.dir, "meta"), filepath.Join(s.dir, "files"))) // not every file system has extended attributes
	if err != nil {
		t.Fatal(err)
	}
	if err := s.running.Await(t.Context(), program.Listens(s.addr)); err != nil {
		t.Fatal(err)
	}
}

// Stop ends the server.
func (s *S3) Stop() {
	if s.running != nil {
		s.running.Kill()
		s.running = nil
	}
}

package blobtest

import (
	"bytes"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// patience covers the start of a program on a machine that builds at the same time.
const patience = 60 * time.Second

// S3 is a running versitygw with one bucket.
type S3 struct {
	dir, addr string
	cmd       *exec.Cmd
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
	l, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &S3{dir: t.TempDir(), addr: l.Addr().String()}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
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
	program, err := filepath.Abs("../../bin/tools/versitygw") // tests run in their package's folder: internal/blob, handlers/storage
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(program); err != nil {
		t.Fatalf("no S3 server to test with: run make s3-server (%v)", err)
	}
	var said bytes.Buffer
	s.cmd = exec.Command(program, "--quiet", "-p", s.addr, "-a", s3Key, "-s", s3Secret, "posix", "--disableotmp",
		"--sidecar", filepath.Join(s.dir, "meta"), filepath.Join(s.dir, "files")) // not every file system has extended attributes
	s.cmd.Stdout, s.cmd.Stderr = &said, &said
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		c, err := new(net.Dialer).DialContext(t.Context(), "tcp", s.addr)
		if err == nil {
			_ = c.Close()
			return
		}
		if time.Now().After(end) {
			s.Stop()
			t.Fatalf("the S3 server does not listen: %v\n%s", err, said.String())
		}
	}
}

// Stop ends the server.
func (s *S3) Stop() {
	if s.cmd != nil {
		_ = s.cmd.Process.Kill() // it may have ended
		_ = s.cmd.Wait()
		s.cmd = nil
	}
}

package watch_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stoa/tools/watch"
)

// waitFor polls until the file has n lines or a generous deadline passes.
func waitFor(t *testing.T, path string, n int) {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); ; {
		text, err := os.ReadFile(path)
		if err == nil && strings.Count(string(text), "\n") >= n {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("%s: %q, %v; want %d lines", path, text, err, n)
		}
		time.Sleep(10 * time.Millisecond)
	}
}

func TestLoopRestartsAfterAChange(t *testing.T) {
	t.Parallel()
	dir, logs := t.TempDir(), t.TempDir()
	prepared, starts, ends := filepath.Join(logs, "prepared"), filepath.Join(logs, "starts"), filepath.Join(logs, "ends")
	program := `trap 'echo end >> "$2"; exit 0' TERM; echo start >> "$1"; while :; do sleep 0.05; done`
	source := filepath.Join(dir, "a.go")
	if err := os.WriteFile(source, []byte("package a\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() {
		done <- watch.Loop(ctx, watch.Options{
			Root: dir, Every: 10 * time.Millisecond, Stop: 10 * time.Second,
			Prepare: []string{"sh", "-c", `echo prepared >> "$1"`, "sh", prepared},
			Run:     []string{"sh", "-c", program, "sh", starts, ends},
		})
	}()
	waitFor(t, starts, 1)

	if err := os.WriteFile(filepath.Join(dir, "b.go"), []byte("package a\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	waitFor(t, ends, 1)
	waitFor(t, starts, 2)
	waitFor(t, prepared, 2)

	cancel()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	waitFor(t, ends, 2)
}

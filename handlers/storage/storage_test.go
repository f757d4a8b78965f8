package storage

import (
	"errors"
	"testing"

	"stoa/internal/blob"
	"stoa/internal/blob/blobtest"
	"stoa/internal/plugin"
)

// The plugin is well while its bucket can be written and read; without it Stoa goes on, degraded.
func TestHealthProbes(t *testing.T) { //nolint:paralleltest // it logs in by the environment
	server := blobtest.StartS3(t)
	files, err := blob.Open(t.Context(), server.URL())
	if err != nil {
		t.Fatal(err)
	}
	p := New(files)
	if err := p.Health(t.Context()); err != nil {
		t.Errorf("the bucket is there: %v", err)
	}
	server.Stop()
	if err := p.Health(t.Context()); err != nil {
		t.Errorf("the answer does not count for a minute: %v", err)
	}
	if err := New(files).Health(t.Context()); !errors.Is(err, plugin.ErrDegraded) {
		t.Errorf("the bucket is away: %v", err)
	}
	if err := files.Close(); err != nil {
		t.Error(err)
	}
}

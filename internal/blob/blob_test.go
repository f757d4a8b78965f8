package blob_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/uuid"

	"stoa/internal/blob"
	"stoa/internal/blob/blobtest"
)

func TestFolder(t *testing.T) {
	t.Parallel()
	s, err := blob.Open(t.Context(), "file://"+filepath.ToSlash(filepath.Join(t.TempDir(), "not", "there")))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	blobtest.Run(t, s)
}

// Nobody but the process's user reads the files, and what was refused leaves none.
func TestFolderIsPrivate(t *testing.T) {
	t.Parallel()
	root := filepath.Join(t.TempDir(), "blobs")
	s, err := blob.Folder(root)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	tenant := uuid.New()
	if _, err := s.Put(t.Context(), tenant, strings.NewReader("kept"), 10); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Put(t.Context(), tenant, strings.NewReader("refused, too long"), 10); err == nil {
		t.Fatal("what is too long was kept")
	}
	files := 0
	err = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if info, err := os.Stat(path); err != nil || entry.IsDir() && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: %v, %v", path, info.Mode(), err)
		}
		if !entry.IsDir() {
			files++
		}
		return nil
	})
	if err != nil || files != 1 {
		t.Errorf("%d files, %v", files, err)
	}
}

func TestOpenRefuses(t *testing.T) {
	t.Parallel()
	for _, address := range []string{"", "blobs", "http://x", "mem://", "s3:///?nonsense=1"} {
		if s, err := blob.Open(t.Context(), address); err == nil {
			t.Errorf("%q was opened: %v", address, s.Close())
		}
	}
}

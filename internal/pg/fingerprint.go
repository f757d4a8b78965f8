package pg

import (
	"crypto/sha256"
	"fmt"
	"io/fs"

	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivermigrate"
)

// Fingerprint stands for everything that Migrate would run on an empty database: 16 hex digits that
// change with every change to a migration of ours, the files, or of the job queue.
func Fingerprint(files fs.FS) (string, error) {
	h := sha256.New()
	err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(files, path)
		fmt.Fprintf(h, "%s %d\n%s", path, len(b), b)
		return err
	})
	if err != nil {
		return "", err
	}
	jobs, err := rivermigrate.New(riverpgxv5.New(nil), nil)
	if err != nil {
		return "", err
	}
	for _, v := range jobs.AllVersions() {
		fmt.Fprintf(h, "%d %s %d\n%s", v.Version, v.Name, len(v.SQLUp), v.SQLUp)
	}
	return fmt.Sprintf("%x", h.Sum(nil)[:8]), nil
}

package main

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"strings"

	storageweb "stoa/handlers/storage"
	"stoa/internal/blob"
	"stoa/internal/plugin"
)

// openFiles opens the store that others keep files in.
func (k *kit) openFiles() (err error) {
	folder := "file://" + filepath.ToSlash(filepath.Join(k.config.Data, "blobs"))
	k.files, err = blob.Open(context.Background(), cmp.Or(strings.TrimSpace(os.Getenv("BLOB_URL")), folder))
	return err
}

func (k *kit) makeStorage() plugin.Plugin { return storageweb.New(k.files) }

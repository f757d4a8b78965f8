package blob

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path/filepath"

	"gocloud.dev/blob"
	"gocloud.dev/blob/fileblob"
	_ "gocloud.dev/blob/s3blob" // registers s3://
	"gocloud.dev/gcerrors"
)

// Open opens the store that an address names: file:///a/folder, which is made when it is not there, or s3://bucket with the
// parameters of gocloud.dev (region, endpoint, use_path_style, …); the keys to S3 come from the environment, as AWS names them.
func Open(ctx context.Context, address string) (Store, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, fmt.Errorf("BLOB_URL: %w", err)
	}
	switch u.Scheme {
	case "file":
		return Folder(filepath.FromSlash(u.Path))
	case "s3":
		b, err := blob.OpenBucket(ctx, address)
		if err != nil {
			return nil, fmt.Errorf("BLOB_URL: %w", err)
		}
		return bucket{b}, nil
	}
	return nil, fmt.Errorf("BLOB_URL: want file:///folder or s3://bucket?…, got %q", u.Redacted())
}

// Folder keeps files in a folder that only the process's own user reads.
func Folder(path string) (Store, error) {
	b, err := fileblob.OpenBucket(path, &fileblob.Options{
		CreateDir: true, DirFileMode: 0o700, NoTempDir: true, Metadata: fileblob.MetadataDontWrite,
	})
	if err != nil {
		return nil, fmt.Errorf("blob: %w", err)
	}
	return bucket{b}, nil
}

// Size is a number of bytes as people say it.
func Size(n int64) string {
	const step = 1024
	switch {
	case n >= step*step && n%(step*step) == 0:
		return fmt.Sprintf("%d MB", n/step/step)
	case n >= step*step:
		return fmt.Sprintf("%.1f MB", float64(n)/step/step)
	case n >= step:
		return fmt.Sprintf("%d KB", n/step)
	}
	return fmt.Sprintf("%d bytes", n)
}

func bytesReader[T string | []byte](b T) io.Reader { return bytes.NewReader([]byte(b)) }

// ignoreCanceled drops the error of a writer that we broke off ourselves.
func ignoreCanceled(err error) error {
	if gcerrors.Code(err) == gcerrors.Canceled || errors.Is(err, context.Canceled) {
		return nil
	}
	return err
}

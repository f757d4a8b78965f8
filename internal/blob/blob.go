// Package blob keeps the files of tenants, in a folder or in an S3 bucket: under random keys, each below its tenant.
package blob

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	"regexp"

	"github.com/google/uuid"
	"gocloud.dev/blob"
	"gocloud.dev/gcerrors"

	"stoa/internal/errs"
)

// Store is the one door to stored files. A key means something only together with the tenant that it was made for: another
// tenant's key is not found.
type Store interface {
	// Put keeps what r yields under a new key. Of what is longer than most bytes nothing is kept, and the error is TooLarge.
	Put(ctx context.Context, tenant uuid.UUID, r io.Reader, most int64) (Object, error)
	// Open reads a file from the given byte on. The error of one that is not there is NotFound.
	Open(ctx context.Context, tenant uuid.UUID, key string, from int64) (io.ReadCloser, error)
	// Delete removes a file; one that is not there is no error.
	Delete(ctx context.Context, tenant uuid.UUID, key string) error
	// DeleteTenant removes all files of a tenant.
	DeleteTenant(ctx context.Context, tenant uuid.UUID) error
	// Check writes, reads and removes a byte.
	Check(ctx context.Context) error
	Close() error
}

// Object is what a stored file is known by. Type is guessed from its first bytes, never taken from whoever sent it.
type Object struct {
	Key    string
	Size   int64
	SHA256 string // in hex
	Type   string
}

// keyForm is what Put makes; nothing else can be asked for, so that no key leads out of its tenant.
var keyForm = regexp.MustCompile(`^[A-Z2-7]{26}$`)

// checked is the tenant of the byte that Check writes: no company has it.
var checked = uuid.UUID{}

// bucket is a Store over one of the providers of the library.
type bucket struct {
	*blob.Bucket
}

func name(tenant uuid.UUID, key string) string { return folder(tenant) + key }

func folder(tenant uuid.UUID) string { return "tenants/" + tenant.String() + "/" }

func (b bucket) Put(ctx context.Context, tenant uuid.UUID, r io.Reader, most int64) (o Object, err error) {
	o.Key = rand.Text()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel() // a writer whose context ended keeps nothing
	head := make([]byte, 512)
	n, err := io.ReadFull(r, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return Object{}, fmt.Errorf("blob: read what is to be kept: %w", err)
	}
	o.Type = http.DetectContentType(head[:n])
	w, err := b.NewWriter(ctx, name(tenant, o.Key), &blob.WriterOptions{ContentType: o.Type})
	if err != nil {
		return Object{}, failed("put", err)
	}
	sum := sha256.New()
	o.Size, err = io.Copy(io.MultiWriter(w, sum), io.LimitReader(io.MultiReader(bytesReader(head[:n]), r), most+1))
	if err == nil && o.Size > most {
		err = errs.New(errs.TooLarge, "The file is larger than %s.", Size(most))
	}
	if err != nil {
		cancel()
		return Object{}, errors.Join(err, ignoreCanceled(w.Close()))
	}
	o.SHA256 = hex.EncodeToString(sum.Sum(nil))
	if err := w.Close(); err != nil {
		return Object{}, failed("put", err)
	}
	return o, nil
}

func (b bucket) Open(ctx context.Context, tenant uuid.UUID, key string, from int64) (io.ReadCloser, error) {
	if !keyForm.MatchString(key) {
		return nil, errs.New(errs.NotFound, "There is no such file.")
	}
	r, err := b.NewRangeReader(ctx, name(tenant, key), from, -1, nil)
	if err != nil {
		return nil, failed("open", err)
	}
	return r, nil
}

func (b bucket) Delete(ctx context.Context, tenant uuid.UUID, key string) error {
	if !keyForm.MatchString(key) {
		return nil
	}
	if err := b.Bucket.Delete(ctx, name(tenant, key)); err != nil && gcerrors.Code(err) != gcerrors.NotFound {
		return failed("delete", err)
	}
	return nil
}

func (b bucket) DeleteTenant(ctx context.Context, tenant uuid.UUID) error {
	list := b.List(&blob.ListOptions{Prefix: folder(tenant)})
	for {
		o, err := list.Next(ctx)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return failed("list", err)
		}
		if err := b.Bucket.Delete(ctx, o.Key); err != nil && gcerrors.Code(err) != gcerrors.NotFound {
			return failed("delete", err)
		}
	}
}

func (b bucket) Check(ctx context.Context) error {
	o, err := b.Put(ctx, checked, bytesReader("x"), 1)
	if err != nil {
		return err
	}
	r, err := b.Open(ctx, checked, o.Key, 0)
	if err == nil {
		_, err = io.Copy(io.Discard, r)
		err = errors.Join(err, r.Close())
	}
	return errors.Join(err, b.Delete(ctx, checked, o.Key))
}

// failed gives an error of the library a kind.
func failed(what string, err error) error {
	switch gcerrors.Code(err) {
	case gcerrors.NotFound:
		return errs.Wrap(errs.NotFound, err, "There is no such file.")
	case gcerrors.Canceled:
		return fmt.Errorf("blob: %s: %w", what, err)
	}
	return errs.Wrap(errs.Unavailable, fmt.Errorf("blob: %s: %w", what, err), "Stoa cannot reach its files. Try again in a moment.")
}

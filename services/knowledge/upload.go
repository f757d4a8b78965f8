package knowledge

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/internal/errs"
)

// MaxFile bounds a file in bytes.
const MaxFile = 50 << 20

const longestName = 200 // characters of a file's name or a title

// Upload is a file that a person brings.
type Upload struct {
	Name       string     // as the person's machine calls it; it names nothing here
	Title      string     // that the person gives it; "": as the file names itself
	Collection *uuid.UUID // nil: everyone's
	Document   *uuid.UUID // a new version of this one; nil: by name, or a new document
	Data       []byte

	key string // of the kept file
}

// Uploaded says what became of a file.
type Uploaded struct {
	Document, Version uuid.UUID
	Title             string
	Number            int  // of the version
	Same              bool // these bytes were here already, so nothing was done
}

// Upload stores a file and returns at once; Ingest makes it searchable. The same bytes again change nothing; other bytes under the same name in the same collection
// are a new version, when the person may change that document.
func (s *Service) Upload(ctx context.Context, p Person, u Upload) (Uploaded, error) {
	u.Name = fileName(u.Name)
	if err := s.admit(ctx, p, u); err != nil {
		return Uploaded{}, err
	}
	reach, err := s.reach(ctx, p)
	if err != nil {
		return Uploaded{}, err
	}
	if u.Collection != nil && !slices.Contains(reach, *u.Collection) {
		return Uploaded{}, errs.Fields{"collection": "There is no such collection."}.Err()
	}
	kept, err := s.Files.Put(ctx, p.Tenant, bytes.NewReader(u.Data), MaxFile)
	if err != nil {
		return Uploaded{}, err
	}
	u.key = kept.Key
	var done Uploaded
	err = s.Doors.Tenant(p.Tenant).InTx(ctx, func(tx pgx.Tx) (err error) {
		done, err = s.store(ctx, db.New(tx), p, u, reach)
		return err
	})
	if err != nil || done.Same {
		return done, errors.Join(err, s.Files.Delete(context.WithoutCancel(ctx), p.Tenant, kept.Key))
	}
	s.Wake(ctx, p.Tenant)
	return done, nil
}

func (s *Service) admit(_ context.Context, _ Person, u Upload) error {
	fields := errs.Fields{}
	switch {
	case len(u.Data) == 0:
		fields.Add("file", u.Name+" is empty.")
	case len(u.Data) > MaxFile:
		fields.Add("file", u.Name+" is larger than 50 MB.")
	}
	return fields.Err()
}

func (s *Service) store(ctx context.Context, q *db.Queries, p Person, u Upload, reach []uuid.UUID) (Uploaded, error) {
	sum := sha256.Sum256(u.Data)
	if _, err := q.LockUploads(ctx, db.LockUploadsParams{TenantID: p.Tenant}); err != nil {
		return Uploaded{}, err
	}
	if u.Document != nil {
		return s.storeVersion(ctx, q, p, *u.Document, u, sum[:], reach)
	}
	found, err := q.FindUpload(ctx, db.FindUploadParams{TenantID: p.Tenant, CollectionID: u.Collection, Sha256: sum[:], FileName: u.Name})
	switch {
	case err == nil && found.Same && found.Status != db.VersionStatusFailed && found.Status != db.VersionStatusCancelled:
		return Uploaded{Document: found.ID, Version: found.VersionID, Title: found.Title, Same: true}, nil
	case err == nil && mayChange(p, found.UserID):
		return s.storeVersion(ctx, q, p, found.ID, u, sum[:], reach)
	case err != nil && !errors.Is(err, pgx.ErrNoRows):
		return Uploaded{}, err
	}
	given := short(visible(u.Title))
	done := Uploaded{Document: uuid.Must(uuid.NewV7()), Title: cmp.Or(given, stem(u.Name))}
	err = q.InsertDocument(ctx, db.InsertDocumentParams{
		TenantID: p.Tenant, ID: done.Document, CollectionID: u.Collection, UserID: &p.User, Title: done.Title, Named: given != "",
	})
	if err != nil {
		return done, err
	}
	return s.insertVersion(ctx, q, p, done, u, sum[:])
}

func (s *Service) storeVersion(ctx context.Context, q *db.Queries, p Person, document uuid.UUID, u Upload, sum []byte, reach []uuid.UUID) (Uploaded, error) {
	d, err := lock(ctx, q, p, document, reach)
	if err != nil {
		return Uploaded{}, err
	}
	if _, err := q.TouchDocument(ctx, db.TouchDocumentParams{TenantID: p.Tenant, ID: document}); err != nil {
		return Uploaded{}, err
	}
	return s.insertVersion(ctx, q, p, Uploaded{Document: document, Title: d.Title}, u, sum)
}

func (s *Service) insertVersion(ctx context.Context, q *db.Queries, p Person, done Uploaded, u Upload, sum []byte) (Uploaded, error) {
	done.Version = uuid.Must(uuid.NewV7())
	number, err := q.InsertVersion(ctx, db.InsertVersionParams{
		TenantID: p.Tenant, ID: done.Version, DocumentID: done.Document, FileName: u.Name, Size: int64(len(u.Data)), Sha256: sum, BlobKey: u.key,
	})
	done.Number = int(number)
	return done, err
}

// lock takes a document that the person may change for the rest of the transaction.
func lock(ctx context.Context, q *db.Queries, p Person, id uuid.UUID, reach []uuid.UUID) (db.LockDocumentRow, error) {
	d, err := q.LockDocument(ctx, db.LockDocumentParams{TenantID: p.Tenant, ID: id, Collections: reach})
	switch {
	case errors.Is(err, pgx.ErrNoRows):
		return d, errNoDocument
	case err == nil && !mayChange(p, d.UserID):
		return d, errs.New(errs.Forbidden, "Only who uploaded a document, an admin or an owner can change it.")
	}
	return d, err
}

func mayChange(p Person, uploader *uuid.UUID) bool {
	return p.Admin || uploader != nil && *uploader == p.User
}

// fileName is a name to show: its last part, without what does not print.
func fileName(name string) string {
	name = visible(path.Base(strings.ReplaceAll(name, `\`, "/")))
	if name == "" || name == "." || name == "/" {
		name = "untitled"
	}
	return short(name)
}

// visible is what of a text prints.
func visible(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD")))
}

// stem is a file's name without its ending.
func stem(name string) string {
	if s := strings.TrimSuffix(name, path.Ext(name)); s != "" {
		return s
	}
	return name
}

func short(s string) string {
	if r := []rune(s); len(r) > longestName {
		return string(r[:longestName-1]) + "…"
	}
	return s
}

package knowledge

import (
	"context"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/internal/errs"
)

// Document is one that the person may read, with its newest version.
type Document struct {
	ID         uuid.UUID
	Title      string
	Collection *uuid.UUID
	Author     string // "" when the person has left
	Mine       bool   // the person may change it
	Live       *uuid.UUID
	UpdatedAt  time.Time
	Newest     Version
}

// Version is one upload of a document.
type Version struct {
	ID          uuid.UUID
	Number      int
	FileName    string
	Type        string
	Size        int64
	Status      db.VersionStatus
	Error       string
	Done, Total int // passages
	Page, Pages int // indexed up to, and all of them
	CreatedAt   time.Time
}

// Working reports whether the version is on its way into the index.
func (v Version) Working() bool {
	return v.Status == db.VersionStatusQueued || v.Status == db.VersionStatusReading || v.Status == db.VersionStatusIndexing
}

// Cursor is the place in the list after which a page starts.
type Cursor struct {
	At time.Time
	ID uuid.UUID
}

// Documents returns up to n documents after the cursor, the newest change first, and whether there are more.
func (s *Service) Documents(ctx context.Context, p Person, collection *uuid.UUID, after *Cursor, n int) ([]Document, bool, error) {
	reach, err := s.reach(ctx, p)
	if err != nil {
		return nil, false, err
	}
	if collection != nil && !slices.Contains(reach, *collection) {
		return nil, false, errNoCollection
	}
	args := db.ListDocumentsParams{TenantID: p.Tenant, Collections: reach, OnlyCollection: collection, PageSize: int32(n + 1)}
	if after != nil {
		args.BeforeAt, args.BeforeID = &after.At, &after.ID
	}
	rows, err := s.queries(p).ListDocuments(ctx, args)
	if err != nil {
		return nil, false, err
	}
	list := make([]Document, 0, n)
	for _, r := range rows[:min(n, len(rows))] {
		list = append(list, documentOf(p, r))
	}
	return list, len(rows) > n, nil
}

// Document returns one document, or NotFound.
func (s *Service) Document(ctx context.Context, p Person, id uuid.UUID) (Document, error) {
	reach, err := s.reach(ctx, p)
	if err != nil {
		return Document{}, err
	}
	rows, err := s.queries(p).ListDocuments(ctx, db.ListDocumentsParams{TenantID: p.Tenant, Collections: reach, Only: &id, PageSize: 1})
	if err != nil {
		return Document{}, err
	}
	if len(rows) == 0 {
		return Document{}, errNoDocument
	}
	return documentOf(p, rows[0]), nil
}

func documentOf(p Person, r db.ListDocumentsRow) Document {
	return Document{
		ID: r.ID, Title: r.Title, Collection: r.CollectionID, Author: r.Author, Mine: mayChange(p, r.UserID), Live: r.LiveVersionID, UpdatedAt: r.UpdatedAt,
		Newest: Version{ID: r.VersionID, Number: int(r.Number), FileName: r.FileName, Type: r.Type, Size: r.Size, Status: r.Status, Error: value(r.Error),
			Done: int(r.Done), Total: int(r.Total), Page: int(r.Page), Pages: int(r.Pages)},
	}
}

// Versions lists the uploads of a document that was read with Document, the newest first.
func (s *Service) Versions(ctx context.Context, p Person, document uuid.UUID) ([]Version, error) {
	rows, err := s.queries(p).ListVersions(ctx, db.ListVersionsParams{TenantID: p.Tenant, DocumentID: document})
	list := make([]Version, len(rows))
	for i, r := range rows {
		list[i] = Version{ID: r.ID, Number: int(r.Number), FileName: r.FileName, Type: r.Type, Size: r.Size, Status: r.Status, Error: value(r.Error), Pages: int(r.Pages), CreatedAt: r.CreatedAt}
	}
	return list, err
}

// Text is a stretch of a version's text.
type Text struct {
	Version  Version
	Language string
	From     int    // where Body begins
	Body     string // whole characters
	Length   int    // of the whole text
	Headings []Heading
	Pages    []PageStart // of the whole text; none when the file has no pages
}

// PageStart is where the text of a page begins.
type PageStart struct{ Page, From int }

// Heading is a place in a version: the path of headings above its passages.
type Heading struct {
	Path     string
	From, To int // of the passages under it
	Page     int
}

// Text reads up to size bytes of a version around a place, from the beginning of a line on.
func (s *Service) Text(ctx context.Context, p Person, document, version uuid.UUID, around, size int) (Text, error) {
	reach, err := s.reach(ctx, p)
	if err != nil {
		return Text{}, err
	}
	q := s.queries(p)
	v, err := q.GetVersion(ctx, db.GetVersionParams{TenantID: p.Tenant, DocumentID: document, ID: version, Collections: reach})
	if noRows(err) {
		return Text{}, errNoDocument
	}
	if err != nil {
		return Text{}, err
	}
	t := Text{Length: int(v.Length), Language: v.Language, Version: Version{ID: v.ID, Number: int(v.Number), FileName: v.FileName, Type: v.Type, Size: v.Size, Status: v.Status, Pages: int(v.Pages)}}
	t.From = max(0, min(around, t.Length)-size/2)
	bytes, err := q.ReadVersion(ctx, db.ReadVersionParams{TenantID: p.Tenant, ID: version, TextFrom: int32(t.From + 1), Size: int32(size)})
	if err != nil {
		return Text{}, err
	}
	t.Body = string(bytes)
	t.narrow(size)
	outline, err := q.ListOutline(ctx, db.ListOutlineParams{TenantID: p.Tenant, VersionID: version})
	t.Headings, t.Pages = headings(outline), pages(outline)
	return t, err
}

// File is a version's file itself, to be read and closed.
type File struct {
	io.ReadCloser
	Name string
	Size int64
}

// File opens the file of a version, of the newest readable one when version is nil.
func (s *Service) File(ctx context.Context, p Person, document uuid.UUID, version *uuid.UUID) (File, error) {
	d, err := s.Document(ctx, p, document)
	if err != nil {
		return File{}, err
	}
	id := d.Newest.ID
	if version != nil {
		id = *version
	}
	reach, err := s.reach(ctx, p)
	if err != nil {
		return File{}, err
	}
	v, err := s.queries(p).GetVersion(ctx, db.GetVersionParams{TenantID: p.Tenant, DocumentID: document, ID: id, Collections: reach})
	if noRows(err) {
		return File{}, errNoDocument
	}
	if err != nil {
		return File{}, err
	}
	r, err := s.Files.Open(ctx, p.Tenant, v.BlobKey, 0)
	return File{ReadCloser: r, Name: v.FileName, Size: v.Size}, err
}

// narrow drops what of a line or of a character the stretch has cut off.
func (t *Text) narrow(size int) {
	if t.From > 0 {
		if i := strings.IndexByte(t.Body[:min(len(t.Body), size/4)], '\n'); i >= 0 {
			t.From, t.Body = t.From+i+1, t.Body[i+1:]
		}
		for len(t.Body) > 0 && t.Body[0]&0xC0 == 0x80 {
			t.From, t.Body = t.From+1, t.Body[1:]
		}
	}
	if t.From+len(t.Body) < t.Length {
		if i := strings.LastIndexByte(t.Body, '\n'); i > len(t.Body)/2 {
			t.Body = t.Body[:i]
		}
		t.Body = strings.ToValidUTF8(t.Body, "")
	}
}

func headings(outline []db.ListOutlineRow) []Heading {
	var list []Heading
	for _, o := range outline {
		if n := len(list); n > 0 && list[n-1].Path == o.Heading {
			list[n-1].To = int(o.TextTo)
			continue
		}
		list = append(list, Heading{Path: o.Heading, From: int(o.TextFrom), To: int(o.TextTo), Page: int(o.Page)})
	}
	return list
}

func pages(outline []db.ListOutlineRow) []PageStart {
	var list []PageStart
	for _, o := range outline {
		if n := len(list); o.Page > 0 && (n == 0 || list[n-1].Page != int(o.Page)) {
			list = append(list, PageStart{Page: int(o.Page), From: int(o.TextFrom)})
		}
	}
	return list
}

// Rename gives a document another title.
func (s *Service) Rename(ctx context.Context, p Person, id uuid.UUID, title string) error {
	title = strings.TrimSpace(clean(title))
	fields := errs.Fields{}
	if title == "" {
		fields.Add("title", "Give the document a title.")
	}
	if len([]rune(title)) > longestName {
		fields.Add("title", "At most 200 characters fit.")
	}
	if err := fields.Err(); err != nil {
		return err
	}
	reach, err := s.reach(ctx, p)
	if err != nil {
		return err
	}
	return s.Doors.Tenant(p.Tenant).InTx(ctx, func(tx pgx.Tx) error {
		q := db.New(tx)
		if _, err := lock(ctx, q, p, id, reach); err != nil {
			return err
		}
		_, err := q.RenameDocument(ctx, db.RenameDocumentParams{TenantID: p.Tenant, ID: id, Title: title})
		return err
	})
}

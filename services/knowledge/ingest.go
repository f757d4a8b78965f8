package knowledge

import (
	"context"
	"errors"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/services/knowledge/parse"
	"stoa/services/knowledge/words"
)

// batch is how many passages one transaction writes: enough to be quick, few enough to be short.
const batch = 50

// errGone ends the work on a version that was cancelled or deleted meanwhile.
var errGone = errors.New("knowledge: nobody waits for this version any more")

// ingest makes a version searchable: read, cut, index, publish. What an earlier attempt left is taken back first.
func (s *Service) ingest(ctx context.Context, tenant, version uuid.UUID, data []byte) error {
	door := s.Doors.Tenant(tenant)
	q := db.New(door)
	taken, err := q.TakeVersion(ctx, db.TakeVersionParams{TenantID: tenant, ID: version})
	if errors.Is(err, pgx.ErrNoRows) {
		return nil // somebody has cancelled it, or it is done
	}
	if err != nil {
		return err
	}
	if err := s.takeBack(ctx, tenant, taken.DocumentID); err != nil {
		return err
	}
	d, err := s.Read(ctx, data)
	if err != nil {
		return s.fail(ctx, q, tenant, version, err)
	}
	pieces := cut(d)
	if len(pieces) == 0 {
		return s.fail(ctx, q, tenant, version, parse.ErrNoText)
	}
	language := words.Detect(d.Text)
	n, err := q.StoreText(ctx, db.StoreTextParams{
		TenantID: tenant, ID: version, Content: []byte(d.Text), Type: d.Type, Language: string(language), Pages: int32(d.Pages), Total: int32(len(pieces)),
	})
	if err != nil || n == 0 {
		return errors.Join(err, gone(n))
	}
	title := short(d.Title)
	if title == "" {
		title = stem(taken.FileName)
	}
	x := &indexer{door: door, tenant: tenant, document: taken.DocumentID, version: version, title: title, text: d.Text, language: language}
	err = x.all(ctx, pieces)
	if errors.Is(err, errGone) {
		return s.takeBack(ctx, tenant, taken.DocumentID)
	}
	if err != nil {
		return err
	}
	return s.publish(ctx, tenant, version, taken, title)
}

// publish puts a version in the place of the one before, whose passages then go.
func (s *Service) publish(ctx context.Context, tenant, version uuid.UUID, taken db.TakeVersionRow, title string) error {
	err := s.Doors.Tenant(tenant).InTx(ctx, func(tx pgx.Tx) error {
		q := db.New(tx)
		if _, err := q.PublishVersion(ctx, db.PublishVersionParams{TenantID: tenant, VersionID: version}); err != nil {
			return err
		}
		if taken.Number == 1 {
			if _, err := q.TitleDocument(ctx, db.TitleDocumentParams{TenantID: tenant, ID: taken.DocumentID, Title: title, InsteadOf: stem(taken.FileName)}); err != nil {
				return err
			}
		}
		_, err := q.FinishVersion(ctx, db.FinishVersionParams{TenantID: tenant, ID: version})
		return err
	})
	if err != nil {
		return err
	}
	return s.takeBack(ctx, tenant, taken.DocumentID)
}

// fail tells the person why a version cannot be searched. A reason that is not meant for people stays in the log.
func (s *Service) fail(ctx context.Context, q *db.Queries, tenant, version uuid.UUID, cause error) error {
	reason := parse.Reason(cause)
	if reason == "" {
		return cause
	}
	_, err := q.FailVersion(ctx, db.FailVersionParams{TenantID: tenant, ID: version, Status: db.VersionStatusFailed, Error: &reason})
	return err
}

func gone(n int64) error {
	if n == 0 {
		return errGone
	}
	return nil
}

// clean makes text that PostgreSQL accepts.
func clean(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", " ")
}

package knowledge

import (
	"context"
	"slices"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/services/knowledge/words"
)

// Delete removes a document with all of its versions, passages, postings and files.
func (s *Service) Delete(ctx context.Context, p Person, id uuid.UUID) error {
	// Most of a large document goes in short transactions; the last one holds the document, so that nothing is added meanwhile.
	cancel := func(q *db.Queries) (int64, error) {
		return q.CancelVersions(ctx, db.CancelVersionsParams{TenantID: p.Tenant, DocumentID: id})
	}
	if _, err := s.change(ctx, p, id, cancel); err != nil {
		return err
	}
	if err := s.clear(ctx, p.Tenant, id, true); err != nil {
		return err
	}
	_, err := s.change(ctx, p, id, func(q *db.Queries) (int64, error) {
		if _, err := cancel(q); err != nil { // somebody may have tried again meanwhile
			return 0, err
		}
		return 1, s.deleteLocked(ctx, q, p.Tenant, id)
	})
	return err
}

// deleteLocked ends with the files: when one cannot be removed, the document stays and can be deleted again.
func (s *Service) deleteLocked(ctx context.Context, q *db.Queries, tenant, id uuid.UUID) error {
	files, err := q.ListFiles(ctx, db.ListFilesParams{TenantID: tenant, DocumentID: id})
	if err != nil {
		return err
	}
	for n := 1; n > 0; {
		if n, err = clearBatch(ctx, q, tenant, id, true); err != nil {
			return err
		}
	}
	if _, err := q.DeleteDocument(ctx, db.DeleteDocumentParams{TenantID: tenant, ID: id}); err != nil {
		return err
	}
	for _, key := range files {
		if err := s.Files.Delete(ctx, tenant, key); err != nil {
			return err
		}
	}
	return nil
}

// takeBack removes the passages of all versions but the one that is found and one that is being indexed.
func (s *Service) takeBack(ctx context.Context, tenant, document uuid.UUID) error {
	return s.clear(ctx, tenant, document, false)
}

func (s *Service) clear(ctx context.Context, tenant, document uuid.UUID, whole bool) error {
	for {
		var n int
		err := s.Doors.Tenant(tenant).InTx(ctx, func(tx pgx.Tx) (err error) {
			n, err = clearBatch(ctx, db.New(tx), tenant, document, whole)
			return err
		})
		if err != nil || n == 0 {
			return err
		}
	}
}

// clearBatch removes some passages with their postings and takes them out of the counts; it tells how many.
func clearBatch(ctx context.Context, q *db.Queries, tenant, document uuid.UUID, whole bool) (int, error) {
	stale, err := q.ListStalePassages(ctx, db.ListStalePassagesParams{TenantID: tenant, DocumentID: document, Whole: whole, Batch: batch})
	if err != nil || len(stale) == 0 {
		return 0, err
	}
	df := map[string]int32{}
	postings := db.DeletePostingsParams{TenantID: tenant}
	passages := db.DeletePassagesParams{TenantID: tenant}
	stats := db.AddPassagesParams{TenantID: tenant, Passages: -int64(len(stale)), Language: string(words.Simple)}
	for _, p := range stale {
		passages.Ids = append(passages.Ids, p.ID)
		stats.TotalLength -= int64(p.Length)
		if !slices.Contains(postings.Versions, p.VersionID) {
			postings.Versions = append(postings.Versions, p.VersionID)
		}
		for _, t := range p.Terms {
			df[t]++
		}
	}
	terms := counted(tenant, df, -1)
	postings.Terms = terms.Terms
	if _, err := q.DeletePostings(ctx, postings); err != nil {
		return 0, err
	}
	if err := deleteVectors(ctx, q, tenant, passages.Ids); err != nil {
		return 0, err
	}
	if _, err := q.DeletePassages(ctx, passages); err != nil {
		return 0, err
	}
	if err := q.AddTerms(ctx, terms); err != nil {
		return 0, err
	}
	if _, err := q.DropEmptyTerms(ctx, db.DropEmptyTermsParams{TenantID: tenant, Terms: terms.Terms}); err != nil {
		return 0, err
	}
	return len(stale), q.AddPassages(ctx, stats)
}

func deleteVectors(ctx context.Context, q *db.Queries, tenant uuid.UUID, passages []uuid.UUID) error {
	gone, err := q.DeleteVectors(ctx, db.DeleteVectorsParams{TenantID: tenant, Passages: passages})
	for _, m := range gone {
		if err == nil {
			_, err = q.AddVectors(ctx, db.AddVectorsParams{TenantID: tenant, ID: m.ModelID, Count: -m.Vectors})
		}
	}
	return err
}

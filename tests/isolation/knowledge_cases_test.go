package isolation

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
)

// knowledge fills the tables of documents: one that is found by the side's mark, with another version that waits.
func (s *side) knowledge(tx pgx.Tx) error {
	for _, step := range []struct {
		sql  string
		args []any
	}{
		{"insert into knowledge_readers (tenant_id, collection_id, user_id) values ($1, $2, $4), ($1, $3, $4)",
			[]any{s.tenant, s.shelf, s.of["knowledge_collections"].row, s.member}},
		{"insert into knowledge_documents (tenant_id, id, collection_id, user_id, title, live_version_id) values ($1, $2, $3, $4, $5, $6)",
			[]any{s.tenant, s.document, s.shelf, s.owner, "Title " + s.mark, s.live}},
		{`insert into knowledge_versions (tenant_id, id, document_id, number, file_name, size, sha256, status, content, error, blob_key)
			values ($1, $2, $4, 1, $5, 3, $6, 'ready', $7, null, 'none'), ($1, $3, $4, 2, $5, 3, $6, 'queued', null, null, 'none'),
			($1, $8, $4, 5, $5, 3, $6, 'failed', null, 'no text', 'none'), ($1, $9, $4, 3, $5, 3, $6, 'reading', null, null, 'none'),
			($1, $10, $4, 4, $5, 3, $6, 'indexing', null, null, 'none')`,
			[]any{s.tenant, s.live, s.queued, s.document, "file " + s.mark, s.sum(), []byte("Text " + s.mark), s.failed, s.reading, s.indexing}},
		{`insert into knowledge_passages (tenant_id, id, document_id, version_id, ordinal, heading, body, text_from, text_to, length, sha256, terms)
			values ($1, $2, $3, $4, 0, $5, $6, 0, 10, 3, $7, array[$8])`,
			[]any{s.tenant, s.passage, s.document, s.live, "Heading " + s.mark, "Text " + s.mark, s.sum(), s.mark}},
		{"insert into knowledge_postings (tenant_id, term, version_id, first, ordinals, tfs, lengths) values ($1, $2, $3, 0, '{0}', '{2}', '{3}')", []any{s.tenant, s.mark, s.live}},
		{"insert into knowledge_terms (tenant_id, term, df) values ($1, $2, 1), ($1, 'empty', 0)", []any{s.tenant, s.mark}},
		{"insert into knowledge_stats (tenant_id, passages, total_length, languages) values ($1, 1, 3, array['simple'])", []any{s.tenant}},
		{"insert into knowledge_models (tenant_id, id, key, name, asked, query_prefix, dimensions, vectors, live, created_at) values ($1, $2, $3, $3, 0, '', 3, 1, true, now() - interval '2 hours'), ($1, $4, $5, $5, 0, '', 3, 1, false, now() - interval '3 hours')",
			[]any{s.tenant, s.meaning, s.mark, s.passage, "next " + s.mark}},
		{"insert into knowledge_vectors (tenant_id, passage_id, model_id, document_id, version_id, embedding) values ($1, $2, $3, $4, $5, $6::text::halfvec)",
			[]any{s.tenant, s.passage, s.meaning, s.document, s.live, vector(384)}},
		{"insert into conversation_assistants (tenant_id, conversation_id, assistant_id) values ($1, $2, $3)", []any{s.tenant, s.chat, s.of["assistants"].row}},
		{`insert into message_sources (tenant_id, message_id, number, document_id, version_id, title, heading, text_from, text_to, mark_from, mark_to, page, score, cited, verified)
			values ($1, $2, 1, $3, $4, $5, $5, 0, 10, 0, 5, 0, 1, true, true)`, []any{s.tenant, s.answer, s.document, s.live, "Title " + s.mark}},
	} {
		if err := run(tx, step.sql, step.args...); err != nil {
			return err
		}
	}
	for _, n := range sizes { // a model of each size of vectors
		if err := run(tx, "insert into knowledge_models (tenant_id, id, key, name, asked, query_prefix) values ($1, $2, $3, $3, 0, '')",
			s.tenant, s.model(n), fmt.Sprint(n, s.mark)); err != nil {
			return err
		}
		if err := run(tx, "insert into knowledge_vectors (tenant_id, passage_id, model_id, document_id, version_id, embedding) values ($1, $2, $3, $4, $5, $6::text::halfvec)",
			s.tenant, s.passage, s.model(n), s.document, s.live, vector(n)); err != nil {
			return err
		}
	}
	return nil
}

// sizes are the dimensions that vectors are stored in.
var sizes = []int{384, 768, 1024, 1536, 3072}

// model is the id of the model whose vectors are of a size.
func (s *side) model(size int) uuid.UUID { return uuid.NewSHA1(s.tenant, fmt.Append(nil, size)) }

// vector is one of so many numbers, as PostgreSQL reads it.
func vector(n int) string { return "[1" + strings.Repeat(",0", n-1) + "]" }

func (s *side) sum() []byte {
	sum := sha256.Sum256([]byte(s.mark))
	return sum[:]
}

func (s *side) collections() []uuid.UUID { return []uuid.UUID{s.shelf} }

// near asks for the passages next to the one of the side.
func (s *side) near(tenant uuid.UUID, size int) db.SearchVectorsParams {
	return db.SearchVectorsParams{TenantID: tenant, ModelID: s.model(size), Query: vector(size), Collections: s.collections(), Most: 10}
}

// knowledgeCases has the queries of documents; each state that a version must be in has one of its own.
var knowledgeCases = map[string]arguments{
	"ListReadableCollections": func(s *side, t uuid.UUID) any {
		return db.ListReadableCollectionsParams{TenantID: t, UserID: s.member}
	},
	"ListCollectionReaders": func(s *side, t uuid.UUID) any {
		return db.ListCollectionReadersParams{TenantID: t, CollectionID: s.collections()[0]}
	},
	"AnswersFrom": func(s *side, t uuid.UUID) any {
		return db.AnswersFromParams{TenantID: t, AssistantID: s.of["assistants"].row}
	},
	"GetCollection": func(s *side, t uuid.UUID) any { return db.GetCollectionParams{TenantID: t, ID: s.shelf} },
	"DeleteReaders": func(s *side, t uuid.UUID) any {
		return db.DeleteReadersParams{TenantID: t, CollectionID: s.shelf, Keep: []uuid.UUID{}}
	},
	"InsertReaders": func(s *side, t uuid.UUID) any {
		return db.InsertReadersParams{TenantID: t, CollectionID: s.shelf, Users: []uuid.UUID{s.admin}}
	},
	"InsertDocument": func(s *side, t uuid.UUID) any {
		return db.InsertDocumentParams{TenantID: t, ID: uuid.New(), CollectionID: &s.collections()[0], UserID: &s.owner, Title: "New"}
	},
	"InsertVersion": func(s *side, t uuid.UUID) any {
		return db.InsertVersionParams{TenantID: t, ID: uuid.New(), DocumentID: s.document, FileName: "new.txt", Sha256: s.sum()}
	},
	"LockDocument": func(s *side, t uuid.UUID) any {
		return db.LockDocumentParams{TenantID: t, ID: s.document, Collections: s.collections()}
	},
	"FindUpload": func(s *side, t uuid.UUID) any {
		return db.FindUploadParams{TenantID: t, CollectionID: &s.collections()[0], Sha256: s.sum(), FileName: "file " + s.mark}
	},
	"ListDocuments": func(s *side, t uuid.UUID) any {
		return db.ListDocumentsParams{TenantID: t, Collections: s.collections(), PageSize: 10}
	},
	"ListFiles":    func(s *side, t uuid.UUID) any { return db.ListFilesParams{TenantID: t, DocumentID: s.document} },
	"ListVersions": func(s *side, t uuid.UUID) any { return db.ListVersionsParams{TenantID: t, DocumentID: s.document} },
	"GetVersion": func(s *side, t uuid.UUID) any {
		return db.GetVersionParams{TenantID: t, DocumentID: s.document, ID: s.live, Collections: s.collections()}
	},
	"ReadVersion": func(s *side, t uuid.UUID) any {
		return db.ReadVersionParams{TenantID: t, ID: s.live, TextFrom: 1, Size: 100}
	},
	"HoldDocument": func(s *side, t uuid.UUID) any { return db.HoldDocumentParams{TenantID: t, ID: s.document} },
	"RenameDocument": func(s *side, t uuid.UUID) any {
		return db.RenameDocumentParams{TenantID: t, ID: s.document, Title: "Mine now"}
	},
	"CountWorking": func(s *side, t uuid.UUID) any {
		return db.CountWorkingParams{TenantID: t, Collections: []uuid.UUID{s.shelf}}
	},
	"ReadExcerpts": func(s *side, t uuid.UUID) any {
		return db.ReadExcerptsParams{TenantID: t, Numbers: []int32{0}, Documents: []uuid.UUID{s.document}, Versions: []uuid.UUID{s.live}, Froms: []int32{1}, Sizes: []int32{100}, Collections: []uuid.UUID{s.shelf}}
	},
	"ListReadableDocuments": func(s *side, t uuid.UUID) any {
		return db.ListReadableDocumentsParams{TenantID: t, Ids: []uuid.UUID{s.document}, Collections: []uuid.UUID{s.shelf}}
	},
	"DeleteDocument": func(s *side, t uuid.UUID) any { return db.DeleteDocumentParams{TenantID: t, ID: s.document} },
	"NextVersion":    func(_ *side, t uuid.UUID) any { return db.NextVersionParams{TenantID: t} },
	"ReturnVersion":  func(s *side, t uuid.UUID) any { return db.ReturnVersionParams{TenantID: t, ID: s.reading} },
	"GetPlan":        func(s *side, t uuid.UUID) any { return db.GetPlanParams{TenantID: t, ID: s.indexing} },
	"StumbleVersion": func(s *side, t uuid.UUID) any { return db.StumbleVersionParams{TenantID: t, ID: s.indexing} },
	"LockUploads":    func(_ *side, t uuid.UUID) any { return db.LockUploadsParams{TenantID: t} },
	"VersionIs": func(s *side, t uuid.UUID) any {
		return db.VersionIsParams{TenantID: t, ID: s.reading, Status: db.VersionStatusReading}
	},
	"CancelVersions": func(s *side, t uuid.UUID) any { return db.CancelVersionsParams{TenantID: t, DocumentID: s.document} },
	"TakeVersion":    func(s *side, t uuid.UUID) any { return db.TakeVersionParams{TenantID: t, ID: s.queued} },
	"StoreText": func(s *side, t uuid.UUID) any {
		return db.StoreTextParams{TenantID: t, ID: s.reading, Content: []byte("Overwritten"), Type: "txt", Language: "en"}
	},
	"TitleDocument": func(s *side, t uuid.UUID) any {
		return db.TitleDocumentParams{TenantID: t, ID: s.document, Title: "Mine now"}
	},
	"AdvanceVersion": func(s *side, t uuid.UUID) any { return db.AdvanceVersionParams{TenantID: t, ID: s.indexing, Done: 5} },
	"FinishVersion":  func(s *side, t uuid.UUID) any { return db.FinishVersionParams{TenantID: t, ID: s.indexing} },
	"FailVersion": func(s *side, t uuid.UUID) any {
		return db.FailVersionParams{TenantID: t, ID: s.queued, Error: "no"}
	},
	"RequeueVersion": func(s *side, t uuid.UUID) any {
		return db.RequeueVersionParams{TenantID: t, ID: s.failed, DocumentID: s.document}
	},
	"PublishVersion": func(s *side, t uuid.UUID) any { return db.PublishVersionParams{TenantID: t, VersionID: s.indexing} },
	"TouchDocument":  func(s *side, t uuid.UUID) any { return db.TouchDocumentParams{TenantID: t, ID: s.document} },
	"InsertPassages": func(s *side, t uuid.UUID) any {
		return db.InsertPassagesParams{TenantID: t, Ids: []uuid.UUID{uuid.New()}, DocumentID: s.document, VersionID: s.queued, Ordinals: []int32{1}, Headings: []string{""},
			Bodies: []string{"Slipped in"}, Froms: []int32{0}, Tos: []int32{1}, Pages: []int32{0}, Lengths: []int32{1}, Hashes: [][]byte{s.sum()}, Terms: []string{"a b"}}
	},
	"InsertPostings": func(s *side, t uuid.UUID) any {
		return db.InsertPostingsParams{TenantID: t, Terms: []string{"new"}, VersionID: s.live, Ordinals: []string{"{0}"}, Tfs: []string{"{1}"}, Lengths: []string{"{1}"}}
	},
	"AddTerms": func(s *side, t uuid.UUID) any {
		return db.AddTermsParams{TenantID: t, Terms: []string{s.mark}, Counts: []int32{1}}
	},
	"AddPassages": func(_ *side, t uuid.UUID) any {
		return db.AddPassagesParams{TenantID: t, Passages: 1, TotalLength: 1, Language: "en"}
	},
	"ListStalePassages": func(s *side, t uuid.UUID) any {
		return db.ListStalePassagesParams{TenantID: t, DocumentID: s.document, Whole: true, Batch: 10}
	},
	"DeletePostings": func(s *side, t uuid.UUID) any {
		return db.DeletePostingsParams{TenantID: t, Terms: []string{s.mark}, Versions: []uuid.UUID{s.live}}
	},
	"DeletePassages": func(s *side, t uuid.UUID) any {
		return db.DeletePassagesParams{TenantID: t, Ids: []uuid.UUID{s.passage}}
	},
	"DropEmptyTerms": func(_ *side, t uuid.UUID) any { return db.DropEmptyTermsParams{TenantID: t, Terms: []string{"empty"}} },
	"LookUpTerms":    func(s *side, t uuid.UUID) any { return db.LookUpTermsParams{TenantID: t, Terms: []string{s.mark}} },
	"GetStats":       func(_ *side, t uuid.UUID) any { return db.GetStatsParams{TenantID: t} },
	"ListSimilarTerms": func(s *side, t uuid.UUID) any {
		return db.ListSimilarTermsParams{TenantID: t, Firsts: []string{s.mark[:1]}, Shortest: 1, Longest: 100}
	},
	"SearchKeywords": func(s *side, t uuid.UUID) any {
		return db.SearchKeywordsParams{TenantID: t, Terms: []string{s.mark}, Weights: []float64{1}, Average: 3, Collections: s.collections(), Most: 10}
	},
	"LoadPassages": func(s *side, t uuid.UUID) any {
		return db.LoadPassagesParams{TenantID: t, Ids: []uuid.UUID{s.passage}, Collections: s.collections()}
	},
	"ListSources": func(s *side, t uuid.UUID) any {
		return db.ListSourcesParams{TenantID: t, Messages: []uuid.UUID{s.answer}}
	},
	"StoreSources": func(s *side, t uuid.UUID) any {
		return db.StoreSourcesParams{TenantID: t, MessageID: s.answer, Numbers: []int32{2}, Documents: []uuid.UUID{s.document}, Versions: []uuid.UUID{s.live},
			Titles: []string{"Slipped in"}, Headings: []string{""}, Froms: []int32{0}, Tos: []int32{1}, MarkFroms: []int32{0}, MarkTos: []int32{1}, Pages: []int32{0},
			Scores: []float64{1}, Cited: []bool{true}, Verified: []bool{true}}
	},
	"GetLiveModel": func(_ *side, t uuid.UUID) any { return db.GetLiveModelParams{TenantID: t} },
	"GetModel":     func(s *side, t uuid.UUID) any { return db.GetModelParams{TenantID: t, Key: s.mark} },
	"ListModels":   func(_ *side, t uuid.UUID) any { return db.ListModelsParams{TenantID: t} },
	"AddModel": func(s *side, t uuid.UUID) any {
		return db.AddModelParams{TenantID: t, ID: uuid.New(), Key: "new", Name: "new"}
	},
	"ListUnembedded": func(s *side, t uuid.UUID) any {
		return db.ListUnembeddedParams{TenantID: t, ModelID: s.passage, Batch: 10}
	},
	"InsertVectors": func(s *side, t uuid.UUID) any {
		return db.InsertVectorsParams{TenantID: t, ModelID: s.passage, Passages: []uuid.UUID{s.passage}, Embeddings: []string{vector(384)}}
	},
	"AddVectors":  func(s *side, t uuid.UUID) any { return db.AddVectorsParams{TenantID: t, ID: s.meaning, Count: 1} },
	"FilledModel": func(s *side, t uuid.UUID) any { return db.FilledModelParams{TenantID: t, ID: s.meaning, Dimensions: 4} },
	"StuckModel":  func(s *side, t uuid.UUID) any { return db.StuckModelParams{TenantID: t, ID: s.meaning, Error: "no"} },
	"MakeLive":    func(s *side, t uuid.UUID) any { return db.MakeLiveParams{TenantID: t, ID: s.passage} },
	"DropVectors": func(s *side, t uuid.UUID) any {
		return db.DropVectorsParams{TenantID: t, Models: []uuid.UUID{s.meaning}, Batch: 10}
	},
	"DropModels": func(s *side, t uuid.UUID) any {
		return db.DropModelsParams{TenantID: t, Models: []uuid.UUID{s.meaning}}
	},
	"ListLeftModels": func(s *side, t uuid.UUID) any {
		return db.ListLeftModelsParams{TenantID: t, Live: s.meaning}
	},
	"DeleteVectors": func(s *side, t uuid.UUID) any {
		return db.DeleteVectorsParams{TenantID: t, Passages: []uuid.UUID{s.passage}}
	},
	"SearchVectors":     func(s *side, t uuid.UUID) any { return s.near(t, 384) },
	"SearchVectors384":  func(s *side, t uuid.UUID) any { return db.SearchVectors384Params(s.near(t, 384)) },
	"SearchVectors768":  func(s *side, t uuid.UUID) any { return db.SearchVectors768Params(s.near(t, 768)) },
	"SearchVectors1024": func(s *side, t uuid.UUID) any { return db.SearchVectors1024Params(s.near(t, 1024)) },
	"SearchVectors1536": func(s *side, t uuid.UUID) any { return db.SearchVectors1536Params(s.near(t, 1536)) },
	"SearchVectors3072": func(s *side, t uuid.UUID) any { return db.SearchVectors3072Params(s.near(t, 3072)) },
	"ListOutline":       func(s *side, t uuid.UUID) any { return db.ListOutlineParams{TenantID: t, VersionID: s.live} },
}

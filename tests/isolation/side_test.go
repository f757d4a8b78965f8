package isolation

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// side is one tenant with rows in every table. Its mark is in every text of them, so that a single
// byte of it on the other side is found.
type side struct {
	mark                 string
	tenant               uuid.UUID
	owner, admin, member uuid.UUID
	ownerEmail           string

	chat, question, answer                 uuid.UUID // of the owner, with a complete answer
	share                                  uuid.UUID // of the chat with the running answer, with the admin
	clientID                               uuid.UUID
	liveChat, liveAnswer, liveGeneration   uuid.UUID // an answer that is being written by a process that died
	brokenChat, brokenAnswer               uuid.UUID // an answer that was interrupted
	invitation, apiToken                   uuid.UUID
	invitationToken                        string
	costDone, costRunning                  uuid.UUID
	of                                     map[string]rows // by resource
	assistant, source                      uuid.UUID       // an assistant that answers from the shelf
	shelf, document, queued, passage       uuid.UUID       // a document that is found, a version that waits, what is found of the document
	live, failed, reading, indexing        uuid.UUID       // the document's versions
	meaning                                uuid.UUID       // the model that made its vectors
	bucket                                 string
	ownerCookie, adminCookie, memberCookie string
}

// token is the API token of somebody of the side: "owner" and "member" may all, "reader" reads, "old" has run out.
func (s *side) token(of string) string { return "stoa_" + of + "-" + s.mark }

// key is how the database names the session of a cookie.
func key(cookie string) []byte {
	sum := sha256.Sum256([]byte(cookie))
	return sum[:]
}

func newSide(t testing.TB, admin *pgxpool.Pool, name string) *side {
	t.Helper()
	s := &side{mark: name + "-" + strings.ReplaceAll(uuid.NewString(), "-", "")}
	for _, id := range []*uuid.UUID{
		&s.tenant, &s.owner, &s.admin, &s.member, &s.chat, &s.question, &s.answer, &s.clientID, &s.liveChat, &s.liveAnswer,
		&s.liveGeneration, &s.brokenChat, &s.brokenAnswer, &s.invitation, &s.apiToken, &s.costDone, &s.costRunning,
		&s.share, &s.assistant, &s.source, &s.shelf, &s.document, &s.live, &s.failed, &s.reading, &s.indexing, &s.queued, &s.passage, &s.meaning,
	} {
		*id = uuid.Must(uuid.NewV7()) // in this order: the question comes before the answer
	}
	s.ownerEmail, s.bucket = "owner@"+s.mark+".example", "login:account:"+s.mark
	s.invitationToken = base64.RawURLEncoding.EncodeToString(key(s.mark)[:24])
	s.ownerCookie, s.adminCookie, s.memberCookie = "owner-"+s.mark, "admin-"+s.mark, "member-"+s.mark
	if err := pgx.BeginFunc(context.Background(), admin, func(tx pgx.Tx) error {
		for _, step := range []func(pgx.Tx) error{s.people, s.access, s.chats, s.generations, s.costs, s.resources, s.knowledge, s.imports} {
			if err := step(tx); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatalf("fill %s: %v", name, err)
	}
	return s
}

func run(tx pgx.Tx, sql string, args ...any) error {
	if _, err := tx.Exec(context.Background(), sql, args...); err != nil {
		return fmt.Errorf("%s: %w", sql, err)
	}
	return nil
}

func (s *side) people(tx pgx.Tx) error {
	if err := run(tx, "insert into tenants (id, name) values ($1, $2)", s.tenant, "Company "+s.mark); err != nil {
		return err
	}
	for role, id := range map[string]uuid.UUID{"owner": s.owner, "admin": s.admin, "member": s.member} {
		err := run(tx, "insert into users (id, email, name, password_hash) values ($1, $2, $3, $4)", id, role+"@"+s.mark+".example", role+" "+s.mark, "hash "+s.mark)
		if err != nil {
			return err
		}
		if err := run(tx, "insert into memberships (tenant_id, user_id, role) values ($1, $2, $3)", s.tenant, id, role); err != nil {
			return err
		}
	}
	return nil
}

func (s *side) access(tx pgx.Tx) error {
	for cookie, id := range map[string]uuid.UUID{s.ownerCookie: s.owner, s.adminCookie: s.admin, s.memberCookie: s.member, "old-" + s.mark: s.owner} {
		expires := time.Now().Add(time.Hour)
		if strings.HasPrefix(cookie, "old-") {
			expires = time.Now().Add(-time.Hour)
		}
		err := run(tx, `insert into sessions (id_hash, user_id, tenant_id, data, expires_at, last_seen_at)
			values ($1, $2, $3, jsonb_build_object('note', $4::text), $5, now() - interval '30 s')`, key(cookie), id, s.tenant, s.mark, expires)
		if err != nil {
			return err
		}
	}
	err := run(tx, "insert into invitations (tenant_id, id, token_hash, role, created_by, expires_at) values ($1, $2, $3, 'member', $4, now() + interval '1 day')",
		s.tenant, s.invitation, key(s.invitationToken), s.owner)
	if err != nil {
		return err
	}
	for of, scopes := range map[string][]string{"owner": {"*:*"}, "member": {"*:*"}, "reader": {"*:read"}, "none": {"nothing:read"}, "old": {"*:*"}} {
		id, user, expires := uuid.New(), s.owner, tomorrow()
		switch of {
		case "owner":
			id = s.apiToken
		case "member":
			user = s.member
		case "old":
			expires = time.Now().AddDate(0, 0, -40)
		}
		err := run(tx, `insert into api_tokens (tenant_id, id, user_id, name, token_hash, hint, scopes, expires_at, last_used_at)
			values ($1, $2, $3, $4, $5, 'hint', $6, $7, now())`, s.tenant, id, user, "Token "+s.mark, key(s.token(of)), scopes, expires)
		if err != nil {
			return err
		}
	}
	return run(tx, "insert into throttles (bucket, attempts, resets_at) values ($1, 3, now() + interval '1 hour'), ($2, 3, now() - interval '1 hour')", s.bucket, "old:"+s.mark)
}

func (s *side) chats(tx pgx.Tx) error {
	for i, id := range []uuid.UUID{s.chat, s.liveChat, s.brokenChat} {
		err := run(tx, "insert into conversations (tenant_id, id, user_id, title, system_prompt, updated_at) values ($1, $2, $3, $4, $5, now() - make_interval(mins => $6))",
			s.tenant, id, s.owner, fmt.Sprintf("Chat %d %s", i, s.mark), "Prompt "+s.mark, i)
		if err != nil {
			return err
		}
	}
	if err := run(tx, "insert into conversation_shares (tenant_id, id, conversation_id, user_id) values ($1, $2, $3, $4)", s.tenant, s.share, s.liveChat, s.admin); err != nil {
		return err
	}
	if err := run(tx, "insert into conversation_reads (tenant_id, conversation_id, user_id, message_id) values ($1, $2, $3, $4)", s.tenant, s.liveChat, s.owner, s.question); err != nil {
		return err
	}
	for _, step := range []struct {
		sql  string
		args []any
	}{
		{"insert into knowledge_collections (tenant_id, id, name) values ($1, $2, $3)", []any{s.tenant, s.shelf, "Shelf " + s.mark}},
		{"insert into assistants (tenant_id, id, name, instructions) values ($1, $2, $3, $3)", []any{s.tenant, s.assistant, "Assistant " + s.mark}},
		{"insert into assistant_collections (tenant_id, id, assistant_id, collection_id) values ($1, $2, $3, $4)", []any{s.tenant, s.source, s.assistant, s.shelf}},
	} {
		if err := run(tx, step.sql, step.args...); err != nil {
			return err
		}
	}
	const message = "insert into messages (tenant_id, id, conversation_id, user_id, role, status, content, client_id, error) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
	for _, m := range [][]any{
		{s.question, s.chat, s.owner, "user", "complete", "Question " + s.mark, s.clientID, nil},
		{s.answer, s.chat, nil, "assistant", "complete", "Answer " + s.mark, nil, nil},
		{s.liveAnswer, s.liveChat, nil, "assistant", "streaming", "Growing " + s.mark, nil, nil},
		{s.brokenAnswer, s.brokenChat, nil, "assistant", "interrupted", "Broken " + s.mark, nil, "Note " + s.mark},
	} {
		if err := run(tx, message, append([]any{s.tenant}, m...)...); err != nil {
			return err
		}
	}
	return nil
}

func (s *side) generations(tx pgx.Tx) error {
	return run(tx, `insert into generations (tenant_id, id, conversation_id, message_id, user_id, instance_id, lease_until)
		values ($1, $2, $3, $4, $5, $6, now() - interval '1 min')`, s.tenant, s.liveGeneration, s.liveChat, s.liveAnswer, s.owner, uuid.New())
}

func (s *side) costs(tx pgx.Tx) error {
	const event = `insert into cost_events (tenant_id, id, user_id, purpose, provider, model, conversation_id, message_id, generation_id, status, basis,
		input_tokens, output_tokens, amount) values ($1, $2, $3, 'chat', $4, $5, $6, $7, $8, $9, 'estimated', 11, 7, 424242)`
	err := run(tx, event, s.tenant, s.costDone, s.owner, "provider "+s.mark, "model "+s.mark, s.chat, s.answer, nil, "complete")
	if err != nil {
		return err
	}
	err = run(tx, event, s.tenant, s.costRunning, s.owner, "provider "+s.mark, "model "+s.mark, s.liveChat, s.liveAnswer, s.liveGeneration, "running")
	if err != nil {
		return err
	}
	err = run(tx, `insert into cost_events (tenant_id, id, user_id, purpose, provider, model, message_id, created_at) values ($1, $2, $3, 'chat', $4, $4, $5, now() - interval '2 days')`,
		s.tenant, uuid.New(), s.owner, "left "+s.mark, s.answer)
	if err != nil {
		return err
	}
	err = run(tx, `insert into cost_events (tenant_id, id, user_id, purpose, provider, model, status, input_tokens) values ($1, $2, $3, 'search', $4, $4, 'complete', 424243)`,
		s.tenant, uuid.New(), s.owner, "vectors "+s.mark)
	if err != nil {
		return err
	}
	return run(tx, `insert into prices (provider, model, effective_from, input, cached_input, cache_write, output, version)
		values ('everybody', 'one', '2026-01-01', 1, 1, 1, 1, 'v') on conflict do nothing`)
}

// people of the side, by role.
func (s *side) users() []uuid.UUID { return []uuid.UUID{s.owner, s.admin, s.member} }

// mentionedIn reports what of this side stands in a text, but for what the reader knew before.
func (s *side) mentionedIn(text, known string) string {
	for _, secret := range []string{
		s.mark, s.tenant.String(), s.owner.String(), s.admin.String(), s.member.String(), s.chat.String(), s.question.String(), s.answer.String(),
		s.liveChat.String(), s.liveAnswer.String(), s.liveGeneration.String(), s.brokenChat.String(), s.brokenAnswer.String(),
		s.invitation.String(), s.apiToken.String(), s.costDone.String(), s.costRunning.String(), s.invitationToken,
		s.shelf.String(), s.document.String(), s.live.String(), s.queued.String(), s.passage.String(),
	} {
		if strings.Contains(text, secret) && !strings.Contains(known, secret) {
			return secret
		}
	}
	for table, r := range s.of {
		for _, id := range []string{r.row.String(), r.trashed.String()} {
			if id != uuid.Nil.String() && strings.Contains(text, id) && !strings.Contains(known, id) {
				return table + " " + id
			}
		}
	}
	return ""
}

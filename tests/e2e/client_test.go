package e2e

import (
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/sdk"
)

// clients are programs of the owners of all companies, with tokens that may do all.
func (s *stoa) clients() (all []*sdk.Client) {
	s.t.Helper()
	const insert = `insert into api_tokens (tenant_id, id, user_id, name, token_hash, hint, scopes, expires_at)
		select distinct on (tenant_id) tenant_id, gen_random_uuid(), user_id, 'Story', sha256(('stoa_' || tenant_id || $1::text)::bytea), 'tory', '{*:*}', now() + interval '1 day'
		from memberships where role = 'owner' order by tenant_id, user_id returning tenant_id::text`
	secret := uuid.NewString()
	rows, err := s.db.Admin.Query(s.t.Context(), insert, secret)
	if err != nil {
		s.t.Fatal(err)
	}
	tenants, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		s.t.Fatal(err)
	}
	for _, tenant := range tenants {
		all = append(all, sdk.New(s.url, "stoa_"+tenant+secret))
	}
	return all
}

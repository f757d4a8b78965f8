package isolation

import (
	"context"
	"strings"
	"testing"

	"github.com/google/uuid"

	"stoa/generated/db"
)

// leaky has the queries that the attack is there to find.
type leaky struct{ tx db.DBTX }

type row struct{ Tenant, ID uuid.UUID }

func (l leaky) texts(ctx context.Context, sql string, args ...any) (list []string, err error) {
	rows, err := l.tx.Query(ctx, sql, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return nil, err
		}
		list = append(list, text)
	}
	return list, rows.Err()
}

func (l leaky) Read(ctx context.Context, arg row) ([]string, error) {
	return l.texts(ctx, "select title from conversations where id = $1", arg.ID)
}

func (l leaky) Count(ctx context.Context, arg row) ([]string, error) {
	return l.texts(ctx, "select count(*)::text from messages m join conversations c on c.id = m.conversation_id where c.tenant_id = $1 or m.tenant_id <> $1", arg.Tenant)
}

func (l leaky) Write(ctx context.Context, arg row) (int64, error) {
	tag, err := l.tx.Exec(ctx, "update conversations set title = 'taken' where id = $1", arg.ID)
	return tag.RowsAffected(), err
}

func (l leaky) Probe(ctx context.Context, arg row) error {
	_, err := l.tx.Exec(ctx, `insert into users (id, email, name, password_hash)
		select $1, (select email from users u join memberships m on m.user_id = u.id where m.tenant_id <> $2 and m.role = 'owner' limit 1), 'x', 'x'`, uuid.New(), arg.Tenant)
	return err
}

func (l leaky) Sound(ctx context.Context, arg row) ([]string, error) {
	return l.texts(ctx, "select title from conversations where tenant_id = $1 and id = $2", arg.Tenant, arg.ID)
}

func TestTheAttackFindsLeaks(t *testing.T) {
	t.Parallel()
	x := newAttack(t)
	x.new = func(tx db.DBTX) any { return leaky{tx} }
	for name, want := range map[string]string{
		"Read": "of A", "Count": "depends on A", "Write": "changes rows that are not B's", "Probe": "depends on A", "Sound": "",
	} {
		problems, err := x.foreign(t.Context(), door{}, name, row{x.b.tenant, x.a.chat}, false)
		if found := strings.Join(problems, "; "); err != nil || !strings.Contains(found, want) || want == "" && found != "" {
			t.Errorf("%s: found %q, %v; want %q", name, found, err, want)
		}
	}
	// A case whose arguments hit nothing is no control.
	if problem, err := x.control(t.Context(), door{}, "Sound", row{x.a.tenant, uuid.New()}); err != nil || problem == "" {
		t.Errorf("an empty control passed: %v", err)
	}
}

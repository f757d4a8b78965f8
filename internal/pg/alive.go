package pg

import (
	"context"

	"github.com/jackc/pgx/v5"
)

// alive lets the pool leave out connections that the server has closed. After a restart of PostgreSQL
// all of them are dead, and each would cost a request its page.
func alive(_ context.Context, conn *pgx.Conn) (bool, error) { return quiet(conn.PgConn().Conn()), nil }

package e2e

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"stoa/internal/webtest/modelserver"
)

// While the database refuses everybody Stoa says so, keeps the running answer, and goes on by itself afterwards.
func TestDatabaseAway(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	s.provokes(river)
	ada, page := s.newcomer("ada")
	register(page, "Patience", "Ada")
	chat := newChat(page)
	isLive(page)
	flow := newPace(10)
	s.model.Next(modelserver.Behavior{Tokens: words(0, 40), Hold: flow.hold})
	send(page, "Count to forty.")
	seesWord(page, 9)
	late := ada.Tab()
	late.Expect("status of 503")

	open, away := s.databaseDoor()
	away()
	eventually(within(t), t, "Stoa is not ready", func() bool { return s.status("/readyz") == http.StatusServiceUnavailable })
	if got := s.status("/healthz"); got != http.StatusOK {
		t.Errorf("/healthz answers %d while the database is away", got)
	}
	flow.upTo(40)
	seesWord(page, 39) // what streams needs no database, for a while: see session.Watch

	open()
	again := within(t)
	eventually(again, t, "Stoa is ready again", func() bool { return s.ready(again) })
	answerIs(page, "complete")
	if got := late.Open(chat); got != http.StatusOK {
		t.Errorf("afterwards the page answers %d", got)
	}
	if got := countWords(t, "stored", answerText(late)); got != 40 {
		t.Errorf("%d words of 40 are stored", got)
	}

	away() // again, for the page alone: to look at it takes longer than an answer waits for its end
	if got := late.Open(chat); got != http.StatusServiceUnavailable || !strings.Contains(late.Text("main"), "database") {
		t.Errorf("a page answers %d:\n%s", got, late.Text("main"))
	}
	inspect(t, late, "away")
	open()
}

// river marks the lines of the jobs' library: whichever part of it is at work complains when the database goes away.
const river = "library=river"

// databaseDoor opens the story's database to everybody, and shuts it and throws everybody out.
func (s *stoa) databaseDoor() (open, away func()) {
	s.t.Helper()
	cfg, err := pgx.ParseConfig(s.db.AdminURL)
	if err != nil {
		s.t.Fatal(err)
	}
	name := cfg.Database
	cfg.Database = "postgres" // beside it
	conn, err := pgx.ConnectConfig(within(s.t), cfg)
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { conn.Close(context.Background()) })
	run := func(sql string) {
		s.t.Helper()
		if _, err := conn.Exec(within(s.t), sql); err != nil {
			s.t.Fatal(err)
		}
	}
	return func() { run("alter database " + name + " allow_connections true") }, func() {
		run("alter database " + name + " allow_connections false")
		run("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'")
	}
}

// status is how a stranger's GET is answered.
func (s *stoa) status(path string) int {
	s.t.Helper()
	res, err := http.Get(s.url + path)
	if err != nil {
		s.t.Fatal(err)
	}
	defer res.Body.Close()
	return res.StatusCode
}

package chaos

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/google/uuid"
)

// size is how much is done; CHAOS=long is `make chaos`, else the form that fits into every test run.
type size struct {
	chats, readers, words int
	trouble               time.Duration
}

func sized() size {
	if os.Getenv("CHAOS") == "long" {
		return size{chats: 50, readers: 200, words: 150, trouble: 5 * time.Minute}
	}
	return size{chats: 4, readers: 12, words: 60, trouble: 20 * time.Second}
}

// Instances are killed and asked to end, Redis is killed, emptied and frozen, PostgreSQL is killed and its connections are cut, readers come,
// go and freeze. At the end everybody sees what is stored; what is stored is whole; each message was taken once; each
// interrupted answer was marked and could go on. STOA_SEED=n repeats the same decisions.
func TestChaos(t *testing.T) {
	seed, of := rand.Uint64(), sized()
	if s := os.Getenv("STOA_SEED"); s != "" {
		var err error
		if seed, err = strconv.ParseUint(s, 10, 64); err != nil {
			t.Fatalf("STOA_SEED: %v", err)
		}
	}
	t.Logf("STOA_SEED=%d", seed)
	w := newWorld(t, 3, of.words)
	t.Cleanup(func() {
		if t.Failed() {
			t.Log(strings.Join(w.lines, "\n"))
		}
	})
	w.register()
	chats := make([]*conversation, of.chats)
	for i := range chats {
		chats[i] = w.open()
	}
	ctx, calm := context.WithTimeout(t.Context(), of.trouble)
	defer calm()
	var readers, writers, trouble sync.WaitGroup
	all := make([]*reader, of.readers)
	for i := range all {
		all[i] = &reader{w: w, path: chats[i%len(chats)].path, page: page{messages: map[string]*shown{}}}
		readers.Go(func() { all[i].wander(ctx, rand.New(rand.NewPCG(seed, uint64(i)))) })
	}
	for i, c := range chats {
		writers.Go(func() { c.talk(ctx, rand.New(rand.NewPCG(seed, 1000+uint64(i)))) })
	}
	trouble.Go(func() { w.breakThings(ctx, rand.New(rand.NewPCG(seed, 2000))) })
	trouble.Wait()
	readers.Wait()
	writers.Wait()
	for _, s := range w.instances {
		s.alive(t)
		w.ready(s)
	}
	for _, c := range chats {
		writers.Go(c.finish)
	}
	writers.Wait()
	for i, r := range all {
		r.agrees(w.instances[i%len(w.instances)].url)
	}
	w.summary(chats, all)
}

func (w *world) register() {
	w.t.Helper()
	status, _, err := w.post(w.t.Context(), w.nginx, "/register", url.Values{
		"company": {"Chaos"}, "name": {"Eris"}, "email": {"eris@example.com"}, "password": {"correct horse battery staple"},
	})
	if err != nil || status != http.StatusSeeOther {
		w.t.Fatalf("register: %d, %v", status, err)
	}
}

// conversation is one chat and what was sent in it.
type conversation struct {
	w    *world
	path string
	sent map[uuid.UUID]bool // false: nobody knows whether it was taken
}

func (w *world) open() *conversation {
	w.t.Helper()
	status, path, err := w.post(w.t.Context(), w.nginx, "/chats", nil)
	if err != nil || status != http.StatusSeeOther {
		w.t.Fatalf("new chat: %d, %v", status, err)
	}
	return &conversation{w: w, path: path, sent: map[uuid.UUID]bool{}}
}

// talk sends one message after the other, each until it is taken, wherever it may be sent.
func (c *conversation) talk(ctx context.Context, random *rand.Rand) {
	for ctx.Err() == nil {
		c.send(ctx, random)
		select {
		case <-time.After(time.Duration(random.IntN(2000)) * time.Millisecond):
		case <-ctx.Done():
		}
	}
}

func (c *conversation) send(ctx context.Context, random *rand.Rand) {
	id := uuid.New()
	c.sent[id] = false
	for ctx.Err() == nil {
		status, _, err := c.w.post(ctx, c.w.door(random), c.path+"/messages", url.Values{"content": {"Count."}, "client_id": {id.String()}})
		if err == nil && status == http.StatusSeeOther {
			c.sent[id] = true
			return
		}
		if err == nil && status != http.StatusConflict && status < 500 {
			c.w.t.Errorf("%s: a message was answered with %d", c.path, status)
			return
		}
		select {
		case <-time.After(time.Duration(200+random.IntN(400)) * time.Millisecond):
		case <-ctx.Done():
		}
	}
}

// rows are the chat's messages as they are stored.
func (c *conversation) rows() map[string]*shown {
	rows, err := c.w.db.Query(c.w.t.Context(), "select id::text, role::text, status::text, content from messages where conversation_id = $1", c.path[len("/chats/"):])
	stored := map[string]*shown{}
	for err == nil && rows.Next() {
		var id string
		m := &shown{}
		err = rows.Scan(&id, &m.role, &m.status, &m.done)
		stored[id] = m
	}
	if err == nil {
		err = rows.Err()
	}
	if err != nil { // chats finish side by side: none may end the test
		c.w.t.Error(err)
	}
	return stored
}

// finish waits until every answer has ended, lets the newest one go on if it was interrupted, and looks at what is stored.
func (c *conversation) finish() {
	limit := time.Now().Add(time.Minute)
	for {
		running, unfinished := "", ""
		for id, m := range c.rows() {
			if m.status == "streaming" {
				running = id
			} else if m.role == "assistant" && m.status != "complete" {
				unfinished = id
			}
		}
		if running == "" && unfinished == "" {
			break
		}
		if time.Now().After(limit) {
			c.w.t.Errorf("%s: after a minute an answer is still not complete: %s%s", c.path, running, unfinished)
			return
		}
		if running == "" {
			if status, _, err := c.w.post(c.w.t.Context(), c.w.nginx, c.path+"/messages/"+unfinished+"/continue", nil); err != nil || status != http.StatusSeeOther {
				c.w.t.Logf("%s: continue: %d, %v", c.path, status, err)
			}
		}
		time.Sleep(200 * time.Millisecond)
	}
	questions, answers := 0, 0
	for id, m := range c.rows() {
		if m.role == "user" {
			questions++
			continue
		}
		answers++
		if n := len(strings.Fields(m.done)); whole(m.done) != nil || n != c.w.words {
			c.w.t.Errorf("%s: the stored answer %s has %d words of %d: %v", c.path, id, n, c.w.words, whole(m.done))
		}
	}
	taken := 0
	for _, ok := range maps.All(c.sent) {
		if ok {
			taken++
		}
	}
	if questions != answers || questions < taken || questions > len(c.sent) {
		c.w.t.Errorf("%s: %d messages were taken of %d sent; %d questions and %d answers are stored", c.path, taken, len(c.sent), questions, answers)
	}
}

// agrees looks once more, and wants to see what is stored.
func (r *reader) agrees(at string) {
	c := &conversation{w: r.w, path: r.path}
	stored := c.rows()
	why := ""
	same := func() bool {
		if len(r.page.messages) != min(len(stored), 50) { // a page
			why = fmt.Sprintf("%d messages of %d", len(r.page.messages), len(stored))
			return false
		}
		for id, m := range r.page.messages {
			if stored[id] == nil {
				why = fmt.Sprintf("message %s is shown and not stored", id)
				return false
			}
			if want := strings.Join(strings.Fields(stored[id].done), " "); m.text() != want || m.status != stored[id].status {
				why = fmt.Sprintf("message %s is %s with %d bytes, stored %s with %d", id, m.status, len(m.text()), stored[id].status, len(want))
				return false
			}
		}
		return true
	}
	ctx, cancel := context.WithTimeout(r.w.t.Context(), 20*time.Second)
	defer cancel()
	r.look(ctx, at, nil, same)
	if !same() {
		r.w.t.Errorf("%s: a reader does not see what is stored: %s", r.path, why)
	}
}

func (w *world) summary(chats []*conversation, readers []*reader) {
	messages, seen := 0, 0
	for _, c := range chats {
		messages += len(c.sent)
	}
	for _, r := range readers {
		seen += r.seen
	}
	w.t.Logf("%d messages sent, %d pieces of streams checked, %d times something was broken", messages, seen, len(w.lines))
}

// breakThings does one thing after the other, and mends it again.
func (w *world) breakThings(ctx context.Context, random *rand.Rand) {
	for ctx.Err() == nil {
		select {
		case <-time.After(time.Duration(500+random.IntN(2500)) * time.Millisecond):
		case <-ctx.Done():
			return
		}
		s := w.any(random)
		switch n := random.IntN(100); {
		case n < 35:
			w.note("kill -9 %s", s.url)
			s.kill()
			rest(ctx, random, 3000)
			s.start(w.t)
		case n < 45:
			w.note("SIGTERM %s", s.url)
			s.end(syscall.SIGTERM)
			s.start(w.t)
		case n < 60:
			w.note("Redis is killed")
			w.redis.Kill()
			rest(ctx, random, 4000)
			w.redis.Run()
		case n < 70:
			w.note("Redis is frozen")
			w.redis.Freeze()
			rest(ctx, random, 5000)
			w.redis.Thaw()
		case n < 85:
			w.note("PostgreSQL's connections are cut")
			_, _ = w.db.Exec(ctx, "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()")
		default:
			w.note("PostgreSQL is killed")
			w.killPostgres()
		}
		for _, s := range w.instances {
			s.alive(w.t)
		}
	}
}

// killPostgres kills the postmaster; the cluster is started again by whoever runs it here.
func (w *world) killPostgres() {
	text, err := os.ReadFile(w.data + "/postgres/data/postmaster.pid")
	if err != nil {
		return // it is starting
	}
	line, _, _ := strings.Cut(string(text), "\n")
	if pid, err := strconv.Atoi(line); err == nil {
		_ = syscall.Kill(pid, syscall.SIGKILL)
	}
}

func rest(ctx context.Context, random *rand.Rand, most int) {
	select {
	case <-time.After(time.Duration(random.IntN(most)) * time.Millisecond):
	case <-ctx.Done():
	}
}

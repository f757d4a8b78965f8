package crud

import (
	"context"
	"net/url"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/a-h/templ"
	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/realtime"
	"stoa/internal/realtime/tail"
	"stoa/internal/resource"
	"stoa/internal/session"
	views "stoa/views/crud"
)

const (
	paramSeen  = "seen" // in a topic: what the page shows already
	maxTopics  = 8
	manyAtOnce = 20 // rows that changed; beyond so many a list is sent anew
)

// Topic is where the changes of a tenant's table are announced: Kind is created, updated or deleted.
func Topic(tenant uuid.UUID, table string) string { return tail.Topic(tenant, table) }

// watcher keeps one part of an open page true.
type watcher interface {
	// watched is whose changes concern it.
	watched() subject
	// refresh is what the page needs when anything may have changed; nothing when it shows the truth.
	refresh(ctx context.Context, p *session.Principal, first bool) ([]templ.Component, error)
	// changed is what the page needs after these events.
	changed(ctx context.Context, p *session.Principal, events []realtime.Event) ([]templ.Component, error)
}

// subject is all rows of a table, one of them, or those that belong to a parent by the column that the table is told by.
type subject struct {
	table  string
	row    uuid.UUID // Nil for all
	parent uuid.UUID // Nil for all
}

// subject is what concerns a list: who shows nothing but the rows of one parent need not hear of others.
func (t *table) subject(by resource.Values) subject {
	parent, _ := by[t.Live.By].(uuid.UUID)
	return subject{table: t.Table, parent: parent}
}

func (s subject) topic(tenant uuid.UUID) string {
	switch {
	case s.row != uuid.Nil:
		return tail.RowTopic(tenant, s.table, s.row)
	case s.parent != uuid.Nil:
		return tail.ParentTopic(tenant, s.table, s.parent)
	}
	return Topic(tenant, s.table)
}

// events is the one stream of a page. Each topic is the address of a list, a row or a form; it may
// be watched by who may open that address.
func (e *Engine) events(c echo.Context) error {
	who := web.Who(c)
	topics := c.QueryParams()["topic"]
	if who == nil {
		return e.Site.RefuseStream(c, web.ErrLoggedOut, sayLoggedOut)
	}
	if len(topics) == 0 || len(topics) > maxTopics {
		return errs.New(errs.BadRequest, "Name between one and %d topics.", maxTopics)
	}
	v := &view{Engine: e, who: who}
	names := []string{web.PersonTopic(who.User), web.OwnTopic(who.User)}
	for _, topic := range topics {
		w, err := e.watch(c.Request().Context(), who, topic)
		if err != nil {
			return err
		}
		if row, ok := w.(*rowWatcher); ok {
			if v.row != nil {
				return errs.New(errs.BadRequest, "Name one row: each has a page of its own.")
			}
			v.row = row
		}
		v.watchers = append(v.watchers, w)
		names = append(names, w.watched().topic(who.Tenant))
	}
	release, err := e.Site.AdmitStream(who)
	if err != nil {
		return e.Site.RefuseStream(c, err, func(out *web.Stream) error { return say(out, errs.MessageOf(err), topics[0], "Load again") })
	}
	v.sub = e.Bus.Subscribe(names...) // before the first read, so that nothing falls between
	v.again = c.Request().Header.Get("Last-Event-ID") != ""
	return e.Site.ServeWoken(c, func(out *web.Stream) web.Woken {
		v.out = out
		v.sub.Wakes(out)
		if v.row != nil {
			v.row.waker = out
		}
		return v
	}, v.sub.Close, release)
}

// watch reads a topic: /widgets?… is a list, /widgets/{id} a row, /widgets/{id}/edit its form.
func (e *Engine) watch(ctx context.Context, p *session.Principal, topic string) (watcher, error) {
	u, err := url.Parse(topic)
	if err != nil || u.Host != "" || u.Scheme != "" {
		return nil, errNotFound
	}
	q := u.Query()
	seen := q.Get(paramSeen)
	q.Del(paramSeen)
	t, parts := e.resolve(u.Path)
	if t != nil && t.Ops.Import && len(parts) == 2 && parts[0] == importPart {
		return t.watchImport(ctx, p, parts[1], seen)
	}
	if t != nil && len(parts) == 2 {
		if i := slices.IndexFunc(t.Panels, func(panel resource.Panel) bool { return panel.Table == parts[1] }); i >= 0 {
			id, err := uuid.Parse(parts[0])
			if err != nil {
				return nil, errNotFound
			}
			return t.watchPanel(ctx, p, id, t.Panels[i], q, seen)
		}
	}
	if t == nil || len(parts) == 0 && !t.Live.List || len(parts) > 0 && !t.Live.Get {
		return nil, errNotFound
	}
	t = t.as(p)
	if len(parts) == 0 {
		s, err := t.parse(q)
		if err != nil {
			return nil, err
		}
		_, err = t.query(p, s)
		return &listWatcher{table: t, state: s, place: t.here(s), seen: seen}, err
	}
	id, err := uuid.Parse(parts[0])
	if err != nil || len(parts) > 2 || len(parts) == 2 && parts[1] != "edit" {
		return nil, errNotFound
	}
	if _, err := t.get(ctx, p, id); err != nil {
		return nil, err
	}
	return &rowWatcher{table: t, id: id, seen: seen, form: len(parts) == 2, at: t.placeOf(q)}, nil
}

// resolve finds the resource of an address and what of the address is behind its path; a path may have several parts.
func (e *Engine) resolve(path string) (*table, []string) {
	parts := strings.Split(strings.Trim(path, "/"), "/")
	for n := len(parts); n > 0; n-- {
		if t, ok := e.byPath[strings.Join(parts[:n], "/")]; ok {
			return t, parts[n:]
		}
	}
	return nil, nil
}

func sayLoggedOut(out *web.Stream) error {
	return say(out, web.LoggedOutHere, "/login", "Log in")
}

// say ends a stream with a note and a way on, wherever the page has a place for it.
func say(out *web.Stream, text, href, action string) error {
	note := views.Gone(text, href, action)
	return out.Finish(patch("#changed", "innerHTML", note), patch("#news", "innerHTML", note), patch("#stale", "innerHTML", note))
}

// view is one open page. It rests while nothing happens: see web.Woken.
type view struct {
	*Engine
	out      *web.Stream
	sub      *realtime.Subscription
	who      *session.Principal
	watchers []watcher
	row      *rowWatcher // the one among them, if the page is a row's
	again    bool        // the page comes back after a cut
	began    bool

	list   *listWatcher // the only one, of a page that a run may write to
	heard  string       // the topic of that
	turn   sync.Mutex   // of whoever reads or changes what the page shows, and writes to it
	wanted atomic.Bool  // by the page itself, also once it is over
	behind atomic.Bool  // everything has to be read anew
	awaits *run         // that has the turn; it and missed are under the lock of shared
	missed []uuid.UUID  // that were heard of since it began
}

// Turn implements web.Woken.
func (v *view) Turn() *sync.Mutex { return &v.turn }

// Work implements web.Woken.
func (v *view) Work() error {
	v.wanted.Store(true)
	v.turn.Lock()
	defer v.turn.Unlock()
	err := v.due()
	v.wanted.Store(err != nil) // whose stream ends is told nothing more
	return err
}

// Close implements web.Woken.
func (v *view) Close() {
	v.wanted.Store(true)
	v.turn.Lock() // for good: no run writes to it any more
	if v.row != nil {
		v.row.close()
	}
}

// due does whatever the page was woken for.
func (v *view) due() error {
	if !v.began {
		v.began = true
		if err := v.refresh(!v.again); err != nil {
			return err
		}
		v.listensIn()
	}
	if v.out.Doubted() {
		if err := v.stillAllowed(); err != nil {
			return err
		}
	}
	if err := v.changed(); err != nil {
		return err
	}
	if v.behind.Swap(false) {
		if err := v.refresh(false); err != nil {
			return err
		}
	}
	if v.row != nil && v.row.grows() {
		if err := v.grown(); err != nil {
			return err
		}
	}
	if v.out.Owes() {
		return v.out.SendRest()
	}
	return nil
}

// stillAllowed looks whether the login that opened the stream still stands, and as what.
func (v *view) stillAllowed() error {
	who, err := v.out.Alive(v.who)
	if err != nil {
		return err
	}
	if who == nil {
		return sayLoggedOut(v.out)
	}
	before := v.who.Role
	if v.who = who; who.Role != before { // other rows, other buttons
		return v.refresh(false)
	}
	return nil
}

func (v *view) refresh(first bool) error {
	var patches []templ.Component
	for _, w := range v.watchers {
		more, err := w.refresh(v.out.Context(), v.who, first)
		if err != nil {
			return v.lost(err)
		}
		patches = append(patches, more...)
	}
	return v.send(patches)
}

func (v *view) grown() error {
	patches, err := v.row.grown(v.out.Context(), v.who)
	if err != nil {
		return v.lost(err)
	}
	return v.send(patches)
}

// changed passes on what the bus announced, if anything. Rows are read anew as the person may see them now.
func (v *view) changed() error {
	events, lost := v.sub.Take()
	if len(events) == 0 && !lost {
		return nil
	}
	login := lost // what was lost may have been about it
	of, own := map[string][]realtime.Event{}, map[string][]realtime.Event{}
	for _, e := range events {
		switch {
		case e.Kind == "session":
			login = true
		case e.Topic == web.OwnTopic(v.who.User): // it concerns nobody else
			own[e.Kind] = append(own[e.Kind], e)
		default:
			of[e.Topic] = append(of[e.Topic], e)
		}
	}
	if login {
		if err := v.stillAllowed(); err != nil {
			return err
		}
	}
	if lost {
		return v.refresh(false)
	}
	var patches []templ.Component
	for _, w := range v.watchers {
		s := w.watched()
		concerning := slices.Concat(of[s.topic(v.who.Tenant)], own[s.table])
		if len(concerning) == 0 {
			continue
		}
		more, err := w.changed(v.out.Context(), v.who, concerning)
		if err != nil {
			return v.lost(err)
		}
		patches = append(patches, more...)
	}
	if v.sub.Waits("session") { // the login may have ended while the rows were read
		role := v.who.Role
		if err := v.stillAllowed(); err != nil || v.who.Role != role {
			return err
		}
	}
	return v.send(patches)
}

// lost ends the stream of a page that may not be seen any more, and says so in it.
func (v *view) lost(err error) error {
	if kind := errs.KindOf(err); kind != errs.Forbidden && kind != errs.NotFound {
		return err
	}
	return sayLoggedOut(v.out)
}

// patched is the id of every message, so that a page which comes back after a cut says that it has been changed since it
// was loaded.
const patched = "1"

// send writes patches as one message.
func (v *view) send(patches []templ.Component) error {
	if len(patches) == 0 {
		return nil
	}
	if m, ok := patches[0].(*message); ok && len(patches) == 1 {
		return v.out.SendFrame(m.frame)
	}
	return v.out.SendID(patched, patches...)
}

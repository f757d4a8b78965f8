package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"html"
	"io"
	"net/http"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"time"

	"github.com/google/uuid"

	"stoa/internal/tenant"
)

const (
	ofCompany = 10       // pages in each of the companies
	keptPage  = 40 << 10 // bytes of memory that an open page may take
)

// listening is what one side of the figure costs.
type listening struct {
	connect, together, spread   time.Duration // processor time for each page, and for each delivery
	memory                      int64         // bytes for each page
	togetherP50, spreadP50      time.Duration
	bytesTogether, bytesCompany int64 // of a delivery
}

// side is what pages listen to: Stoa or the bare hub.
type side struct {
	name string
	pid  int
	host string
	// afresh forgets how pages were when they were loaded before.
	afresh func()
	// page is the address and the cookie of the stream of page i: of one company, or of companies of ten pages each.
	page func(ctx context.Context, i int, together bool) (path, cookie string, err error)
	// tell changes something that the pages of company i show.
	tell func(ctx context.Context, i int, together bool) error
}

// hub is what it costs to hold many pages open and to tell them of a change, beside a bare hub that sends as many bytes.
func (l *lab) hub(ctx context.Context) error {
	n := ifShort(l, 300, 10_000)
	ours, err := l.stoaListens(ctx, n)
	if err != nil {
		return err
	}
	var all [3][]listening
	// The hubs are new ones each time: what they have taken they never give back, as Stoa does, and one does not notice who leaves.
	fresh := func(part string, as *listening) (side, error) {
		base, err := l.part(part, "")
		if err != nil {
			return side{}, err
		}
		return bareListens(base, l.parts[len(l.parts)-1].pid(), as), nil
	}
	for i := range ifShort(l, 1, 3) {
		o, err := l.measureListening(ctx, ours, n)
		if err != nil {
			return fmt.Errorf("stoa: %w", err)
		}
		floor, err := fresh("hub", &o)
		if err != nil {
			return err
		}
		f, err := l.measureListening(ctx, floor, n)
		if err != nil {
			return fmt.Errorf("bare hub: %w", err)
		}
		if floor, err = fresh("hijackhub", &o); err != nil {
			return err
		}
		h, err := l.measureTogether(ctx, floor, n)
		if err != nil {
			return fmt.Errorf("hub that takes connections over: %w", err)
		}
		for j, v := range []listening{o, f, h} {
			l.report.line("  %-10s round %d: CPU a page %s, a delivery %s, to few %s; memory of a page %.1f KiB",
				[]string{"stoa", "hub", "hijackhub"}[j], i+1, us(v.connect), us(v.together), us(v.spread), float64(v.memory)/1024)
		}
		all[0], all[1], all[2] = append(all[0], o), append(all[1], f), append(all[2], h)
	}
	of := func(side int, pick func(listening) time.Duration) time.Duration {
		var values []time.Duration
		for _, v := range all[side] {
			values = append(values, pick(v))
		}
		return quantile(values, 0.5)
	}
	compare := func(name string, pick func(listening) time.Duration, show func(time.Duration) string, limit, aim float64) {
		l.report.ratio(name, of(0, pick), of(1, pick), show, limit, aim)
	}
	compare(fmt.Sprintf("%d pages open one list: CPU a page", n), func(v listening) time.Duration { return v.connect }, us, 2.5, 1.5)
	memory, bare := all[0][0].memory, all[1][0].memory // of the first round: the others find memory that was not given back
	l.report.bound("… memory of an open page", fmt.Sprintf("%.1f KiB, bare hub %.1f", float64(memory)/1024, float64(bare)/1024),
		"≤ 40 KiB [26, then 4]", memory <= keptPage, soft)
	together := func(v listening) time.Duration { return v.together }
	compare("… CPU a delivery, PostgreSQL included", together, us, 1, 0)
	l.report.ratio("… of a hub that takes its connections over", of(0, together), of(2, together), us, 0, 0)
	compare("… delivery p50", func(v listening) time.Duration { return v.togetherP50 }, ms, 0, 0)
	compare(fmt.Sprintf("%d companies with %d pages each: CPU a delivery", n/ofCompany, ofCompany), func(v listening) time.Duration { return v.spread }, us, 1.2, 1)
	compare("… delivery p50", func(v listening) time.Duration { return v.spreadP50 }, ms, 2, 1.5)
	return nil
}

func (l *lab) measureListening(ctx context.Context, s side, n int) (m listening, err error) {
	if m, err = l.measureTogether(ctx, s, n); err != nil {
		return m, err
	}
	spread := &crowd{host: s.host}
	defer func() { err = errors.Join(err, spread.leave()) }()
	if _, err = s.fill(ctx, spread, n, false); err != nil {
		return m, err
	}
	time.Sleep(time.Second) // each has compared what it shows
	if m.spread, err = s.change(ctx, spread, n/ofCompany, ofCompany, false); err != nil {
		return m, err
	}
	m.spreadP50, m.bytesCompany = quantile(spread.took, 0.5), spread.bytes.Load()/int64(n)
	return m, nil
}

// measureTogether is of n pages that show the same.
func (l *lab) measureTogether(ctx context.Context, s side, n int) (m listening, err error) {
	together := &crowd{host: s.host}
	defer func() { err = errors.Join(err, together.leave()) }()
	empty, err := residentBytes(s.pid)
	if err != nil {
		return m, err
	}
	if m.connect, err = s.fill(ctx, together, n, true); err != nil {
		return m, err
	}
	time.Sleep(ifShort(l, time.Second, 10*time.Second))
	full, err := residentBytes(s.pid)
	if err != nil {
		return m, err
	}
	m.memory = (full - empty) / int64(n)
	changes := ifShort(l, 3, 20)
	if m.together, err = s.change(ctx, together, changes, n, true); err != nil {
		return m, err
	}
	m.togetherP50, m.bytesTogether = quantile(together.took, 0.5), together.bytes.Load()/int64(changes*n)
	return m, nil
}

// fill opens n pages, some at once, and returns the processor time of each.
func (s side) fill(ctx context.Context, c *crowd, n int, together bool) (time.Duration, error) {
	s.afresh()
	begin, err := treeCPU(s.pid)
	if err != nil {
		return 0, err
	}
	err = atOnce(n, func(i int) error {
		path, cookie, err := s.page(ctx, i, together)
		if err != nil {
			return err
		}
		return c.join(ctx, path, cookie)
	})
	if err != nil {
		return 0, err
	}
	end, err := treeCPU(s.pid)
	return end.each(begin, n).all, err
}

// change tells the pages so many times and returns the processor time of each delivery.
func (s side) change(ctx context.Context, c *crowd, times, pages int, together bool) (time.Duration, error) {
	c.bytes.Store(0)
	begin, err := treeCPU(s.pid)
	if err != nil {
		return 0, err
	}
	for i := range times {
		if err := c.tells(ctx, pages, func() error { return s.tell(ctx, i, together) }); err != nil {
			return 0, err
		}
	}
	end, err := treeCPU(s.pid)
	return end.each(begin, times*pages).all, err
}

// bareListens is the bare hub; it sends messages as long as those that Stoa sent.
func bareListens(base string, pid int, as *listening) side {
	topic := func(i int, together bool) string {
		if together {
			return "all"
		}
		return fmt.Sprint("company-", i)
	}
	return side{
		name: "bare hub", pid: pid, host: strings.TrimPrefix(base, "http://"), afresh: func() {},
		page: func(_ context.Context, i int, together bool) (string, string, error) {
			return "/listen?topic=" + topic(i/ofCompany, together), "", nil
		},
		tell: func(ctx context.Context, i int, together bool) error {
			length := as.bytesCompany
			if together {
				length = as.bytesTogether
			}
			message := string(mark) + "data: " + strings.Repeat("x", max(1, int(length)-len(mark)-16)) + "\n\n"
			r, err := http.NewRequestWithContext(ctx, http.MethodPost, base+"/tell?topic="+topic(i, together), strings.NewReader(message))
			if err != nil {
				return err
			}
			res, err := http.DefaultClient.Do(r)
			if err != nil {
				return err
			}
			return res.Body.Close()
		},
	}
}

// seed makes companies, each with one person whose session has the company's id as its cookie.
func (d *desk) seed(ctx context.Context, n int) ([]uuid.UUID, error) {
	companies, hashes := make([]uuid.UUID, n), make([][]byte, n)
	for i := range companies {
		companies[i] = uuid.New()
		sum := sha256.Sum256([]byte(companies[i].String()))
		hashes[i] = sum[:]
	}
	_, err := d.admin.Exec(ctx, `with new as (select * from unnest($1::uuid[], $2::bytea[]) as n (id, hash)),
		t as (insert into tenants (id, name) select id, 'Crowd' from new),
		u as (insert into users (id, email, name, password_hash) select id, id || '@example.com', 'One of many', 'x' from new),
		m as (insert into memberships (tenant_id, user_id, role) select id, id, 'owner' from new)
		insert into sessions (id_hash, user_id, tenant_id, expires_at) select hash, id, id, now() + interval '1 day' from new`, companies, hashes)
	return companies, err
}

// stoaListens seeds companies whose people are logged in; pages listen to the list of widgets, and are told when one is added.
func (l *lab) stoaListens(ctx context.Context, n int) (side, error) {
	d, err := openDesk(ctx, filepath.Join(l.stoa.home, "data"))
	if err != nil {
		return side{}, err
	}
	l.desks = append(l.desks, d)
	companies, err := d.seed(ctx, max(1, n/ofCompany))
	if err != nil {
		return side{}, err
	}
	doors := tenant.NewDoors(d.app, d.system)
	at := func(i int, together bool) uuid.UUID {
		if together {
			return companies[0]
		}
		return companies[i]
	}
	var mu sync.Mutex
	paths := map[uuid.UUID]string{}
	return side{
		name: "stoa", pid: l.stoa.process.pid(), host: strings.TrimPrefix(l.stoa.base, "http://"), afresh: func() { clear(paths) },
		page: func(ctx context.Context, i int, together bool) (string, string, error) {
			company := at(i/ofCompany, together)
			cookie := "sid=" + company.String()
			mu.Lock()
			defer mu.Unlock()
			if paths[company] == "" {
				path, err := l.stoa.streamOf(ctx, "/widgets", cookie)
				if err != nil {
					return "", "", err
				}
				paths[company] = path
			}
			return paths[company], cookie, nil
		},
		tell: func(ctx context.Context, i int, together bool) error {
			company := at(i, together)
			_, err := doors.Tenant(company).Exec(ctx, "insert into widgets (tenant_id, id, name, greeting) values ($1, $2, 'Shop', 'Good day. How can we help?')", company, uuid.New())
			return err
		},
	}, nil
}

var connectsTo = regexp.MustCompile(`hx-sse:connect="([^"]+)"`)

// streamOf is the address of the stream of a page.
func (s *stoa) streamOf(ctx context.Context, page, cookie string) (string, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.base+page, nil)
	if err != nil {
		return "", err
	}
	r.Header.Set("Cookie", cookie)
	res, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		return "", err
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		return "", err
	}
	found := connectsTo.FindSubmatch(body)
	if res.StatusCode != http.StatusOK || found == nil {
		return "", fmt.Errorf("GET %s: %s, and no stream in it", page, res.Status)
	}
	u, err := url.Parse(html.UnescapeString(string(found[1])))
	if err != nil {
		return "", err
	}
	return u.RequestURI(), nil
}

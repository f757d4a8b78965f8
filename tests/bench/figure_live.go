package main

import (
	"bufio"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"github.com/google/uuid"
)

const listeners = 100

// live is how long a new row takes from its commit to every open list, and what a delivery costs.
func (l *lab) live(ctx context.Context) error {
	d, err := openDesk(ctx, filepath.Join(l.stoa.home, "data"))
	if err != nil {
		return err
	}
	defer d.close()
	err = d.admin.QueryRow(ctx, "select m.tenant_id from memberships m join users u on u.id = m.user_id where u.email = $1", l.stoa.email).Scan(&d.tenant)
	if err != nil {
		return err
	}
	d.scope()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	arrived := make(chan arrival, listeners)
	for range listeners {
		if err := l.stoa.listen(ctx, "/widgets", arrived); err != nil {
			return err
		}
	}
	time.Sleep(ifShort(l, time.Second, 3*time.Second)) // each has compared what it shows
	begin, err := treeCPU(l.stoa.process.pid())
	if err != nil {
		return err
	}
	var took []time.Duration
	rows := ifShort(l, 5, 60)
	for i := range rows {
		id := uuid.New()
		if err := d.insert(ctx, id); err != nil {
			return err
		}
		committed := time.Now() // or a little earlier
		late := time.After(10 * time.Second)
		for heard := 0; heard < listeners; {
			select {
			case a := <-arrived:
				if a.row == id.String() {
					took = append(took, max(0, a.at.Sub(committed)))
					heard++
				}
			case <-late:
				return fmt.Errorf("row %d reached %d of %d lists", i, heard, listeners)
			}
		}
		time.Sleep(time.Duration(20+i*7%40) * time.Millisecond) // at any phase of whatever the reader does
	}
	end, err := treeCPU(l.stoa.process.pid())
	if err != nil {
		return err
	}
	p99 := quantile(took, 0.99)
	l.report.line("live: %d rows to %d open lists: CPU %s a delivery, PostgreSQL included", rows, listeners, us(end.each(begin, rows*listeners).all))
	l.report.bound(fmt.Sprintf("commit to %d open lists", listeners), fmt.Sprintf("p50 %s, p99 %s", ms(quantile(took, 0.5)), ms(p99)), "p99 ≤ 200 ms", p99 <= liveLimit, soft)
	return nil
}

// arrival is a row that came into an open list.
type arrival struct {
	row string
	at  time.Time
}

// listen opens the stream of a list, and tells of each row that it is sent.
func (s *stoa) listen(ctx context.Context, list string, arrived chan<- arrival) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.base+"/events?topic="+url.QueryEscape(list), nil)
	if err != nil {
		return err
	}
	r.Header.Set("HX-Request", "true")
	r.Header.Set("Accept", "text/html, text/event-stream")
	res, err := s.client.Do(r) //nolint:bodyclose // ctx ends it
	if err != nil {
		return err
	}
	if res.StatusCode != http.StatusOK {
		return fmt.Errorf("GET /events: %s", res.Status)
	}
	go func() {
		for lines := bufio.NewReaderSize(res.Body, 1<<16); ; {
			line, err := lines.ReadString('\n')
			at := time.Now()
			if err != nil {
				return
			}
			if _, rest, ok := strings.Cut(line, `<tr id="row-`); ok && strings.HasPrefix(line, "data: ") {
				select {
				case arrived <- arrival{rowOf(rest), at}:
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	return nil
}

// rowOf is the id at the end of the attribute's value.
func rowOf(rest string) string {
	value, _, _ := strings.Cut(rest, `"`)
	return value[max(0, len(value)-len(uuid.UUID{}.String())):]
}

package tail_test

import (
	"fmt"
	"testing"

	"github.com/google/uuid"

	"stoa/internal/realtime/tail"
)

// A table that is told by a column tells the parents of a row, when it moves both, and the table once each time.
func TestParentsAreTold(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.exec(t, w.Admin, `create table steps (tenant_id uuid not null, id uuid not null, widget_id uuid, "order" int)`)
	for _, trigger := range []string{
		"created after insert on steps referencing new table as changed for each statement execute function record_event_by('created', 'widget_id')",
		"updated after update on steps referencing old table as former new table as changed for each statement execute function record_event_by('updated', 'widget_id')",
		"deleted after delete on steps referencing old table as changed for each statement execute function record_event_by('deleted', 'widget_id')",
	} {
		w.exec(t, w.Admin, "create trigger "+trigger)
	}
	first, second := uuid.New(), uuid.New()
	hear := func(tenant uuid.UUID, topic string) *ear {
		s := w.bus.Subscribe(topic, tail.Topic(tenant, "widgets"), topic)
		t.Cleanup(s.Close)
		return &ear{s: s, topic: topic}
	}
	all, ofFirst, ofSecond := hear(w.a, tail.Topic(w.a, "steps")), hear(w.a, tail.ParentTopic(w.a, "steps", first)), hear(w.a, tail.ParentTopic(w.a, "steps", second))
	stranger := hear(w.b, tail.ParentTopic(w.b, "steps", first))

	insert := func(tenant uuid.UUID, parent any) uuid.UUID {
		id := uuid.New()
		w.exec(t, w.Admin, "insert into steps (tenant_id, id, widget_id) values ($1, $2, $3)", tenant, id, parent)
		return id
	}
	id, free := insert(w.a, first), insert(w.a, nil)
	foreign := insert(w.b, first) // another company's row may say what it likes
	stranger.expect(t, says(tail.Created, foreign))
	all.expect(t, says(tail.Created, id), says(tail.Created, free))
	ofFirst.expect(t, says(tail.Created, id))
	for i, c := range []struct {
		set           string
		first, second bool
	}{{`"order" = 1`, true, false}, {"widget_id = $2", true, true}, {"widget_id = null", false, true}, {`"order" = 2`, false, false}} {
		if i == 2 {
			w.breakConnection(t) // what happens meanwhile is read from the log
		}
		args := []any{id}
		if c.set == "widget_id = $2" {
			args = append(args, second)
		}
		w.exec(t, w.Admin, "update steps set "+c.set+" where id = $1", args...)
		all.expect(t, says(tail.Updated, id))
		if c.first {
			ofFirst.expect(t, says(tail.Updated, id))
		}
		if c.second {
			ofSecond.expect(t, says(tail.Updated, id))
		}
	}
	// Many at once, of which each is told once to where it comes from and once to where it goes.
	w.exec(t, w.Admin, "insert into steps (tenant_id, id, widget_id) select $1, gen_random_uuid(), $2 from generate_series(1, 20)", w.a, first)
	w.exec(t, w.Admin, "update steps set widget_id = $2 where widget_id = $1 and tenant_id = $3", first, second, w.a)
	w.exec(t, w.Admin, "delete from steps where widget_id = $1", second)
	for name, c := range map[string]struct {
		ear  *ear
		want int
	}{"the table": {all, 60}, "the first": {ofFirst, 40}, "the second": {ofSecond, 40}} {
		times := map[string]int{}
		for _, said := range c.ear.take(t, c.want) {
			times[said]++
		}
		if len(times) != c.want {
			t.Errorf("%s heard %d different events, want %d: %s", name, len(times), c.want, fmt.Sprint(times))
		}
	}
	if got, _ := stranger.s.Take(); len(got) != 0 {
		t.Errorf("another company heard %v", got)
	}
}

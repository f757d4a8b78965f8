package main

import (
	"context"
	"slices"
	"testing"

	"github.com/google/uuid"

	"stoa/internal/plugin/manifest"
	"stoa/internal/plugin/strict"
	"stoa/internal/realtime"
	"stoa/internal/realtime/tail"
)

type heard []string

func (h *heard) Publish(_ context.Context, e realtime.Event) error {
	*h = append(*h, e.Kind)
	return nil
}

// What stoa.yaml narrows is not told, to the topic of the table and to that of a row; other topics are not its business.
func TestRealtimeIsNarrowed(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"":                                 {"created", "updated", "deleted", "updated", "shared", "title"},
		"realtime: {widgets: [updated]}":   {"updated", "updated", "shared", "title"},
		"realtime: {widgets: false}":       {"shared", "title"},
		"realtime: {enabled: false}":       {"shared", "title"},
		"realtime: {conversations: false}": {"created", "updated", "deleted", "updated", "shared", "title"},
	} {
		problems := &strict.Problems{}
		settings := manifest.ReadSettings("stoa.yaml", []byte(text), nil, problems)
		if err := problems.Err(true); err != nil {
			t.Fatal(err)
		}
		tenant, row, got := uuid.New(), uuid.New(), &heard{}
		bus := told{got, settings.Realtime}
		for _, e := range []realtime.Event{
			{Topic: tail.Topic(tenant, "widgets"), Kind: "created"}, {Topic: tail.Topic(tenant, "widgets"), Kind: "updated"},
			{Topic: tail.Topic(tenant, "widgets"), Kind: "deleted"}, {Topic: tail.RowTopic(tenant, "widgets", row), Kind: "updated"},
			{Topic: tail.RowTopic(tenant, "widgets", row), Kind: "shared"}, // who may see it is not narrowed
			{Topic: "chat:" + row.String(), Kind: "title"},
		} {
			if err := bus.Publish(t.Context(), e); err != nil {
				t.Fatal(err)
			}
		}
		if !slices.Equal(*got, want) {
			t.Errorf("%q tells %v, want %v", text, *got, want)
		}
		if still := settings.Realtime.Still("widgets"); still != (len(want) == 2) {
			t.Errorf("%q: still %v", text, still)
		}
	}
}

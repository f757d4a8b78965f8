package contract

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"stoa/sdk"
)

// The client does all that the document knows of widgets and of own prices.
func TestClient(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, ctx := w.client(w.owner), t.Context()
	var names []string
	for i := range 7 {
		made, err := c.Widgets.Create(ctx, sdk.WidgetCreate{Name: fmt.Sprint("Widget ", i), Active: sdk.Ptr(i%2 == 0), AllowedOrigins: []string{"https://a.example"}})
		if err != nil || made.ID == "" || made.Name != fmt.Sprint("Widget ", i) || made.Active != (i%2 == 0) || made.Greeting != nil || made.Colour == "" {
			t.Fatalf("made %+v, %v", made, err)
		}
	}
	for row, err := range c.Widgets.All(ctx, sdk.WidgetsQuery{Paging: sdk.Paging{Limit: 3, Sort: "name"}}) {
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, row.Name)
	}
	if len(names) != 7 || !slices.IsSorted(names) {
		t.Errorf("all: %v", names)
	}
	page, err := c.Widgets.List(ctx, sdk.WidgetsQuery{Active: sdk.Ptr(true), CreatedAtFrom: sdk.Ptr(time.Now().Add(-time.Hour)), Paging: sdk.Paging{Count: true, Search: "widget"}})
	if err != nil || len(page.Rows) != 4 || page.Count == nil || page.Count.Rows != 4 || !page.Count.Exact || page.Next != "" {
		t.Fatalf("filtered: %+v, %v", page, err)
	}
	row := page.Rows[0]
	saved, err := c.Widgets.Update(ctx, row.ID, row.Revision, sdk.WidgetUpdate{Greeting: sdk.Set("Hello")})
	if err != nil || saved.Greeting == nil || *saved.Greeting != "Hello" || saved.Name != row.Name {
		t.Fatalf("saved %+v, %v", saved, err)
	}
	if _, err := c.Widgets.Update(ctx, row.ID, row.Revision, sdk.WidgetUpdate{Greeting: sdk.Null[string]()}); !sdk.IsStale(err) {
		t.Errorf("an old version: %v", err)
	}
	if saved, err = c.Widgets.Update(ctx, row.ID, sdk.AnyRevision, sdk.WidgetUpdate{Greeting: sdk.Null[string]()}); err != nil || saved.Greeting != nil {
		t.Errorf("emptied %+v, %v", saved, err)
	}
	if err := c.Widgets.Delete(ctx, row.ID); err != nil {
		t.Error(err)
	}
	if back, err := c.Widgets.Restore(ctx, row.ID); err != nil || back.DeletedAt != nil {
		t.Errorf("back %+v, %v", back, err)
	}
	if n, err := c.Widgets.DeleteMany(ctx, row.ID, page.Rows[1].ID); n.Changed != 2 || n.Refused != 0 || err != nil {
		t.Errorf("deleted %v, %v", n, err)
	}
	if n, err := c.Widgets.RestoreMany(ctx, page.Rows[1].ID, "0198c0de-0000-7000-8000-000000000000"); n.Changed != 1 || n.Refused != 1 || n.Refusals[0].Status != 404 || err != nil {
		t.Errorf("restored %v, %v", n, err)
	}
	if err := c.Widgets.Purge(ctx, row.ID); err != nil {
		t.Error(err)
	}
	if _, err := c.Widgets.Get(ctx, row.ID); !sdk.IsNotFound(err) {
		t.Errorf("purged: %v", err)
	}
	price, err := c.PriceOverrides.Create(ctx, sdk.PriceOverrideCreate{Provider: "openai", Model: "m", Input: "0.000001", Output: "2.50"})
	if err != nil || price.Input != "0.000001" || price.Output != "2.5" || price.Note != nil {
		t.Errorf("price %+v, %v", price, err)
	}
	if _, err := w.client(w.other).PriceOverrides.Get(ctx, price.ID); !sdk.IsNotFound(err) {
		t.Errorf("another company's price: %v", err)
	}
}

// A refusal names the fields.
func TestClientErrors(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, err := w.client(w.owner).Widgets.Create(t.Context(), sdk.WidgetCreate{Colour: sdk.Ptr("red")})
	var e *sdk.Error
	if !errors.As(err, &e) || e.Status != 422 || e.Fields["name"] == "" || e.Fields["colour"] == "" || e.RequestID == "" {
		t.Errorf("got %v", err)
	}
	if _, err := w.client("stoa_none").Widgets.Get(t.Context(), "x"); !errors.As(err, &e) || e.Status != 401 {
		t.Errorf("got %v", err)
	}
}

// Package usage adds up what model calls cost, by day, model and person.
package usage

import (
	"context"
	"time"

	"github.com/google/uuid"

	"stoa/generated/db"
	"stoa/internal/errs"
	"stoa/internal/tenant"
)

// maxDays bounds a range, so that no page reads the whole table.
const maxDays = 366

// Service is the usage plugin's product.
type Service struct{ doors *tenant.Doors }

// New makes the service.
func New(doors *tenant.Doors) *Service { return &Service{doors: doors} }

// Scope is whose usage is asked for: of one person, or with User nil of the whole tenant.
type Scope struct {
	Tenant uuid.UUID
	User   *uuid.UUID
}

// Range is a range of days in UTC, both ends included.
type Range struct{ From, To time.Time }

// ParseRange reads days written as 2026-01-31; an empty one is the default of the last 30 days.
func ParseRange(from, to string, today time.Time) (Range, error) {
	today = today.UTC().Truncate(24 * time.Hour)
	r := Range{From: today.AddDate(0, 0, -29), To: today}
	fields := errs.Fields{}
	read := func(field, text string, into *time.Time) {
		if text == "" {
			return
		}
		day, err := time.Parse(time.DateOnly, text)
		if err != nil {
			fields.Add(field, "Write a date as year-month-day, such as 2026-01-31.")
			return
		}
		*into = day
	}
	read("from", from, &r.From)
	read("to", to, &r.To)
	switch {
	case len(fields) > 0:
	case r.To.Before(r.From):
		fields.Add("to", "The last day is before the first.")
	case r.To.Sub(r.From) >= maxDays*24*time.Hour:
		fields.Add("from", "A range may have 366 days at most.")
	}
	return r, fields.Err()
}

// Sum is what a number of calls came to.
type Sum struct {
	Calls         int64
	Amount        int64 // nano-USD, of the calls whose price is known
	Input, Output int64 // tokens
	Unpriced      int64 // calls whose price is unknown
	Estimated     int64 // calls whose tokens we counted; only filled in the total
}

// Day, Model and Person are the sums of one of each.
type (
	// Day is a day in UTC.
	Day struct {
		Day time.Time
		Sum
	}
	// Model is a model of a provider.
	Model struct {
		Provider, Model string
		Sum
	}
	// Person is a member, "" for one who left.
	Person struct {
		Name string
		Sum
	}
)

// Report is the usage of a range.
type Report struct {
	Total  Sum
	Days   []Day // every day of the range, also those without calls
	Models []Model
	People []Person
}

// Report adds up a range.
func (s *Service) Report(ctx context.Context, scope Scope, r Range) (Report, error) {
	q := db.New(s.doors.Tenant(scope.Tenant))
	end := r.To.AddDate(0, 0, 1)
	total, err := q.UsageTotals(ctx, db.UsageTotalsParams{TenantID: scope.Tenant, UserID: scope.User, FromTime: r.From, ToTime: end})
	if err != nil {
		return Report{}, err
	}
	days, err := q.UsageByDay(ctx, db.UsageByDayParams{TenantID: scope.Tenant, UserID: scope.User, FromTime: r.From, ToTime: end})
	if err != nil {
		return Report{}, err
	}
	models, err := q.UsageByModel(ctx, db.UsageByModelParams{TenantID: scope.Tenant, UserID: scope.User, FromTime: r.From, ToTime: end})
	if err != nil {
		return Report{}, err
	}
	people, err := q.UsageByPerson(ctx, db.UsageByPersonParams{TenantID: scope.Tenant, UserID: scope.User, FromTime: r.From, ToTime: end})
	if err != nil {
		return Report{}, err
	}
	report := Report{
		Total: Sum{total.Calls, total.Amount, total.InputTokens, total.OutputTokens, total.Unpriced, total.Estimated},
		Days:  everyDay(r, days),
	}
	for _, m := range models {
		report.Models = append(report.Models, Model{m.Provider, m.Model, Sum{m.Calls, m.Amount, m.InputTokens, m.OutputTokens, m.Unpriced, 0}})
	}
	for _, p := range people {
		report.People = append(report.People, Person{p.Name, Sum{p.Calls, p.Amount, p.InputTokens, p.OutputTokens, p.Unpriced, 0}})
	}
	return report, nil
}

func everyDay(r Range, rows []db.UsageByDayRow) []Day {
	var days []Day
	for day := r.From; !day.After(r.To); day = day.AddDate(0, 0, 1) {
		d := Day{Day: day}
		if len(rows) > 0 && rows[0].Day.Equal(day) {
			d.Sum = Sum{rows[0].Calls, rows[0].Amount, rows[0].InputTokens, rows[0].OutputTokens, rows[0].Unpriced, 0}
			rows = rows[1:]
		}
		days = append(days, d)
	}
	return days
}

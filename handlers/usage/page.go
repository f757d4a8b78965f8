package usage

import (
	"context"
	"encoding/csv"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/session"
	"stoa/services/usage"
	"stoa/views/ui"
	views "stoa/views/usage"
)

// scope is the whole company for owners and admins, and only the person for members.
func scope(p *session.Principal) (usage.Scope, string) {
	if p.Role == "member" {
		return usage.Scope{Tenant: p.Tenant, User: &p.User}, "Only you"
	}
	return usage.Scope{Tenant: p.Tenant}, "Everybody in " + p.TenantName
}

// report adds up what both faces of Usage.Metrics show.
func (h *Handlers) report(ctx context.Context, who *session.Principal, in MetricsInput) (days usage.Range, report usage.Report, err error) {
	if days, err = usage.ParseRange(value(in.From), value(in.To), time.Now()); err != nil {
		return days, report, err
	}
	of, _ := scope(who)
	report, err = h.usage.Report(ctx, of, days)
	return days, report, err
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// metrics is the procedure Usage.Metrics for programs.
func (h *Handlers) metrics(ctx context.Context, who *session.Principal, in MetricsInput) (out MetricsOutput, err error) {
	days, report, err := h.report(ctx, who, in)
	if err != nil {
		return out, err
	}
	out = MetricsOutput{
		From: days.From.Format(time.DateOnly), To: days.To.Format(time.DateOnly), Total: sums(report.Total),
		Days: make([]DayMetrics, len(report.Days)), Models: make([]ModelMetrics, len(report.Models)),
	}
	for i, d := range report.Days {
		out.Days[i] = DayMetrics{Day: d.Day.Format(time.DateOnly), Sum: sums(d.Sum)}
	}
	for i, m := range report.Models {
		out.Models[i] = ModelMetrics{Provider: m.Provider, Model: m.Model, Sum: sums(m.Sum)}
	}
	return out, nil
}

func sums(s usage.Sum) Metrics {
	return Metrics{Calls: s.Calls, InputTokens: s.Input, OutputTokens: s.Output, Amount: s.Amount, Unpriced: s.Unpriced}
}

// page is its form: the range, and the report with charts.
func (h *Handlers) page(c *web.Call[MetricsInput, MetricsOutput]) error {
	days, report, invalid := usage.Range{}, usage.Report{}, c.Invalid
	if invalid == nil {
		days, report, invalid = h.report(c.Request().Context(), web.Who(c), c.In)
	}
	if invalid != nil && errs.KindOf(invalid) != errs.Invalid {
		return invalid
	}
	page, err := h.site.Page(c, "Usage")
	if err != nil {
		return err
	}
	_, label := scope(web.Who(c))
	props := views.Props{Page: page, From: c.QueryParam("from"), To: c.QueryParam("to"), Scope: label, Errors: errs.FieldsOf(invalid)}
	if invalid != nil {
		return web.Render(c, http.StatusUnprocessableEntity, views.Page(props))
	}
	props.From, props.To = days.From.Format(time.DateOnly), days.To.Format(time.DateOnly)
	props.CSV = "/usage.csv?" + url.Values{"from": {props.From}, "to": {props.To}}.Encode()
	fill(&props, report)
	return web.Render(c, http.StatusOK, views.Page(props))
}

func fill(props *views.Props, r usage.Report) {
	props.Totals = views.Totals{
		Cost: web.USD(r.Total.Amount), Calls: web.Count(r.Total.Calls),
		TokensIn: web.Count(r.Total.Input), TokensOut: web.Count(r.Total.Output),
		Unpriced: some(r.Total.Unpriced), Estimated: some(r.Total.Estimated),
	}
	if r.Total.Calls == 0 {
		return
	}
	var top int64
	for _, d := range r.Days {
		top = max(top, d.Amount)
		props.Chart.Bars = append(props.Chart.Bars, ui.Bar{
			Label: d.Day.Format("2 Jan"), Text: web.USD(d.Amount), Value: float64(d.Amount), Flag: d.Unpriced > 0,
		})
		if d.Calls > 0 {
			props.Days = append(props.Days, row(d.Day.Format("2 Jan 2006"), "", d.Sum))
		}
	}
	props.Chart.Title, props.Chart.Top, props.Chart.Table = "Cost by day", web.USD(top), "The days as a table"
	props.Chart.Summary = fmt.Sprintf("%s in %d days, at most %s on one day.", props.Totals.Cost, len(r.Days), web.USD(top))
	for _, m := range r.Models {
		props.Models = append(props.Models, row(m.Model, m.Provider, m.Sum))
	}
	for _, p := range r.People {
		name := p.Name
		if name == "" {
			name = "Former members"
		}
		props.People = append(props.People, row(name, "", p.Sum))
	}
}

func row(label, note string, s usage.Sum) views.Row {
	return views.Row{
		Label: label, Note: note, Calls: web.Count(s.Calls), TokensIn: web.Count(s.Input), TokensOut: web.Count(s.Output),
		Cost: web.USD(s.Amount), Unpriced: some(s.Unpriced),
	}
}

func some(n int64) string {
	if n == 0 {
		return ""
	}
	return web.Count(n)
}

// csv is the days of the range as a file; amounts are USD with nine decimals.
func (h *Handlers) csv(c echo.Context) error {
	from, to := c.QueryParam("from"), c.QueryParam("to")
	days, report, err := h.report(c.Request().Context(), web.Who(c), MetricsInput{From: &from, To: &to})
	if errs.KindOf(err) == errs.Invalid {
		return errs.Wrap(errs.BadRequest, err, "This range of days does not exist.")
	}
	if err != nil {
		return err
	}
	c.Response().Header().Set(echo.HeaderContentType, "text/csv; charset=utf-8")
	c.Response().Header().Set(echo.HeaderContentDisposition, fmt.Sprintf("attachment; filename=%q", "usage-"+days.From.Format(time.DateOnly)+".csv"))
	w := csv.NewWriter(c.Response())
	_ = w.Write([]string{"day", "calls", "input_tokens", "output_tokens", "usd", "calls_of_unknown_price"}) // Flush reports
	for _, d := range report.Days {
		_ = w.Write([]string{
			d.Day.Format(time.DateOnly), integer(d.Calls), integer(d.Input), integer(d.Output),
			fmt.Sprintf("%d.%09d", d.Amount/1e9, d.Amount%1e9), integer(d.Unpriced),
		})
	}
	w.Flush()
	return w.Error()
}

func integer(n int64) string { return strconv.FormatInt(n, 10) }

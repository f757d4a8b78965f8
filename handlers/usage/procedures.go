package usage

import "stoa/internal/plugin/procedure"

var metrics = procedure.Procedure[MetricsInput, MetricsOutput]{
	Name: "Usage.Metrics", Title: "Add up what model calls cost", Method: "GET", Path: "/usage", Scope: "usage:read",
	Doc: "For owners and admins of the whole company, for members of themselves. Amounts are nano-USD: a thousand millionth of a dollar.",
}

// MetricsInput is a range of days in UTC, both ends included; at most 366 of them.
type MetricsInput struct {
	From *string `json:"from" kind:"date"` // The first day. By default the last 30 days are added up.
	To   *string `json:"to" kind:"date"`   // The last day.
}

// MetricsOutput is the usage of a range.
type MetricsOutput struct {
	From   string         `json:"from" kind:"date"`
	To     string         `json:"to" kind:"date"`
	Total  Metrics        `json:"total"`
	Days   []DayMetrics   `json:"days"` // Every day of the range, also those without calls.
	Models []ModelMetrics `json:"models"`
}

// Metrics is what a number of calls came to.
type Metrics struct {
	Calls        int64 `json:"calls"`
	InputTokens  int64 `json:"input_tokens"`
	OutputTokens int64 `json:"output_tokens"`
	Amount       int64 `json:"amount"`   // In nano-USD, of the calls whose price is known.
	Unpriced     int64 `json:"unpriced"` // Calls whose price is unknown.
}

// DayMetrics are those of a day.
type DayMetrics struct {
	Day string  `json:"day" kind:"date"`
	Sum Metrics `json:"sum"`
}

// ModelMetrics are those of a model.
type ModelMetrics struct {
	Provider string  `json:"provider"`
	Model    string  `json:"model"`
	Sum      Metrics `json:"sum"`
}

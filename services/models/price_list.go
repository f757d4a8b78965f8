package models

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"time"

	"stoa/generated/db"
)

//go:embed prices.json
var shippedPrices []byte

// priceFile is the form of prices.json: facts in USD for one million tokens, as decimal strings.
type priceFile struct {
	About   string     `json:"about"`
	Source  string     `json:"source"`
	Date    string     `json:"date"`
	License string     `json:"license"`
	Prices  []priceRow `json:"prices"`
}

type priceRow struct {
	Provider string `json:"provider"`
	Model    string `json:"model"`
	From     string `json:"effective_from"`
	Input    string `json:"input"`
	Cached   string `json:"cached_input"` // empty is the same as input
	Write    string `json:"cache_write"`  // empty is the same as input
	Output   string `json:"output"`
}

// parsePrices reads a price file into rows of the table; one bad row refuses the file.
func parsePrices(raw []byte) ([]db.Price, error) {
	var file priceFile
	if err := json.Unmarshal(raw, &file); err != nil {
		return nil, fmt.Errorf("models: prices: %w", err)
	}
	rows := make([]db.Price, 0, len(file.Prices))
	for _, p := range file.Prices {
		row, err := p.parse(file.Date + " " + file.Source)
		if err != nil {
			return nil, fmt.Errorf("models: prices: %s/%s: %w", p.Provider, p.Model, err)
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func (p priceRow) parse(version string) (db.Price, error) {
	row := db.Price{Provider: p.Provider, Model: p.Model, Version: version}
	var err error
	if row.EffectiveFrom, err = time.Parse(time.DateOnly, p.From); err != nil {
		return row, err
	}
	for _, f := range []struct {
		text, otherwise string
		to              *int64
	}{
		{p.Input, "", &row.Input}, {p.Cached, p.Input, &row.CachedInput},
		{p.Write, p.Input, &row.CacheWrite}, {p.Output, "", &row.Output},
	} {
		if f.text == "" {
			f.text = f.otherwise
		}
		if *f.to, err = parseUSD(f.text); err != nil {
			return row, err
		}
	}
	return row, nil
}

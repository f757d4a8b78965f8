package infer

import (
	"math/big"
	"strconv"
	"strings"

	"stoa/tools/stoagen/model"
)

// fromCheck adds the rules of a CHECK; of two limits the tighter one holds.
func (d *fielder) fromCheck(check *model.Check) {
	why := model.Reason{Cause: "CHECK " + check.Name, Pos: check.Pos}
	for _, r := range check.Rules {
		d.rule(r, check, why)
	}
}

func (d *fielder) rule(r model.Rule, check *model.Check, why model.Reason) {
	f := d.f
	switch r.Kind {
	case model.MinLength:
		tighten(&f.MinLength, r.Number, why, false)
	case model.MaxLength:
		tighten(&f.MaxLength, r.Number, why, true)
	case model.MaxBytes:
		tighten(&f.MaxBytes, r.Number, why, true)
	case model.MinBytes: // no field can say it; the database does
	case model.MinItems:
		tighten(&f.MinItems, r.Number, why, false)
	case model.MaxItems:
		tighten(&f.MaxItems, r.Number, why, true)
	case model.Minimum:
		limit(&f.Min, &f.MinOpen, r, why, 1)
	case model.Maximum:
		limit(&f.Max, &f.MaxOpen, r, why, -1)
	case model.In:
		f.Options.Infer(check.Labels, why)
	case model.Match:
		f.Pattern.Infer(r.Values[0], why)
	case model.Lower:
		f.Lower.Infer(true, why)
	case model.Trimmed:
		f.Trim.Infer(true, why)
	case model.JSONType:
		f.JSONType.Infer(r.Values[0], why)
	case model.Present:
		f.Required.Infer(true, why)
	}
}

// tighten sets a limit unless the one that is there is tighter. What is no whole number is left to the database.
func tighten(f *model.Fact[int], number string, why model.Reason, upper bool) {
	n, err := strconv.Atoi(number)
	if err != nil || f.Known() && (upper && f.Value <= n || !upper && f.Value >= n) {
		return
	}
	f.Set(n, why)
}

// limit sets a bound of a number or date unless the one that is there is tighter; sign is 1 for lower bounds.
func limit(f *model.Fact[string], open *model.Fact[bool], r model.Rule, why model.Reason, sign int) {
	if f.Known() {
		order := compare(r.Number, f.Value) * sign
		if order < 0 || order == 0 && !r.Exclusive {
			return
		}
	}
	f.Set(r.Number, why)
	*open = model.Fact[bool]{}
	if r.Exclusive {
		open.Set(true, why)
	}
}

// compare orders decimals by value and anything else, dates among them, as text.
func compare(a, b string) int {
	x, okX := number(a)
	y, okY := number(b)
	if okX && okY {
		return x.Cmp(y)
	}
	return strings.Compare(a, b)
}

func number(text string) (*big.Rat, bool) {
	if len(text) > 2000 || strings.ContainsAny(text, "eE/") {
		return nil, false // an exponent could make it huge
	}
	return new(big.Rat).SetString(text)
}

package crud

import (
	"context"
	"encoding/json"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"stoa/handlers/crud/sheet"
	"stoa/internal/errs"
	"stoa/internal/resource"
	"stoa/internal/session"
)

// lookedUp bounds the rows among which a relation's label is looked for.
const lookedUp = 100

// cells turns rows of a file into forms, as if a person had filled them in.
type cells struct {
	*table
	who     *session.Principal
	d       resource.DBTX
	columns map[string]int // by field
	comma   bool           // the separator leaves the comma to numbers
	found   map[string]relationID
}

type relationID struct{ id, problem string }

func cellsOf(raw json.RawMessage) (list []string) {
	_ = json.Unmarshal(raw, &list) // we wrote it
	return list
}

// form is a row as a form would send it, and what cannot be read in it. A field without a column has
// what a new form shows.
func (s *cells) form(ctx context.Context, row []string, columns int) (url.Values, errs.Fields, error) {
	form, problems := url.Values{}, errs.Fields{}
	if len(row) > columns {
		problems.Add("", "This row has more values than there are columns.")
	}
	for _, f := range s.importable() {
		text, problem := resource.Encode(f, f.Default), ""
		if i, ok := s.columns[f.Name]; ok && (f.Kind != resource.Boolean || strings.TrimSpace(row[i]) != "") {
			var err error
			if text, problem, err = s.value(ctx, f, sheet.Plain(row[i])); err != nil {
				return nil, nil, err
			}
		}
		if problem != "" {
			problems.Add(f.Name, problem)
		}
		if f.Kind != resource.Boolean || text == "true" {
			form.Set(f.Name, text)
		}
	}
	return form, problems, nil
}

// value writes a cell as the field's control would.
func (s *cells) value(ctx context.Context, f resource.Field, text string) (value, problem string, err error) {
	trimmed := strings.TrimSpace(text)
	if trimmed == "" {
		return text, "", nil
	}
	switch f.Kind {
	case resource.Boolean:
		value, problem = yesOrNo(trimmed)
	case resource.Enum:
		return labelled(f, trimmed), "", nil
	case resource.Integer, resource.Decimal:
		return pointed(trimmed, s.comma), "", nil
	case resource.Date:
		return day(trimmed), "", nil
	case resource.Relation:
		found, err := s.relation(ctx, f, trimmed)
		return found.id, found.problem, err
	default:
		return text, "", nil
	}
	return value, problem, nil
}

func yesOrNo(text string) (value, problem string) {
	switch strings.ToLower(text) {
	case "true", "yes", "on", "1", "x", "y":
		return "true", ""
	case "false", "no", "off", "0", "n":
		return "", ""
	}
	return "", "Write yes or no."
}

// labelled is the value of an enum by its label, too.
func labelled(f resource.Field, text string) string {
	for _, o := range f.Options {
		if o.Value != text && strings.EqualFold(o.Label, text) {
			return o.Value
		}
	}
	return text
}

var withComma = regexp.MustCompile(`^[+-]?(\d+|\d{1,3}(\.\d{3})+),\d+$`)

// pointed writes a number with a point before its decimals, where the file's comma can be nothing else.
func pointed(text string, comma bool) string {
	if comma && withComma.MatchString(text) {
		return strings.ReplaceAll(strings.ReplaceAll(text, ".", ""), ",", ".")
	}
	return text
}

// day takes the one other form of a date in which day and month cannot be mistaken.
func day(text string) string {
	if t, err := time.Parse("2.1.2006", text); err == nil {
		return t.Format(time.DateOnly)
	}
	return text
}

// relation finds a row by its id or its label, among those that the person may see.
func (s *cells) relation(ctx context.Context, f resource.Field, text string) (relationID, error) {
	if _, err := uuid.Parse(text); err == nil {
		return relationID{id: text}, nil
	}
	key := f.Name + "\x00" + text
	if found, ok := s.found[key]; ok {
		return found, nil
	}
	found, err := s.lookUp(ctx, f, text)
	if err == nil {
		s.found[key] = found
	}
	return found, err
}

func (s *cells) lookUp(ctx context.Context, f resource.Field, text string) (relationID, error) {
	offer, _ := s.offer(s.who.Role, f)
	if offer == nil {
		return relationID{problem: "Write the ID of the row that is meant."}, nil
	}
	options, err := offer(ctx, s.d, scopeOf(s.who), resource.Find{Search: text, Limit: lookedUp})
	if err != nil {
		return relationID{}, err
	}
	same := slices.DeleteFunc(options, func(o resource.Option) bool { return !strings.EqualFold(o.Label, text) })
	switch len(same) {
	case 0:
		return relationID{problem: "Nothing that can be chosen is called “" + short(text, 60) + "”."}, nil
	case 1:
		return relationID{id: same[0].Value}, nil
	}
	return relationID{problem: "More than one is called so. Write the ID of the one that is meant."}, nil
}

package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"time"
)

const (
	searchFile  = 9 << 20 // bytes of text in one file, about 5,000 passages
	searchAsked = 200     // questions for each size
)

// search is how long one company's search takes through HTTP, without a model, at three sizes of what it has uploaded.
func (l *lab) search(ctx context.Context) error {
	d, err := openDesk(ctx, filepath.Join(l.stoa.home, "data"))
	if err != nil {
		return err
	}
	defer d.close()
	s := *l.stoa // logged in as somebody else
	if err := s.register(ctx, "searcher@example.com"); err != nil {
		return err
	}
	sizes := []struct {
		passages int
		p50, p95 time.Duration // at most
	}{{500, 5 * time.Millisecond, 15 * time.Millisecond}, {20_000, 15 * time.Millisecond, 40 * time.Millisecond}, {100_000, 40 * time.Millisecond, 100 * time.Millisecond}}
	for i, size := range sizes[:ifShort(l, 1, len(sizes))] {
		has, err := s.stock(ctx, d, size.passages, uint64(i))
		if err != nil {
			return err
		}
		took, err := s.ask(ctx)
		if err != nil {
			return err
		}
		p50, p95 := quantile(took, 0.5), quantile(took, 0.95)
		l.report.bound(fmt.Sprintf("search of %d passages: p50", has), ms(p50), fmt.Sprintf("≤ %s [half]", size.p50), p50 <= size.p50, soft)
		l.report.bound("… p95", ms(p95), fmt.Sprintf("≤ %s [half]", size.p95), p95 <= size.p95, soft)
	}
	return nil
}

// stock uploads files until the company has about so many passages, and returns how many it has.
func (s *stoa) stock(ctx context.Context, d *desk, passages int, round uint64) (has int, err error) {
	const count = `select count(*) from knowledge_passages a join memberships m on m.tenant_id = a.tenant_id join users u on u.id = m.user_id where u.email = $1`
	for n := uint64(0); ; n++ {
		if err := d.admin.QueryRow(ctx, count, s.email).Scan(&has); err != nil {
			return 0, err
		}
		left := (passages - has) * searchFile / 5000
		if left < searchFile/250 { // twenty passages
			break
		}
		seal := spelled(rand.New(rand.NewPCG(round, n)).Uint64()) //nolint:gosec // a word like no other
		if err := s.uploadText(ctx, seal+".txt", prose(7+100*round+n, min(left, searchFile))+"\n\nIt ends with "+seal+"."); err != nil {
			return 0, err
		}
		if err := s.searchable(ctx, seal); err != nil {
			return 0, err
		}
	}
	_, err = d.admin.Exec(ctx, "vacuum analyze")
	return has, err
}

// ask searches as people ask, and returns how long each answer took. Everything that is asked is found.
func (s *stoa) ask(ctx context.Context) ([]time.Duration, error) {
	r := rand.New(rand.NewPCG(5, 2)) //nolint:gosec // always the same, no secret
	frequent := rand.NewZipf(r, 1.1, 3, proseWords-1)
	var took []time.Duration
	for i := range searchAsked + searchAsked/10 {
		words := make([]string, 4+r.IntN(8))
		for n := range words {
			if words[n] = little[r.IntN(len(little))]; n%2 == 0 {
				words[n] = spelled(frequent.Uint64())
			}
		}
		begin := time.Now()
		found, err := s.find(ctx, "What is "+strings.Join(words, " ")+"?")
		if err != nil {
			return nil, err
		}
		if found == 0 {
			return nil, fmt.Errorf("nothing is found for %q", words)
		}
		if i >= searchAsked/10 { // warm
			took = append(took, time.Since(begin))
		}
	}
	return took, nil
}

// find returns how many passages a search answers with.
func (s *stoa) find(ctx context.Context, query string) (int, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.base+"/knowledge/search?limit=5&q="+url.QueryEscape(query), nil)
	if err != nil {
		return 0, err
	}
	r.Header.Set("Accept", "application/json")
	res, err := s.client.Do(r)
	if err != nil {
		return 0, err
	}
	var answer struct{ Results []json.RawMessage }
	err = errors.Join(json.NewDecoder(res.Body).Decode(&answer), res.Body.Close())
	if err == nil && res.StatusCode != http.StatusOK {
		err = fmt.Errorf("the search answers %s", res.Status)
	}
	return len(answer.Results), err
}

package main

import (
	"math"
	"testing"
)

// Computed by hand: query 1 has answers a (grade 2) and b (1) and finds x, b, a; query 2 has c and finds nothing.
//
//	DCG   = 0/log2(2) + 1/log2(3) + 2/log2(4) = 0 + 0.63093 + 1       = 1.63093
//	ideal = 2/log2(2) + 1/log2(3)             = 2 + 0.63093           = 2.63093
//	nDCG  = 0.61991, recall = 2/2, reciprocal rank = 1/2; and 0, 0, 0 of the second: the means are half.
func TestFiguresByHand(t *testing.T) {
	t.Parallel()
	var f figures
	f.add([]string{"x", "b", "a"}, map[string]float64{"a": 2, "b": 1})
	f.add(nil, map[string]float64{"c": 1})
	f.mean()
	for name, pair := range map[string][2]float64{
		"nDCG@10": {f.ndcg, 0.61991 / 2}, "recall@10": {f.recall10, .5}, "recall@100": {f.recall100, .5}, "MRR@10": {f.mrr, .25}, "empty": {float64(f.empty), 1},
	} {
		if math.Abs(pair[0]-pair[1]) > 1e-5 {
			t.Errorf("%s is %f, by hand %f", name, pair[0], pair[1])
		}
	}
}

// An answer behind the tenth place counts for recall@100 alone.
func TestDepths(t *testing.T) {
	t.Parallel()
	ranked := make([]string, 101)
	for i := range ranked {
		ranked[i] = string(rune('A' + i))
	}
	var f figures
	f.add(ranked, map[string]float64{ranked[10]: 1, ranked[100]: 1})
	f.mean()
	if f.ndcg != 0 || f.recall10 != 0 || f.mrr != 0 || f.recall100 != .5 {
		t.Errorf("got %+v", f)
	}
}

func TestMisspell(t *testing.T) {
	t.Parallel()
	if got := misspell("does vitamin improve the outcome"); got != "does vitmain imporve the outcome" {
		t.Errorf("got %q", got)
	}
}

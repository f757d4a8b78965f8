package main

import (
	"fmt"
	"math"
	"slices"
	"time"
)

// figures are the means over all queries, as trec_eval computes them: linear gain, a discount of log2(rank + 1), and a
// query that finds no answer counts as 0.
type figures struct {
	ndcg, recall10, recall100, mrr float64
	queries, empty                 int
	took                           []time.Duration
}

// add counts one query: the documents as ranked, best first, without repetition.
func (f *figures) add(ranked []string, grades map[string]float64) {
	f.queries++
	if len(ranked) == 0 {
		f.empty++
	}
	f.ndcg += gain(ranked, grades, 10) / ideal(grades, 10)
	f.recall10 += recall(ranked, grades, 10)
	f.recall100 += recall(ranked, grades, 100)
	for i, d := range ranked[:min(10, len(ranked))] {
		if grades[d] > 0 {
			f.mrr += 1 / float64(i+1)
			break
		}
	}
}

// mean turns the sums into means.
func (f *figures) mean() {
	for _, sum := range []*float64{&f.ndcg, &f.recall10, &f.recall100, &f.mrr} {
		*sum /= float64(f.queries)
	}
	slices.Sort(f.took)
}

func gain(ranked []string, grades map[string]float64, depth int) (sum float64) {
	for i, d := range ranked[:min(depth, len(ranked))] {
		sum += grades[d] / math.Log2(float64(i+2))
	}
	return sum
}

// ideal is the gain of the best ranking there can be.
func ideal(grades map[string]float64, depth int) (sum float64) {
	var all []float64
	for _, g := range grades {
		all = append(all, g)
	}
	slices.SortFunc(all, func(a, b float64) int { return int(math.Copysign(1, b-a)) })
	for i, g := range all[:min(depth, len(all))] {
		sum += g / math.Log2(float64(i+2))
	}
	return sum
}

func recall(ranked []string, grades map[string]float64, depth int) float64 {
	n := 0
	for _, d := range ranked[:min(depth, len(ranked))] {
		if grades[d] > 0 {
			n++
		}
	}
	return float64(n) / float64(len(grades))
}

func (f *figures) print(name string) {
	at := func(share float64) time.Duration {
		return f.took[int(share*float64(len(f.took)-1))].Round(100 * time.Microsecond)
	}
	fmt.Printf("  %s: nDCG@10 %.4f  recall@10 %.4f  recall@100 %.4f  MRR@10 %.4f  (%d queries, %d empty, p50 %s, p95 %s)\n",
		name, f.ndcg, f.recall10, f.recall100, f.mrr, f.queries, f.empty, at(.5), at(.95))
}

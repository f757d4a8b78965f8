// Command retrieval measures the search: it uploads test collections to a real Stoa as files, searches them by the
// product's own page and prints how good the answers are. Weights are tuned on train splits only; this reads test splits.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"time"
)

// collection is one of the sets, and the figures that a change must not fall below.
type collection struct {
	name, queries, qrels string
	ndcg, recall10       float64
	recall100            float64
}

var collections = []collection{
	{name: "scifact", queries: "queries.test.jsonl", qrels: "qrels.test.tsv", ndcg: .685, recall100: .92},
	{name: "code-chunks", queries: "queries.jsonl", qrels: "qrels.tsv", ndcg: .68, recall10: .82},
}

// random has Stoa search by meaning too, with vectors that have none.
var random bool

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	program := flag.String("stoa", "bin/stoa", "the program to measure")
	train := flag.Bool("train", false, "read the train split of SciFact instead, to tune by")
	flag.BoolVar(&random, "random", false, "with a model whose vectors say nothing: what a bad one costs")
	flag.Parse()
	if err := run(ctx, *program, *train); err != nil {
		fmt.Fprintln(os.Stderr, "bench-retrieval:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, program string, train bool) error {
	folder := os.Getenv("STOA_RETRIEVAL_DATA")
	if folder == "" {
		folder = "../shared/retrieval"
	}
	if _, err := os.Stat(folder); err != nil {
		return fmt.Errorf("there is no test data at %s: set STOA_RETRIEVAL_DATA to the folder that holds scifact and code-chunks", folder)
	}
	missed := 0
	for _, c := range collections {
		if train && c.name == "scifact" {
			c.queries, c.qrels = "queries.train.jsonl", "qrels.train.tsv"
		}
		met, err := measure(ctx, program, filepath.Join(folder, c.name), c)
		if err != nil {
			return fmt.Errorf("%s: %w", c.name, err)
		}
		if !met {
			missed++
		}
	}
	if missed > 0 {
		return fmt.Errorf("%d of %d collections miss their figures", missed, len(collections))
	}
	return nil
}

// measure uploads one collection to a Stoa of its own and searches it, as asked and with misspelt words.
func measure(ctx context.Context, program, folder string, c collection) (met bool, err error) {
	set, err := load(folder, c.queries, c.qrels)
	if err != nil {
		return false, err
	}
	s, err := start(ctx, program)
	if err != nil {
		return false, err
	}
	defer s.stop()
	begin := time.Now()
	if err := s.uploadAll(ctx, set.documents); err != nil {
		return false, err
	}
	took := time.Since(begin)
	fmt.Printf("%s: %d documents searchable after %s, %.0f a second\n", c.name, len(set.documents), took.Round(time.Second), float64(len(set.documents))/took.Seconds())
	asked, err := s.ask(ctx, set, func(q string) string { return q })
	if err != nil {
		return false, err
	}
	misspelt, err := s.ask(ctx, set, misspell)
	if err != nil {
		return false, err
	}
	asked.print("as asked")
	misspelt.print("misspelt")
	loss := 1 - misspelt.ndcg/asked.ndcg
	met = asked.ndcg >= c.ndcg && asked.recall10 >= c.recall10 && asked.recall100 >= c.recall100 && loss <= .10 && asked.empty == 0
	fmt.Printf("  two longest words misspelt: %.1f %% lost; at least nDCG@10 %.3f, recall@10 %.2f, recall@100 %.2f: %s\n", 100*loss, c.ndcg, c.recall10, c.recall100, map[bool]string{true: "met", false: "MISSED"}[met])
	return met, nil
}

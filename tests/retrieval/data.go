package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

type document struct{ ID, Title, Text string }

type query struct{ ID, Text string }

// set is a test collection: what there is, what is asked, and which documents answer.
type set struct {
	documents []document
	queries   []query // those that have an answer
	grades    map[string]map[string]float64
}

func load(folder, queries, qrels string) (s set, err error) {
	if s.documents, err = lines[document](filepath.Join(folder, "corpus.jsonl")); err != nil {
		return s, err
	}
	all, err := lines[query](filepath.Join(folder, queries))
	if err != nil {
		return s, err
	}
	if s.grades, err = judgements(filepath.Join(folder, qrels)); err != nil {
		return s, err
	}
	for _, q := range all {
		if len(s.grades[q.ID]) > 0 {
			s.queries = append(s.queries, q)
		}
	}
	return s, nil
}

func lines[T any](path string) (list []T, err error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	scanner := bufio.NewScanner(file)
	scanner.Buffer(nil, 4<<20)
	for scanner.Scan() {
		var v T
		if err := json.Unmarshal(scanner.Bytes(), &v); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		list = append(list, v)
	}
	return list, scanner.Err()
}

// judgements reads lines of query, document and grade, apart by tabs; a grade of 0 is none.
func judgements(path string) (map[string]map[string]float64, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	grades := map[string]map[string]float64{}
	for line := range strings.Lines(string(text)) {
		f := strings.Fields(line)
		if len(f) != 3 {
			return nil, fmt.Errorf("%s: a line is not query, document, grade: %q", path, line)
		}
		grade, err := strconv.ParseFloat(f[2], 64)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		if grades[f[0]] == nil {
			grades[f[0]] = map[string]float64{}
		}
		if grade > 0 {
			grades[f[0]][f[1]] = grade
		}
	}
	return grades, nil
}

// misspell swaps two letters in the middle of each of the two longest words.
func misspell(q string) string {
	words := strings.Fields(q)
	order := make([]int, len(words))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return len(words[b]) - len(words[a]) })
	for _, i := range order[:min(2, len(order))] {
		r := []rune(words[i])
		for at := len(r) / 2; at+1 < len(r); at++ {
			if r[at] != r[at+1] {
				r[at], r[at+1] = r[at+1], r[at]
				break
			}
		}
		words[i] = string(r)
	}
	return strings.Join(words, " ")
}

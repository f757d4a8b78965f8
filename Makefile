# Stoa. `make help` lists what there is; `make run` is the one to begin with.
.DEFAULT_GOAL := help
.PHONY: help run dev gen migration fmt check lint test unit e2e without bench bench-retrieval chaos verify demo clean tools lint-tool s3-server need-go deps deps-dev bin/stoa
MAKEFLAGS += --no-print-directory
# What is compiled does not depend on the folder: copies of the tree, in tests/tutorial and tests/without, compile only what they change.
export GOFLAGS := -trimpath $(GOFLAGS)

# Programs that build and check Stoa and are never part of it: pinned in tools/go.mod, tools/lint/go.mod and tools/s3/go.mod.
BIN := bin/tools
GEN := $(BIN)/gen -sqlc $(BIN)/sqlc -templ $(BIN)/templ
# A checkout that belongs to somebody else, or has no git, must build too.
BUILD := go build -buildvcs=false
# What drives a browser runs by itself, one package at a time: it must not wait for a compiler.
BROWSER := ./tests/e2e ./tests/storybook
UNIT = $$(go list ./... | grep -v -e /tests/e2e -e /tests/storybook -e /tests/chaos)

help: ## show this list
	@awk -F ':.*## ' '/^[a-z][a-z0-9-]*:.*## /{printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: need-go deps bin/stoa ## install what is missing, build Stoa and start it; prints its address
	@exec bin/stoa serve

dev: need-go deps tools ## like run, and again after every change: generates, builds, restarts
	@exec $(BIN)/watch -prepare "make gen bin/stoa QUICK=1" -- bin/stoa serve

gen: tools ## write the generated code: resources from schema/, then sqlc's and templ's; drafts a migration; FORCE=1 writes over edits, STRICT=1 takes warnings for errors
	@$(BIN)/gen -tables | $(BIN)/compose $(if $(STRICT),-strict)
	@$(GEN) -draft $(BIN)/draft $(if $(FORCE),-force)

migration: need-go deps tools ## give the drafted migration its name: make migration NAME="add archive"
	@$(BIN)/draft -name "$(NAME)"

fmt: tools ## format Go and templ files
	@gofmt -w .
	@if [ -d views ]; then $(BIN)/templ fmt views; fi

check: tools lint-tool ## all that needs no database: form, generated code current, tenant check of the SQL, no break of the API, vet, lint, go.mod tidy
	@unformatted=$$(gofmt -l .); [ -z "$$unformatted" ] || { echo "run make fmt, gofmt would change:" $$unformatted >&2; exit 1; }
	@$(GEN) -check
	@$(BIN)/gen -tables | $(BIN)/compose -strict -check
	@$(BIN)/sqlcheck
	@$(BIN)/apidiff
	@go vet ./... && cd tools && go vet ./...
	@for d in . tools tools/lint tools/s3; do (cd $$d && go mod tidy -diff) || { echo "run go mod tidy in $$d" >&2; exit 1; }; done
	@$(BIN)/golangci-lint run ./...
	@cd tools && ../$(BIN)/golangci-lint run --config ../.golangci.yml ./...
	@echo "check: all well"

lint: lint-tool ## golangci-lint alone, over the product; exceptions and their reasons: .golangci.yml
	@$(BIN)/golangci-lint run ./...

test: deps-dev check unit e2e without ## everything that CI runs: check, unit and PostgreSQL tests with -race, tools, stories, one plugin taken out, short benchmarks
	@SHORT=1 $(MAKE) chaos
	@SHORT=1 $(MAKE) bench

unit: deps-dev s3-server ## the Go tests alone, product (-race, real PostgreSQL) and tools
	@go test -race -shuffle=on $(UNIT)
	@cd tools && go test ./...

e2e: deps-dev tools bin/stoa ## the stories in a real headless browser; a failing one leaves a screenshot
	@go test -count=1 -p 1 -timeout 15m $(BROWSER)

without: need-go deps tools ## take a plugin out of a copy of the tree and show that the rest is whole: make without PLUGIN=usage; empty: the next in turn
	@go run ./tests/without -plugin "$(PLUGIN)"

bench: deps-dev tools bin/stoa ## the figures: latency per token, memory, start, builds; SHORT=1 for the short form
	@go run ./tests/bench -stoa bin/stoa $(if $(SHORT),-short)

bench-retrieval: deps-dev bin/stoa ## how good the search is, on test collections in STOA_RETRIEVAL_DATA (../shared/retrieval)
	@go run ./tests/retrieval -stoa bin/stoa

chaos: deps-dev ## three instances, nginx, Redis and PostgreSQL, all broken at random; STOA_SEED=n repeats, SHORT=1 for a minute
	@$(if $(SHORT),,CHAOS=long) go test -count=1 -v -timeout 20m ./tests/chaos

verify: bin/stoa ## ask the running Stoa for each integration: ✓, ✗ with the reason, or off
	@bin/stoa verify

demo: need-go deps bin/stoa ## fill two companies with chats and thirty days of cost
	@bin/stoa demo

clean: ## remove what builds and tests made; data/ stays
	@rm -rf bin
	@find tests -type d -name artifacts -prune -exec rm -rf {} +

# --- what the targets above stand on ---

# QUICK leaves out what only a debugger reads: a sixth of the time from an edit to its page.
bin/stoa: need-go
	@$(BUILD) $(if $(QUICK),-gcflags=stoa/...=-dwarf=false -ldflags=-w) -o bin/stoa ./cmd/stoa

# What generates works while the product does not compile: the two programs that are part of it are then those of before.
tools: need-go
	@[ -x $(BIN)/sqlc ] || echo "building the generators: once, some minutes"
	@cd tools && $(BUILD) -o ../$(BIN)/ tool ./cmd/...
	@$(BUILD) -o $(BIN)/ ./cmd/compose ./cmd/draft || [ -x $(BIN)/draft ]

lint-tool: need-go
	@[ -x $(BIN)/golangci-lint ] || echo "building the linter: once, some minutes"
	@cd tools/lint && $(BUILD) -o ../../$(BIN)/ tool

# The S3 server of the tests.
s3-server: need-go
	@[ -x $(BIN)/versitygw ] || echo "building the S3 server of the tests: once"
	@cd tools/s3 && $(BUILD) -o ../../$(BIN)/ tool

need-go:
	@command -v go >/dev/null || { echo "Go is missing: install Go 1.26 or newer, see https://go.dev/doc/install" >&2; exit 1; }
	@go list -m >/dev/null || { echo "this Go is too old: install Go 1.26 or newer, see https://go.dev/doc/install" >&2; exit 1; }

deps:
	@scripts/install

deps-dev: need-go
	@scripts/install --dev

# `make translate` and `make test` are all that a newcomer needs; `make help` lists the rest.
SHELL := /bin/sh
PADAN := node dist/cli.js
SOURCES := $(shell find pipeline -type f) tsconfig.json tsconfig.build.json scripts/build.mjs

# PROVIDER=deepl INPUT=dir OUTPUT=dir ARGS='--dry-run' are passed on.
FLAGS = $(if $(PROVIDER),--provider '$(PROVIDER)') $(if $(INPUT),--input '$(INPUT)') $(if $(OUTPUT),--output '$(OUTPUT)') $(ARGS)
# Exit code 1 says that something is left for a person; that was said in words and is no failure of make.
well = ; code=$$?; [ $$code -le 1 ] || exit $$code

.DEFAULT_GOAL := help
.PHONY: help translate check test bench eval clean

help: ## list what make can do here
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | awk -F '\t' '{printf "  make %-10s %s\n", $$1, $$2}'

translate: dist/.built ## translate the articles in input/ into output/
	@$(PADAN) translate $(FLAGS) $(well)

check: dist/.built ## run the quality checks on the sheets in output/
	@$(PADAN) check $(FLAGS)

test: dist/.built ## types, lint and all tests
	@npx --no-install tsc -p tsconfig.json
	@npx --no-install eslint --max-warnings 0 .
	@npx --no-install vitest run

bench: dist/.built ## measure speed and memory
	@node bench/bench.mjs $(ARGS)

eval: dist/.built ## score the built-in engine, with each stage off and the worst sentences (SETS=folder with NAME.id and NAME.en, ARGS=--quick)
	@node bench/eval.mjs $(if $(SETS),--sets '$(SETS)') $(ARGS)

clean: ## remove what was installed and built
	rm -rf node_modules dist

node_modules/.installed: package-lock.json
	@node -e "const [a, b] = process.versions.node.split('.').map(Number); if (a < 20 || (a === 20 && b < 19)) { console.error('Padan needs Node 20.19 or newer, found ' + process.version + '. Install it from https://nodejs.org'); process.exit(1); }"
	@npm ci --no-audit --no-fund --loglevel=error
	@touch $@

dist/.built: node_modules/.installed $(SOURCES)
	@node scripts/build.mjs
	@touch $@

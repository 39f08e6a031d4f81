# The doors of the house; what is behind them is in tools/.
SHELL := bash
.DEFAULT_GOAL := help
.PHONY: help run app dev check test fuzz clean

help: ## what there is
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' Makefile | expand -t 14

run: ## build, then serve on 127.0.0.1:8080 (PORT=8081 make run for another)
	@tools/run.sh

app: ## both builds: the site dist/ and the one file dist/casebook.html
	@tools/setup.sh build
	@tools/app.sh

dev: ## build for debugging, serve, and build again at every change
	@tools/dev.sh

check: ## fast: format, clippy for both targets, native tests
	@tools/check.sh

test: ## everything, in browsers too; ends with 'N passed, N failed'
	@tools/setup.sh build
	@tools/setup.sh test
	@tools/test.sh

fuzz: ## the long runs: a million merges, and every reader of files (SEED, MERGES, MINUTES)
	@tools/setup.sh fuzz
	@tools/fuzz.sh

clean: ## remove the builds; the tools in the cache stay
	@tools/clean.sh

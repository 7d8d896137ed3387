# `make demo` and `make test` do all set-up themselves, from a fresh clone with python3 and pip.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.stamp
OURS := $(wildcard src tests evals benchmarks tools hatch_build.py)

.DEFAULT_GOAL := help
.PHONY: help demo front test lint score bench golden schema screenshots constraints clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | while IFS='	' read -r name does; do printf '  make %-12s %s\n' "$$name" "$$does"; done

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo 'Laydown: python3 cannot make a virtual environment here. On Debian and Ubuntu: apt-get install python3-venv' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo 'Laydown needs Python 3.11 or later: name one by `make PYTHON=python3.11`' >&2; exit 1; }
	test -x $(BIN)/pip || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

front: $(STAMP) ## build the desk's front end where its sources are newer
	@$(BIN)/python hatch_build.py

demo: $(STAMP) front ## read an example report, keep books on seven weeks of them, prove a balance, open the desk
	$(BIN)/laydown read examples/baltic-reinforcement.txt --published 2024-03-06
	@mkdir -p build && rm -f build/demo.db*
	$(BIN)/laydown add examples/us-2022/reports.jsonl examples/us-2022/false.jsonl --ledger build/demo.db
	$(BIN)/laydown balance --force US --place Poland --place Romania --as-of 2022-02-11 --why --ledger build/demo.db
	$(BIN)/laydown conflicts --ledger build/demo.db || test $$? -eq 1
	@$(BIN)/python -m tools.open_desk build/demo.db

test: lint front ## everything that must hold: lint, types, layers, tests
	npm --prefix frontend test --silent
	$(BIN)/python -m pytest

lint: $(STAMP) ## ruff, mypy and import-linter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy $(OURS)
	$(BIN)/lint-imports

score: $(STAMP) ## score the reader against gold reports, and hold the floors
	$(BIN)/python -m evals.score
	$(BIN)/python -m evals.calibration --draw

bench: $(STAMP) ## time the screen, the reader, the bare parser, the resolver of places and the balances
	$(BIN)/python -m benchmarks.reading
	$(BIN)/python -m benchmarks.places
	$(BIN)/python -m benchmarks.balance
	$(BIN)/python -m benchmarks.desk

screenshots: $(STAMP) front ## take the screenshots of the README anew
	@mkdir -p build && rm -f build/demo.db*
	$(BIN)/laydown add examples/us-2022/reports.jsonl examples/us-2022/false.jsonl --ledger build/demo.db
	$(BIN)/python -m tools.screenshots build/demo.db

golden: $(STAMP) ## write the golden files anew; review the difference like code
	GOLDEN=write $(BIN)/python -m pytest tests/cli tests/export tests/test_codec.py

schema: $(STAMP) ## write docs/laydown.schema.json anew
	$(BIN)/python -c 'import sys; from laydown.codec import schema_text; sys.stdout.write(schema_text())' > docs/laydown.schema.json

constraints: $(STAMP) ## pin all dependencies anew, with their hashes
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  --upgrade --extra dev pyproject.toml --output-file constraints.txt

clean: ## remove the environment and all caches
	rm -rf $(VENV) build dist frontend/node_modules src/laydown/web/static .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

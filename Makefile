# `make` alone lists what there is. All that is needed beforehand is make and Python 3.11 or newer.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin

# A browser is opened where there is a desktop to show it on.
DESKTOP := $(BROWSER)$(DISPLAY)$(WAYLAND_DISPLAY)$(filter Darwin,$(shell uname -s))
OPEN := $(if $(strip $(DESKTOP)),--open)

PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint generator/constraints.txt

export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve site zip release test lint bench-search bench-build format check generate clean distclean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

serve: generate ## build, serve at 127.0.0.1 with live reload, open a browser (PORT=8000)
	@$(BIN)/mkdocs serve --no-strict --dev-addr 127.0.0.1:$(PORT) $(OPEN)

site: generate ## build the edition into site/ (SITE_URL=https://… for hosting)
	@$(BIN)/mkdocs build
	@echo "The edition is in site/; open site/index.html"

zip: site ## build the offline edition as one archive, dist/taiyaku-<version>-offline.zip
	@$(BIN)/python -m taiyaku.archive site dist

release: zip ## the offline edition and a PDF of each document in dist/ (needs Chromium)
	@$(BIN)/taiyaku pdf site dist

test: .venv/.test ## run every test, in Chromium too (PYTEST_ARGS=…)
	@$(BIN)/python tests/chromium.py
	@$(BIN)/pytest --numprocesses auto --dist loadfile $(PYTEST_ARGS)

lint: .venv/.test ## check the code's style and types
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet --diff
	@$(BIN)/mypy

bench-search: .venv/.test ## measure the search beside two others (BENCH_ARGS=--quick)
	@$(BIN)/python tests/chromium.py
	@$(PIP) --requirement benchmarks/requirements.txt
	@$(BIN)/python benchmarks/run.py $(BENCH_ARGS)

bench-build: .venv/.test ## measure what each part of a build costs
	@$(BIN)/python benchmarks/parts.py

format: .venv/.test ## lay out the code
	@$(BIN)/ruff check --quiet --fix-only
	@$(BIN)/ruff format --quiet

check: .venv/.site ## check manifests, glossary and timeline; writes nothing
	@$(BIN)/taiyaku check

generate: .venv/.site
	@$(BIN)/taiyaku generate

clean: ## remove everything made here, but for the installed packages
	@rm -rf build dist site .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@rm -f docs/*/*.md docs/glossary.md docs/timeline.md docs_ja/*/*.md docs_ja/glossary.md docs_ja/timeline.md

distclean: clean ## remove the installed packages, too
	@rm -rf .venv

.venv/.site: pyproject.toml generator/constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name one with: make PYTHON=python3.11" >&2; exit 1; }
	@test -f .venv/.made || $(PYTHON) -m venv --clear .venv || \
	  { echo "Python's venv module is missing; on Debian: apt install python3-venv" >&2; exit 1; }
	@touch .venv/.made
	@echo "Installing the packages into .venv (the first time takes a minute) …"
	@$(PIP) --editable .
	@touch $@

.venv/.test: .venv/.site
	@echo "Installing what the tests need …"
	@$(PIP) --editable '.[test]'
	@touch $@

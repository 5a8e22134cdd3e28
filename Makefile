# Everything a person needs: `make run` serves the dashboard, `make test` runs every test.
# Both set themselves up on a bare Debian machine with Python 3.11. On Windows see the README.

PYTHON ?= python3
BIN    := .venv/bin
UV     := UV_PYTHON_DOWNLOADS=never $(BIN)/uv
STAMP  := .venv/.synced

.DEFAULT_GOAL := help
.PHONY: help setup run test check bench score soak

help:
	@echo "make run     serve the dashboard on http://127.0.0.1:8501"
	@echo "make test    run every test, browser ones included"
	@echo "make check   format, lint, types, import contracts, tests"
	@echo "make bench   the measurements, each beside its limit or a peer"
	@echo "make score   precision and recall of the article reader, field by field"
	@echo "make soak    long attacks, kills and loads"
	@echo "make setup   only install what the others need"

# The environment: made by venv, filled by uv from the lock file. Debian keeps venv in a package of its own.
$(BIN)/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Ikrar needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1)." >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; $(call install,python3-venv,no environment can be made: nothing runs) \
	  && $(PYTHON) -m venv .venv; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv>=0.13"

$(STAMP): pyproject.toml uv.lock | $(BIN)/uv
	$(UV) sync --locked
	@touch $@

# install PACKAGE,WHAT IS MISSING WITHOUT IT: as root by apt-get, else say what to ask an administrator for.
install = if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "Installing Debian's $(1)"; \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1) >/dev/null; \
	  else echo "Not installed: $(1) (needs root: apt-get install $(1)). Without it $(2)." >&2; false; fi

.PHONY: chromium
chromium:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
	  || $(call install,chromium,the browser tests are skipped) || [ -z "$$CI" ]

# Decks, reports and workbooks are opened in it by tests, with letters as wide as those of office PCs; nobody needs it to
# make one.
.PHONY: libreoffice
libreoffice:
	@command -v soffice >/dev/null \
	  || $(call install,libreoffice-impress libreoffice-writer libreoffice-calc fonts-liberation,the tests that open our decks and reports are skipped) \
	  || [ -z "$$CI" ]

setup: $(STAMP) chromium libreoffice

run: $(STAMP)
	$(BIN)/ikrar serve

test: setup
	$(BIN)/pytest -m "not soak"

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(MAKE) test

bench: setup
	@for script in benchmarks/*.py; do echo "── $$script"; $(BIN)/python $$script || exit 1; done

score: setup
	$(BIN)/python -m etl.score

soak: setup
	$(BIN)/pytest -m soak

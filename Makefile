# What a fresh clone needs: Python 3.11 or newer with venv, make and the package index.
# Another Python: make PYTHON=/path/to/python3.12 demo

PYTHON ?= python3.13 python3.12 python3.11 python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check
NEXT := datasette==1.0a41
DOCS := README.md $(wildcard docs/*.md)

help: ## list what make can do here
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

demo: .venv/.installed ## the whole main job on the small corpus that ships with the package
	@$(BIN)/claims demo

test: .venv/.installed-dev ## the test suite
	@$(BIN)/python -m pytest -q -n auto --dist loadfile

test-next: .venv-next/.installed ## the tests of the review desk on the next version of Datasette
	@.venv-next/bin/python -m pytest -q -n auto --dist loadfile tests/registry/desk tests/registry/publishing

check: .venv/.installed-dev ## format, lint, types, and documents against the code
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m cogapp --check -r $(DOCS)

docs: .venv/.installed-dev ## print help texts, schema, rules and reports into the documents again
	$(BIN)/python -m cogapp -r $(DOCS)

screenshots: .venv/.installed-dev ## the pictures of the README, from the demonstration (needs Chromium)
	@$(BIN)/python -m tests.registry.desk.screenshots docs/images

clean: ## remove the virtual environment and what was built
	rm -rf .venv .venv-next build dist *.egg-info

# The stamps are made last, so that an interrupted installation starts again.
.venv/.installed: pyproject.toml
	@bare=; python=; for name in $(PYTHON); do \
	  "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue; \
	  "$$name" -c 'import venv, ensurepip' >/dev/null 2>&1 || { bare=$$name; continue; }; \
	  python=$$name; break; \
	done; \
	if [ -z "$$python" ] && [ -n "$$bare" ]; then \
	  echo "make: $$bare lacks the venv module; install it (Debian, Ubuntu: apt install python3-venv)" >&2; exit 1; \
	elif [ -z "$$python" ]; then \
	  echo "make: no Python 3.11 or newer among: $(PYTHON)" >&2; \
	  echo "make: install one (Debian, Ubuntu: apt install python3 python3-venv), or name it: make PYTHON=/path/to/python demo" >&2; exit 1; \
	fi; \
	echo "make: installing into .venv with $$python; this happens once" >&2; \
	"$$python" -m venv --clear .venv
	@$(PIP) install --editable .
	@touch $@

.venv/.installed-dev: .venv/.installed
	@$(PIP) install --editable '.[dev]'
	@touch $@

# An environment of its own: two versions of Datasette cannot share one.
.venv-next/.installed: pyproject.toml | .venv/.installed
	@$(BIN)/python -m venv --clear .venv-next
	@.venv-next/bin/python -m pip -qq --disable-pip-version-check install --editable '.[dev]' '$(NEXT)'
	@touch $@

.PHONY: help demo test test-next screenshots check docs clean

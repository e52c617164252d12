# Every target sets up what it needs and skips what is fresh.
.DEFAULT_GOAL := help
.PHONY: help run test lint format bench lock check-space
.DELETE_ON_ERROR:

BIN := .venv/bin
PYTHON := $(BIN)/python
RUNTIME := .venv/.runtime-is-installed
TOOLS := .venv/.tools-are-installed
NODE := node_modules/.package-lock.json
JOBS ?= 2

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' Makefile

run: $(RUNTIME) $(NODE)  ## start everything; PORT=8001 chooses the port, Ctrl-C stops it
	@exec $(PYTHON) manage.py run

test: $(TOOLS) $(NODE)  ## run all tests on real servers; ARGS="-k word" narrows
	@$(BIN)/pytest -n $(JOBS) $(ARGS)

# Production's settings, with the environment that production must give.
DEPLOY := ATS_LOCAL=0 SITE_URL=https://jobs.example.org TRUSTED_PROXIES=1 \
  DATABASE_URL=postgresql://ats_app@db/ats DATABASE_OWNER_URL=postgresql://ats_owner@db/ats \
  REDIS_URL=redis://redis/0 EMAIL_URL=smtp://mail

lint: $(TOOLS) $(NODE)  ## check style, types, floors, migrations and deployment
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	git ls-files -co --exclude-standard 'templates/*.html' | xargs -r $(BIN)/djade --check --target-version 5.2
	git ls-files -co --exclude-standard 'templates/*.html' | xargs -r $(BIN)/djangofmt --check --quiet
	$(PYTHON) -W ignore::RuntimeWarning manage.py makemigrations --check --dry-run
	$(DEPLOY) SECRET_KEY=$$($(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(50))') \
	  $(PYTHON) manage.py check --deploy --fail-level WARNING

format: $(TOOLS)  ## rewrite code and templates in the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	git ls-files -co --exclude-standard 'templates/*.html' | xargs -r $(BIN)/djade --target-version 5.2
	git ls-files -co --exclude-standard 'templates/*.html' | xargs -r $(BIN)/djangofmt --quiet

BENCH := $(CURDIR)/.local/bench
CROWDS ?= 1000 10000 100000
bench: $(RUNTIME) $(NODE)  ## measure this machine, with a database of its own
	@$(PYTHON) manage.py collectstatic --noinput --verbosity 0
	@$(PYTHON) manage.py services up --dir $(BENCH)
	@ATS_LOCAL_DIR=$(BENCH) ATS_DATABASE_ROLE=owner $(PYTHON) manage.py bench; status=$$?; \
	  $(PYTHON) manage.py services down --dir $(BENCH); exit $$status
	@for size in $(CROWDS); do \
	  $(PYTHON) manage.py bench_ranking --applications $$size || exit $$?; \
	done

LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes
lock: $(TOOLS)  ## write requirements*.txt and package-lock.json anew
	$(LOCK) requirements.in -o requirements.txt
	$(LOCK) -c requirements.txt requirements-dev.in -o requirements-dev.txt
	$(LOCK) requirements-node.in -o requirements-node.txt
	npm install --package-lock-only --ignore-scripts --no-audit --no-fund

# ---- set-up ----

# A folder from an interrupted earlier run has no working Python: made anew.
$(PYTHON):
	@python=; for candidate in python3.11 python3 python3.12 python3.13 python; do \
	  if $$candidate -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    python=$$candidate; break; fi; done; \
	if [ -z "$$python" ]; then \
	  echo "Python 3.11 or newer is needed and not on the PATH: install it (Debian: apt-get install python3 python3-venv), then try again." >&2; exit 1; fi; \
	echo "Making the virtual environment in .venv…"; \
	$$python -m venv --clear .venv >/dev/null 2>&1 \
	|| { command -v uv >/dev/null && uv venv --quiet --clear --python $$python .venv; } \
	|| { $$python -m pip --version >/dev/null 2>&1 && $$python -m venv --clear --without-pip .venv; } \
	|| { rm -rf .venv; \
	  if [ "$$(df -Pk . | awk 'NR == 2 {print $$4}')" -lt 100000 ]; then \
	    echo "The disk is full: free some space, then try again." >&2; \
	  else \
	    echo "$$python cannot make a virtual environment here: install its venv package (Debian: apt-get install $$($$python -c 'import sys; print("python%d.%d" % sys.version_info[:2])')-venv), then try again." >&2; \
	  fi; exit 1; }

# $(call install,LOCK FILE): uv where it is at hand, else pip, the system's if need be.
define install
echo "Installing $(1)…"; \
if command -v uv >/dev/null && uv pip install --python $(PYTHON) --require-hashes -r $(1); then :; \
elif $(PYTHON) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m ensurepip >/dev/null 2>&1; then \
  $(PYTHON) -m pip install --disable-pip-version-check --require-hashes -r $(1); \
else \
  python3 -m pip --python $(PYTHON) install --disable-pip-version-check --require-hashes -r $(1); \
fi || { echo "Not everything could be installed: check the network and the space on this disk, then run the same command again; it continues where it stopped." >&2; exit 1; }
endef

check-space:
	@free=$$(df -Pk . | awk 'NR == 2 {print $$4}'); if [ "$$free" -lt 1500000 ] && [ ! -f $(RUNTIME) ]; then \
	  echo "The disk is nearly full: $$((free / 1024)) MB are free here and 1500 MB are needed. Free some space, then try again." >&2; exit 1; fi

$(RUNTIME): requirements.txt | check-space $(PYTHON)
	@$(call install,requirements.txt)
	@touch $@

$(TOOLS): requirements-dev.txt | check-space $(PYTHON)
	@$(call install,requirements-dev.txt)
	@touch $@ $(RUNTIME)

# npm writes this file last, so that an interrupted run starts again.
$(NODE): package-lock.json | $(PYTHON)
	@if ! command -v npm >/dev/null && [ ! -x $(BIN)/npm ]; then \
	  echo "There is no npm here; taking Node from PyPI."; $(call install,requirements-node.txt); fi; \
	echo "Installing front-end packages…"; \
	PATH="$$PATH:$(CURDIR)/$(BIN)" npm ci --ignore-scripts --no-audit --no-fund \
	|| { echo "The front-end packages could not be installed: check the network and the space on this disk, then run the same command again." >&2; exit 1; }
	@touch $@

# Each command sets up what it needs. `make help` lists them.

PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING = 1
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: help site test test-long serve check cited rules agree overdue translated watch sheet release format lock clean

.DEFAULT_GOAL := help

help: ## list the commands
	@awk -F ':[^=]*## ' '/^[a-z-]+:[^=]*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# Who makes the pages of the Markdown: mkdocs, properdocs or zensical. The first two run scripts/hooks.py, which does all.
# Not --quiet: MkDocs then counts no warnings, and would publish a dead link.
ENGINE ?= mkdocs
BUILD_mkdocs = $(BIN)/mkdocs build
BUILD_properdocs = $(BIN)/properdocs build -f mkdocs.yml
BUILD_zensical = $(BIN)/python scripts/build.py pages build/docs && \
	$(BIN)/zensical build --strict -f zensical.yml && \
	$(BIN)/python scripts/build.py finish build/zensical

site: .venv/$(if $(filter mkdocs,$(ENGINE)),site,dev) ## build the site into site/
	$(if $(BUILD_$(ENGINE)),,$(error No engine '$(ENGINE)' — write mkdocs, properdocs or zensical))
	@$(BUILD_$(ENGINE))
	@echo "The site is in site/. Open it with: make serve, then http://127.0.0.1:8000"

# Python keeps what it has compiled of the tests, also where it is told not to: that takes seconds in each process.
test: export PYTHONDONTWRITEBYTECODE =
test: .venv/dev ## check style and types, then run the tests; FAST=1 quick ones only
	$(if $(FAST),,@$(BIN)/python tests/browser.py)
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/pytest -m "not long" -n auto --dist loadfile --no-loadscope-reorder $(if $(FAST),--fast)

test-long: .venv/dev ## run all tests, the heavier campaigns too
	@$(BIN)/python tests/browser.py
	@$(BIN)/pytest --hypothesis-profile=long

serve: .venv/site ## show a preview that follows each edit
	@$(BIN)/mkdocs serve

check: .venv/site ## name everything in the content that must be mended
	@$(BIN)/python scripts/build.py check

# make cited REF=nice-ng12-2015, or REF="one another"; WHERE=1.13.2 or WHERE="page 13" narrows it to a place in them.
cited: export CITED_REF = $(REF)
cited: export CITED_WHERE = $(WHERE)
cited: .venv/site ## list every sentence that rests on a source: REF=id
	@$(BIN)/python scripts/build.py cited "$$CITED_REF" --where "$$CITED_WHERE"

rules: .venv/site ## print every rule and what to do
	@$(BIN)/python scripts/build.py rules

# After a change of what people are told to do: shows it, asks for reason and source (or takes REASON="…" SOURCE="…"),
# and renews content/safety.lock.yml, without which nothing is built.
agree: export AGREE_REASON = $(REASON)
agree: export AGREE_SOURCE = $(SOURCE)
agree: .venv/site ## agree to a change of what people are told to do
	@$(BIN)/python scripts/build.py agree --reason "$$AGREE_REASON" --source "$$AGREE_SOURCE"

# What must be read again, now or soon. Ends with an error if there is anything, so that a weekly run can tell.
overdue: .venv/site ## name the pages and sources to be read again
	@$(BIN)/python scripts/build.py check --overdue

# After a translation was read beside the English. HOLDS names what still holds though the English changed: file:place.
translated: export TRANSLATED_TAG = $(TAG)
translated: export TRANSLATED_HOLDS = $(HOLDS)
translated: .venv/site ## write from which English a language was made: TAG=ru
	@$(BIN)/python scripts/build.py translated "$$TRANSLATED_TAG" --holds "$$TRANSLATED_HOLDS"

# The only command that asks other machines. Ends with an error if a page changed, or could not be read.
watch: .venv/site ## ask the pages that content/watch.yml follows which edition they show
	@$(BIN)/python scripts/build.py watch

sheet: export PAGE := $(PAGE)
sheet: .venv/site ## write the sheet on which a clinician reviews a page: PAGE=lung
	@$(BIN)/python scripts/build.py sheet "$$PAGE"

# A zip that opens from a disk, an EPUB, a ZIM and PDFs, checksums and the list of what they were made with. The same
# commit, the same bytes, but for the ZIM, which bears a random id. Where a tool is missing it says so, and makes the rest.
release: export SOURCE_DATE_EPOCH = $(shell git log -1 --format=%ct 2>/dev/null || date +%s)
release: export SITE_URL =
release: .venv/dev ## pack the site as one file that opens from a disk, and for other shelves: EPUB, ZIM, PDF
	@$(BIN)/mkdocs build -d build/released-site
	@$(BIN)/python scripts/release.py build/released-site build/release

format: .venv/dev ## format the code, write what site.yml says into other files
	@$(BIN)/ruff check --quiet --fix .
	@$(BIN)/ruff format --quiet .
	@$(BIN)/python scripts/build.py settings

# The locked versions, with hashes. `make lock` takes the newest that fit pyproject.toml.
lock: .venv/dev ## lock the newest packages that fit
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --upgrade --no-header pyproject.toml -o requirements.txt
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --upgrade --no-header pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt

clean: ## remove what was made
	@rm -rf .venv build site .site.new

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed. Say which: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/site: requirements.txt | .venv/bin/python
	@echo "Setting up .venv ..."
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	@touch $@

.venv/dev: requirements-dev.txt | .venv/bin/python
	@echo "Setting up .venv ..."
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@ .venv/site

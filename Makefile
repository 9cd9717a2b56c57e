# Everything one does with packstation from its folder. Plain `make` says what there is.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help run test check style types contracts format texts shots guide bench bundle setup clean \
	for-a-window for-no-window

ORDERS ?= 100000

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
LOCALE := resources/locale
BUNDLE := dist/packstation/packstation
BUNDLED = $(shell find packstation resources migrations -type f ! -name '*.pyc') $(CATALOGUES)
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard $(LOCALE)/*/LC_MESSAGES/*.po))

help: ## This list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: for-a-window setup ## Open the bench on the demo shop
	@.ci/a-screen
	@$(BIN)/packstation --demo

test: for-no-window setup ## Run every test, without a screen
	@QT_QPA_PLATFORM=offscreen $(BIN)/pytest -q -n auto --dist worksteal

check: style types contracts test ## All that must hold before a change goes in

style: setup ## Layout and lint
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: setup ## Types, strictly
	$(BIN)/mypy

contracts: setup ## Who may import whom
	$(BIN)/lint-imports

format: setup ## Lay the code out, repair what ruff can repair
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

texts: setup ## Bring new texts into the catalogues to translate
	@mkdir -p build
	$(BIN)/pybabel --quiet extract $(EXTRACT) -F $(LOCALE)/babel.cfg -o build/packstation.pot packstation
	$(BIN)/pybabel --quiet extract $(EXTRACT) -o build/slip.pot $(SLIP_TEXTS)
	$(BIN)/pybabel --quiet update $(UPDATE) -D packstation -i build/packstation.pot
	$(BIN)/pybabel --quiet update $(UPDATE) -D slip -i build/slip.pot

# How the code says a text: words("…"), words.n("one", "many", count), words.p("where", "…"), and
# later("…") for one in a table that is looked up later.
EXTRACT := --project=packstation --no-default-keywords \
	-k words -k _words -k self -k n:1,2 -k p:1c,2 -k later \
	--sort-by-file --add-location=file
SLIP_TEXTS := packstation/words/slip_phrases.py
UPDATE := -d $(LOCALE) --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date

shots: for-no-window setup ## Photograph every screen into build/shots
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.shots

guide: for-no-window setup ## Photograph what the guide and the README show
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.guide

bench: for-no-window setup ## Measure on a shop of ORDERS=100000 orders, into build/bench.json
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.bench $(ORDERS)

bundle: for-no-window setup $(BUNDLE) ## Build dist/packstation: a folder that runs without any Python
	@echo "dist/packstation/packstation opens the bench."

$(BUNDLE): .ci/packstation.spec $(BUNDLED)
	$(BIN)/pyinstaller --noconfirm --log-level ERROR --distpath dist --workpath build/bundle $<
	@touch $@

for-a-window:
	@.ci/system-libraries window

for-no-window:
	@.ci/system-libraries offscreen

setup: $(READY) $(CATALOGUES) ## Prepare .venv; quick when nothing changed

$(READY): pyproject.toml constraints.txt
	@echo "Preparing packstation in $(VENV): about 150 MB to fetch, once."
	@$(BIN)/python -m pip --version >/dev/null 2>&1 \
		|| { python=$$(.ci/a-python) && "$$python" -m venv --clear $(VENV); }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--constraint constraints.txt --editable '.[dev]'
	@touch $@

%.mo: %.po | $(READY)
	@$(BIN)/pybabel --quiet compile -i $< -o $@

clean: ## Forget what was built, .venv too
	rm -rf build dist $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	rm -f $(CATALOGUES)
	find packstation tests migrations -name __pycache__ -prune -exec rm -rf {} +

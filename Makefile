# What people type. Each target sets up what is missing by itself (.ci/setup).
#   make run      the console with the demo city; without a display the same, played offscreen for a minute
#   make test     every test            make lint     ruff, mypy, import-linter
#   make tour     a picture of every screen in build/tour
#   make bench    every measurement, one JSON object a line
#   make package  a one-folder executable in dist/
#   make house    writes console/HOUSE.md anew         make words    brings the Indonesian file up to date
SHELL := /bin/sh
PYTHON := .venv/bin/python
HEADLESS := $(if $(DISPLAY)$(WAYLAND_DISPLAY),,--headless)
REAL_DATA := $(or $(SIGAP_REAL_DATA),../shared/data)
.PHONY: run test tour lint bench package house words setup setup-run
.NOTPARALLEL:

setup:
	@.ci/setup

setup-run:
	@.ci/setup --no-tests

run: setup-run
	@$(if $(HEADLESS),echo "No display here: the demo is played offscreen for a minute; pictures go to build/run/.",:)
	@$(PYTHON) main.py --demo $(HEADLESS)

# Three workers for two cores, since servers and windows are also waited for (two: a third longer, four: no sooner);
# files in their order, since the reordered one ends with single long stories beside idle workers.
test: setup
	@$(PYTHON) -m pytest -n 3 --dist loadfile --no-loadscope-reorder

lint: setup
	@status=0; \
	$(PYTHON) -m ruff check || status=1; \
	$(PYTHON) -m mypy || status=1; \
	.venv/bin/lint-imports --no-logo || status=1; \
	exit $$status

tour: setup-run
	@rm -rf build/tour
	@$(PYTHON) main.py bench tour --areas $(wildcard $(REAL_DATA)/areas/*.sql)

bench: setup
	@for name in sync queue map; do $(PYTHON) main.py bench $$name || exit 1; done
	@if [ -d $(REAL_DATA)/reports ]; then $(PYTHON) main.py bench first-light \
	    --reports $(REAL_DATA)/reports/*.geojson --fleet $(REAL_DATA)/positions/*.csv --speed 1800; \
	else echo "bench first-light left out: no real data in $(REAL_DATA)" >&2; fi

package: setup
	@rm -rf build/package dist
	@$(PYTHON) -m PyInstaller --noconfirm --workpath build/package --distpath dist installer.spec

house:
	@$(PYTHON) -m tests.house.house_map

words:
	@$(PYTHON) -m tests.house.words

# make run      set up if needed, and open the dashboard        (make run PORT=8600; HOST=0.0.0.0 for a whole network; WORKERS=auto for all cores)
# make class    the same for a room without internet: prints its address and a code to scan   (make class PORT=8600; LESSONS_DIR=folder)
# make test     set up if needed, and pass every test, the browser's included        (WORKERS=2 at a time)
# make quick    every test that needs no browser and no raw file: a few minutes, for daily work
# make faults   break everything on purpose: server, disk, database, clock, network (docs/faults.md); some minutes
# make check    lint, formatting and types
# make format   mend what can be mended of lint and formatting
# make results  recompute the survey's result tables from the public files   (NHANES_DIR=folder, or downloads them; ARGS='--shuffles 2000')
# make foods    add the whole USDA release, 7,793 foods, to the Foods page       (USDA_DIR=folder, or downloads it)
# make shots    pictures of every page, in both themes and three widths, and its prints, in screenshots/
# make load     200 readers and a class of 200 phones on three servers behind HAProxy, one of them killed: some minutes   (ARGS='--sessions 50')
# make access   test accessibility in every state, about an hour, and write its record and docs/accessibility.md
# make lock     after a change in requirements/: pin every package with its hashes, and list what is inside (deploy/, docs/licenses.md)
# make clean    remove .venv and caches
#
# Each is enough by itself on a fresh machine with Python 3.11 or newer. README.md has the same without make.

PYTHON ?= python3
PORT ?=
HOST ?=
# Of `run` the processes on its port, 1 where it is not given; of tests how many run at a time, as many as there are cores.
WORKERS ?=

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install --disable-pip-version-check --quiet
# A stamp is newer than the requirements it was installed from, so a second call starts at once.
RUN_READY := $(VENV)/requirements.stamp
DEV_READY := $(VENV)/requirements-dev.stamp
RESULTS_READY := $(VENV)/requirements-pipeline.stamp

.PHONY: help run class test quick faults check format results foods shots load access lock clean

help:
	@sed -n 's/^# make/make/p' Makefile

run: $(RUN_READY)
ifneq ($(filter-out 1,$(WORKERS)),)
	$(PY) -m workers --workers $(WORKERS) $(if $(PORT),--server.port $(PORT)) $(if $(HOST),--server.address $(HOST))
else
	$(PY) -m streamlit run serve.py $(if $(PORT),--server.port $(PORT)) $(if $(HOST),--server.address $(HOST))
endif

class: $(RUN_READY)
	$(PY) -m routes.room $(if $(PORT),--port $(PORT)) $(ARGS)

test: $(DEV_READY)
	$(PY) -m tests.browser.chromium
	$(PY) -m tests.postgres
	$(PY) -m tests.haproxy
	$(PY) -m tests.referee
	$(PY) -m pytest --numprocesses $(or $(WORKERS),auto) --maxprocesses 4 $(ARGS)

quick: $(DEV_READY)
	$(PY) -m pytest --numprocesses $(or $(WORKERS),auto) --maxprocesses 4 -m "not browser and not raw and not slow" $(ARGS)

faults: $(DEV_READY)
	$(PY) -m tests.browser.chromium
	$(PY) -m tests.postgres
	$(PY) -m pytest --numprocesses $(or $(WORKERS),auto) --maxprocesses 4 -m faults $(ARGS)

check: $(DEV_READY)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

format: $(DEV_READY)
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

results: $(RESULTS_READY)
	$(PY) -m pipeline results $(ARGS)

foods: $(RUN_READY)
	$(PY) -m pipeline.foods

shots: $(DEV_READY)
	$(PY) -m tests.browser.chromium
	$(PY) -m tests.browser.screenshots $(ARGS)

load: $(DEV_READY)
	$(PY) -m tests.postgres
	$(PY) -m tests.haproxy
	$(PY) -m bench.load $(ARGS)

access: $(DEV_READY)
	$(PY) -m tests.browser.chromium
	$(PY) -m tests.browser.access_run
	$(PY) -m data.package
	$(PY) -m exhibits.sources.accessibility > docs/accessibility.md

lock: $(DEV_READY)
	$(PY) -m deploy.lock

clean:
	rm -rf $(VENV) .pytest_cache .ruff_cache .mypy_cache .hypothesis screenshots
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The check comes first: an old Python would fail much later, with a message about some package.
$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or newer is needed, and '$(PYTHON)' is not that ($$($(PYTHON) --version 2>&1))."; \
	  echo "Name another one: make $(or $(MAKECMDGOALS),run) PYTHON=python3.12"; exit 1; }
	@echo "Setting up $(VENV), once ..."
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "Python's venv module is missing. On Debian and Ubuntu: sudo apt-get install python3-venv"; exit 1; }

$(RUN_READY): requirements.txt | $(PY)
	@echo "Installing what the dashboard needs (requirements.txt) ..."
	@$(PIP) -r requirements.txt
	@touch $@

$(RESULTS_READY): requirements-pipeline.txt | $(PY)
	@echo "Installing what the pipeline needs (requirements-pipeline.txt) ..."
	@$(PIP) -r requirements-pipeline.txt
	@touch $@

$(DEV_READY): requirements-dev.txt | $(PY)
	@echo "Installing what the tests need (requirements-dev.txt) ..."
	@$(PIP) -r requirements-dev.txt
	@touch $@ $(RUN_READY) $(RESULTS_READY)

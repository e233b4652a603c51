# The README's commands. Needs git, make and Python 3.11 or newer (Debian: with python3-venv); all else lands in .venv.
PYTHON ?= python3
PORT ?= 8080
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo demo-leeg install ontwikkel test check zwaar

demo: .venv/klaar
	@$(BIN)/gehoord demo --poort $(PORT)

demo-leeg:
	rm -rf .gehoord

install: .venv/klaar

ontwikkel: .venv/klaar-ontwikkel

test: .venv/klaar-ontwikkel # much of the time is waiting: one process more than there are cores; and many start the program
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -m "not zwaar" -n $$(($$(getconf _NPROCESSORS_ONLN) + 1))

zwaar: .venv/klaar-ontwikkel
	$(BIN)/python -m pytest -m "zwaar and not netten" -s
	$(BIN)/python -m pytest -m netten tests/e2e -n $$(getconf _NPROCESSORS_ONLN)

check: .venv/klaar-ontwikkel
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

.venv/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Gehoord needs Python 3.11 or newer; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 2; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null \
		|| { echo "This Python cannot make environments; on Debian: apt install python3-venv"; exit 2; }
	$(PYTHON) -m venv .venv

.venv/klaar: .venv/pyvenv.cfg requirements.lock pyproject.toml
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/klaar-ontwikkel: .venv/klaar requirements-dev.lock
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

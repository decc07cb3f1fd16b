# Two commands set everything up on a fresh machine: `make build` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: build test bench check-generated lock clean

build: $(VENV)/ready
	$(BIN)/onething build bundles -o generated

test: $(VENV)/ready
	@sh tools/install-engines.sh
	$(BIN)/pytest -n 2 --dist worksteal

bench: $(VENV)/ready
	$(BIN)/python tools/bench.py

$(VENV)/ready: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "onething needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	touch $@

# Renew the lock after changing pyproject.toml (needs pip-tools).
lock:
	pip-compile --quiet --extra test --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-trusted-host --no-header --no-annotate -o requirements.lock pyproject.toml requirements.build

clean:
	rm -rf $(VENV) .pytest_cache .hypothesis

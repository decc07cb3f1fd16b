# Two commands set everything up on a fresh machine: `make build` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
QUICK := $(addprefix tests/,semantics logic counting properties syntax check check_once ablation cli errors reports test_corpus.py test_pages.py)

.PHONY: build test bench province fuzz coverage mutate check-generated lock clean

build: $(VENV)/ready
	$(BIN)/onething build bundles -o generated

test: $(VENV)/ready
	@sh tools/install-engines.sh
	$(BIN)/pytest -n 2 --dist worksteal

bench: $(VENV)/ready
	$(BIN)/python tools/bench.py
	$(BIN)/python tools/bench_province.py

# A whole province to try things on: 84 counties, 4,093 local versions.
province: $(VENV)/ready
	rm -rf examples/province/示例省
	$(BIN)/python tools/province.py -o examples/province/示例省

# N= how many random files, SEED= the first, JOBS= processes, FILES= also a workspace of so many.
N ?= 1000000
SEED ?= 1000000
FILES ?= 0
fuzz: $(VENV)/ready
	$(BIN)/python tools/fuzz.py --number $(N) --seed $(SEED) --files $(FILES) $(if $(JOBS),--jobs $(JOBS))

# What of the core the quick tests come by; less than 95 % of its lines fails.
coverage: $(VENV)/ready
	$(BIN)/coverage run -m pytest $(QUICK)
	$(BIN)/coverage report
	$(BIN)/coverage json --quiet -o - | $(BIN)/python -c 'import json, sys; t = json.load(sys.stdin)["totals"]; part = 100 * t["covered_lines"] / t["num_statements"]; print(f"lines of the core: {part:.1f} %"); sys.exit(part < 95)'

# Small mistakes in the core, one at a time: each must make a test fail. Takes about ten minutes; not part of CI.
mutate: $(VENV)/ready
	nice $(BIN)/python tools/mutate.py

$(VENV)/ready: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "onething needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	touch $@

# Renew the lock after changing pyproject.toml (needs pip-tools).
lock:
	pip-compile --quiet --extra test --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header --no-annotate -o requirements.lock pyproject.toml requirements.build

clean:
	rm -rf $(VENV) .pytest_cache .hypothesis

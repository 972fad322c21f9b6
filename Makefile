# make site   builds output/ with sound           make bench   measures speed on a large site
# make test   runs every test, browser included   make lock    renews the lock files (maintainers)
# make clean  takes away all that was made        make vendor  renews fonts and vendored scripts (maintainers)
#
# Only relative names here: make splits names at blanks, and the folder's own path may hold some.

PY = .venv/bin/python
SITE = .venv/site.stamp
TEST = .venv/test.stamp
SETUP = pyproject.toml tools/environment.sh

# An environment knows its own path: one that was moved, or whose Python is gone, is made anew.
STALE := $(shell sh tools/environment.sh stale)

.PHONY: site test bench lock vendor clean

site: $(SITE)
	@.venv/bin/lyttevei build

test: $(TEST)
	@$(PY) tests/browser/find_chromium.py --install
	@$(PY) tests/programs.py --install
	@$(PY) -m pytest -m "not alone" -n auto --dist worksteal
	@$(PY) -m pytest -m alone -n 2

bench: $(TEST)
	@$(PY) -m tests.bench

$(SITE): requirements.lock $(SETUP)
	@sh tools/environment.sh requirements.lock
	@touch $@

# The tests' lock holds the site's too, with the same versions.
$(TEST): requirements-test.lock $(SITE)
	@sh tools/environment.sh requirements-test.lock
	@touch $@

lock:
	@sh tools/lock.sh

vendor:
	@sh tools/vendor.sh

clean:
	rm -rf output .venv .cache .pytest_cache .hypothesis .ruff_cache lyttevei.egg-info
	find plugins editor tests tools -name __pycache__ -type d -prune -exec rm -rf {} +

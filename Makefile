# Mahdar: `make demo` shows it, `make test` tests it, `make help` lists the rest.

BUILD      := build
DEMO_INDEX := demo-index
JOBS       := $(shell nproc 2>/dev/null || echo 2)
FUZZ_SECONDS ?= 30
KILLS ?= 1000
READER_SECONDS ?= 600

PREFIX ?= /usr/local

PAGE := searcher/web

.PHONY: help setup build everything demo node page test test-release test-web asan tsan lint format accuracy quality bench torture fuzz coverage install package clean

help:
	@echo "make demo      install what is missing, build, index corpus/articles, answer one faceted query"
	@echo "make test      every test, then all of them again under ASan and UBSan"
	@echo "make build     both programs, in build/bin/"
	@echo "make test-web  the search page in a real browser (part of make test)"
	@echo "make page      builds the page's script after a change of its source; commit what it writes"
	@echo "make accuracy  how well detection and ranking do on corpus/ (FOLDER=folder with gold.tsv)"
	@echo "make quality   ranking over test collections (COLLECTIONS=folder SAVE=folder AGAINST=folder)"
	@echo "make bench     speed, size and memory as a table (ARTICLES=70000 JSONL=file)"
	@echo "make torture   an hour of kills, failing disks, readers and bit flips (KILLS=1000 READER_SECONDS=600)"
	@echo "make lint      clang-format and clang-tidy"
	@echo "make asan|tsan the tests under sanitizers"
	@echo "make fuzz      the fuzz targets for FUZZ_SECONDS each"
	@echo "make coverage  line coverage of the unit and program tests"
	@echo "make install   install what was built (PREFIX=/usr/local DESTDIR=)"
	@echo "make package   a Debian package, in build/"
	@echo "make clean     remove what was built"
	@echo "JOBS=N         with any of them: N compilers or tests at a time"

setup:
	@.ci/install-packages .ci/packages

build: setup
	@cmake --preset release >/dev/null
	@cmake --build --preset release -j$(JOBS) --target mahdar-index mahdar-search

# The tests, fuzz targets and benches too.
everything: setup
	@cmake --preset release >/dev/null
	@cmake --build --preset release -j$(JOBS)

demo: build
	@rm -rf $(DEMO_INDEX)
	@$(BUILD)/bin/mahdar-index update --db $(DEMO_INDEX) corpus/articles
	@echo
	@echo '$$ $(BUILD)/bin/mahdar-search --db $(DEMO_INDEX) --guarantor russia "عودة اللاجئين"'
	@$(BUILD)/bin/mahdar-search --db $(DEMO_INDEX) --guarantor russia --limit 5 "عودة اللاجئين"
	@echo
	@echo 'Next:'
	@echo '  $(BUILD)/bin/mahdar-search --db $(DEMO_INDEX)                               search interactively'
	@echo '  $(BUILD)/bin/mahdar-search --db $(DEMO_INDEX) --round 7-9 "نزع الألغام"       narrow by round'
	@echo '  $(BUILD)/bin/mahdar-index update --db ~/my-archive FOLDER                   index your own articles'
	@echo '  $(BUILD)/bin/mahdar-search --db ~/my-archive --format json "أستانا"           for scripts'

test: test-release test-web asan

test-release: everything
	@ctest --preset release -j$(JOBS)

# Node comes from Debian where the machine has none of its own.
node:
	@command -v npm >/dev/null 2>&1 || .ci/install-packages .ci/packages-node

test-web: build node
	@.ci/install-packages .ci/packages-web
	@cd tests/web && npm ci --silent && npm test --silent

page: node
	@cd $(PAGE) && npm ci --silent && npm run --silent build

asan: setup
	@cmake --preset asan-ubsan >/dev/null
	@cmake --build --preset asan-ubsan -j$(JOBS)
	@ctest --preset asan-ubsan -j$(JOBS)

tsan: setup
	@cmake --preset tsan >/dev/null
	@cmake --build --preset tsan -j$(JOBS)
	@ctest --preset tsan -j$(JOBS)

SOURCES = $(shell git ls-files '*.h' '*.cpp')

lint: everything
	@.ci/install-packages .ci/packages-lint
	@clang-format --dry-run -Werror $(SOURCES)
	@run-clang-tidy -quiet -p $(BUILD) -j$(JOBS) '/(schema|analyzers|indexer|searcher|tests)/[^_].*\.cpp$$'

format:
	@clang-format -i $(SOURCES)

# A folder with gold.tsv, its articles below articles/ or beside it, and queries.tsv where ranking is measured too.
FOLDER ?= corpus
LABELLED = $(firstword $(wildcard $(FOLDER)/articles) $(FOLDER))

accuracy: build
	@tests/quality/accuracy.py $(BUILD)/bin/mahdar-index $(FOLDER)/gold.tsv $(LABELLED)
	@test ! -e $(FOLDER)/queries.tsv || { index=$$(mktemp -d) && $(BUILD)/bin/mahdar-index update --db $$index $(LABELLED) && \
	  tests/quality/ranking.py $(BUILD)/bin/mahdar-search $$index $(FOLDER)/queries.tsv; rm -rf $$index; }

quality: build
	@tests/quality/retrieval.py --bin $(BUILD)/bin $(if $(SAVE),--save $(SAVE)) $(if $(AGAINST),--against $(AGAINST)) $(COLLECTIONS)

bench: everything
	@.ci/install-packages .ci/packages-bench
	@tests/bench/run --bin $(BUILD)/bin $(if $(ARTICLES),--articles $(ARTICLES)) $(if $(JSONL),--jsonl $(JSONL))

TORTURE = PYTHONDONTWRITEBYTECODE=1 MAHDAR_BIN=$(abspath $(BUILD)/bin) /usr/bin/python3 -m pytest -q -s -p no:cacheprovider

torture: everything
	@MAHDAR_FAULT_KINDS="eio enospc full torn short" $(TORTURE) tests/programs/test_faults.py tests/programs/test_disk_full.py
	@MAHDAR_FAULT_FILES=1100 MAHDAR_FAULT_STRIDE=37 $(TORTURE) tests/programs/test_faults.py -k rebuild
	@MAHDAR_FLIPS=1000 $(TORTURE) tests/programs/test_bit_flips.py
	@MAHDAR_READER_SECONDS=$(READER_SECONDS) $(TORTURE) tests/programs/test_readers.py
	@MAHDAR_KILLS=$(KILLS) MAHDAR_KILL_FILES=1100 $(TORTURE) tests/programs/test_index_robust.py -k kills

fuzz:
	@.ci/install-packages .ci/packages .ci/packages-fuzz
	@cmake --preset fuzz >/dev/null
	@cmake --build --preset fuzz -j$(JOBS)
	@tests/fuzz/run build-fuzz/bin $(FUZZ_SECONDS)

coverage: setup
	@cmake --preset coverage >/dev/null
	@cmake --build --preset coverage -j$(JOBS)
	@ctest --preset coverage -j$(JOBS)
	@tests/coverage build-coverage

# Builds only where nothing is built yet, so that root does not build in a user's folder.
install:
	@test -x $(BUILD)/bin/mahdar-index -a -x $(BUILD)/bin/mahdar-search || $(MAKE) build
	@cmake --install $(BUILD) --prefix $(PREFIX) --strip

package: everything
	@.ci/install-packages .ci/packages-deb
	@cd $(BUILD) && cpack -G DEB

clean:
	@rm -rf build build-* $(DEMO_INDEX)

"""Readers in loops while commits and rebuilds go on: no search fails, and none misses what was there before it.

MAHDAR_READER_SECONDS says for how long."""

import json
import os
import threading
import time

import pytest
from conftest import DONE, json_lines
from test_serve import Server

SECONDS = float(os.environ.get("MAHDAR_READER_SECONDS", "60"))
EVERY = 0.2  # seconds from commit to commit
REBUILD_EVERY = 25  # commits
ALWAYS = 40  # articles there from the start
QUERIES = ("محادثات أستانا", '"محادثات أستانا"', "الدول الضامنة OR سوريا", "محادث*", "أستانا نص -معرض", "=سوريا")


def article(number):
    return {"id": f"a{number}", "text": f"نص الخبر رقم {number} عن محادثات أستانا حول سوريا بحضور الدول الضامنة"}


class Writer(threading.Thread):
    """Commits an article every 200 ms, where the machine keeps up, changes an old one, and rebuilds now and then."""

    def __init__(self, archive, stop):
        super().__init__()
        self.archive, self.stop = archive, stop
        self.commits = self.rebuilds = 0
        self.failures = []

    def run(self):
        number = ALWAYS
        while not self.stop.is_set():
            start = time.monotonic()
            number += 1
            changed = {**article(number % ALWAYS), "text": article(number % ALWAYS)["text"] + f" صيغة {number}"}
            rows = [article(n) for n in range(ALWAYS)]
            rows[number % ALWAYS] = changed
            self.archive.write("always.jsonl", json_lines(*rows))
            self.archive.write(f"more/{number}.jsonl", json_lines(article(number)))
            again = self.commits % REBUILD_EVERY == REBUILD_EVERY - 1
            run = self.archive.program("rebuild" if again else "update", "--db", self.archive.db, self.archive.folder)
            if run.returncode != DONE:
                self.failures.append(f"exit {run.returncode}: {run.stderr}")
            self.commits += 1
            self.rebuilds += again
            self.stop.wait(max(0, start + EVERY - time.monotonic()))


class Reader(threading.Thread):
    """Calls `look` again and again; it gives the answers of one or more searches or raises."""

    def __init__(self, look, stop):
        super().__init__()
        self.look, self.stop = look, stop
        self.searches, self.failures, self.revisions = 0, [], set()

    def run(self):
        while not self.stop.is_set():
            try:
                for answer in self.look():
                    self.searches += 1
                    self.revisions.add((answer["index"]["generation"], answer["index"]["revision"]))
                    if answer["total"] < ALWAYS or answer["query"].get("relaxed"):
                        self.failures.append(f"{answer['total']} hits for {answer['query']['text']}")
            except Exception as error:
                self.failures.append(repr(error))


def one_shot(search, db):
    def look():
        for query in QUERIES:
            run = search("--db", db, "--format", "json", query)
            assert run.returncode == DONE and not run.stderr, (run.returncode, run.stderr)
            yield json.loads(run.stdout)

    return look


def batch(search, db, queries):
    def look():
        run = search("batch", "--db", db, "--queries", queries, "--format", "json", "--limit", "3")
        assert run.returncode == DONE and not run.stderr, (run.returncode, run.stderr)
        yield from map(json.loads, run.stdout.splitlines())

    return look


def over_http(server):
    def look():
        yield server.json("/api/search?q=%D8%A3%D8%B3%D8%AA%D8%A7%D9%86%D8%A7")

    return look


@pytest.fixture
def queries(tmp_path):
    path = tmp_path / "queries.tsv"
    path.write_text("".join(f"{n}\t{QUERIES[n % len(QUERIES)]}\n" for n in range(600)), encoding="utf-8")
    return path


def test_no_search_fails_while_others_write(archive, search, queries):
    archive.write("always.jsonl", json_lines(*map(article, range(ALWAYS))))
    archive.update()
    server = Server(search, archive)
    stop = threading.Event()
    writer = Writer(archive, stop)
    looks = [one_shot(search, archive.db), *[batch(search, archive.db, queries)] * 2, over_http(server)]
    readers = [Reader(look, stop) for look in looks]
    for thread in (writer, *readers):
        thread.start()
    time.sleep(SECONDS)
    stop.set()
    for thread in (writer, *readers):
        thread.join()
    server.stop()
    print(f"{writer.commits} commits, {writer.rebuilds} rebuilds in {SECONDS:.0f} s; searches "
          f"{[reader.searches for reader in readers]}, states seen {[len(reader.revisions) for reader in readers]}")
    assert not writer.failures, writer.failures
    assert not [failure for reader in readers for failure in reader.failures]
    assert all(reader.searches > 0 and len(reader.revisions) > 1 for reader in readers)
    assert archive.verify()["sound"]

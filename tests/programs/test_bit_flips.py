"""Copies of an index with bits turned over: no program crashes, errors are clear, no changed article passes verify.

MAHDAR_FLIPS says in how many copies."""

import json
import os
import random
import shutil
from concurrent.futures import ThreadPoolExecutor

import pytest
from conftest import DONE, IO_ERROR, MISSING, ROOT, STALE

FLIPS = int(os.environ.get("MAHDAR_FLIPS", "100"))
NO_HIT = 1
ARTICLES = sorted((ROOT / "corpus" / "articles").glob("*.txt"))[:12]
QUERIES = ("أستانا", '"محادثات أستانا"', "معتقل* OR لافرنتيف~")


def flip(db, chance):
    """Turns one to eight bits of one file over, of the stored articles in every other copy; gives where."""
    files = sorted(path for path in [db / "CURRENT", *db.glob("gen-*/*")] if path.stat().st_size > 0)
    stored = [path for path in files if path.name.startswith("docdata")]
    path = chance.choice(stored) if chance.random() < 0.5 else chance.choice(files)
    content = bytearray(path.read_bytes())
    places = [chance.randrange(len(content) * 8) for _ in range(chance.choice((1, 1, 8)))]
    for place in places:
        content[place // 8] ^= 1 << place % 8
    path.write_bytes(content)
    return f"{path.relative_to(db)} at bits {places}"


class Inspection:
    """All programs over one damaged copy; `wrong` collects what must not be."""

    def __init__(self, index, search, articles):
        self.index, self.search, self.articles = index, search, articles
        self.reported = self.changed = 0

    def stored(self, db, id_):
        """The article as it can be read, None where it cannot."""
        run = self.search("show", "--db", db, "--format", "json", id_)
        return run, json.loads(run.stdout) if run.returncode == DONE else None

    def commands(self, db):
        damaged = {IO_ERROR, STALE}
        for query in QUERIES:
            yield self.search, ("--db", db, "--format", "json", query), {DONE, NO_HIT, *damaged}
        yield self.search, ("--db", db, "--round", "7", "--sort", "newest"), {DONE, NO_HIT, *damaged}
        yield self.index, ("status", "--db", db), {DONE, *damaged}
        yield self.index, ("verify", "--db", db, "--digest"), {DONE, *damaged}
        yield self.index, ("update", "--db", db, "--full-scan", *ARTICLES), {DONE, MISSING, *damaged}

    def inspect(self, db, where):
        wrong = []

        def allow(run, codes, what):
            if run.returncode not in codes:
                wrong.append(f"{where}: {what}: exit {run.returncode}: {run.stderr.strip()[-400:]}")
            elif run.returncode in (IO_ERROR, STALE) and not (run.stderr.strip() or run.stdout.strip()):
                wrong.append(f"{where}: {what}: exit {run.returncode} without a word")

        verified = self.index("verify", "--db", db)
        allow(verified, {DONE, IO_ERROR}, "verify")
        changed = []
        for id_, article in self.articles.items():
            run, now = self.stored(db, id_)
            allow(run, {DONE, IO_ERROR, STALE, MISSING, NO_HIT}, "show")
            if now != article:
                changed.append(id_)
        if changed and verified.returncode == DONE:
            wrong.append(f"{where}: verify misses {changed}")
        for program, arguments, codes in self.commands(db):
            allow(program(*arguments), codes, arguments[0])
        self.reported += verified.returncode != DONE
        self.changed += bool(changed)
        return wrong


damaging = pytest.mark.skipif(
    "MAHDAR_SANITIZED" in os.environ, reason="Xapian reads beyond damaged blocks, which ends sanitized programs"
)


@damaging
@pytest.mark.skipif(FLIPS < 1000, reason="spins for a minute: part of make torture")
def test_a_block_that_xapian_never_leaves_ends_the_search(archive, search):
    """An odd end of a block's directory: the bisection in it goes round for ever."""
    archive.update(*ARTICLES)
    path = archive.db / "gen-000001" / "docdata.glass"
    content = bytearray(path.read_bytes())
    content[10] ^= 1
    path.write_bytes(content)
    run = search("--db", archive.db, QUERIES[1])
    assert run.returncode == IO_ERROR
    assert "does not come to an end" in run.stderr and "mahdar-index verify" in run.stderr
    assert archive.verify(code=IO_ERROR)["findings"]


@damaging
def test_damage_crashes_nothing_and_no_changed_article_passes(archive, index, search, tmp_path):
    archive.update(*ARTICLES)
    listing = search("--db", archive.db, "--date", "1900..2100", "--limit", "100", "--format", "json", "--no-relax")
    inspection = Inspection(index, search, {})
    inspection.articles = {
        hit["id"]: inspection.stored(archive.db, hit["id"])[1] for hit in json.loads(listing.stdout)["hits"]
    }
    assert len(inspection.articles) > 6 and all(inspection.articles.values())

    def damaged(number):
        db = tmp_path / f"flipped-{number}"
        shutil.copytree(archive.db, db)
        wrong = inspection.inspect(db, flip(db, random.Random(number)))
        shutil.rmtree(db)
        return wrong

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = [line for wrong in pool.map(damaged, range(FLIPS)) for line in wrong]
    print(f"{FLIPS} copies: verify reports {inspection.reported}, articles not as they were in {inspection.changed}")
    assert not found, "\n".join(found)

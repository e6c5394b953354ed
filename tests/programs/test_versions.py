"""mahdar-index where files of one source bring versions of an article: the newest stands, whatever the order of reading."""

import itertools
import os
import random
import shutil
import time

import pytest

from conftest import DONE, REJECTED, Archive, json_lines, warc_page

DAY = 86_400 * 10**9
BASE = 10**18


def item(number, text, published="", updated=""):
    dates = (f"<pubDate>{published}</pubDate>" if published else "") + (f"<updated>{updated}</updated>" if updated else "")
    return (f"<item><title>خبر {number}</title><link>https://n.example/{number}</link>{dates}"
            f"<description>{text}</description></item>")


def feed(*items):
    return f'<rss version="2.0"><channel><title>ن</title>{"".join(items)}</channel></rss>'


def atom(number, text, updated):
    return (f'<feed xmlns="http://www.w3.org/2005/Atom"><title>ن</title><entry><title>خبر {number}</title>'
            f'<link href="https://n.example/{number}"/><published>2017-10-01T08:00:00Z</published>'
            f"<updated>{updated}</updated><summary>{text}</summary></entry></feed>")


def record(number, text, date):
    return warc_page(f"https://w.example/{number}", text, date)


def line(number, text, **more):
    return json_lines({"url": f"https://j.example/{number}", "text": text, **more})


FIRST = "نص الخبر الأول كما نشر عن محادثات أستانا حول سوريا"
SECOND = "نص الخبر بعد تصحيحه عن محادثات أستانا حول سوريا"
THIRD = "نص الخبر بعد تصحيح آخر عن محادثات أستانا حول سوريا"

# Name, files with the day of their time, which of them has the newest version, its text.
VERSIONS = [
    ("feeds without dates: the file's time", {"b.xml": (1, feed(item(1, FIRST))), "a.xml": (2, feed(item(1, SECOND)))},
     "a.xml", SECOND),
    ("feeds with pubDate", {"a.xml": (2, feed(item(1, SECOND, "Tue, 31 Oct 2017 11:00:00 +0300"))),
                            "b.xml": (2, feed(item(1, FIRST, "Tue, 31 Oct 2017 07:30:00 GMT")))}, "a.xml", SECOND),
    ("the same pubDate, later file", {"b.xml": (1, feed(item(1, FIRST, "Tue, 31 Oct 2017 11:00:00 +0300"))),
                                      "a.xml": (2, feed(item(1, SECOND, "Tue, 31 Oct 2017 11:00:00 +0300")))}, "a.xml", SECOND),
    ("Atom's updated against the files' times", {"a.xml": (1, atom(1, SECOND, "2017-10-02T09:00:00Z")),
                                                 "b.xml": (2, atom(1, FIRST, "2017-10-02T08:00:00+02:00"))}, "a.xml", SECOND),
    ("a page crawled again", {"a.warc": (1, record(1, SECOND, "2020-01-02T00:00:00Z")),
                              "b.warc": (2, record(1, FIRST, "2020-01-01T00:00:00Z"))}, "a.warc", SECOND),
    ("JSON Lines with dates", {"a.jsonl": (1, line(1, SECOND, date="2017-10-31")),
                               "b.jsonl": (2, line(1, FIRST, date="2017-10-30"))}, "a.jsonl", SECOND),
    ("JSON Lines with times of change", {"a.jsonl": (1, line(1, SECOND, date="2017-10-30", modified="2017-10-30T12:00:00")),
                                         "b.jsonl": (2, line(1, FIRST, date="2017-10-30", modified="2017-10-30T11:00"))},
     "a.jsonl", SECOND),
    ("equal times: the later name", {"a.xml": (1, feed(item(1, FIRST))), "b.xml": (1, feed(item(1, SECOND)))}, "b.xml", SECOND),
    ("a text that came back", {"a.warc": (1, record(1, FIRST, "2020-01-01T00:00:00Z")),
                               "b.warc": (1, record(1, SECOND, "2020-01-02T00:00:00Z")),
                               "c.warc": (1, record(1, FIRST, "2020-01-03T00:00:00Z"))}, "c.warc", FIRST),
    ("three feeds", {"a.xml": (3, feed(item(1, THIRD))), "b.xml": (2, feed(item(1, SECOND))),
                     "c.xml": (1, feed(item(1, FIRST)))}, "a.xml", THIRD),
]
NAMES = [case[0] for case in VERSIONS]
each_case = pytest.mark.parametrize("files, newest, text", [case[1:] for case in VERSIONS], ids=NAMES)


def put(archive, name, day, content):
    path = archive.write(name, content)
    os.utime(path, ns=(BASE + day * DAY, BASE + day * DAY))


def digest(archive, db=None):
    run = archive.program("verify", "--digest", "--db", db or archive.db, "--format", "json")
    assert run.returncode == DONE, run.stdout + run.stderr
    return run.stdout


def rebuild(archive, code=DONE):
    run = archive.program("rebuild", "--db", archive.db, "--json", archive.folder)
    assert run.returncode == code, run.stderr


def afresh(archive, name):
    """The digest of an index made at once of what the folder holds now."""
    db = archive.db.parent / name
    assert archive.program("update", "--db", db, archive.folder).returncode in (DONE, REJECTED)
    return digest(archive, db)


def held(archive, search, url):
    run = search("--db", archive.db, "--format", "json", "show", url)
    assert run.returncode == DONE, run.stderr
    return run.stdout


def url_of(newest):
    return {"xml": "https://n.example/1", "warc": "https://w.example/1", "jsonl": "https://j.example/1"}[newest.split(".")[-1]]


def superseded(archive):
    return sum(source["superseded"] for source in archive.status()["sources"])


@each_case
def test_the_newest_version_stands_in_whatever_order_files_come(tmp_path, index, search, files, newest, text):
    digests = set()
    folder = tmp_path / "at-once"
    folder.mkdir()
    for number, order in enumerate([None, *itertools.permutations(files)]):
        shutil.rmtree(folder)
        folder.mkdir()
        archive = Archive(folder, index)
        told = 0
        for name in order or files:
            put(archive, name, *files[name])
            if order is not None:
                counted = archive.update()["articles"]
                told += counted["superseded"] + counted["duplicates"]
                assert (counted["rejected"], counted["removed"], archive.stderr) == (0, 0, ""), order
        if order is None:
            told = sum(archive.update()["articles"][what] for what in ("superseded", "duplicates"))
        assert (archive.stderr, archive.count(), told) == ("", 1, len(files) - 1), order
        assert text in held(archive, search, url_of(newest)) and archive.status()["failures"] == []
        assert archive.verify()["articles"] == 1
        digests.add(digest(archive))
        assert archive.update()["files"]["read"] == 0
        rebuild(archive)
        digests.add(digest(archive))
        archive.update(archive.folder, "--full-scan")
        digests.add(digest(archive))
        assert len(digests) == 1, (number, order)


@each_case
def test_the_older_version_comes_back_when_the_newer_goes(archive, search, files, newest, text):
    for name, content in files.items():
        put(archive, name, *content)
    archive.update()
    (archive.folder / newest).unlink()
    counted = archive.update()["articles"]
    assert (counted["removed"], counted["rejected"], archive.stderr, archive.count()) == (0, 0, "", 1)
    assert text != FIRST or SECOND in held(archive, search, url_of(newest))
    assert digest(archive) == afresh(archive, "afresh")


@pytest.mark.parametrize("options", [(), ("--batch", "1")], ids=["in one batch", "in batches"])
def test_the_older_version_comes_back_when_the_newer_is_dropped(archive, search, options):
    put(archive, "a.xml", 1, feed(item(1, FIRST), item(2, FIRST)))
    put(archive, "b.xml", 2, feed(item(1, SECOND), item(2, FIRST)))
    archive.update()
    assert superseded(archive) == 1
    put(archive, "b.xml", 3, feed(item(3, THIRD)))
    counted = archive.update(archive.folder, *options)["articles"]
    assert (counted["removed"], archive.stderr, archive.count()) == (0, "", 3)
    assert FIRST in held(archive, search, "https://n.example/1")
    assert digest(archive) == afresh(archive, "afresh")
    assert archive.update()["files"]["read"] == 0


def test_status_and_summary_tell_what_is_superseded(archive):
    put(archive, "a.xml", 1, feed(item(1, FIRST), item(2, FIRST)))
    archive.update()
    put(archive, "b.xml", 2, feed(item(1, SECOND), item(2, FIRST)))
    counted = archive.update()["articles"]
    assert (counted["changed"], counted["superseded"], counted["duplicates"]) == (1, 1, 1)
    assert superseded(archive) == 1
    shown = archive.program("status", "--db", archive.db).stdout
    assert any(row.split() == ["superseded", "1"] for row in shown.splitlines())
    put(archive, "c.xml", 0, feed(item(1, THIRD)))
    run = archive.program("update", "--db", archive.db, "--verbose", archive.folder)
    assert "1 superseded" in run.stdout + run.stderr


def test_an_older_date_in_the_newest_version_gives_way(archive, search):
    put(archive, "a.jsonl", 1, line(1, FIRST, date="2017-10-30"))
    put(archive, "b.jsonl", 1, line(1, SECOND, date="2017-10-31"))
    archive.update()
    put(archive, "b.jsonl", 2, line(1, SECOND, date="2017-10-29"))
    archive.update()
    assert FIRST in held(archive, search, "https://j.example/1")
    assert digest(archive) == afresh(archive, "afresh")


@pytest.mark.parametrize("way", ["dropped", "removed"])
def test_the_older_version_comes_back_from_a_part_of_the_source_that_was_not_looked_at(archive, search, way):
    put(archive, "a/a.xml", 1, feed(item(1, FIRST)))
    put(archive, "b/b.xml", 2, feed(item(1, SECOND)))
    put(archive, "b/c.xml", 2, feed(item(2, SECOND)))
    archive.update()
    if way == "dropped":
        put(archive, "b/b.xml", 3, feed(item(3, THIRD)))
    else:
        (archive.folder / "b/b.xml").unlink()
    archive.update(archive.folder / "b")
    archive.update()
    assert FIRST in held(archive, search, "https://n.example/1") and archive.stderr == ""
    assert digest(archive) == afresh(archive, "afresh")


@pytest.mark.parametrize("name", ["a", "b"])
@pytest.mark.parametrize("day", [0, 5])
def test_a_file_given_another_time_is_weighed_again(archive, name, day):
    put(archive, "a.xml", 1, feed(item(1, FIRST)))
    put(archive, "b.xml", 2, feed(item(1, SECOND)))
    archive.update()
    os.utime(archive.folder / f"{name}.xml", ns=(BASE + day * DAY, BASE + day * DAY))
    archive.update()
    assert archive.count() == 1
    assert digest(archive) == afresh(archive, "afresh")


def test_no_article_of_another_source_is_touched(archive, search):
    put(archive, "a/a.xml", 1, feed(item(1, FIRST)))
    put(archive, "b/b.xml", 2, feed(item(1, SECOND)))
    archive.update(archive.folder / "a")
    counted = archive.update(archive.folder / "b", code=REJECTED)["articles"]
    assert (counted["rejected"], counted["changed"]) == (1, 0) and "another id" in archive.stderr
    assert FIRST in held(archive, search, "https://n.example/1")


def test_two_articles_of_one_file_with_one_id_are_told(archive):
    put(archive, "a.jsonl", 1, json_lines({"id": "1", "text": FIRST}, {"id": "1", "text": SECOND}))
    counted = archive.update(code=REJECTED)["articles"]
    assert (counted["rejected"], counted["superseded"], archive.count()) == (1, 0, 1)


def test_two_texts_with_one_id_are_told(archive):
    put(archive, "a.txt", 1, f"id: s\n\n{FIRST}\n")
    put(archive, "b.txt", 2, f"id: s\n\n{SECOND}\n")
    assert archive.update(code=REJECTED)["articles"]["rejected"] == 1
    before = digest(archive)
    rebuild(archive, code=REJECTED)
    assert digest(archive) == before


@pytest.mark.parametrize("turn", [1, -1], ids=["older first", "newer first"])
@pytest.mark.parametrize("way", ["at once", "grown"])
def test_a_line_that_is_newer_by_its_own_date_supersedes_one_of_its_file(archive, search, turn, way):
    old, new = line(1, FIRST, date="2017-10-30"), line(1, SECOND, date="2017-10-31")
    first, second = (old, new)[::turn]
    if way == "grown":
        put(archive, "a.jsonl", 1, first)
        archive.update()
    put(archive, "a.jsonl", 2, first + second)
    counted = archive.update()["articles"]
    assert (counted["rejected"], counted["superseded"], archive.stderr, archive.count()) == (0, 1, "", 1)
    assert SECOND in held(archive, search, "https://j.example/1")
    before = digest(archive)
    rebuild(archive)
    assert digest(archive) == before == afresh(archive, "afresh")


@pytest.mark.parametrize("before, after", [("a-latest.xml", "b.xml"), ("b.xml", "a-old.xml")])
def test_taking_over_is_no_mass_delete(archive, before, after):
    """A feed of 150 items in the file it is fetched into, and in a copy; then the first has others."""
    items = [item(n, f"نص الخبر رقم {n} عن أستانا") for n in range(150)]
    put(archive, before, 2, feed(*items))
    put(archive, after, 1, feed(*items))
    archive.update()
    put(archive, before, 3, feed(*(item(n, f"نص الخبر رقم {n} عن أستانا") for n in range(150, 160))))
    counted = archive.update()["articles"]
    assert (counted["removed"], archive.stderr, archive.count()) == (0, "", 160)
    assert digest(archive) == afresh(archive, "afresh")


def test_a_newer_file_that_goes_is_no_mass_delete(archive):
    put(archive, "a.xml", 1, feed(*(item(n, FIRST) for n in range(150))))
    put(archive, "b.xml", 2, feed(*(item(n, SECOND) for n in range(150))))
    archive.update()
    (archive.folder / "b.xml").unlink()
    counted = archive.update()["articles"]
    assert (counted["removed"], archive.stderr, archive.count()) == (0, "", 150)
    assert digest(archive) == afresh(archive, "afresh")


class Changes:
    """Files of all kinds with versions of five articles, changed at random; what must stand in the end is known."""

    def __init__(self, archive, seed):
        self.archive, self.chance, self.files = archive, random.Random(seed), {}

    def content(self, kind, before):
        """Three articles. The fourth has one date in all its versions, the fifth none: they stand once in a file."""
        parts = []
        for number in self.chance.choices(range(1, 6), k=3):
            if number > 3 and number in before + [n for n, _ in parts]:
                continue
            version = self.chance.randrange(1, 5)
            day = version if number < 4 else 1
            text = f"نص الخبر {number} في نسخته {version} عن أستانا"
            if kind == "warc":
                part = record(number, text, f"2020-01-0{day}T00:00:00Z" if number < 5 else "")
            elif kind == "xml":
                part = item(number, text, f"{day} Oct 2017 08:00:00 GMT" if number < 5 else "")
            else:
                part = line(number, text, **({"modified": f"2017-10-0{day}"} if number < 5 else {}))
            parts.append((number, part))
        return parts

    def change(self):
        kind = self.chance.choice(["xml", "warc", "jsonl"])
        name = f"{self.chance.choice('abc')}-{kind}.{kind}"
        if name in self.files and len(self.files) > 1 and self.chance.random() < 0.25:
            del self.files[name]
            (self.archive.folder / name).unlink()
            return
        grows = kind == "jsonl" and self.chance.random() < 0.5
        before = self.files.get(name, []) if grows else []
        self.files[name] = before + self.content(kind, [number for number, _ in before])
        parts = [part for _, part in self.files[name]]
        whole = feed(*parts) if kind == "xml" else b"".join(parts) if kind == "warc" else "".join(parts)
        put(self.archive, name, self.chance.randrange(6), whole)


@pytest.mark.parametrize("seed", range(1, 7))
@pytest.mark.parametrize("kills", [False, True], ids=["whole runs", "killed runs"])
def test_updates_end_where_a_rebuild_does(archive, index, seed, kills):
    changes = Changes(archive, seed)
    for step in range(8):
        for _ in range(2):
            changes.change()
        if kills:
            killed = index.start("update", "--db", archive.db, "--batch", "1", archive.folder)
            time.sleep(changes.chance.random() / 4)
            killed.kill()
            killed.communicate()
        archive.update()
        assert archive.stderr == "" and archive.verify()["articles"] == archive.count()
        assert digest(archive) == afresh(archive, f"afresh-{step}"), (step, sorted(changes.files))

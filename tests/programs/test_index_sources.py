"""To which source a file belongs where it can be reached by several, and what is said of sources left out."""

import gzip
import json
import os
import time
import zlib

import pytest
from conftest import DONE, IO_ERROR, MISSING, REJECTED, USAGE


@pytest.fixture
def nested(archive):
    """A source with a folder in it: a.txt, b.txt, sub/c.txt, sub/d.txt."""
    for name in ("a", "b", "sub/c", "sub/d"):
        archive.write(f"{name}.txt", f"خبر {name}\n\nنص الخبر {name} عن أستانا.\n")
    archive.settle()
    return archive


def roots(archive):
    return {source["source"]: source["articles"] for source in archive.status()["sources"]}


# First sources, then what is given by itself, then the file that goes, then sources that have to see it.
ALONE = {
    "a file": (["."], ["a.txt"], "a.txt", ["."]),
    "a file of a folder": (["."], ["sub/c.txt"], "sub/c.txt", ["."]),
    "a folder": (["."], ["sub"], "sub/c.txt", ["."]),
    "a folder, seen by itself": (["."], ["sub"], "sub/c.txt", ["sub"]),
    "a folder, named first": (["sub", "."], ["sub"], "sub/c.txt", ["."]),
    "a file, before its folder": (["a.txt"], ["a.txt"], "a.txt", ["."]),
    "all at once": ([".", "sub", "a.txt"], ["a.txt"], "a.txt", ["."]),
}


@pytest.mark.parametrize("case", ALONE)
def test_what_is_given_by_itself_stays_with_its_source(nested, case):
    first, alone, goes, last = [[nested.folder / name for name in names] if isinstance(names, list) else names
                                for names in ALONE[case]]
    nested.update(*first)
    nested.update(*alone)
    before = nested.count()
    (nested.folder / goes).unlink()
    nested.update(*last)
    left = 3 if nested.folder in last or nested.folder in first else before - 1
    assert nested.verify()["articles"] == left
    assert list(roots(nested)) == [str(nested.folder)]


def test_a_new_file_given_by_itself_belongs_to_the_source_it_lies_in(nested):
    nested.update()
    nested.update(nested.write("sub/e.txt", "خبر جديد\n"))
    assert roots(nested) == {str(nested.folder): 5}
    assert nested.update()["articles"]["added"] == 0


@pytest.mark.parametrize("name", ["note.dat", ".hidden.txt", ".hidden/a.txt", "README"])
def test_a_file_that_its_folder_passes_over_stays_while_it_is_there(nested, name):
    nested.update()
    path = nested.write(name, "نص في ملف لا يراه المجلد\n")
    nested.update(path)
    nested.update()
    assert nested.count() == 5
    path.unlink()
    nested.update()
    assert nested.verify()["articles"] == 4


def test_another_source_inside_a_source_is_its_own(nested):
    nested.update(nested.folder / "sub")
    (nested.folder / "sub" / "c.txt").unlink()
    (nested.folder / "sub").rename(nested.folder.parent / "unmounted")
    (nested.folder / "sub").mkdir()
    nested.update(nested.folder, nested.folder / "sub", code=MISSING)
    nested.update()
    assert roots(nested) == {str(nested.folder): 2, str(nested.folder / "sub"): 2}


def test_a_missing_part_of_a_source_takes_nothing_with_it(nested):
    nested.update()
    (nested.folder / "sub").rename(nested.folder.parent / "elsewhere")
    nested.update(nested.folder, nested.folder / "sub", code=MISSING)
    assert nested.verify()["articles"] == 4


def test_a_missing_source_given_by_a_relative_path_is_emptied_with_leave(nested, index):
    options = ("update", "--db", nested.db)
    assert index(*options, "source", cwd=nested.folder.parent).returncode == DONE
    nested.folder.rename(nested.folder.parent / "renamed")
    assert index(*options, "source", cwd=nested.folder.parent).returncode == MISSING
    done = index(*options, "--allow-mass-delete", "--json", "source", "renamed", cwd=nested.folder.parent)
    assert done.returncode == DONE
    assert json.loads(done.stdout)["articles"]["total"] == 4
    assert roots(nested) == {str(nested.folder.parent / "renamed"): 4}


def test_a_rebuild_tells_which_sources_it_leaves_out(nested, index, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "x.txt").write_text("نص من مصدر آخر\n", encoding="utf-8")
    nested.update(nested.folder, other)
    done = index("rebuild", "--db", nested.db, "--json", nested.folder)
    assert done.returncode == DONE
    assert str(other) in done.stderr and "rollback" in done.stderr
    assert json.loads(done.stdout)["left_out"] == [{"source": str(other), "articles": 1}]
    done = index("rebuild", "--db", nested.db, "--json")
    assert done.returncode == DONE and done.stderr == "" and json.loads(done.stdout)["left_out"] == []


def record(number):
    return json.dumps({"id": f"r{number}", "text": f"نص الخبر {number} عن أستانا"}, ensure_ascii=False)


HOURS_AGO = 2 * 3600


@pytest.mark.parametrize("age, code, said", [(10, DONE, 0), (HOURS_AGO, REJECTED, 1)])
def test_a_cut_last_line_is_waited_for_and_told_once(archive, age, code, said):
    def write(text):
        path = archive.write("a.jsonl", text)
        os.utime(path, (path.stat().st_mtime - age,) * 2)

    write(record(1) + "\n" + record(2)[:30])
    summary = archive.update(code=code)
    assert summary["articles"]["added"] == 1 and summary["files"]["unsettled"] == 1
    assert len(archive.stderr.splitlines()) == said
    for length in (30, 34, 38):  # its writer goes on, slowly
        write(record(1) + "\n" + record(2)[:length])
        archive.update()
        assert archive.stderr == ""
        assert [failure["total"] for failure in archive.status()["failures"]] == [1] * said
    write(record(1) + "\n" + record(2) + "\n" + record(3) + "\n")
    assert archive.update()["articles"]["added"] == 2
    assert archive.status()["failures"] == []
    assert archive.verify()["articles"] == 3


@pytest.mark.parametrize("opening, between", [("", "\n"), ("[\n", ",")])
def test_a_compressed_file_that_was_cut_is_one_fault(archive, opening, between):
    # A full flush ends the whole articles in the middle of a file, as a writer that was killed leaves them.
    squeeze = zlib.compressobj(wbits=31)
    whole = squeeze.compress((opening + record(1) + between + record(2)[:-5]).encode()) + squeeze.flush(zlib.Z_FULL_FLUSH)
    path = archive.folder / "cut.jsonl.gz"
    path.write_bytes(whole)
    os.utime(path, (time.time() - HOURS_AGO,) * 2)
    assert archive.update(code=REJECTED)["articles"]["added"] == 1
    assert len(archive.stderr.splitlines()) == 1 and "end of file" in archive.stderr
    assert [failure["total"] for failure in archive.status()["failures"]] == [1]
    archive.update()
    assert archive.stderr == ""


def item(number):
    return f"<item><title>خبر {number}</title><link>https://example.org/{number}</link></item>"


def page_record(number):
    page = f"<html><body><p>نص الخبر {number} عن أستانا.</p></body></html>".encode()
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/{number}\r\nContent-Length: {len(block)}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


LINES = [(record(n) + "\n").encode() for n in (1, 2)]
PAGES = [page_record(1), page_record(2)]
FEED = ("<rss><channel><title>ص</title>" + item(1) + item(2) + "</channel></rss>").encode()
# name, the whole file, how much of it is there at first, articles in that
UNFINISHED = [
    ("a.xml", FEED, FEED.rindex(b"</link>"), 1),
    ("a.rss", FEED, FEED.rindex(b"</item>") + 9, 2),
    ("a.xml", FEED, FEED.index(b"<channel>"), 0),
    ("a.jsonl.gz", gzip.compress(LINES[0]) + gzip.compress(LINES[1]), len(gzip.compress(LINES[0])) + 30, 1),
    ("a.warc", b"".join(PAGES), len(PAGES[0]) + 3, 1),
    ("a.warc", b"".join(PAGES), len(PAGES[0]) + 60, 1),
    ("a.warc", b"".join(PAGES), len(PAGES[0]) + 200, 1),
    ("a.warc.gz", b"".join(map(gzip.compress, PAGES)), len(gzip.compress(PAGES[0])) + 15, 1),
    ("a.warc.gz", b"".join(map(gzip.compress, PAGES)), -1, 2),
]
UNFINISHED_IDS = [f"{name}-{number}" for number, (name, *_) in enumerate(UNFINISHED)]


@pytest.mark.parametrize("command", ["update", "rebuild"])
@pytest.mark.parametrize("name, whole, there, articles", UNFINISHED, ids=UNFINISHED_IDS)
def test_a_file_still_being_written_is_waited_for_and_told_once(archive, index, command, name, whole, there, articles):
    path = archive.write(name, whole[:there])
    done = index(command, "--db", archive.db, "--json", archive.folder)
    assert done.returncode == DONE and done.stderr == ""
    summary = json.loads(done.stdout)
    assert summary["articles"]["total"] == articles and summary["files"]["unsettled"] == 1
    assert archive.update()["files"]["unsettled"] == 1
    assert archive.stderr == "" and archive.status()["failures"] == []
    os.utime(path, (time.time() - HOURS_AGO,) * 2)
    archive.update(code=REJECTED)
    assert len(archive.stderr.splitlines()) == 1
    archive.update()
    assert archive.stderr == "" and [failure["total"] for failure in archive.status()["failures"]] == [1]
    archive.write(name, whole)
    archive.update()
    assert archive.status()["failures"] == [] and archive.verify()["articles"] == 2


@pytest.mark.parametrize("name, whole, there, articles", UNFINISHED, ids=UNFINISHED_IDS)
def test_a_file_that_is_written_anew_loses_nothing_meanwhile(archive, name, whole, there, articles):
    archive.write(name, whole)
    assert archive.update()["articles"]["added"] == 2
    archive.write(name, whole[:there])
    archive.update()
    assert archive.stderr == "" and archive.verify()["articles"] == 2
    archive.write(name, whole)
    assert archive.update()["files"]["unsettled"] == 0 and archive.verify()["articles"] == 2


NUMBERS = [("--batch", "0"), ("--batch", "-1"), ("--batch", "5x"), ("--batch", "99999999999999999999"),
           ("--memory", "0"), ("--memory", "1G"), ("--memory", "99999999999999"), ("--threads", "0"),
           ("--threads", "257"), ("--wait", "-1"), ("--wait", "nan"), ("--wait", "5s")]


@pytest.mark.parametrize("option, number", NUMBERS)
def test_numbers_out_of_range_are_told_with_what_is_accepted(nested, index, option, number):
    done = index("update", "--db", nested.db, f"{option}={number}", nested.folder)
    assert done.returncode == USAGE
    assert option in done.stderr and " to " in done.stderr
    assert not nested.db.exists()


@pytest.mark.parametrize("arguments, meant", [(("updat", "x"), "update"), (("update", "--bacth", "5", "x"), "--batch"),
                                              (("update", "--wiat=3", "x"), "--wait"), (("stauts",), "status")])
def test_the_nearest_name_is_suggested(index, arguments, meant):
    done = index(*arguments)
    assert done.returncode == USAGE
    assert f"did you mean {meant}?" in done.stderr


@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("command", [("update", "--json"), ("rebuild", "--json"), ("status",), ("verify",)])
def test_output_that_cannot_be_written_is_a_failure(nested, index, command, closed):
    nested.update()
    name, *options = command
    sources = [nested.folder] if name in ("update", "rebuild") else []
    words = " ".join(str(word) for word in (index.path, name, "--db", nested.db, *options, *sources))
    done = os.popen(f"({words} {'>&-' if closed else '>/dev/full'}) 2>&1; echo $?").read()
    assert done.splitlines()[-1] == str(IO_ERROR)
    assert "standard output" in done or "No space" in done
    assert nested.verify()["articles"] == 4

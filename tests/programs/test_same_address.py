"""mahdar-index where several files, or several places of one, have an article under one id."""

import random
import time

import pytest

from conftest import DONE, REJECTED, json_lines


def item(number, text=None):
    return (f"<item><title>خبر {number}</title><link>https://n.example/{number}</link>"
            f"<description>{text or f'نص الخبر رقم {number} عن أستانا'}</description></item>")


def feed(*items):
    return f'<rss version="2.0"><channel><title>ن</title>{"".join(items)}</channel></rss>'


def record(number, text=None):
    page = f"<html><body><p>{text or f'نص الصفحة رقم {number} عن محادثات أستانا حول سوريا.'}</p></body></html>"
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()
    head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://w.example/{number}\r\n"
            f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n")
    return head.encode() + block + b"\r\n\r\n"


def lines(*numbers):
    return json_lines(*({"url": f"https://j.example/{number}", "text": f"نص الخبر {number}"} for number in numbers))


# Name, files, articles, copies.
COPIES = [
    ("feeds saved every hour", {f"feed-{n:02}.xml": feed(*map(item, range(n, n + 3))) for n in (1, 2, 3)}, 5, 4),
    ("a page crawled twice", {"a.warc": record(1) + record(2), "b.warc": record(2) + record(3)}, 3, 1),
    ("one address twice in a WARC file", {"a.warc": record(1) + record(1)}, 1, 1),
    ("the same lines in two files", {"a.jsonl": lines(1, 2), "b.jsonl": lines(2, 3)}, 3, 1),
    ("one line twice", {"a.jsonl": lines(1, 2, 1)}, 2, 1),
    ("texts with one id", {"a.txt": "id: s\n\nنص الخبر\n", "b.txt": "id: s\n\nنص الخبر\n"}, 1, 1),
]


def digest(archive):
    run = archive.program("verify", "--digest", "--db", archive.db, "--format", "json")
    assert run.returncode == DONE, run.stdout + run.stderr
    return run.stdout


def rebuild(archive):
    run = archive.program("rebuild", "--db", archive.db, archive.folder)
    assert run.returncode == DONE and run.stderr == "", run.stderr


@pytest.mark.parametrize("files, articles, copies", [case[1:] for case in COPIES], ids=[case[0] for case in COPIES])
@pytest.mark.parametrize("way", ["in bulk", "in commits", "file by file"])
def test_a_copy_is_no_error(archive, way, files, articles, copies):
    duplicates = 0
    for name, text in files.items():
        archive.write(name, text)
        archive.settle()
        if way == "file by file":
            duplicates += archive.update()["articles"]["duplicates"]
            assert archive.stderr == ""
    if way != "file by file":
        options = ("--batch", "1") if way == "in commits" else ()
        duplicates = archive.update(archive.folder, *options)["articles"]["duplicates"]
        assert archive.stderr == ""
    assert (archive.count(), duplicates) == (articles, copies)
    assert archive.status()["failures"] == []
    assert archive.update()["files"]["read"] == 0
    before = digest(archive)
    rebuild(archive)
    assert digest(archive) == before


@pytest.mark.parametrize("files, articles, copies", [case[1:] for case in COPIES if len(case[1]) > 1],
                         ids=[case[0] for case in COPIES if len(case[1]) > 1])
def test_a_copy_takes_over_when_its_holder_vanishes(archive, files, articles, copies):
    for name, text in files.items():
        archive.write(name, text)
    archive.settle()
    archive.update()
    (archive.folder / min(files)).unlink()
    archive.update()
    assert archive.stderr == ""
    before = digest(archive)
    rebuild(archive)
    assert digest(archive) == before


@pytest.mark.parametrize("options", [(), ("--batch", "1")], ids=["in one batch", "in batches"])
@pytest.mark.parametrize("rest", [0, 3], ids=["times fresh", "times trusted"])
def test_a_copy_takes_over_when_its_holder_drops_it(archive, options, rest):
    """The file a feed is fetched into beside dated copies of it: the copies are not read, for they did not change."""
    archive.write("a-latest.xml", feed(item(1), item(2)))
    archive.write("b.xml", feed(item(1), item(2)))
    archive.write("c.xml", feed(item(1)))
    archive.settle()
    time.sleep(rest)
    archive.update()
    assert archive.count() == 2
    archive.write("a-latest.xml", feed(item(3)))
    archive.settle()
    archive.update(archive.folder, *options)
    assert archive.stderr == "" and archive.count() == 3
    assert archive.update()["files"]["read"] == 0
    before = digest(archive)
    rebuild(archive)
    assert digest(archive) == before


def test_a_grown_file_takes_over_lines_it_had_before(archive):
    archive.write("a.jsonl", lines(1, 2))
    archive.write("b.jsonl", lines(1, 3))
    archive.settle()
    archive.update()
    archive.write("a.jsonl", lines(2))
    archive.write("b.jsonl", lines(1, 3, 4) + "{\n")
    archive.settle()
    counted = archive.update(code=REJECTED)["articles"]
    assert (counted["rejected"], archive.stderr.count("\n"), archive.count()) == (1, 1, 4)
    before = digest(archive)
    assert archive.program("rebuild", "--db", archive.db, archive.folder).returncode == REJECTED
    assert digest(archive) == before


def test_a_line_added_that_the_file_has_already(archive):
    archive.write("a.jsonl", lines(1, 2))
    archive.settle()
    archive.update()
    archive.write("a.jsonl", lines(1, 2, 1, 3))
    archive.settle()
    counted = archive.update()["articles"]
    assert (counted["added"], counted["duplicates"], archive.stderr) == (1, 1, "")
    before = digest(archive)
    rebuild(archive)
    assert digest(archive) == before


def test_a_file_keeps_its_article_when_an_earlier_copy_comes(archive):
    archive.write("b.xml", feed(*(item(n) for n in range(1, 121))))
    archive.settle()
    archive.update()
    archive.write("a.xml", feed(*(item(n) for n in range(1, 121))))
    archive.write("b.xml", feed(*(item(n) for n in range(1, 121))) + "\n")
    counted = archive.update()["articles"]
    assert (counted["removed"], counted["duplicates"], archive.count()) == (0, 120, 120)
    archive.verify()


def test_another_text_under_one_id_is_still_told(archive):
    archive.write("a.jsonl", json_lines({"id": "1", "text": "نص"}))
    archive.write("b.txt", "id: 1\n\nنص آخر\n")
    counted = archive.update(code=REJECTED)["articles"]
    assert (counted["rejected"], counted["duplicates"]) == (1, 0)
    assert "another id" in archive.stderr


@pytest.mark.parametrize("seed", [1, 2])
def test_every_article_of_overlapping_files_stands_once_after_changes_and_kills(archive, index, seed):
    chance = random.Random(seed)
    makers = {"xml": lambda numbers: feed(*map(item, numbers)), "jsonl": lambda numbers: lines(*numbers),
              "warc": lambda numbers: b"".join(map(record, numbers))}
    held = {}
    for _ in range(6):
        for _ in range(2):
            name = f"{chance.choice('abc')}.{chance.choice(list(makers))}"
            if name in held and len(held) > 1 and chance.random() < 0.3:
                del held[name]
                (archive.folder / name).unlink()
                continue
            grows = name.endswith("jsonl") and chance.random() < 0.5
            held[name] = (held.get(name, []) if grows else []) + chance.choices(range(1, 6), k=3)
            archive.write(name, makers[name.split(".")[1]](held[name]))
        archive.settle()
        killed = index.start("update", "--db", archive.db, "--batch", "1", archive.folder)
        time.sleep(chance.random() / 4)
        killed.kill()
        killed.communicate()
        archive.update()
        wanted = {(name.split(".")[1], number) for name, numbers in held.items() for number in numbers}
        assert (archive.stderr, archive.verify()["articles"]) == ("", len(wanted)), held
        again = archive.update()["articles"]
        assert not any(again[change] for change in ("added", "changed", "removed", "rejected")), held

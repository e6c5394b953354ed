"""Files that nobody should have to fear: each stands beside a good article, which must be indexed whatever happens to the
other, and each has its expected outcome: how many articles it gives, and what is said of it."""

import gzip
import json
import os
import threading
import time

import pytest
from conftest import DONE, REJECTED, Archive

SENTENCE = "انتهت في العاصمة الكازاخية الجولة السابعة من محادثات أستانا حول سوريا بحضور الدول الضامنة.\n"
GOOD = "id: good\n\nختام الجولة السابعة\n" + SENTENCE
MB = 1 << 20


def file(name, content):
    def make(folder):
        path = os.path.join(os.fsencode(folder), name if isinstance(name, bytes) else os.fsencode(name))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as out:
            out.write(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))

    return make


def aged(make):
    """No writer is at it any more."""
    def make_old(folder):
        make(folder)
        for path in os.scandir(os.fsencode(folder)):
            os.utime(path, (10**9, 10**9))

    return make_old


def sparse(folder):
    with open(folder / "sparse.txt", "wb") as out:
        out.truncate(5 << 30)


def fifo(folder):
    os.mkfifo(folder / "fifo.txt")


def link(target):
    return lambda folder: os.symlink(target, folder / "link.txt")


def link_loop(folder):
    os.symlink(folder / "b.txt", folder / "a.txt")
    os.symlink(folder / "a.txt", folder / "b.txt")
    os.symlink(folder, folder / "itself")


def link_out_of_the_root(folder):
    outside = folder.parent / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("سر لا يفهرس")
    os.symlink(outside, folder / "inside")
    os.symlink(outside / "secret.txt", folder / "secret.txt")


def unreadable(folder):
    (folder / "locked.txt").write_text(SENTENCE)
    (folder / "locked.txt").chmod(0)


def deep_folders(folder):
    path = os.open(folder, os.O_RDONLY)
    for _ in range(400):
        os.mkdir("d", dir_fd=path)
        below = os.open("d", os.O_RDONLY, dir_fd=path)
        os.close(path)
        path = below
    os.close(path)


def warc_record(uri, block, length=None, kind="response"):
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nContent-Length: {length or len(block)}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


def web_answer(body, headers=b"Content-Type: text/html"):
    return b"HTTP/1.1 200 OK\r\n" + headers + b"\r\n\r\n" + body


def page(body):
    return f"<!DOCTYPE html><html><head><title>صفحة</title></head><body>{body}</body></html>"


def rss(items, before=""):
    return f'<?xml version="1.0"?>{before}<rss><channel><title>ص</title>{items}</channel></rss>'


PARAGRAPH = f"<p>{SENTENCE}</p>"
RECORD = json.dumps({"id": "j", "text": SENTENCE}, ensure_ascii=False) + "\n"
WEB = warc_record("https://example.org/w", web_answer(page(PARAGRAPH).encode()))
BILLION = "<!DOCTYPE rss [<!ENTITY l0 'لول'>" + "".join(
    f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10)) + "]>"
AS_ROOT = os.geteuid() == 0

# name, what is made, articles it gives beside the good one, what is said of it (None: nothing)
INPUTS = [
    # files
    ("empty file", file("x.txt", b""), 0, "no text"),
    ("white space alone", file("x.txt", b" \n\t\r\n" * 1000), 0, "no text"),
    ("sparse file of 5 GB", sparse, 0, "larger than 16 MB"),
    ("FIFO", fifo, 0, None),
    ("link to a device", link("/dev/zero"), 0, None),
    ("link to nothing", link("nowhere"), 0, None),
    ("loop of links", link_loop, 0, None),
    ("links out of the root", link_out_of_the_root, 0, None),
    ("file without permission", unreadable, 1 if AS_ROOT else 0, None if AS_ROOT else "cannot be read"),
    ("name with a newline", file("خبر\nثان.txt", SENTENCE), 1, None),
    ("name that is not UTF-8", file(b"x\xff\xfe.txt", SENTENCE), 1, None),
    ("name with a right-to-left override", file("x\u202etxt.txt", SENTENCE), 1, None),
    ("name that looks like an option", file("--db=x.txt", SENTENCE), 1, None),
    ("name of 255 bytes", file("x" * 251 + ".txt", SENTENCE), 1, None),
    ("hidden file and folder", file(".hidden/x.txt", SENTENCE), 0, None),
    ("folders 400 deep", deep_folders, 0, "nested too deep"),
    ("program with a text's ending", file("x.txt", b"\x7fELF" + bytes(range(256)) * 40), 0, ""),
    ("picture with a page's ending", file("x.html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40), 0, ""),
    # encodings
    ("windows-1256 declared as UTF-8",
     file("x.html", b'<html><head><meta charset="utf-8"></head><body><p>' + SENTENCE.encode("cp1256") + b"</p></body></html>"),
     1, None),
    ("UTF-16 little-endian without mark", file("x.txt", (SENTENCE * 3).encode("utf-16-le")), 1, None),
    ("UTF-16 big-endian without mark", file("x.txt", (SENTENCE * 3).encode("utf-16-be")), 1, None),
    ("UTF-16 cut in a unit", file("x.txt", (SENTENCE * 3).encode("utf-16")[:-1]), 1, None),
    ("UTF-8 cut in a letter", file("x.txt", SENTENCE.encode()[:-4]), 1, None),
    ("overlong sequences", file("x.txt", SENTENCE.encode() + b"\xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf"), 1, None),
    ("surrogates as bytes", file("x.txt", SENTENCE + "\ud800\udfff"), 1, None),
    ("beyond Unicode", file("x.txt", SENTENCE.encode() + b"\xf7\xbf\xbf\xbf\xfd\xbf\xbf\xbf\xbf\xbf"), 1, None),
    ("NULs between the letters", file("x.txt", b"\0".join(bytes([b]) for b in b"abc def") + SENTENCE.encode()), 0, "binary data"),
    ("10,000 marks on a letter", file("x.txt", SENTENCE + "س" + "\u064e" * 10_000), 1, None),
    ("bidi marks alone", file("x.txt", "\u200f\u202b\u202c\u2067\u2069" * 1000), 0, "no text"),
    ("a word of 1 MB", file("x.txt", SENTENCE + "س" * (MB // 2)), 1, None),
    ("a text of 15 MB", file("x.txt", SENTENCE * 90_000), 1, None),
    # pages
    ("400,000 nested elements", file("x.html", page("<div>" * 400_000 + PARAGRAPH)), 1, None),
    ("400,000 elements never seen before", file("x.html", page("<zz>" * 400_000 + PARAGRAPH)), 1, None),
    ("100,000 attributes", file("x.html", page("<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">x</p>" + PARAGRAPH)), 1, None),
    ("500,000 entities", file("x.html", page(PARAGRAPH + "<p>" + "&amp;&#1587;" * 250_000 + "</p>")), 1, None),
    ("script never closed", file("x.html", page(PARAGRAPH + "<script>var a = '<p>';")), 1, None),
    ("comment never closed", file("x.html", page(PARAGRAPH + "<!-- ")), 1, None),
    ("page of links alone", file("x.html", page("<ul>" + "<li><a href='x'>رابط</a></li>" * 500 + "</ul>")), 1, None),
    ("page of markup alone", file("x.html", "<html><body><br><img src=x></body></html>"), 0, "no text in the page"),
    ("a tag of 2 MB", file("x.html", page("<img alt='" + "س" * MB + "'>" + PARAGRAPH)), 1, None),
    # JSON
    ("a million brackets", file("x.json", "[" * 1_000_000), 0, ""),
    ("a million nested objects", file("x.jsonl", '{"a":' * 1_000_000 + "\n" + RECORD), 1, "nested deeper"),
    ("lone surrogates", file("x.jsonl", '{"id":"a","text":"\\ud800 سوريا"}\n' + RECORD), 1, "not valid JSON"),
    ("a line of 64 MB", file("x.jsonl", '{"id":"a","text":"' + "s" * (64 * MB) + '"}\n' + RECORD), 1, "larger than 16 MB"),
    ("last line cut", file("x.jsonl", RECORD + RECORD[:40]), 1, None),
    ("values of wrong kinds", file("x.jsonl", '{"id":[1],"text":{"a":1}}\n' + RECORD), 1, "is not a string"),
    ("a thousand bad lines", file("x.jsonl", "no\n" * 1000 + RECORD), 1, "not valid JSON"),
    ("gzip bomb of a line", file("x.jsonl.gz", gzip.compress(b" " * (300 * MB) + b"\n") + gzip.compress(RECORD.encode())), 1, "larger than 16 MB"),
    ("gzip cut in the middle", aged(file("x.jsonl.gz", gzip.compress((RECORD * 50).encode())[:-20])), None, "cannot be read to its end"),
    ("gzip that is not one", file("x.jsonl.gz", b"\x1f\x8b" + b"junk" * 100), 0, "cannot be read to its end"),
    # feeds
    ("a billion laughs", file("x.xml", rss("<item><title>خبر &l9;</title></item>", BILLION)), 1, None),
    ("external entity", file("x.xml", rss("<item><title>خبر &x;</title></item>",
                                          '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>')), 1, None),
    ("500,000 nested elements of XML", file("x.xml", rss("<a>" * 500_000)), 0, ""),
    ("feed cut in an item", aged(file("x.xml", rss("<item><title>خبر</title></item><item><title>ث")[:-40])), None, "cut or damaged"),
    ("feed cut in a sentence", aged(file("x.xml", rss("<item><title>خبر</title></item><item><title>ث</title><description>لم يقبل")[:-16])), 1, "cut or damaged"),
    ("feed cut in an address", aged(file("x.xml", rss("<item><title>خبر</title></item><item><title>ث</title><link>https://example.org/1")[:-17])), 1, "cut or damaged"),
    ("XML that is no feed", file("x.xml", "<?xml version='1.0'?><svg/>"), 0, "neither RSS nor Atom"),
    # web archives
    ("record longer than the file", aged(file("x.warc", WEB + warc_record("https://example.org/x", b"", 10_000))), 1, "is cut"),
    ("record of a billion GB", file("x.warc", WEB + warc_record("https://example.org/x", b"", 10**18)), 1, "claims"),
    ("record of negative length", file("x.warc", WEB + warc_record("https://example.org/x", b"x", -5)), 1, "no WARC head"),
    ("head without end", file("x.warc", WEB + b"WARC/1.0\r\n" + b"A: b\r\n" * 100_000), 1, "no WARC head"),
    ("body that inflates to 100 MB", file("x.warc", WEB + warc_record(
        "https://example.org/x", web_answer(gzip.compress(b" " * (100 * MB)), b"Content-Type: text/html\r\nContent-Encoding: gzip"))),
     1, "larger than 16 MB"),
    ("archive gzip'd and cut", aged(file("x.warc.gz", gzip.compress(WEB) + gzip.compress(WEB)[:60])), 1, "unexpected end of file"),
    ("feed still being written", file("x.xml", rss("<item><title>خبر</title></item><item><title>ث")[:-25]), 1, None),
]


@pytest.mark.parametrize("name, make, articles, said", INPUTS, ids=[row[0] for row in INPUTS])
def test_input(name, make, articles, said, tmp_path, index):
    archive = Archive(tmp_path, index)
    archive.write("good.txt", GOOD)
    make(archive.folder)
    run = index("update", "--db", archive.db, archive.folder)
    assert run.returncode == (DONE if said is None else REJECTED), run.stderr
    if said is not None:
        assert said in run.stderr
        assert len(run.stderr.splitlines()) <= 1100
    assert len(run.stderr) < 200_000
    count = archive.count()
    assert count - 1 == articles if articles is not None else count >= 1
    assert index("verify", "--db", archive.db).returncode == DONE


def test_nothing_outside_the_root_is_read(tmp_path, index):
    archive = Archive(tmp_path, index)
    archive.write("good.txt", GOOD)
    link_out_of_the_root(archive.folder)
    explained = index("explain", "--format", "json", archive.folder)
    assert [json.loads(line)["id"] for line in explained.stdout.splitlines()] == ["good"]


def test_files_that_vanish_and_grow_under_the_run(tmp_path, index):
    archive = Archive(tmp_path, index)
    archive.write("good.txt", GOOD)
    for n in range(300):
        archive.write(f"v/{n}.txt", SENTENCE * 50)
    stop = threading.Event()

    def disturb():
        n = 0
        while not stop.is_set():
            # Not over 100: however many the run has indexed by then, the next one must take them out.
            (archive.folder / f"v/{3 * (n % 90)}.txt").unlink(missing_ok=True)
            with open(archive.folder / "grows.txt", "a", encoding="utf-8") as out:
                out.write(SENTENCE)
            n += 1
            time.sleep(0.001)

    worker = threading.Thread(target=disturb)
    worker.start()
    try:
        run = index("update", "--db", archive.db, archive.folder)
    finally:
        stop.set()
        worker.join()
    assert run.returncode in (DONE, REJECTED), run.stderr
    assert index("verify", "--db", archive.db).returncode == DONE
    settled = index("update", "--db", archive.db, archive.folder)
    assert settled.returncode == DONE, settled.stderr
    left = sum(1 for _ in archive.folder.rglob("*.txt"))
    assert archive.count() == left


def test_all_of_them_together(tmp_path, index):
    archive = Archive(tmp_path, index)
    archive.write("good.txt", GOOD)
    for number, (_, make, _, _) in enumerate(INPUTS):
        if make not in (sparse, link_out_of_the_root, deep_folders):
            (archive.folder / f"{number:02}").mkdir()
            make(archive.folder / f"{number:02}")
    archive.update(code=REJECTED)
    assert archive.status()["index"]["articles"] > 30
    archive.verify()

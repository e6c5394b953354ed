"""A source that moved, and its name with it in the settings: its files are known by their inodes and bytes."""

import json
import os
import shutil
import time

import pytest
from conftest import DONE, MISSING, REJECTED, json_lines, warc_page


def lines(*numbers):
    return json_lines(*({"id": f"r{n}", "text": f"نص الخبر {n} عن أستانا"} for n in numbers))


FILES = {
    "a.txt": "خبر أول\n\nنص الخبر الأول عن أستانا.\n",
    "sub/a.txt": "خبر ثان\n\nنص الخبر الثاني عن أستانا.\n",
    "twin-1.txt": "نص واحد في ملفين\n",
    "twin-2.txt": "نص واحد في ملفين\n",
    "empty.txt": "",
    "named.jsonl": lines(1, 2, 3),
    "unnamed.jsonl": json_lines({"text": "سطر أول عن أستانا"}, {"text": "سطر ثان عن أستانا"}),
}
ARTICLES = 9


@pytest.fixture
def source(archive):
    for name, text in FILES.items():
        archive.write(name, text)
    archive.settle()
    archive.update(code=REJECTED)  # an empty file gives no article
    return archive


def digest(db, index):
    run = index("verify", "--db", db, "--digest")
    assert run.returncode == DONE, run.stderr
    return run.stdout


def roots(archive):
    return {source["source"]: source["articles"] for source in archive.status()["sources"]}


def rename(archive):
    new = archive.folder.parent / "renamed"
    archive.folder.rename(new)
    return new


def to_another_file_system(archive):
    new = archive.folder.parent / "renamed"
    shutil.copytree(archive.folder, new)
    shutil.rmtree(archive.folder)
    return new


def into_itself(archive):
    new = archive.folder / "deeper" / "still"
    new.mkdir(parents=True)
    for path in list(archive.folder.iterdir()):
        if path.name != "deeper":
            path.rename(new / path.name)
    return new


MOVES = [rename, to_another_file_system, into_itself]


@pytest.mark.parametrize("move", MOVES)
def test_a_moved_source_keeps_its_articles_once(source, move, index):
    new = move(source)
    for expected in ("moves", "has moved"):
        done = source.update(new)
        assert done["articles"]["total"] == ARTICLES, expected
        assert done["articles"]["added"] == done["articles"]["removed"] == 0
        assert source.stderr == ""
    assert done["articles"]["changed"] == 0
    assert source.verify()["articles"] == ARTICLES
    if move is not into_itself:
        assert roots(source) == {str(new): ARTICLES}
        afresh = new.parent / "afresh"
        index("update", "--db", afresh, new)
        assert digest(source.db, index) == digest(afresh, index)
    assert [failure["path"] for failure in source.status()["failures"]] == [str(new / "empty.txt")]


def test_a_moved_source_that_is_still_named_is_missing(source):
    new = rename(source)
    assert source.update(source.folder, new, code=MISSING)["articles"]["total"] == ARTICLES
    assert roots(source) == {str(new): ARTICLES}


def test_a_failure_that_moved_is_told_anew_where_its_file_changed(archive):
    archive.write("a.jsonl", lines(1) + "{\n")
    archive.settle()
    archive.update(code=REJECTED)
    new = rename(archive)
    archive.update(new)
    with open(new / "a.jsonl", "a", encoding="utf-8") as file:
        file.write("[\n")
    archive.update(new, code=REJECTED)
    assert [failure["attempts"] for failure in archive.status()["failures"]] == [3]


def test_json_lines_may_grow_on_the_way(source):
    new = rename(source)
    with open(new / "named.jsonl", "a", encoding="utf-8") as file:
        file.write(lines(4))
    done = source.update(new)["articles"]
    assert (done["total"], done["added"], done["rejected"]) == (ARTICLES + 1, 1, 0)


def test_a_part_of_a_source_may_move_to_another(source):
    other = source.folder.parent / "other"
    other.mkdir()
    (source.folder / "sub").rename(other / "sub")
    assert source.update(other)["articles"]["total"] == ARTICLES
    assert roots(source) == {str(source.folder): ARTICLES - 1, str(other): 1}
    assert source.update(source.folder, other)["articles"]["total"] == ARTICLES


def copied(folder, other):
    shutil.copytree(folder, other)


def linked(folder, other):
    shutil.copytree(folder, other, copy_function=os.link)


def like_an_unreadable_one(folder, other):
    shutil.copytree(folder, other)
    folder.rename(folder.parent / "away")
    folder.mkdir()
    (folder / "a.txt").symlink_to("nowhere")  # what is there, be it what it may, is not gone


OTHERS = {
    "a copy": (copied, {"a.txt", "sub/a.txt"}),
    "a hard link": (linked, {"a.txt", "sub/a.txt"}),
    "something in its place": (like_an_unreadable_one, {"a.txt"}),
}


@pytest.mark.parametrize("case", OTHERS)
def test_what_is_still_there_did_not_move(archive, case):
    make, stay = OTHERS[case]
    for name in ("a.txt", "sub/a.txt"):
        archive.write(name, FILES[name])
    archive.settle()
    archive.update()
    other = archive.folder.parent / "other"
    make(archive.folder, other)
    assert archive.update(other)["articles"]["added"] == len(stay)
    assert roots(archive)[str(archive.folder)] == len(stay)


@pytest.mark.parametrize("same_inode", [True, False])
def test_other_bytes_are_another_file(archive, same_inode):
    archive.write("a.txt", "نص قديم\n")
    archive.settle()
    archive.update()
    new = rename(archive)
    if not same_inode:
        (new / "a.txt").rename(new.parent / "kept.txt")
    (new / "a.txt").write_text("خبر آخر\n", encoding="utf-8")
    os.utime(new / "a.txt", ns=(10**18, 10**18))
    assert archive.update(new)["articles"]["added"] == 1
    assert archive.verify()["articles"] == 2


def test_a_copy_that_both_sources_had_stays_when_one_of_them_goes(source):
    other = source.folder.parent / "other"
    shutil.copytree(source.folder, other, copy_function=os.link, ignore=shutil.ignore_patterns("*.jsonl", "empty.txt"))
    source.update(other)
    before = source.count()
    shutil.rmtree(source.folder)
    source.update(other)
    assert source.count() == before


def test_a_run_cut_short_on_the_way_is_gone_on_with(archive):
    archive.write("a.jsonl", lines(*range(3000)))
    archive.write("b.txt", FILES["a.txt"])
    archive.settle()
    archive.update()
    new = rename(archive)
    revision = archive.db / "gen-000001" / "iamglass"  # replaced by every commit
    before = revision.stat().st_mtime_ns
    run = archive.program.start("update", "--db", archive.db, "--batch", "50", new)
    while run.poll() is None and revision.stat().st_mtime_ns == before:
        time.sleep(0.001)
    run.kill()
    assert run.wait() != DONE and set(roots(archive)) == {str(archive.folder), str(new)}
    done = archive.update(new)
    assert done["articles"]["total"] == 3001
    assert done["articles"]["added"] == done["articles"]["removed"] == 0
    assert roots(archive) == {str(new): 3001}
    assert archive.verify()["articles"] == 3001


def test_status_marks_a_source_that_is_gone_until_it_is_named_anew_or_taken_out(source):
    def text():
        return source.program("status", "--db", source.db).stdout

    def gone():
        return {entry["source"]: entry["gone"] for entry in source.status()["sources"]}

    assert gone() == {str(source.folder): False} and "gone:" not in text()
    new = rename(source)
    assert gone() == {str(source.folder): True}
    assert f"gone: its {ARTICLES} articles are still searchable" in text()
    source.update(new)
    assert gone() == {str(new): False} and "gone:" not in text()
    shutil.rmtree(new)
    remedy = text().split("take them out: mahdar-index ")[1].splitlines()[0].split(" ")
    assert source.program(*remedy, "--db", source.db).returncode == DONE
    assert gone() == {} and source.count() == 0


def test_the_settings_name_the_new_path(source, index, tmp_path):
    new = rename(source)
    settings = tmp_path / "mahdar.toml"
    settings.write_text(f'[[archive]]\nname = "news"\ndb = "{source.db}"\nsources = ["{new}"]\n', encoding="utf-8")
    done = index("update", "--json", env={"MAHDAR_CONFIG": str(settings)})
    assert done.returncode == DONE, done.stderr
    assert json.loads(done.stdout)["articles"]["total"] == ARTICLES


def test_a_web_archive_that_moved_right_after_it_was_read_is_known(archive):
    """Its bytes are not hashed, and a file changed within seconds of the run is not trusted by its times."""
    text = "نص الخبر {} عن محادثات أستانا حول سوريا كما رواه المراسل."
    pages = b"".join(warc_page(f"https://w.example/{i}", text.format(i), "2019-04-01T00:00:00Z") for i in (1, 2))
    (archive.folder / "pages.warc").write_bytes(pages)
    archive.update()
    new = rename(archive)
    archive.update(new)
    assert roots(archive) == {str(new): 2}

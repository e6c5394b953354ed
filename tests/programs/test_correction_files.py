"""A corrections file: its encoding, and the names it gives articles."""

import json

import pytest

from conftest import DONE, USAGE, json_lines, warc_page
from test_corrections import ROW, correct, hits

LINES = [{"title": f"خبر {n}", "text": f"نص الخبر رقم {n} عن معرض الكتاب في المدينة."} for n in range(4)]


def corrected(archive, index, bytes_, code):
    file = archive.folder.parent / "c.tsv"
    file.write_bytes(bytes_)
    run = index("update", "--db", archive.db, "--corrections", file, archive.folder)
    assert run.returncode == code, run.stderr
    return run.stderr


@pytest.mark.parametrize("encoding", ["windows-1256", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_in_another_encoding_is_refused(small, index, search, encoding):
    text = ROW + "other\tround\t7\tم. حداد\tالعنوان خطأ\n"
    said = corrected(small, index, text.encode(encoding), USAGE)
    line, what = (2, "not UTF-8") if encoding == "windows-1256" else (1, "UTF-16")
    assert f"c.tsv:{line}: " in said and what in said and "save the file in the encoding UTF-8" in said
    assert hits(search, small, "--round", "7").keys() == {"astana-7"} and small.status()["corrections_without_article"] == []


@pytest.mark.parametrize("head", ["", "# article\tfield\tvalue\twho\twhy\n"])
def test_a_byte_order_mark_is_skipped(small, index, search, head):
    assert corrected(small, index, ("\ufeff" + head + ROW).encode(), DONE) == ""
    assert "astana-7" in hits(search, small, "--round", "8")


def test_a_folder_is_told(small, index):
    run = index("update", "--db", small.db, "--corrections", small.folder, small.folder)
    assert run.returncode == USAGE and "is a folder" in run.stderr


def test_two_corrections_of_one_field_by_other_names_are_refused(small, index, search):
    path = small.folder / "astana-7.txt"
    for names in (("astana-7", path), ("astana-7.txt", path), ("astana-7.txt", "astana-7")):
        rows = "".join(f"{name}\tround\t{n}\ta\tb\n" for n, name in enumerate(names, 8))
        said = correct(small, index, rows, code=USAGE).stderr
        assert "corrections.tsv:3: " in said and "corrected twice" in said and "corrections.tsv:2" in said
        for command in ("rebuild", "update"):
            fresh = small.db.parent / f"new-{command}"
            run = index(command, "--db", fresh, "--corrections", small.folder.parent / "corrections.tsv", small.folder)
            assert run.returncode == USAGE and "corrected twice" in run.stderr and not (fresh / "CURRENT").exists()
    assert hits(search, small, "--round", "7").keys() == {"astana-7"}
    correct(small, index, f"astana-7\tround\t8\ta\tb\n{path}\tdate\t2018\ta\tb\n")


def test_an_article_of_a_file_of_several_is_named_by_its_line(archive, index, search):
    archive.write("press/x.jsonl", json_lines(*LINES[:3]))
    (archive.folder / "w.warc").write_bytes(b"".join(
        warc_page(f"https://news.example/{n}", f"نص الصفحة رقم {n} عن معرض الكتاب.", "2024-01-01T00:00:00Z") for n in range(2)))
    archive.settle()
    archive.update()
    rows = "".join(f"{name}\tround\t{n}\ta\tb\n" for n, name in enumerate(
        ("press/x.jsonl#2", f"{archive.folder}/press/x.jsonl:3", "w.warc#2", "press/x.jsonl#9"), 7))
    said = correct(archive, index, rows).stderr
    assert '"press/x.jsonl#9" is no article' in said and "more" not in said
    for number, title in (("7", "خبر 1"), ("8", "خبر 2")):
        assert [hit["title"] for hit in hits(search, archive, "--round", number).values()] == [title]
    assert hits(search, archive, "--round", "9").keys() == {"https://news.example/1"}
    index("rebuild", "--db", archive.db, archive.folder)
    assert [row["article"] for row in archive.status()["corrections_without_article"]] == ["press/x.jsonl#9"]
    explained = index("explain", "--format", "json", "--corrections", archive.folder.parent / "corrections.tsv", archive.folder / "press")
    assert [json.loads(line)["round"]["about"] for line in explained.stdout.splitlines()] == [[], [], [8]]


def test_the_name_of_a_file_of_several_articles_is_refused(archive, index, search):
    archive.write("x.jsonl", json_lines(*LINES[:2]))
    archive.write("one.jsonl", json_lines(LINES[2]))
    archive.settle()
    archive.update()
    said = correct(archive, index, "x.jsonl\tround\t7\ta\tb\n", code=USAGE).stderr
    assert 'corrections.tsv:2: "x.jsonl" stands for 2 articles' in said and "x.jsonl#2" in said
    assert not hits(search, archive, "--round", "7")
    correct(archive, index, "one.jsonl\tround\t7\ta\tb\n")
    assert len(hits(search, archive, "--round", "7")) == 1
    archive.write("one.jsonl", json_lines(LINES[2], LINES[3]))
    archive.settle()
    run = index("update", "--db", archive.db, archive.folder, "-v")
    assert run.returncode == DONE and '"one.jsonl" stands for 2 articles' in run.stderr
    assert len(hits(search, archive, "--round", "7")) == 1, "a line that came later has not been corrected"
    assert "cannot be told apart" in index("status", "--db", archive.db).stdout


def test_a_rebuild_keeps_the_name_of_the_file(small, index, search):
    correct(small, index, ROW + "nowhere\tround\t7\ta\tb\n")
    index("rebuild", "--db", small.db, small.folder)
    shown = search("--db", small.db, "show", "astana-7", "--lang", "en").stdout
    assert "the headline is wrong; " in shown and "/corrections.tsv:2)" in shown
    (waiting,) = small.status()["corrections_without_article"]
    assert waiting["place"].endswith("/corrections.tsv:3")


@pytest.mark.parametrize("text", [
    '[[correction]]\narticle = "a"\n', '# mine\n\narticle = "a"\nfield = "round"\n', '["a"]\nround = 7\n'])
def test_toml_is_told_to_be_another_form(small, index, text):
    said = corrected(small, index, text.encode(), USAGE)
    assert said.count("c.tsv:") == 1 and "TOML" in said and "separated by tabs" in said


@pytest.mark.parametrize("head", ["article\tfield\tvalue\twho\twhy\n", "المقال\tالحقل\tالقيمة\tمن\tلماذا\n"])
def test_a_head_without_a_mark_is_skipped(small, index, search, head):
    corrected(small, index, (head + ROW).encode(), DONE)
    assert "astana-7" in hits(search, small, "--round", "8")


@pytest.mark.parametrize("field, value, filters", [
    ("round", "٩", [("--round", "9")]),
    ("Round", "۹", [("--round", "9")]),
    ("جولة", "الجولة التاسعة", [("--round", "9")]),
    ("الجولة", "التاسعة", [("--round", "9")]),
    ("round", "9-11", [("--round", "9"), ("--round", "10"), ("--round", "11")]),
    ("round", "٩، ١١", [("--round", "9"), ("--round", "11")]),
    ("round", "غير معروفة", [("--round", "unknown")]),
    ("round", "None", [("--round", "none")]),
    ("جولة", "لا جولة", [("--round", "none")]),
    ("ضامن", "عدة ضامنين", [("--guarantor", "several")]),
    ("دولة", "روسيا، تركيا", [("--country", "RU"), ("--country", "TR")]),
])
def test_fields_and_values_are_taken_as_queries_take_them(small, index, search, field, value, filters):
    corrected(small, index, f"astana-7\t{field}\t{value}\ta\tb\n".encode(), DONE)
    for pair in filters:
        assert "astana-7" in hits(search, small, *pair), pair


@pytest.mark.parametrize("value", ["7-99", "0", "7,none", "9-7", "الجولة التسعون"])
def test_rounds_that_were_never_held_are_refused(small, index, value):
    assert "is no value of round" in corrected(small, index, f"astana-7\tround\t{value}\ta\tb\n".encode(), USAGE)


def test_a_date_to_come_is_warned_of(small, index):
    rows = "astana-7\tdate\t2099-01-01\ta\tb\nother\tdate\t2019\ta\tb\n"
    said = corrected(small, index, rows.encode(), DONE)
    assert "c.tsv:1: the date 2099-01-01 lies in the future" in said and said.count("\n") == 1


def test_what_is_surely_about_no_round_waits_for_nobody(small, index, search):
    assert hits(search, small, "--round", "none").keys() == {"other"} and not hits(search, small, "--round", "unknown")
    corrected(small, index, b"astana-7\tround\tunknown\ta\tb\nastana-8\tround\tnone\ta\tb\n", DONE)
    assert hits(search, small, "--round", "unknown").keys() == {"astana-7"}
    assert hits(search, small, "--round", "none").keys() == {"other", "astana-8"}
    shown = search("--db", small.db, "show", "astana-8", "--lang", "en").stdout
    assert "round: None, detected: Round 8" in shown

"""What every output format gives, and what it tells beside its hits; batch is one of many queries."""

import csv
import io
import json
import subprocess

import pytest

from conftest import USAGE

NO_HIT = 1
FORMATS = ["text", "json", "jsonl", "csv", "bibtex", "ris", "trec"]


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_hides_a_relaxation_or_a_bare_zero(db, search, page, form):
    relaxed = search("--db", db, "--format", form, "--limit", "2", "المعتقلن")
    assert relaxed.returncode == 0
    assert "المعتقلين" in relaxed.stdout + relaxed.stderr
    assert str(page("المعتقلين")["total"]) in relaxed.stdout + relaxed.stderr
    nothing = search("--db", db, "--format", form, "زقزقةغريبة")
    assert nothing.returncode == NO_HIT
    assert "توحيد الأحرف" in nothing.stdout + nothing.stderr
    if form not in ("text", "json"):
        english = search("--db", db, "--format", form, "--lang", "en", "زقزقةغريبة")
        assert "letters folded" in english.stderr and "توحيد" not in english.stderr
    if form == "trec":
        assert all(len(line.split()) == 6 for line in relaxed.stdout.splitlines())


def test_csv_is_csv(db, search):
    run = search("--db", db, "--format", "csv", "--limit", "20", "أستانا")
    rows = list(csv.DictReader(io.StringIO(run.stdout)))
    assert len(rows) == 20
    assert all(row["id"] and row["title"] for row in rows)


def test_bibtex_and_ris_have_an_entry_a_hit(db, search):
    assert search("--db", db, "--format", "bibtex", "--limit", "5", "أستانا").stdout.count("@misc{") == 5
    assert search("--db", db, "--format", "ris", "--limit", "5", "أستانا").stdout.count("TY  - ") == 5


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_tells_of_an_outlet_nobody_knows(db, search, form):
    run = search("--db", db, "--format", form, "--source", "saana", "أستانا")
    assert "saana" in run.stdout + run.stderr and "هل تقصد «سانا»" in run.stdout + run.stderr


NO_WORDS = ["~", "=", "*", "\u202e", b"\xff"]


@pytest.mark.parametrize("form, text", [(form, "؟") for form in FORMATS] + [("json", text) for text in NO_WORDS])
def test_every_format_says_that_nothing_was_searched_for(db, search, form, text):
    def told(*arguments):
        run = subprocess.run([search.path, "--db", db, "--format", form, *arguments, "--", text], capture_output=True)
        return run.returncode, (run.stdout + run.stderr).decode()

    code, said = told()
    assert code == 0 and "لم يُبحث عن شيء" in said and "وهذه المقالات كلها" in said
    code, said = told("--no-relax", "--lang", "en")
    assert code == NO_HIT and "nothing was searched for" in said and "no article is shown" in said
    if form == "json":
        answer = json.loads(said)
        assert answer["total"] == 0 and answer["diagnostics"][-1]["code"] == "nothing-searched"


def test_batch_gives_trec_lines(db, search, tmp_path):
    queries = tmp_path / "queries.tsv"
    queries.write_text("q1\tالمعتقلين\nq2\tالجولان\n", encoding="utf-8")
    run = search("batch", "--db", db, "--queries", queries, "--limit", "5", "--match", "any")
    assert run.returncode == 0
    lines = [line.split() for line in run.stdout.splitlines()]
    assert {line[0] for line in lines} == {"q1", "q2"}
    assert all(len(line) == 6 and line[1] == "Q0" and line[5] == "mahdar" for line in lines)
    ranks = [int(line[3]) for line in lines if line[0] == "q1"]
    assert ranks == list(range(1, len(ranks) + 1))


def test_batch_names_a_bad_line(db, search, tmp_path):
    queries = tmp_path / "queries.tsv"
    queries.write_text("q1\tالمعتقلين\nno tab here\n", encoding="utf-8")
    run = search("batch", "--db", db, "--queries", queries)
    assert run.returncode == USAGE
    assert f"{queries}:2" in run.stderr
    assert run.stdout.startswith("q1 ")


def test_batch_gives_no_hits_for_a_line_without_a_word(db, search):
    lines = "a\t\nb\t؟\nc\t \nd\tالمعتقلين\n"
    for filters in ([], ["--round", "7"]):
        run = search("batch", "--db", db, "--queries", "-", *filters, stdin=lines)
        assert run.returncode == 0
        assert {line.split()[0] for line in run.stdout.splitlines()} == {"d"}
        assert [note.split(": ")[1] for note in run.stderr.splitlines()] == ["a", "b", "c"]


def test_batch_csv_is_one_table_with_notes_in_one_language(db, search, tmp_path):
    queries = tmp_path / "queries.tsv"
    queries.write_text("a\tأستانا\nb\tزمهريرزمهرير\nc\tالمعتقلين\n", encoding="utf-8")
    run = search("--db", db, "--format", "csv", "--limit", "2", "batch", "--queries", queries)
    rows = list(csv.DictReader(io.StringIO(run.stdout)))
    assert [row["qid"] for row in rows] == ["a", "a", "c", "c"]
    assert len(run.stderr.splitlines()) == 1 and "لا نتائج" in run.stderr
    run = search("--db", db, "--format", "csv", "--lang", "en", "batch", "--queries", queries)
    assert len(run.stderr.splitlines()) == 1 and "no hits" in run.stderr

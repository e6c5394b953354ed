"""mahdar-search on the sample corpus: every command, filter and exit code of the contract."""

import json
import os
import pty
import re
import select
import subprocess
import termios
import time

import pytest

from conftest import MISSING, USAGE

NO_HIT = 1


def ids(page):
    return {hit["id"] for hit in page["hits"]}


def counts(page, facet):
    return {value["value"]: value["count"] for value in page["facets"][facet]}


def test_json_has_every_key_of_the_contract(page):
    answer = page("--limit", "1", "المعتقلين")
    assert set(answer) >= {"schema_version", "query", "total", "took_ms", "index", "hits", "facets", "suggestion", "diagnostics"}
    assert set(answer["query"]) >= {"text", "interpreted", "filters", "match", "relaxed"}
    assert set(answer["index"]) == {"articles", "generation", "revision"}
    assert set(answer["hits"][0]) >= {
        "id", "title", "url", "path", "source", "date", "snippet", "highlights", "round", "guarantor", "countries",
        "topics", "people", "score", "duplicates",
    }  # fmt: skip
    assert set(answer["facets"]) == {"round", "country", "guarantor", "topic", "source", "month", "person", "framing"}


def test_facet_counts_are_those_of_counting_by_hand(page):
    answer = page("--limit", "1000", "أستانا")
    assert len(answer["hits"]) == answer["total"]
    for facet, values_of in {
        "round": lambda hit: [str(n) for n in hit["round"]["about"]] or ["none" if hit["round"]["confidence"] >= 0.5 else "unknown"],
        "country": lambda hit: hit["countries"] or ["unknown"],
        "topic": lambda hit: hit["topics"] or ["unknown"],
        "guarantor": lambda hit: [hit["guarantor"]["focus"]],
        "person": lambda hit: hit["people"] or ["unknown"],
    }.items():
        by_hand = {}
        for hit in answer["hits"]:
            for value in values_of(hit):
                by_hand[value] = by_hand.get(value, 0) + 1
        assert counts(answer, facet) == by_hand, facet


def test_a_facet_leaves_out_its_own_selection_and_no_other(page):
    free = page("سوريا")
    chosen = page("--guarantor", "russia", "--guarantor", "iran", "سوريا")
    assert counts(chosen, "guarantor") == counts(free, "guarantor")
    assert chosen["total"] == counts(free, "guarantor")["russia"] + counts(free, "guarantor")["iran"]
    narrowed = page("--guarantor", "russia", "--round", "7", "سوريا")
    assert counts(narrowed, "guarantor") == counts(page("--round", "7", "سوريا"), "guarantor")
    assert counts(narrowed, "round") == counts(page("--guarantor", "russia", "سوريا"), "round")


@pytest.mark.parametrize(
    "written, same",
    [
        (["--round", "7-9"], ["--round", "7,8,9"]),
        (["--round", "٧"], ["--round", "7"]),
        (["--guarantor", "روسيا"], ["--guarantor", "russia"]),
        (["--country", "العراق"], ["--country", "IQ"]),
        (["--country", "iraq"], ["--country", "IQ"]),
        (["--topic", "refugees_return"], ["--topic", "refugee_return"]),
        (["--person", "Lavrentiev"], ["--person", "alexander-lavrentiev"]),
        (["--source", "سانا"], ["--source", "sana"]),
        (["--from", "2017", "--to", "2017-12-31"], ["date:2017"]),
        (["round:8"], ["--round", "8"]),
        (["ضامن:إيران"], ["--guarantor", "iran"]),
    ],
)
def test_filters_say_the_same_in_several_ways(page, written, same):
    left, right = page("--limit", "200", *written), page("--limit", "200", *same)
    assert left["total"] > 0
    assert ids(left) == ids(right)


def test_exclusion(page):
    everything = page("سوريا")
    without = page("--not", "guarantor:russia", "سوريا")
    assert without["total"] == everything["total"] - counts(everything, "guarantor")["russia"]


def test_rounds_that_are_unsure_are_listed_apart_from_articles_surely_about_none(page):
    unsure, none = page("--round", "unknown", "--limit", "200"), page("--round", "none", "--limit", "200")
    assert none["total"] > unsure["total"]
    assert all(hit["round"]["about"] == [] and hit["round"]["confidence"] < 0.5 for hit in unsure["hits"])
    assert all(hit["round"]["about"] == [] and hit["round"]["confidence"] >= 0.5 for hit in none["hits"])
    assert page('جولة:"لا جولة"', "--limit", "0")["total"] == none["total"]
    assert page("--not", "round:none", "--not", "round:unknown", "--limit", "0", "--date", "2017..2024", code=None)["total"] > 0
    assert [value["value"] for value in none["facets"]["round"]][-2:] == ["none", "unknown"]


def test_sorting(page):
    dates = [hit["date"] for hit in page("--sort", "newest", "--limit", "50", "أستانا")["hits"] if hit["date"]]
    assert dates == sorted(dates, reverse=True)
    dates = [hit["date"] for hit in page("--sort", "oldest", "--limit", "50", "أستانا")["hits"] if hit["date"]]
    assert dates == sorted(dates)


def test_paging_gives_every_hit_once(page):
    whole = [hit["id"] for hit in page("--limit", "60", "أستانا")["hits"]]
    pieces = [hit["id"] for at in range(0, 60, 7) for hit in page("--limit", "7", "--offset", str(at), "أستانا")["hits"]]
    assert pieces[: len(whole)] == whole


def test_match_any_finds_more(page):
    assert page("--match", "any", "الجولان اليونسكو")["total"] > page("--no-relax", "الجولان اليونسكو", code=1)["total"]


def test_either_of_two_operands_is_asked_for_by_a_word(page):
    spoken, written = page("--limit", "1000", "جنيف أو سوتشي"), page("--limit", "1000", "جنيف OR سوتشي")
    assert spoken["query"]["interpreted"] == "جنيف OR سوتشي"
    assert ids(spoken) == ids(written) and spoken["total"] > page("جنيف سوتشي")["total"]
    bound = page("--limit", "1000", "وفد روسيا أو تركيا")
    assert ids(bound) == ids(page("--limit", "1000", "وفد AND (روسيا OR تركيا)"))
    any_word = page("--match", "any", "--limit", "1000", "وفد روسيا أو تركيا")
    assert any_word["query"]["interpreted"] == "وفد روسيا أو تركيا"


def test_operators_that_were_read_as_words_are_told_of(page):
    for query, remedy in {"جنيف or سوتشي": "OR", "جنيف not سوتشي": "-سوتشي", "جنيف وليس سوتشي": "-سوتشي"}.items():
        (told,) = [d for d in page(query)["diagnostics"] if d["code"] == "spoken-operator"]
        assert remedy in told["message"]
    assert not page("جنيف OR سوتشي")["diagnostics"]


@pytest.mark.parametrize("query", ["الجولة السابعة", "الجولة 7", "جولة أستانا السابعة", "أستانا 7", "round 7"])
def test_words_that_name_a_round_bring_its_articles_first(page, query):
    about = ids(page("--limit", "100", "جولة:7"))
    answer = page("--limit", "100", query)
    assert {hit["id"] for hit in answer["hits"][: len(about)]} == about
    (told,) = answer["diagnostics"]
    assert told["code"] == "read-as-round" and "round:7" in told["message"]
    assert page("--match", "any", "--limit", "1", query)["hits"][0]["id"] in about


@pytest.mark.parametrize("query", ["الجولة السابعة والثامنة", "أستانا 7 و8", "الجولتان السابعة والثامنة"])
def test_words_that_name_several_rounds_bring_the_articles_of_any_first(page, query):
    about = ids(page("--limit", "100", "جولة:7,8"))
    answer = page("--limit", "100", query)
    assert {hit["id"] for hit in answer["hits"][: len(about)]} == about
    (told,) = answer["diagnostics"]
    assert told["code"] == "read-as-round" and "round:7,8" in told["message"]


@pytest.mark.parametrize("query", ['"الجولة السابعة"', "جنيف 7", "الجولة السابعة جنيف", "=الجولة =السابعة", "سوريا -(الجولة السابعة)"])
def test_words_that_name_no_round_or_are_quoted_stay_words(page, query):
    assert not [d for d in page(query)["diagnostics"] if d["code"] == "read-as-round"]


@pytest.mark.parametrize(
    "query, date",
    [
        ("2017/10/30", "2017-10-30"),
        ("30-10-2017", "2017-10-30"),
        ("٣٠/١٠/٢٠١٧", "2017-10-30"),
        ("30 تشرين الأول 2017", "2017-10-30"),
        ("30 و31 أكتوبر 2017", "2017-10-30..2017-10-31"),
        ("أكتوبر 2017", "2017-10"),
    ],
)
def test_words_that_name_a_date_bring_its_articles_first(page, query, date):
    of_date = ids(page("--limit", "100", f"date:{date}"))
    answer = page("--limit", "100", query)
    assert of_date and {hit["id"] for hit in answer["hits"][: len(of_date)]} == of_date
    (told,) = answer["diagnostics"]
    assert told["code"] == "read-as-date" and f"date:{date}" in told["message"]
    assert page("--match", "any", "--limit", "1", query)["hits"][0]["id"] in of_date


@pytest.mark.parametrize("query", ['"30 أكتوبر 2017"', "30 أكتوبر", "2017", "1/1/1999", "2017/13/45", "سوريا -(30/10/2017)"])
def test_words_that_name_no_date_of_the_archive_or_are_quoted_stay_words(page, query):
    assert not [d for d in page(query, code=None)["diagnostics"] if d["code"] == "read-as-date"]


def test_a_round_and_a_date_are_both_read(page):
    answer = page("الجولة السابعة أكتوبر 2017")
    assert [d["code"] for d in answer["diagnostics"]] == ["read-as-round", "read-as-date"]
    best = answer["hits"][0]
    assert 7 in best["round"]["about"] and best["date"].startswith("2017-10")


def test_exactness_on_demand(page):
    assert page("--no-relax", "=أستآنة", code=1)["total"] == 0
    assert 0 < page("=أستانة")["total"] < page("أستانة")["total"]
    assert page("--exact", "أستانة")["total"] == page("=أستانة")["total"]


def test_nothing_found_is_relaxed_and_says_how(page):
    answer = page("معتقلين زرافات")
    assert answer["total"] > 0
    assert "زرافات" in answer["query"]["relaxed"]


def test_a_half_typed_word_is_completed_before_it_is_respelt(page, search, db):
    answer = page("--limit", "100", "لافر")
    assert answer["query"]["relaxation"] == "begins" and answer["query"]["relaxation_steps"][-1]["step"] == "begins"
    assert ids(answer) == ids(page("--limit", "100", "لافر*"))
    for form in ("text", "csv", "bibtex", "ris", "jsonl", "trec"):
        run = search("--db", db, "--format", form, "--limit", "1", "لافر")
        assert "يبدأ بها" in run.stdout + run.stderr


def test_numbers_and_dates_are_near_nothing(page):
    assert page("1999/10/31", code=NO_HIT)["total"] == 0


def test_weak_letters_come_before_other_letters(page):
    assert ids(page("الأسرا")) == ids(page("الأسرى"))


def test_steps_are_counted_as_their_own_queries_count(page):
    steps = {step["step"]: step["count"] for step in page("=استانة")["query"]["relaxation_steps"]}
    assert steps["exact"] == page("=استانة", "--no-relax", code=1)["total"] == 0
    assert 0 < steps["folded"] < steps["alias"] == page("استانة")["total"]


def test_broken_syntax_is_read_and_reported(page):
    answer = page('"وفد المعارضة')
    assert answer["total"] > 0
    assert answer["diagnostics"]


def test_show_tells_all_that_is_known_in_the_language_asked_for(db, search):
    arabic = search("--db", db, "show", "r07-detainees-file").stdout
    for label in ("الدول: ", "المواضيع: ", "الأشخاص: ", "الهيئات: "):
        assert "\n" + label in arabic, label
    assert "روسيا" in arabic and "←" not in arabic
    english = search("--db", db, "--lang", "en", "show", "r07-detainees-file").stdout
    for label in ("countries: ", "topics: ", "people: ", "organisations: "):
        assert "\n" + label in english, label


def test_show_and_similar(db, search):
    shown = json.loads(search("--db", db, "--format", "json", "show", "r07-detainees-file").stdout)
    assert shown["round"]["about"] == [7]
    for evidence in shown["round"]["evidence"]:
        assert shown["text"].encode()[evidence["begin"] : evidence["end"]].decode() == evidence["text"]
    similar = json.loads(search("--db", db, "--format", "json", "similar", "r07-detainees-file").stdout)
    assert similar["total"] > 0
    assert "r07-detainees-file" not in ids(similar)


@pytest.mark.parametrize(
    "arguments, code",
    [
        (["--db", "{db}", "زقزقةغريبة", "--no-relax"], NO_HIT),
        (["--db", "{db}", "show", "no-such-id"], NO_HIT),
        (["--db", "{db}", "--sort", "best", "x"], USAGE),
        (["--db", "{db}", "--guarantor", "atlantis", "x"], USAGE),
        (["--db", "{db}"], USAGE),
        (["--db", "{db}", " "], USAGE),
        (["--db", "{db}", "watch", "؟"], USAGE),
        (["--db", "/nonexistent/archive", "x"], MISSING),
    ],
)
def test_exit_codes(db, search, arguments, code):
    run = search(*[argument.format(db=db) for argument in arguments])
    assert run.returncode == code, run.stderr
    if code not in (0, NO_HIT):
        assert run.stderr.strip()


class Terminal:
    """mahdar-search on a pseudo-terminal with room for a whole page."""

    def __init__(self, command, home):
        self.master, slave = pty.openpty()
        termios.tcsetwinsize(slave, (200, 100))
        environment = {**os.environ, "HOME": str(home), "TERM": "dumb", "LC_ALL": "C.UTF-8"}
        environment.pop("XDG_STATE_HOME", None)
        self.child = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=environment)
        os.close(slave)

    def until(self, pattern, seconds=30):
        text, end = "", time.monotonic() + seconds
        data = b""
        while time.monotonic() < end:
            if select.select([self.master], [], [], 0.2)[0]:
                try:
                    data += os.read(self.master, 65536)
                except OSError:
                    break
                text = data.decode("utf-8", "replace")
                if re.search(pattern, text):
                    return text
        raise AssertionError(f"no {pattern!r} in {text!r}")

    def type(self, line):
        os.write(self.master, (line + "\n").encode())


def test_interactive_walk(db, search, tmp_path):
    terminal = Terminal([str(search.path), "--db", str(db), "--lang", "en", "--color", "never"], tmp_path)
    terminal.until(r"search> ")
    terminal.type("المعتقلين")
    first = terminal.until(r"person: [\s\S]*search> ")
    total = int(re.search(r"of (\d+)", first).group(1))
    assert "round:" in first
    terminal.type("1")
    narrowed = terminal.until(r"search \[round:\d+\]> ")
    assert int(re.search(r"of (\d+)", narrowed).group(1)) < total
    terminal.type("o 1")
    assert "id: " in terminal.until(r"search \[round:\d+\]> $")
    terminal.type("b")
    terminal.until(r"of %d[\s\S]*search> " % total)
    terminal.type("n")
    terminal.until(r"11–\d+ of %d[\s\S]*search> " % total)
    terminal.type("q")
    assert terminal.child.wait(timeout=10) == 0


@pytest.mark.parametrize("name, text", [
    ("a.html", '<html><head><meta name="author" content="سمير الحداد"></head><body><h1>خبر أستانا</h1><p>نص الخبر عن '
               'محادثات أستانا بين الوفود المشاركة فيها اليوم.</p></body></html>'),
    ("a.txt", "title: خبر أستانا\nauthor: سمير الحداد\n\nنص الخبر عن أستانا.\n"),
    ("a.jsonl", '{"id": "a", "text": "نص الخبر عن أستانا", "author": {"name": "سمير الحداد"}}\n'),
    ("a.xml", '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>م</title><item><guid '
              'isPermaLink="false">a</guid><title>خبر أستانا</title><dc:creator>سمير الحداد</dc:creator><description>نص الخبر'
              '</description></item></channel></rss>'),
])
def test_the_author_is_kept_and_shown(archive, search, name, text):
    archive.write(name, text)
    archive.update()
    assert "author: سمير الحداد" in search("--db", archive.db, "show", "--lang", "en", "a").stdout
    assert "الكاتب: سمير الحداد" in search("--db", archive.db, "show", "a").stdout
    assert json.loads(search("--db", archive.db, "show", "--format", "json", "a").stdout)["author"] == "سمير الحداد"
    found = json.loads(search("--db", archive.db, "--format", "json", "أستانا OR الخبر").stdout)
    assert [hit["author"] for hit in found["hits"]] == ["سمير الحداد"]
    assert "AU  - سمير الحداد" in search("--db", archive.db, "--format", "ris", "الخبر").stdout
    assert "author = {{سمير الحداد}}" in search("--db", archive.db, "--format", "bibtex", "الخبر").stdout


def test_lines_in_visual_order_are_broken_before_they_are_reordered(archive, search):
    archive.write("one.txt", "عنوان الخبر\n\n" + " ".join(f"البند {n}" for n in range(70101, 70161)) + ".\n")
    archive.update()
    for arguments in (("البند",), ("show", "one")):
        for columns, width in (("44", 44), ("", 80)):
            shown = search("--db", archive.db, "--bidi", "visual", *arguments, env={"COLUMNS": columns}).stdout
            lines = [re.sub(r"[\u200e\u200f\u2066-\u2069]", "", line) for line in shown.splitlines()]
            assert max(map(len, lines)) <= width
            numbered = [found for line in lines if (found := re.findall(r"\b70\d{3}\b", line))]
            assert len(numbered) > 1
            assert [int(line[-1]) for line in numbered] == sorted(int(line[-1]) for line in numbered), "from top to bottom"
    run = search("--db", archive.db, "--bidi", "visual", "--format", "json", "البند", env={"COLUMNS": "44"})
    assert json.loads(run.stdout)["hits"][0]["title"] == "عنوان الخبر"

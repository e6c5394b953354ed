"""mahdar-search on the sample corpus: every command, format, filter and exit code of the contract."""

import csv
import io
import json
import os
import pty
import re
import select
import subprocess
import termios
import time

import pytest

from conftest import ROOT

NO_HIT, MISSING, STALE, USAGE = 1, 66, 78, 64


@pytest.fixture(scope="module")
def db(tmp_path_factory, index):
    folder = tmp_path_factory.mktemp("corpus") / "db"
    assert index("update", "--db", folder, ROOT / "corpus/articles").returncode == 0
    return folder


@pytest.fixture
def page(db, search):
    def ask(*arguments, code=0):
        run = search("--db", db, "--format", "json", *arguments)
        assert run.returncode == code, run.stderr
        return json.loads(run.stdout)

    return ask


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
        "round": lambda hit: [str(n) for n in hit["round"]["about"]] or ["unknown"],
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


def test_unknown_rounds_can_be_listed(page):
    answer = page("--round", "unknown", "--limit", "200")
    assert answer["total"] > 0
    assert all(hit["round"]["about"] == [] for hit in answer["hits"])


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


def test_exactness_on_demand(page):
    assert page("--no-relax", "=أستآنة", code=1)["total"] == 0
    assert 0 < page("=أستانة")["total"] < page("أستانة")["total"]
    assert page("--exact", "أستانة")["total"] == page("=أستانة")["total"]


def test_nothing_found_is_relaxed_and_says_how(page):
    answer = page("معتقلين زرافات")
    assert answer["total"] > 0
    assert "زرافات" in answer["query"]["relaxed"]


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "csv", "bibtex", "ris", "trec"])
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


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_rule_of_the_corpus_is_explained_in_words(db, search, index, language):
    lines = index("explain", "--format", "json", ROOT / "corpus/articles").stdout.splitlines()
    rules = set(re.findall(r'"rule":"([^"]+)"', "\n".join(lines)))
    assert len(rules) > 40
    table = (ROOT / "searcher/render/data/reason_labels.tsv").read_text(encoding="utf-8").splitlines()
    labels = {row.split("\t")[0]: row.split("\t")[1 if language == "ar" else 2] for row in table if not row.startswith("#")}
    assert rules <= {rule for rule, label in labels.items() if label.strip()}
    text = search("--db", db, "--explain", "--lang", language, "--limit", 100, "--facets", "none", "أستانا").stdout
    assert labels["topic-cue"] in text
    assert not re.search(r"[a-z]+([-+][a-z]+)+ \d\.\d\d", text)


def test_steps_are_counted_as_their_own_queries_count(page):
    steps = {step["step"]: step["count"] for step in page("=استانة")["query"]["relaxation_steps"]}
    assert steps["exact"] == page("=استانة", "--no-relax", code=1)["total"] == 0
    assert 0 < steps["folded"] < steps["alias"] == page("استانة")["total"]


def test_broken_syntax_is_read_and_reported(page):
    answer = page('"وفد المعارضة')
    assert answer["total"] > 0
    assert answer["diagnostics"]


def test_csv_is_csv(db, search):
    run = search("--db", db, "--format", "csv", "--limit", "20", "أستانا")
    rows = list(csv.DictReader(io.StringIO(run.stdout)))
    assert len(rows) == 20
    assert all(row["id"] and row["title"] for row in rows)


def test_bibtex_and_ris_have_an_entry_a_hit(db, search):
    assert search("--db", db, "--format", "bibtex", "--limit", "5", "أستانا").stdout.count("@misc{") == 5
    assert search("--db", db, "--format", "ris", "--limit", "5", "أستانا").stdout.count("TY  - ") == 5


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


def test_show_tells_all_that_is_known_in_the_language_asked_for(db, search):
    arabic = search("--db", db, "show", "r07-detainees-file").stdout
    for label in ("الدول: ", "المواضيع: ", "الأشخاص: ", "الهيئات: "):
        assert "\n" + label in arabic, label
    assert "روسيا" in arabic and "←" not in arabic
    english = search("--db", db, "--lang", "en", "show", "r07-detainees-file").stdout
    for label in ("countries: ", "topics: ", "people: ", "organisations: "):
        assert "\n" + label in english, label


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "csv", "bibtex", "ris", "trec"])
def test_every_format_tells_of_an_outlet_nobody_knows(db, search, form):
    run = search("--db", db, "--format", form, "--source", "saana", "أستانا")
    assert "saana" in run.stdout + run.stderr and "هل تقصد «سانا»" in run.stdout + run.stderr


NO_WORDS = ["~", "=", "؟", "*", "\u202e", b"\xff"]


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "csv", "bibtex", "ris", "trec"])
@pytest.mark.parametrize("text", NO_WORDS)
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


def test_show_and_similar(db, search):
    shown = json.loads(search("--db", db, "--format", "json", "show", "r07-detainees-file").stdout)
    assert shown["round"]["about"] == [7]
    for evidence in shown["round"]["evidence"]:
        assert shown["text"].encode()[evidence["begin"] : evidence["end"]].decode() == evidence["text"]
    similar = json.loads(search("--db", db, "--format", "json", "similar", "r07-detainees-file").stdout)
    assert similar["total"] > 0
    assert "r07-detainees-file" not in ids(similar)


def steps_of(hit):
    return {step["step"] for reason in hit["explanation"] for step in reason["steps"]}


def shown_text(search, db, hit):
    return json.loads(search("--db", db, "--format", "json", "show", hit["id"]).stdout)["text"].encode()


@pytest.mark.parametrize(
    "query, step",
    [
        ("استانه", "alef"),
        ("استانه", "taa-marbuta"),
        ("معتقلين", "clitic"),
        ("معتقل", "dual-or-plural"),
        ("فصيل", "broken-plural"),
        ("Lavrentiev", "latin-name"),
        ("Lawrentyew", "transliteration"),
        ("أستانة", "name"),
        ("معتقل*", "wildcard"),
        ('"وفد المعارضة"', "phrase"),
        ("لافرنتيف~", "near"),
        ("المعتقلن", "near"),
        ("=المعتقلين", "exact"),
    ],
)
def test_explain_says_by_which_step(page, search, db, query, step):
    hits = page("--explain", "--limit", "50", query)["hits"]
    assert hits
    assert any(step in steps_of(hit) for hit in hits)
    for hit in hits:
        assert hit["explanation"]
        text = shown_text(search, db, hit)
        for reason in hit["explanation"]:
            assert text[reason["begin"] : reason["end"]].decode() == reason["text"]
            assert reason["steps"]
            in_title = reason["end"] <= len(hit["title"].encode())
            assert reason["field"] == ("title" if in_title else "text")


def test_explain_tells_the_part_of_the_query(page):
    query = "معتقلين استانه"
    for hit in page("--explain", "--limit", "3", query)["hits"]:
        for reason in hit["explanation"]:
            part = query.encode()[reason["query_begin"] : reason["query_end"]].decode()
            assert part == reason["query"]


def test_explain_tells_which_filter_let_the_article_through(page, search, db):
    answer = page("--explain", "--round", "7", "--not", "country:CN", "--from", "2017-01", "معتقلين")
    assert answer["hits"]
    for hit in answer["hits"]:
        by_field = {reason["field"]: reason for reason in hit["filters"]}
        assert by_field["round"]["values"] == ["7"]
        assert by_field["round"]["rule"] == by_field["round"]["evidence"][0]["rule"]
        assert by_field["country"]["negated"]
        assert by_field["date"]["values"] == [hit["date"]]
        text = shown_text(search, db, hit)
        for reason in hit["filters"]:
            for evidence in reason["evidence"]:
                assert text[evidence["begin"] : evidence["end"]].decode() == evidence["text"]
    assert "filters" not in page("--round", "7", "معتقلين")["hits"][0]


def test_explain_in_text_names_words_steps_and_bytes(db, search):
    arabic = search("--db", db, "--explain", "--limit", "1", "--round", "7", "فصيل").stdout
    assert "جمع تكسير فصيل ← فصائل" in arabic
    assert "✓ الجولة: الجولة السابعة — " in arabic
    english = search("--db", db, "--lang", "en", "--explain", "--limit", "1", "--round", "7", "فصيل").stdout
    assert "broken plural فصيل ← فصائل" in english
    line = next(line for line in english.splitlines() if "broken plural" in line)
    word, _, rest = line.partition("← ")[2].partition(" (")
    begin, end = map(int, re.search(r"(\d+)–(\d+)\)", rest).groups())
    hit = json.loads(search("--db", db, "--format", "json", "--limit", "1", "--round", "7", "فصيل").stdout)["hits"][0]
    assert shown_text(search, db, hit)[begin:end].decode() == word


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

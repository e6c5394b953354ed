"""A corrections file: overrides detection, is checked, is kept by the index, survives rebuilds, shows as provenance."""

import json

from conftest import DONE, USAGE
from test_serve import Server

ROW = "astana-7\tround\t8\tarchivist\tthe headline is wrong\n"


def hits(search, archive, *arguments):
    page = search("--db", archive.db, "--format", "json", "--explain", "--limit", "20", *arguments)
    return {hit["id"]: hit for hit in json.loads(page.stdout)["hits"]}


def correct(archive, index, text, *more, code=DONE):
    file = archive.folder.parent / "corrections.tsv"
    file.write_text("# article, field, value, who, why\n" + text, encoding="utf-8")
    run = index("update", "--db", archive.db, "--json", "--corrections", file, *more, archive.folder)
    assert run.returncode == code, run.stderr
    return run


def test_a_correction_takes_the_place_of_what_was_detected(small, index, search):
    assert hits(search, small, "--round", "7").keys() == {"astana-7"}
    summary = json.loads(correct(small, index, ROW).stdout)
    assert summary["articles"]["changed"] == 1 and summary["articles"]["added"] == 0
    found = hits(search, small, "--round", "8")
    assert found.keys() == {"astana-7", "astana-8"}
    assert found["astana-7"]["round"]["confidence"] == 1
    shown = search("--db", small.db, "show", "astana-7", "--lang", "en").stdout
    assert "round: Round 8, detected: Round 7 (archivist: the headline is wrong; " in shown and "corrections.tsv:2)" in shown


def test_the_index_keeps_corrections_through_updates_and_rebuilds(small, index, search):
    correct(small, index, ROW)
    assert json.loads(index("update", "--db", small.db, "--json", small.folder).stdout)["articles"]["changed"] == 0
    for command in ("rebuild", "update"):
        assert index(command, "--db", small.db, small.folder).returncode == DONE
        assert "astana-7" in hits(search, small, "--round", "8")
    small.verify()


def test_an_empty_file_takes_corrections_back(small, index, search):
    correct(small, index, ROW)
    assert json.loads(correct(small, index, "").stdout)["articles"]["changed"] == 1
    assert hits(search, small, "--round", "7").keys() == {"astana-7"}


def test_every_field_can_be_corrected_and_taken_away(small, index, search):
    path = small.folder / "astana-7.txt"
    correct(small, index, "".join(f"{article}\t{field}\t{value}\ta\tb\n" for article, field, value in [
        ("other", "guarantor", "turkey"), ("other", "country", "TR,LB"), ("other", "topic", "idlib"),
        ("other", "person", "ahmed-toma"), ("other", "source", "sana"), ("other", "date", "2019-05"),
        (path, "round", "unknown"), ("astana-8.txt", "country", "unknown"),
    ]))
    for filters in (("--guarantor", "turkey"), ("--country", "LB"), ("--topic", "idlib"), ("--person", "ahmed-toma"),
                    ("--source", "sana"), ("--from", "2019-05", "--to", "2019-05")):
        assert hits(search, small, *filters).keys() == {"other"}, filters
    assert "astana-7" in hits(search, small, "--round", "unknown")
    assert "astana-8" in hits(search, small, "--country", "unknown")


def test_what_is_wrong_is_named_with_its_line(small, index, search):
    for row, said in [
        ("a\tround\t99\tw\ty\n", '"99" is no value of round'),
        ("a\tcolour\tred\tw\ty\n", '"colour" cannot be corrected'),
        ("a\tround\t7\t\ty\n", "who corrected it"),
        ("a\tround\t7\n", "3 columns instead of 5"),
        ("a\tguarantor\trussia,iran\tw\ty\n", "guarantor has one value"),
        ("a\tround\t7\tw\ty\na\tround\t8\tw\ty\n", "is corrected twice"),
        ("a\tdate\t2019-13\tw\ty\n", '"2019-13" is no value of date'),
    ]:
        run = correct(small, index, row, code=USAGE)
        assert said in run.stderr and "corrections.tsv:" in run.stderr
    assert hits(search, small, "--round", "7").keys() == {"astana-7"}
    assert index("update", "--db", small.db, "--corrections", "/nowhere", small.folder).returncode == USAGE


def test_every_fault_is_told_up_to_twenty(small, index):
    said = correct(small, index, "a\tround\t99\tw\ty\n" + ROW + "a\tcolour\tred\tw\ty\na\tround\t7\n", code=USAGE).stderr
    assert [f"corrections.tsv:{line}:" in said for line in (2, 3, 4, 5)] == [True, False, True, True]
    assert all(line.startswith("mahdar-index: ") for line in said.splitlines()) and len(said.splitlines()) == 3
    said = correct(small, index, "".join(f"a{n}\tround\t99\tw\ty\n" for n in range(23)), code=USAGE).stderr
    assert said.count("corrections.tsv:") == 20 and "3 more" in said


def test_how_an_article_names_things_can_be_corrected(small, index, search):
    correct(small, index, "other\tframing\tregime, الجمهورية العربية السورية\ta\tb\n")
    for way in ("regime", "syrian-arab-republic"):
        assert "other" in hits(search, small, "--framing", way)
    assert '"red" is no value of framing' in correct(small, index, "other\tframing\tred\ta\tb\n", code=USAGE).stderr
    correct(small, index, "other\tframing\tunknown\ta\tb\n")
    assert "other" in hits(search, small, "--framing", "unknown")


def test_explain_shows_what_a_correction_would_do(small, index):
    file = small.folder.parent / "corrections.tsv"
    file.write_text(ROW, encoding="utf-8")
    run = index("explain", "--format", "json", "--corrections", file, small.folder / "astana-7.txt")
    explained = json.loads(run.stdout)
    assert explained["round"]["about"] == [8]
    assert explained["corrections"][0]["detected"] == "7"


def test_a_missing_file_is_called_missing(small, index):
    run = index("update", "--db", small.db, "--corrections", small.folder / "nowhere.tsv", small.folder)
    assert run.returncode == USAGE and "nowhere.tsv does not exist" in run.stderr


def test_values_are_taken_by_their_names(small, index, search):
    correct(small, index, "".join(f"other\t{field}\t{value}\ta\tb\n" for field, value in [
        ("guarantor", "إيران"), ("country", "تركيا, Lebanon,TR"), ("topic", "إدلب"), ("person", "أحمد طعمة"),
        ("source", "رويترز"),
    ]))
    for filters in (("--guarantor", "iran"), ("--country", "LB"), ("--country", "TR"), ("--topic", "idlib"),
                    ("--person", "ahmed-toma"), ("--source", "رويترز"), ("--source", "reuters")):
        assert hits(search, small, *filters).keys() == {"other"}, filters
    correct(small, index, "other\tsource\tصحيفة الحي\ta\tb\n")
    assert hits(search, small, "--source", "صحيفة الحي").keys() == {"other"}


def test_a_correction_of_no_article_is_told(small, index):
    rows = ROW + "astana-8.txt\tround\t8\ta\tb\n" + "astana-9.txt\tround\t9\ta\tb\nnone\tdate\t2017\ta\tb\n"
    rows += f"{small.folder / 'other.txt'}\tdate\t2019\ta\tb\n"
    told = correct(small, index, rows).stderr
    assert 'corrections.tsv:4: "astana-9.txt"' in told and "1 more" in told and told.count("no article") == 1
    assert correct(small, index, rows).stderr == "", "told once: cron mails every line"
    assert 'corrections.tsv:4: "astana-9.txt"' in correct(small, index, rows, "-v").stderr
    file = small.folder.parent / "corrections.tsv"
    rebuilt = index("rebuild", "--db", small.db.parent / "new", "--corrections", file, small.folder)
    assert rebuilt.returncode == DONE and '"astana-9.txt"' in rebuilt.stderr
    told = small.status()["corrections_without_article"]
    assert [(row["article"], row["field"]) for row in told] == [("astana-9.txt", "round"), ("none", "date")]
    text = index("status", "--db", small.db).stdout
    assert "corrections without an article" in text and "astana-9.txt" in text and "none" in text
    correct(small, index, ROW)
    assert small.status()["corrections_without_article"] == []
    assert "without an article" not in index("status", "--db", small.db).stdout


def test_explain_of_hits_tells_who_corrected_what_and_why(small, index, search):
    correct(small, index, ROW + "astana-7\tsource\tsana\tb.aziz\tits logo\n")
    for filters in ((), ("--round", "8")):
        hit = hits(search, small, *filters, "اختتام")["astana-7"]
        first, second = hit["corrections"]
        assert (first["field"], first["value"], first["detected"]) == ("round", "8", "7")
        assert (first["who"], first["why"]) == ("archivist", "the headline is wrong")
        assert (second["who"], second["why"]) == ("b.aziz", "its logo")
        assert hit["evidence"]["round"] and all(piece["overruled"] for piece in hit["evidence"]["round"])
        assert not any("overruled" in piece for piece in hit["evidence"]["date"])
        text = search("--db", small.db, "--explain", "--lang", "en", *filters, "اختتام").stdout
        assert "round: Round 8, detected: Round 7 (archivist: the headline is wrong; " in text
        assert "source: SANA" in text and "(b.aziz: its logo; " in text
        assert "round (detected): «" in text and "round: «" not in text
        arabic = search("--db", small.db, "--explain", *filters, "اختتام").stdout
        assert "الجولة: الجولة الثامنة، والمستخرج آليًا: الجولة السابعة (archivist: " in arabic
        assert "الجولة (المستخرج آليًا): «" in arabic
    assert hit["filters"][0]["rule"] == "correction" and hit["filters"][0]["evidence"] == []
    plain = json.loads(search("--db", small.db, "--format", "json", "اختتام").stdout)["hits"][0]
    assert "corrections" not in plain


def test_the_page_marks_no_words_for_a_value_that_was_overruled(small, index, search):
    def page():
        server = Server(search, small)
        try:
            return server.get("/article/astana-7?lang=en")[2].decode()
        finally:
            server.stop()
            server.process.stderr.close()

    assert 'class="evidence round"' in page() and 'class="evidence date"' in page()
    correct(small, index, ROW)
    assert 'class="evidence round"' not in page() and 'class="evidence date"' in page()

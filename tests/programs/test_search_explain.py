"""mahdar-search --explain on the sample corpus: which steps, which rules, in words and in bytes."""

import json
import re

import pytest

from conftest import ROOT


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_rule_of_the_corpus_is_explained_in_words(db, search, index, language):
    lines = index("explain", "--format", "json", ROOT / "corpus/articles").stdout.splitlines()
    rules = set(re.findall(r'"rule":"([^"]+)"', "\n".join(lines)))
    assert len(rules) > 40
    table = (ROOT / "analyzers/data/rule_labels.tsv").read_text(encoding="utf-8").splitlines()
    labels = {row.split("\t")[0]: row.split("\t")[1 if language == "ar" else 2] for row in table if not row.startswith("#")}
    assert rules <= {rule for rule, label in labels.items() if label.strip()}
    text = search("--db", db, "--explain", "--lang", language, "--limit", 100, "--facets", "none", "أستانا").stdout
    assert labels["topic-cue"] in text
    assert not re.search(r"[a-z]+([-+][a-z]+)+ \d\.\d\d", text)
    explained = index("explain", "--lang", language, ROOT / "corpus/articles").stdout
    assert labels["topic-cue"] in explained
    assert not re.search(r"\d\) [a-z]+([-+][a-z]+)+$", explained, re.M)


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
    begin, end = map(int, re.search(r"\[(\d+), (\d+)\)", rest).groups())
    hit = json.loads(search("--db", db, "--format", "json", "--limit", "1", "--round", "7", "فصيل").stdout)["hits"][0]
    assert shown_text(search, db, hit)[begin:end].decode() == word

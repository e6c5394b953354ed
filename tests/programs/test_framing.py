"""How articles name things: facet, filters in every place, evidence."""

import json

import pytest

from conftest import DONE, json_lines

TEXTS = {
    "regime": "وقال وفد المعارضة المسلحة إن قوات النظام خرقت الهدنة، وطالب نظام الأسد بالتزام الاتفاق.",
    "government": "وأكد رئيس وفد الجمهورية العربية السورية أن للحكومة السورية حق الرد على الإرهابيين.",
    "interim": "وأعلنت الحكومة السورية المؤقتة افتتاح مدرسة في ريف حلب الشمالي.",
    "plain": "افتتح في المدينة معرض للكتاب يستمر أسبوعا كاملا ويشارك فيه ناشرون من بلدان عدة.",
}
EXPECTED = {
    "regime": {"regime"},
    "syrian-government": {"government"},
    "syrian-arab-republic": {"government"},
    "terrorists": {"government"},
    "opposition": {"regime"},
    "syrian-state": set(),
}


@pytest.fixture
def named(archive):
    archive.write("a.jsonl", json_lines(*({"id": i, "title": "خبر", "text": t} for i, t in TEXTS.items())))
    archive.update()
    return archive


def ids(search, archive, *arguments):
    run = search("--db", archive.db, "--format", "json", "--no-relax", *arguments)
    return {hit["id"] for hit in json.loads(run.stdout)["hits"]}


def test_every_filter_takes_a_framing(named, search):
    for framing, wanted in EXPECTED.items():
        assert ids(search, named, "--framing", framing) == wanted, framing
        assert ids(search, named, f"framing:{framing}") == wanted, framing
        assert ids(search, named, f"تسمية:{framing}") == wanted, framing
    assert ids(search, named, "--framing", "الحكومة السورية") == {"government"}
    assert ids(search, named, "--date", "unknown", "--not", "framing:regime") == {"government", "interim", "plain"}


def test_a_framing_shows_its_words(named, search):
    run = search("--db", named.db, "--format", "json", "--explain", "--framing", "syrian-government")
    assert run.returncode == DONE
    hit = json.loads(run.stdout)["hits"][0]
    assert [(e["text"], e["rule"]) for e in hit["evidence"]["framing"]["syrian-government"]] == [
        ("للحكومة السورية", "framing-term")
    ]
    assert {"value": "regime", "count": 1}.items() <= next(
        v for v in json.loads(search("--db", named.db, "--format", "json", "--date", "unknown").stdout)["facets"]["framing"]
        if v["value"] == "regime"
    ).items()


def test_a_term_does_not_reach_over_another(index, archive):
    path = archive.write("a.txt", "وطالب وفد المعارضة نظام الأسد بالتزام الاتفاق الذي وقع في المدينة قبل أيام.\n")
    article = json.loads(index("explain", "--format", "json", path).stdout)
    words = {way["id"]: [e["text"] for e in way["evidence"]] for way in article["framing"]}
    assert words == {"opposition": ["وفد المعارضة"], "regime": ["نظام الأسد"]}


def test_what_has_no_country_or_topic_is_found_as_unknown(named, search):
    assert "plain" in ids(search, named, "--country", "unknown")
    assert "regime" not in ids(search, named, "--topic", "unknown")
    assert ids(search, named, "--date", "unknown") == set(TEXTS)


NAMED_BY_NOBODY = set(TEXTS)  # the texts name no person the taxonomy knows


def test_what_has_no_value_of_a_facet_is_found_by_each_of_them(named, search):
    for facet, wanted in {"framing": {"interim", "plain"}, "person": NAMED_BY_NOBODY, "guarantor": set(TEXTS), "source": set(TEXTS)}.items():
        assert ids(search, named, f"--{facet}", "unknown") == wanted, facet
        assert ids(search, named, f"--{facet}", "غير معروف") == wanted, facet
        assert ids(search, named, f"{facet}:unknown") == wanted, facet
        assert ids(search, named, "--date", "unknown", "--not", f"{facet}:unknown") == set(TEXTS) - wanted, facet
    assert ids(search, named, "--round", "none") == set(TEXTS) and not ids(search, named, "--round", "unknown")
    assert ids(search, named, "--framing", "unknown", "--framing", "regime") == {"interim", "plain", "regime"}


def test_what_has_no_framing_or_person_is_counted(named, search):
    answer = json.loads(search("--db", named.db, "--format", "json", "--facets", "all", "--framing", "unknown").stdout)
    counted = {f: {v["value"]: (v["count"], v["selected"]) for v in answer["facets"][f]} for f in ("framing", "person")}
    assert counted["framing"]["unknown"] == (2, True)
    assert counted["person"] == {"unknown": (2, False)}
    explained = json.loads(search("--db", named.db, "--format", "json", "--explain", "--framing", "unknown").stdout)
    assert {(f["field"], tuple(f["values"]), f["rule"]) for hit in explained["hits"] for f in hit["filters"]} == {
        ("framing", ("unknown",), "nothing-found")
    }
    assert "غير معروف" in search("--db", named.db, "--facets", "framing", "--framing", "unknown").stdout


@pytest.mark.parametrize(
    "text, words",
    [
        ("وقال ناشطون إن قصف لقوات نظام الأسد طال البلدة.", {"regime": ["نظام الأسد"]}),
        ("وتقدمت قوات النظام السوري نحو البلدة.", {"regime": ["قوات النظام"]}),
        ("وتقدمت قوات النظام نحو البلدة.", {"regime": ["قوات النظام"]}),
        ("واجتمع وفد النظام والمعارضة السورية مساء.", {"regime": ["وفد النظام"], "opposition": ["والمعارضة السورية"]}),
        ("وبحث الخبراء النظام السوري الضريبي في الندوة.", {}),
        ("وبحث الخبراء النظام الضريبي السوري في الندوة.", {}),
        ("وتناولت الندوة النظام القضائي السوري والنظام السوري المصرفي.", {}),
    ],
)
def test_the_words_of_a_term_stand_whole_and_mean_it(index, archive, text, words):
    path = archive.write("a.txt", text + "\n")
    article = json.loads(index("explain", "--format", "json", path).stdout)
    assert {way["id"]: [e["text"] for e in way["evidence"]] for way in article["framing"]} == words


@pytest.mark.parametrize("part", ["إرهابي", "الإرهابي", "الإرهابيون"])
def test_a_word_that_begins_a_term_names_the_framing(archive, search, part):
    archive.write("a.txt", "خبر\n\nقال المتحدث إن الجيش استهدف مواقع التنظيمات الإرهابية في ريف إدلب.\n")
    archive.update()
    assert ids(search, archive, "--framing", part) == {"a"}

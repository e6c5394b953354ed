"""The main job on five real press articles, which are not part of the repository: MAHDAR_SEEDS, or ../shared/seeds."""

import json
import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(os.environ.get("MAHDAR_BIN", ROOT / "build/bin"))
SEEDS = Path(os.environ.get("MAHDAR_SEEDS", ROOT.parent / "shared/seeds"))
BOILERPLATE = ("إنستجرام", "اترك تعليقا", "مقالات ذات صلة", "مظلوم عبدي", "أخبار متعلقة", "جميع التعليقات")

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"no real articles at {SEEDS}")


def run(program, *arguments, expect=0):
    done = subprocess.run([BIN / program, *arguments], capture_output=True, check=False)
    assert done.returncode == expect, (done.returncode, done.stderr.decode())
    return done.stdout.decode("utf-8")


def number(path):
    return Path(path).name[:3]


@pytest.fixture(scope="module")
def explained():
    lines = run("mahdar-index", "explain", "--format", "json", str(SEEDS)).splitlines()
    return {number(article["path"]): article for article in map(json.loads, lines)}


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    folder = tmp_path_factory.mktemp("seeds") / "db"
    run("mahdar-index", "update", "--db", str(folder), str(SEEDS))
    return str(folder)


def search(db, *arguments, expect=0):
    return json.loads(run("mahdar-search", "--db", db, "--format", "json", *arguments, expect=expect))


def found(db, *arguments):
    page = search(db, *arguments)
    assert page["query"]["relaxed"] is None
    return {number(hit["path"]) for hit in page["hits"]}


@pytest.mark.parametrize(
    "seed, round_, focus, topics, dates, source",
    [
        ("000", 7, {"russia", "several"}, {"detainees_exchange", "deescalation_zones"}, {"2017-10-31", "2017-10-30"}, None),
        ("001", 8, {"none", "several"}, {"detainees_exchange"}, {"2017-12-21"}, "elaph"),
        ("002", 7, {"russia"}, {"detainees_exchange", "national_dialogue_sochi"}, {"2017-10-30"}, "sana"),
        ("003", 22, {"several", "none"}, {"refugee_return", "reconstruction"}, {"2024-11-11"}, "baladi-news"),
        ("004", 8, {"none", "several"}, {"detainees_exchange"}, {"2017-12-21"}, "human-voice"),
    ],
)
def test_what_they_are_about(explained, seed, round_, focus, topics, dates, source):
    article = explained[seed]
    assert article["round"]["about"] == [round_]
    assert article["guarantor"]["focus"] in focus
    assert topics <= {topic["id"] for topic in article["topics"]}
    assert article["date"]["published"] in dates
    assert source is None or article["source"] == source


def test_past_round_is_mentioned_as_past(explained):
    assert {"round": 21, "role": "past"} in explained["003"]["round"]["mentioned"]


def test_agency_that_is_quoted(explained):
    assert explained["003"]["source_agency"] == "anadolu"
    assert explained["004"]["source_agency"] == "anadolu"


def test_evidence_stands_in_the_file(explained):
    for seed, article in explained.items():
        data = next(SEEDS.glob(f"{seed}_*")).read_bytes()
        for field in ("round", "guarantor"):
            for evidence in article[field]["evidence"]:
                assert data[evidence["begin"] : evidence["end"]].decode("utf-8") == evidence["text"], (seed, evidence)


def test_no_boilerplate_is_indexed(db):
    for hit in search(db, "--limit", "10", "سوريا")["hits"]:
        text = json.loads(run("mahdar-search", "--db", db, "--format", "json", "show", hit["id"]))["text"]
        assert [line for line in BOILERPLATE if line in text] == [], hit["path"]


@pytest.mark.parametrize(
    "query, seeds",
    [
        ("المعتقل", "001 003 004"),
        ("معتقلين", "001 003 004"),
        ("المُعْتَقَلِين", "001 003 004"),
        ("استانه", "000 001 002 003 004"),
        ("2254", "001 004"),
        ("٢٢٥٤", "001 004"),
        ('"وفد المعارضة"', "000 001 003 004"),
        ("Lavrentiev", "000 002 003 004"),
        ("جولة:8", "001 004"),
        ("round:22", "003"),
    ],
)
def test_queries_find_exactly(db, query, seeds):
    assert found(db, query) == set(seeds.split())


def test_highlights_are_whole_words_in_bounds(db):
    for hit in search(db, "معتقلين")["hits"]:
        snippet = hit["snippet"].encode("utf-8")
        assert hit["highlights"], hit["path"]
        for begin, end in hit["highlights"]:
            assert "عتقل" in snippet[begin:end].decode("utf-8")
            assert not snippet[begin - 1 : begin].isalpha() and (begin == 0 or snippet[begin - 1] in b' "\'(\xab\x9c')


def test_facets_leave_out_their_own_selection(db):
    page = search(db, "--round", "8", "أستانا")
    rounds = {value["value"]: value for value in page["facets"]["round"]}
    assert page["total"] == 2
    assert {name: value["count"] for name, value in rounds.items()} == {"7": 2, "8": 2, "22": 1}
    assert rounds["8"]["selected"] and not rounds["7"]["selected"]
    assert sum(value["count"] for value in page["facets"]["guarantor"]) == 2

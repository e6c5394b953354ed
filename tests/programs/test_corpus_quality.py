"""Detection and ranking on the sample corpus, held to floors. The floors lie a little under what was measured, so that they
catch a loss and not a rounding; `tests/quality/accuracy.py` and `ranking.py` print the figures themselves."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(os.environ.get("MAHDAR_BIN", ROOT / "build/bin"))
CORPUS = ROOT / "corpus"
sys.path.insert(0, str(ROOT / "tests/quality"))

import accuracy  # noqa: E402
import ranking  # noqa: E402


@pytest.fixture(scope="module")
def scores():
    gold = accuracy.read_gold(CORPUS / "gold.tsv")
    found = accuracy.explained(BIN / "mahdar-index", CORPUS / "articles")
    assert gold.keys() <= found.keys()
    return accuracy.score(gold, found)


@pytest.mark.parametrize(
    "field, stratum, floor",
    [
        ("round", "explicit", 0.95),
        ("round", "trap", 0.95),
        ("round", "all", 0.88),
        ("guarantor", "all", 0.85),
        ("date", "explicit", 0.92),
        ("date", "all", 0.88),
        ("mentioned", "all", 0.95),
        ("basis", "all", 0.85),
        ("source", "all", 0.90),
    ],
)
def test_articles_that_are_all_right(scores, field, stratum, floor):
    assert scores[field, stratum].accuracy >= floor


@pytest.mark.parametrize("field, floor", [("countries", 0.94), ("people", 0.95), ("topics", 0.60)])
def test_f1_of_lists(scores, field, floor):
    assert scores[field, "all"].f1 >= floor


def test_ranking(tmp_path):
    db = tmp_path / "db"
    subprocess.run([BIN / "mahdar-index", "update", "--db", db, CORPUS / "articles"], check=True)
    rows = ranking.evaluate(BIN / "mahdar-search", db, CORPUS / "queries.tsv")
    assert len(rows) >= 40
    assert ranking.mean(rows, 0) >= 0.95, "MRR@10"
    assert ranking.mean(rows, 1) >= 0.80, "nDCG@10"
    assert ranking.mean(rows, 3) >= 0.75, "recall@100"

"""The corpus's tables against its files and against the taxonomy's own data."""

import json
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
COLUMNS = (
    "id path stratum round mentioned guarantor countries topics people date basis source".split()
)
ARABIC_WORD = re.compile("[\u0621-\u064a\u0671-\u06d3][\u0621-\u06d3\u0640\u064b-\u0652]*")


def rows(name):
    lines = (CORPUS / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def values(cell):
    return [] if cell == "-" else cell.split(",")


GOLD = [dict(zip(COLUMNS, row, strict=True)) for row in rows("gold.tsv")]
QUERIES = rows("queries.tsv")
IDS = {article["id"] for article in GOLD}


def decoded(data):
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    for encoding in ("utf-8", "iso-8859-6", "windows-1256"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise AssertionError("unknown encoding")


def body(path):
    name, _, record = path.partition("#")
    text = decoded((CORPUS / name).read_bytes())
    if record:
        article = json.loads(text.splitlines()[int(record) - 1])
        return article["text"]
    if name.endswith(".html"):
        text = re.sub(r"(?s)<(script|style|head|nav|header|footer)\b.*?</\1>", "", text)
        return re.sub(r"<[^>]*>", " ", text)
    return text.split("\n\n", 1)[1]


def taxonomy_ids():
    """Ids and ISO codes of the bundled taxonomy by table: {"topic": {...}, "person": {...}, ...}."""
    ids = {}
    for path in sorted((ROOT / "schema" / "data").glob("*.toml")):
        for table, entries in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if isinstance(entries, list):
                keys = {entry.get(key) for entry in entries for key in ("id", "iso")}
                ids.setdefault(table, set()).update(keys - {None})
    return ids


def test_ids_are_unique():
    assert [name for name, n in Counter(a["id"] for a in GOLD).items() if n > 1] == []


def test_every_path_exists_and_every_file_has_labels():
    labelled = {article["path"].partition("#")[0] for article in GOLD}
    present = {f"articles/{path.name}" for path in (CORPUS / "articles").iterdir()}
    assert labelled == present


@pytest.mark.parametrize("article", GOLD, ids=lambda a: a["id"])
def test_article_is_of_the_promised_length(article):
    assert 100 <= len(ARABIC_WORD.findall(body(article["path"]))) <= 320


@pytest.mark.parametrize("article", GOLD, ids=lambda a: a["id"])
def test_labels_are_well_formed(article):
    assert article["stratum"] in ("explicit", "inferred", "trap", "none")
    assert (article["round"] == "-") == (article["stratum"] in ("trap", "none"))
    assert all(1 <= int(number) <= 22 for number in values(article["round"]))
    for mention in values(article["mentioned"]):
        number, role = mention.split(":")
        assert 1 <= int(number) <= 23 and role in ("past", "next", "mentioned")
        assert number not in values(article["round"])
    assert article["guarantor"] in ("russia", "turkey", "iran", "several", "none")
    assert article["basis"] in ("meta", "url", "text", "inferred", "-")
    assert (article["date"] == "-") == (article["basis"] == "-")
    assert article["date"] == "-" or re.fullmatch(r"20\d\d-\d\d-\d\d", article["date"])


@pytest.mark.parametrize(
    "column, table",
    [("countries", "country"), ("topics", "topic"), ("people", "person"), ("source", "source")],
)
def test_labels_are_ids_of_the_taxonomy(column, table):
    used = {value for article in GOLD for value in values(article[column])}
    assert used - taxonomy_ids()[table] == set()


def test_every_round_has_two_articles():
    count = Counter(int(n) for article in GOLD for n in values(article["round"]))
    assert [n for n in range(1, 23) if count[n] < 2] == []


def test_guarantor_focus_takes_every_value():
    assert {a["guarantor"] for a in GOLD} == {"russia", "turkey", "iran", "several", "none"}


def test_queries_are_unique_and_enough():
    assert len({row[0] for row in QUERIES}) == len(QUERIES) >= 44


@pytest.mark.parametrize("query", QUERIES, ids=lambda q: q[0])
def test_judgements_name_articles(query):
    assert len(query) == 4 and query[1]
    grades = dict(judgement.rsplit(":", 1) for judgement in query[3].split())
    assert grades and set(grades) <= IDS
    assert len(grades) == len(query[3].split())
    assert set(grades.values()) <= {"1", "2"} and "2" in grades.values()

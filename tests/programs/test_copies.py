"""Near-duplicates: found in any order of arrival, kept right, collapsed and listed."""

import json
import random
from itertools import combinations

import pytest

from conftest import DONE, ROOT

ARTICLES = sorted((ROOT / "corpus" / "articles").glob("*.txt"))


def parts(path):
    """Title and paragraphs of a corpus article; none where it is no plain UTF-8 with a header block."""
    try:
        header, _, body = path.read_bytes().decode("utf-8").partition("\n\n")
    except UnicodeDecodeError:
        return "", []
    paragraphs = [p for p in body.split("\n") if p.strip()]
    return (paragraphs[0], paragraphs[1:]) if header.startswith("id: ") and paragraphs else ("", [])


def edited(body, rng):
    """A copy as agencies' customers print it: small edits, or a cut tail, or both."""
    words = [p.split() for p in body]
    kind = rng.choice(["edits", "cut", "both"])
    if kind in ("cut", "both"):
        total = sum(len(p) for p in words)
        left = int(total * rng.uniform(0.5, 0.8))
        kept = []
        for p in words:
            kept.append(p[:left])
            left -= len(p)
            if left <= 0:
                break
        words = kept
    if kind in ("edits", "both"):
        for p in words:
            for i in range(len(p)):
                if rng.random() < 0.03:
                    p[i] = rng.choice(["أيضا", "", "كذلك", p[i] + " وفق المصدر"])
    return [" ".join(w for w in p if w) for p in words]


def record(id_, title, body, **more):
    return json.dumps({"id": id_, "title": title, "text": "\n".join(body), **more}, ensure_ascii=False)


def answer(search, db, *arguments):
    return json.loads(search("--db", db, "--format", "json", *arguments).stdout)


def groups(search, db):
    """Every group of the index, as a set of ids."""
    found, seen = set(), set()
    for hit in answer(search, db, "--date", "1900..2100", "--limit", "1000", "--facets", "none")["hits"]:
        if hit["duplicates"] == 0 or hit["id"] in seen:
            continue
        copies = answer(search, db, "show", hit["id"])["copies"]
        ids = frozenset(c["id"] for c in copies)
        assert len(ids) == hit["duplicates"] + 1
        seen |= ids
        found.add(ids)
    return found


def pairs(sets):
    return {frozenset(p) for ids in sets for p in combinations(sorted(ids), 2)}


@pytest.fixture
def copied():
    """Lines of the corpus with copies of its articles, shuffled, and the ids that belong together."""
    rng = random.Random(7)
    lines, truth = [], []
    for path in ARTICLES:
        title, body = parts(path)
        if sum(len(p.split()) for p in body) < 40:
            continue
        ids = [path.stem]
        lines.append(record(path.stem, title, body, date="2018-05-15"))
        for n in range(rng.randrange(3)):
            ids.append(f"{path.stem}-c{n}")
            lines.append(record(ids[-1], f"عنوان آخر {n}", edited(body, rng), date="2018-05-16"))
        truth.append(ids)
    rng.shuffle(lines)
    return lines, truth


def test_copies_are_found_in_bulk_and_step_by_step_alike(tmp_path, copied, index, search):
    lines, truth = copied

    def update(db, path):
        assert index("update", "--db", db, "--allow-mass-delete", path).returncode == DONE

    source = tmp_path / "archive.jsonl"
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    bulk = tmp_path / "bulk"
    update(bulk, source)
    found = groups(search, bulk)
    right, given = pairs(truth), pairs(found)
    precision = len(right & given) / len(given)
    recall = len(right & given) / len(right)
    print(f"pairs {len(right)}, found {len(given)}, precision {precision:.3f}, recall {recall:.3f}")
    assert precision >= 0.98 and recall >= 0.95

    slow = tmp_path / "slow"
    step = tmp_path / "step.jsonl"
    for count in (len(lines) // 3, 2 * len(lines) // 3, len(lines)):
        step.write_text("\n".join(lines[:count]) + "\n", encoding="utf-8")
        update(slow, step)
    assert groups(search, slow) == found

    half = lines[::2]
    step.write_text("\n".join(half) + "\n", encoding="utf-8")
    update(slow, step)
    fresh = tmp_path / "fresh"
    update(fresh, step)
    assert groups(search, slow) == groups(search, fresh)


def test_collapse_gives_one_hit_a_group_and_facets_count_as_asked(tmp_path, index, search):
    body = max((parts(path)[1] for path in ARTICLES), key=lambda paragraphs: sum(map(len, paragraphs)))
    source = tmp_path / "a.jsonl"
    source.write_text(
        "\n".join(
            [
                record("late", "الثاني", body, date="2018-05-17", source="sana"),
                record("first", "الأول", body, date="2018-05-15", source="tass"),
                record("third", "الثالث", body, date="2018-05-19", source="sana"),
                record("other", "آخر", ["خبر لا صلة له بما سبق عن مباراة في كرة القدم جرت في المدينة مساء أمس"], date="2018-05-15"),
            ]
        )
        + "\n",
        encoding="utf-8",
    )
    db = tmp_path / "db"
    assert index("update", "--db", db, source).returncode == DONE
    every = ("--date", "2018")
    plain = answer(search, db, *every)
    assert plain["total"] == 4 and sorted(h["duplicates"] for h in plain["hits"]) == [0, 2, 2, 2]
    page = answer(search, db, *every, "--collapse", "--facets-count", "groups")
    assert (page["total"], page["articles"]) == (2, 4)
    assert sorted(h["duplicates"] for h in page["hits"]) == [0, 2]
    assert [v["count"] for v in page["facets"]["month"]] == [2]
    assert [v["count"] for v in plain["facets"]["month"]] == [4]
    copies = answer(search, db, "show", "late")["copies"]
    assert [c["id"] for c in copies] == ["first", "late", "third"]

"""Near-duplicates: found in any order of arrival, kept right, collapsed and listed."""

import contextlib
import json
import random
import re
from itertools import combinations

import pytest

from conftest import DONE, ROOT, Archive
from test_serve import Server

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
    dated, undated = (answer(search, db, "--date", date, "--limit", "1000", "--facets", "none") for date in ("1900..2100", "unknown"))
    for hit in dated["hits"] + undated["hits"]:
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


# Events that agencies report by one template; each row fills it anew.
TEMPLATES = [
    (
        "قال المرصد السوري لحقوق الإنسان إن الطيران الحربي نفذ {} غارة على بلدات في ريف {} يوم {}، ما أدى إلى مقتل {} مدنيين بينهم "
        "نساء وأطفال وإصابة آخرين بجروح متفاوتة، وأضاف أن فرق الدفاع المدني ما زالت تبحث عن عالقين تحت الأنقاض.",
        [("12", "إدلب الجنوبي", "3 آذار 2019", "7"), ("30", "حماة الشمالي", "9 أيار 2020", "4"),
         ("5", "حلب الغربي", "11 كانون الثاني 2021", "15")],
    ),
    (
        "انطلقت اليوم {} أعمال الجولة {} من محادثات أستانا حول سوريا بمشاركة وفود الدول الضامنة ووفدي الحكومة والمعارضة، على أن تعقد "
        "لقاءات ثنائية وثلاثية قبل الجلسة العامة التي يصدر في ختامها بيان مشترك.",
        [("30 تشرين الأول 2017", "السابعة"), ("21 كانون الأول 2017", "الثامنة"), ("14 أيار 2018", "التاسعة")],
    ),
    (
        "دخلت يوم {} قافلة مساعدات تابعة للأمم المتحدة تضم {} شاحنة محملة بمواد غذائية وطبية إلى مدينة {} عبر معبر باب الهوى الحدودي، "
        "وأوضح ناطق باسم المنظمة أن توزيع المواد على العائلات المحتاجة يستغرق أياما عدة.",
        [("الثلاثاء", "14", "إدلب"), ("الخميس", "52", "حلب"), ("السبت", "ست", "درعا")],
    ),
    (
        "أعلنت وزارة الدفاع الروسية أن الممثلين في لجنة مراقبة الهدنة سجلوا خلال اليوم الأخير {} خروقات في محافظات {} و{}، فيما سجل الجانب "
        "التركي {} خروقات، وأن عدد البلدات التي انضمت إلى المصالحة لم يتغير منذ أمس.",
        [("تسعة", "اللاذقية", "حماة", "خمسة"), ("أربعة", "درعا", "حلب", "سبعة"), ("11", "حمص", "دمشق", "14")],
    ),
]


def told_by_template(dates):
    """Lines of different events in one wording, each with the day it is published on, and an edited copy of each."""
    rng = random.Random(3)
    lines, truth = [], []
    for t, (template, rows) in enumerate(TEMPLATES):
        for r, row in enumerate(rows):
            ids, text = [f"t{t}-{r}", f"t{t}-{r}-copy"], template.format(*row)
            lines.append(record(ids[0], "عنوان", [text], **dates(r, 0)))
            lines.append(record(ids[1], "عنوان غيره", [text + " " + rng.choice(["وفق المصدر", "كما قال"])], **dates(r, 1)))
            truth.append(ids)
    rng.shuffle(lines)
    return lines, truth


@pytest.mark.parametrize(
    "dates",
    [lambda row, copy: {}, lambda row, copy: {"date": f"2018-05-{15 + copy}"}, lambda row, copy: {"date": f"2018-0{5 + row}-1{copy}"}],
    ids=["undated", "of one day", "months apart"],
)
def test_events_told_by_one_template_are_no_copies_of_each_other(tmp_path, dates, index, search):
    lines, truth = told_by_template(dates)
    source = tmp_path / "a.jsonl"
    db, slow = tmp_path / "db", tmp_path / "slow"
    for count in (len(lines) // 2, len(lines)):
        source.write_text("\n".join(lines[:count]) + "\n", encoding="utf-8")
        assert index("update", "--db", slow, source).returncode == DONE
    assert index("update", "--db", db, source).returncode == DONE
    assert groups(search, db) == groups(search, slow) == {frozenset(ids) for ids in truth}


def test_a_weekly_text_is_no_copy_and_a_text_word_for_word_is_one(tmp_path, index, search):
    body = "عقدت اللجنة المشتركة اجتماعها الدوري وبحثت سير العمل في المناطق المتفق عليها وما تحقق من بنود الاتفاق بين الأطراف"
    source, db = tmp_path / "a.jsonl", tmp_path / "db"
    source.write_text(
        "\n".join(
            [
                record("first", "الأول", [body], date="2018-05-01"),
                record("crawled", "الأول", [body], date="2018-09-01"),
                record("later", "غيره", [body + " كافة"], date="2018-06-01"),
            ]
        )
        + "\n",
        encoding="utf-8",
    )
    assert index("update", "--db", db, source).returncode == DONE
    assert groups(search, db) == {frozenset({"first", "crawled"})}


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
    server = Server(search, Archive(tmp_path, index))
    with contextlib.closing(server.process.stderr):
        for switches, count in (("", 4), ("&facets-count=groups", 2), ("&collapse=1", 4), ("&collapse=1&facets-count=groups", 2)):
            found = server.json(f"/api/search?date=2018{switches}")
            assert [v["count"] for v in found["facets"]["month"]] == [count], switches
        for switches, count in (("", 4), ("&collapse=1", 2), ("&collapse=1&facets-count=articles", 4)):
            assert [v["count"] for v in server.json(f"/api/facet?facet=month&date=2018{switches}")["values"]] == [count], switches
            assert [v["count"] for v in server.json(f"/api/rounds?date=2018{switches}")["months"]] == [count], switches
        page = server.get("/?date=2018&collapse=1&lang=en")[2].decode()
        assert "2 articles" in page and "4" not in re.findall(r'class="count"[^>]*>(\d+)<', page)
        assert server.get("/api/search?facets-count=both")[0] == 400
        assert server.stop() == 0
    copies = answer(search, db, "show", "late")["copies"]
    assert [c["id"] for c in copies] == ["first", "late", "third"]

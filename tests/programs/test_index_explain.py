"""mahdar-index explain: what would be indexed, and why."""

import json

import pytest
from conftest import MISSING, REJECTED, ROOT, TEXTS, USAGE, json_lines

KEYS = ["path", "id", "title", "date", "source", "language", "body_bytes", "round", "guarantor", "countries",
        "organisations", "people", "topics", "warnings"]


def explain(index, *sources, code=0, stdin=None):
    run = index("explain", "--format", "json", *sources, stdin=stdin)
    assert run.returncode == code, run.stderr
    return [json.loads(line) for line in run.stdout.splitlines()]


def evidence(value):
    """Every evidence entry anywhere in an explanation."""
    if isinstance(value, dict):
        if "begin" in value:
            yield value
        for inner in value.values():
            yield from evidence(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from evidence(inner)


def test_an_object_a_line_in_the_order_of_the_files(archive, index):
    for name, text in TEXTS.items():
        archive.write(name, text)
    articles = explain(index, archive.folder)
    assert [article["id"] for article in articles] == ["astana-7", "astana-8", "other"]
    for article in articles:
        assert [key for key in article if key in KEYS] == KEYS
        assert set(article["date"]) >= {"published", "precision", "basis", "confidence"}
        assert set(article["round"]) == {"about", "mentioned", "confidence", "evidence"}
        assert set(article["guarantor"]) == {"focus", "scores", "confidence", "evidence"}
        for country in article["countries"]:
            assert set(country) >= {"code", "count", "salience"}
    assert articles[0]["round"]["about"] == [7]
    assert articles[0]["date"]["published"] == "2017-10-31"
    assert articles[1]["round"]["about"] == [8]
    assert articles[2]["round"]["about"] == []
    assert not archive.db.exists()


@pytest.mark.parametrize("header", ["", "العنوان: ختام الجولة السابعة في أستانا\nالتاريخ: 2017-10-31\n\n"])
def test_evidence_points_at_bytes_of_the_file(archive, index, header):
    path = archive.write("a.txt", header + TEXTS["astana-7.txt"])
    (article,) = explain(index, path)
    data = path.read_bytes()
    found = list(evidence(article))
    assert len(found) >= 3
    for item in found:
        assert data[item["begin"]:item["end"]].decode() == item["text"]


def test_evidence_in_an_encoded_file_points_at_its_decoded_text(archive, index):
    text = TEXTS["astana-7.txt"]
    path = archive.write("a.txt", text.encode("utf-16"))
    (article,) = explain(index, path)
    assert article["encoding"] == "UTF-16LE"
    for item in evidence(article):
        assert text.encode()[item["begin"]:item["end"]].decode() == item["text"]


@pytest.mark.parametrize("encoding,name", [("cp1256", "windows-1256"), ("iso8859-6", "ISO-8859-6"),
                                           ("utf-16-be", "UTF-16BE"), ("utf-8-sig", "UTF-8")])
def test_encodings_are_found_and_reported(archive, index, encoding, name):
    path = archive.write("a.txt", TEXTS["astana-7.txt"].encode(encoding))
    (article,) = explain(index, path)
    assert article["encoding"] == name
    assert article["title"] == "اختتام الجولة السابعة"


def test_json_lines_from_standard_input(index):
    articles = explain(index, "-", stdin=json_lines(
        {"id": "a", "title": "الجولة الثامنة من محادثات أستانا", "text": "بدأت في أستانا محادثات حول سوريا."}))
    assert articles[0]["id"] == "a" and articles[0]["path"] == "-"


def test_errors_are_on_standard_error_and_the_rest_is_explained(archive, index):
    path = archive.write("a.jsonl", '{"id": \n' + json_lines({"id": "a", "text": "نص"}))
    run = index("explain", "--format", "json", path)
    assert run.returncode == REJECTED
    assert "a.jsonl:1" in run.stderr
    assert json.loads(run.stdout)["id"] == "a"


def test_a_missing_source(index, tmp_path):
    assert explain(index, tmp_path / "nowhere", code=MISSING) == []


def test_text_for_people(archive, index):
    path = archive.write("a.txt", TEXTS["astana-7.txt"])
    run = index("explain", path)
    assert run.returncode == 0
    for word in ("العنوان", "اختتام الجولة السابعة", "الجولة", "الضامن", "التاريخ", "2017-10-31"):
        assert word in run.stdout


@pytest.mark.parametrize("name, why", [("x-doha-meeting-2024", "الجولة الثانية والعشرون: جولة سابقة"),
                                       ("x-sochi-summit-2019", "الجولة الثانية عشرة: جولة قادمة")])
def test_a_text_about_no_round_tells_which_were_passed_over_and_why(index, name, why):
    (path,) = (ROOT / "corpus" / "articles").rglob(f"{name}.*")
    lines = index("explain", path).stdout.splitlines()
    round_at = next(i for i, line in enumerate(lines) if line.startswith("الجولة "))
    assert "لا جولة (" in lines[round_at]
    (told,) = (line for line in lines if "✗" in line)
    assert why in told and "«" in told and lines.index(told) == round_at + 2


def rule_label(rule, column):
    """What people call a rule, in Arabic (1) or English (2)."""
    table = (ROOT / "analyzers/data/rule_labels.tsv").read_text(encoding="utf-8").splitlines()
    return next(row.split("\t")[column] for row in table if row.startswith(rule + "\t"))


def test_text_speaks_the_language_asked_for(archive, index):
    path = archive.write("a.txt", TEXTS["astana-7.txt"])
    english = index("explain", "--lang", "en", path).stdout
    labels = [line.split("  ")[0] for line in english.splitlines() if not line.startswith(" ")]
    assert {"title", "date", "round", "guarantor", "source", "people"} <= set(labels) and all(map(str.isascii, labels))
    assert "Round 7 (confidence " in english and "Alexander Lavrentiev" in english and "Russia" in english
    assert index("explain", "--lang", "ar", path).stdout == index("explain", path).stdout
    assert "--lang" in index("explain", "--lang", "fr", path).stderr
    assert index("explain", "--lang", "fr", path).returncode == USAGE


LEAD = (
    "وصلت الوفود إلى العاصمة الكازاخستانية صباح اليوم وعقدت لقاءات تمهيدية في أحد فنادق المدينة قبل الجلسة العامة التي "
    "ستفتتح بها الجولة السابعة من محادثات أستانا حول سوريا بحضور الدول الضامنة"
)
PAGE = [
    ("section-or-byline", "سياسة"),
    (None, "وصول الوفود إلى أستانا للجولة السابعة"),
    ("promotion", "إضغط هنا للإشتراك"),
    (None, LEAD + "."),
    ("link-to-another", "اقرأ أيضا: خبر قديم عن موضوع بعيد"),
    (None, "وتغيب عن الافتتاح ممثلو بعض الجهات المدعوة، على أن يلتحقوا بزملائهم مساء اليوم كما قال المنظمون للصحفيين."),
    ("paragraph-again", LEAD + "."),
    ("source-line", "المصدر: وكالة سانا"),
    ("after-the-end", "مقالات ذات صلة"),
    ("after-the-end", "عنوان مقال آخر عن أمر آخر"),
]


def test_what_was_left_out_is_told_with_its_rule(archive, index):
    path = archive.write("a.txt", "id: astana-7\n\n" + "\n".join(line for _, line in PAGE) + "\n")
    (article,) = explain(index, path)
    data = path.read_bytes()
    wanted = [(rule, line) for rule, line in PAGE if rule]
    wanted[-2:] = [("after-the-end", "\n".join(line for rule, line in PAGE if rule == "after-the-end"))]  # one stretch
    assert [(cut["rule"], cut["text"]) for cut in article["left_out"]] == wanted
    for cut in article["left_out"]:
        assert data[cut["begin"]:cut["end"]].decode() == cut["text"]
    for column, language in enumerate(("ar", "en"), 1):
        told = [line for line in index("explain", "--lang", language, path).stdout.splitlines() if "✂" in line]
        assert all(line.endswith(rule_label(rule, column)) for (rule, _), line in zip(wanted, told, strict=True))


def test_nothing_left_out_says_nothing(archive, index):
    path = archive.write("a.txt", TEXTS["astana-7.txt"])
    (article,) = explain(index, path)
    assert article["left_out"] == []
    assert "✂" not in index("explain", path).stdout


def test_a_title_borrowed_from_a_long_sentence_says_that_it_is_cut(archive, index, search):
    long = LEAD + "، على أن تستمر يومين وتختتم ببيان مشترك يتلوه وزير الخارجية أمام الصحفيين في قصر الاستقلال."
    archive.write("a.txt", "id: one\n\n" + long + "\n")
    (article,) = explain(index, archive.folder)
    title = article["title"]
    assert title.endswith(" …") and long.startswith(title[:-2]) and len(title) < len(long)
    archive.update()
    shown = search("--db", archive.db, "show", "one").stdout
    assert title in shown and long in shown


def test_how_the_text_names_things_is_told_with_its_words(archive, index):
    path = archive.write("a.txt", TEXTS["astana-7.txt"] + "\nوطالبت المنظمة نظام الأسد بالتزام الاتفاق.\n")
    lines = index("explain", path).stdout.splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("التسمية") and "نظام" in line)
    assert "نظام الأسد" in lines[at + 1] and rule_label("framing-term", 1) in lines[at + 1]


def test_evidence_is_never_empty(index):
    articles = explain(index, ROOT / "corpus" / "articles")
    empty = [(article["id"], item["rule"]) for article in articles for item in evidence(article) if item["text"].strip() == ""]
    assert len(articles) > 100 and empty == []


HEADER = "العنوان: ختام الجولة السابعة في أستانا\nالتاريخ: 2017-10-31\n\n"


@pytest.mark.parametrize("header", ["", HEADER])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("ending", ["txt", "html", "jsonl"])
def test_offsets_count_in_what_is_said(archive, index, header, encoding, line_end, ending):
    text = (header + TEXTS["astana-7.txt"]).replace("\n", line_end)
    if ending == "html":
        text = "<html><body>" + "".join(f"<p>{line}</p>{line_end}" for line in TEXTS["astana-7.txt"].split("\n")) + "</body></html>"
    elif ending == "jsonl":
        text = json_lines({"id": "a", "title": "ختام الجولة السابعة في أستانا", "text": TEXTS["astana-7.txt"].replace("\n", line_end)})
    path = archive.write(f"a.{ending}", text.encode(encoding))
    (article,) = explain(index, path)
    assert article["offsets"] == ("file" if (ending, encoding, line_end) == ("txt", "utf-8", "\n") else "text")
    assert ("text" in article) == (article["offsets"] == "text")
    data = article["text"].encode() if article["offsets"] == "text" else path.read_bytes()
    places = [item for item in evidence(article) if item.get("field") != "title"]
    assert len(places) >= 3
    for item in places:
        assert data[item["begin"]:item["end"]].decode() == item["text"]


def test_a_date_that_cannot_be_read_is_told(index, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("title: خبر\ndate: yesterday\n\nقال الوزير إن المحادثات مستمرة.\n")
    said = json.loads(index("explain", "--format", "json", file).stdout)
    assert said["warnings"] == ["date not understood: yesterday"]
    file.write_text("title: خبر\ndate: 2017-10-31\n\nقال الوزير إن المحادثات مستمرة.\n")
    assert json.loads(index("explain", "--format", "json", file).stdout)["warnings"] == []


def test_text_tells_which_words_stand_in_a_title_apart_from_the_text(archive, index):
    lines = archive.write("a.jsonl", json.dumps({"title": "اختتام الجولة السابعة من محادثات أستانا حول سوريا", "text": "خبر قصير عنها."}) + "\n")
    plain = archive.write("a.txt", TEXTS["astana-7.txt"])
    assert "» in the title [" in index("explain", "--lang", "en", lines).stdout and "» في العنوان [" in index("explain", lines).stdout
    assert "in the title" not in index("explain", "--lang", "en", plain).stdout

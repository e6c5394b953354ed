"""The accuracy report: what is not there or not in form is told, every column of labels is scored."""

import subprocess
import sys

import pytest

from conftest import BIN, ROOT, TEXTS

LABELS = {
    "astana-7": "astana-7 astana-7.txt explicit 7 - none SY - - 2017-10-31 text -",
    "astana-8": "astana-8 astana-8.txt explicit 8 - none SY - - - - -",
}


def accuracy(archive, *lines):
    for name, text in TEXTS.items():
        archive.write(name, text)
    gold = archive.folder.parent / "gold.tsv"
    gold.write_text("# labels\n" + "".join("\t".join(line.split(" ")) + "\n" for line in lines), encoding="utf-8")
    command = [sys.executable, ROOT / "tests" / "quality" / "accuracy.py", BIN / "mahdar-index", gold, archive.folder]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def all_right(run, field):
    """Of a field: the share of articles that are all right, and precision, over all strata."""
    (line,) = (line for line in run.stdout.splitlines() if line.split()[:2] == [field, "all"])
    return [float(figure) for figure in line.split()[3:5]]


def test_an_article_that_is_not_there_is_named_and_wrong(archive):
    run = accuracy(archive, *LABELS.values(), "gone gone.txt none - - none - - - - - -")
    assert run.returncode == 1 and run.stderr.count("no article") == 1 and "id gone" in run.stderr
    for field in ("round", "mentioned", "topics", "date", "basis"):
        assert all_right(run, field)[0] <= 0.667, field
    assert accuracy(archive, *LABELS.values()).returncode == 0


def test_other_rounds_with_their_roles_and_the_basis_of_dates_are_scored(archive):
    right = accuracy(archive, LABELS["astana-7"])
    assert all_right(right, "basis") == [1, 1] and all_right(right, "mentioned") == [1, 1]
    wrong = accuracy(archive, LABELS["astana-7"].replace("7 - none", "7 6:past none").replace(" text ", " url "))
    assert all_right(wrong, "basis") == [0, 0] and all_right(wrong, "mentioned")[0] == 0
    assert "astana-7: 6:past → -" in wrong.stdout


@pytest.mark.parametrize(
    "line, said",
    [
        ("astana-7 astana-7.txt explicit 7", "4 columns instead of 12"),
        (LABELS["astana-7"].replace("explicit", "plain"), '"plain" is no stratum'),
        (LABELS["astana-7"].replace(" 7 ", " seven "), '"seven" is no round'),
        (LABELS["astana-7"].replace("7 - none", "7 6 none"), '"6" is no other round'),
        (LABELS["astana-7"].replace(" text ", " page "), '"page" is no basis'),
        (LABELS["astana-7"].replace("2017-10-31", "2017-13-31"), '"2017-13-31" is no date'),
        (LABELS["astana-7"].replace("2017-10-31", "31.10.2017"), '"31.10.2017" is no date: give 2021-07-08'),
        (LABELS["astana-7"].replace(" 7 ", " 77 "), '"77" in the column round'),
        (LABELS["astana-7"].replace(" none ", " turkye "), 'guarantor is no value of the taxonomy; did you mean "turkey"?'),
        (LABELS["astana-7"].replace(" SY ", " sy "), 'did you mean "SY"?'),
        (LABELS["astana-7"].replace("SY - -", "SY idlb -"), 'did you mean "idlib"?'),
        (LABELS["astana-7"].replace("SY - -", "SY - sedat"), '"sedat" in the column people'),
        (LABELS["astana-8"], '"astana-8" is labelled twice'),
    ],
)
def test_a_line_of_another_form_is_told_with_its_place(archive, line, said):
    run = accuracy(archive, LABELS["astana-8"], line)
    assert run.returncode == 2 and run.stdout == "" and "Traceback" not in run.stderr
    assert "gold.tsv:3: " in run.stderr and said in run.stderr


@pytest.mark.parametrize("content, said", [
    (None, "does not exist: check the path"),
    ("# labels\nمثال\n".encode("utf-16"), "gold.tsv:1: not UTF-8"),
    ("# labels\nمثال\n".encode("windows-1256"), "gold.tsv:2: not UTF-8"),
])
def test_a_table_that_cannot_be_read_is_told(tmp_path, content, said):
    gold = tmp_path / "gold.tsv"
    if content is not None:
        gold.write_bytes(content)
    command = [sys.executable, ROOT / "tests" / "quality" / "accuracy.py", BIN / "mahdar-index", gold, tmp_path]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 2 and said in run.stderr and "Errno" not in run.stderr and "codec" not in run.stderr


def test_a_wrong_none_counts_against_the_confidence_it_was_said_with(archive):
    labels = "other other.txt trap 7 - none - - - - - -"
    table = accuracy(archive, labels).stdout.partition("round, where it says none")[2].partition("guarantor:")[0]
    rows = [line.split() for line in table.splitlines() if " to " in line]
    assert [(row[3], row[5]) for row in rows] == [("1", "0.00")]

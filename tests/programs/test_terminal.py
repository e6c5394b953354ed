"""The interactive search in a real terminal emulator (tmux), typed into as people do."""

import csv
import json
import os
import re
import shlex
import subprocess
import time

import pytest


class Screen:
    """mahdar-search in a tmux window of its own server."""

    def __init__(self, search, db, home, columns, *options, lines=120):
        self.socket = str(home / "tmux")
        environment = {name: value for name, value in os.environ.items() if name not in ("TMUX", "XDG_STATE_HOME", "LESS")}
        command = [
            "env", f"HOME={home}", "PAGER=cat", "LC_ALL=C.UTF-8", str(search.path), "--db", str(db), *options,
        ]  # fmt: skip
        self.environment = environment
        self.tmux("-f", "/dev/null", "new-session", "-d", "-x", str(columns), "-y", str(lines), "-c", str(home), shlex.join(command))
        self.tmux("set-option", "-g", "remain-on-exit", "on")

    def tmux(self, *arguments):
        run = subprocess.run(
            ["tmux", "-u", "-S", self.socket, *arguments], capture_output=True, text=True, encoding="utf-8",
            timeout=30, env=self.environment,
        )  # fmt: skip
        assert run.returncode == 0, run.stderr
        return run.stdout

    def text(self, *options):
        return self.tmux("capture-pane", "-p", *options)

    def until(self, pattern, *options, seconds=30):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            text = self.text(*options)
            if re.search(pattern, text):
                return text
            time.sleep(0.05)
        raise AssertionError(f"no {pattern!r} in:\n{text}")

    def enter(self, line, pattern, *options):
        """Types a line on a cleared screen, and waits for what it should bring."""
        self.tmux("send-keys", "-R")
        self.tmux("send-keys", "-l", "--", line)
        self.tmux("send-keys", "Enter")
        return self.until(pattern, *options)

    def close(self):
        self.tmux("kill-server")


@pytest.fixture
def screen(search, db, tmp_path):
    opened = []

    def start(columns, *options, archive=db, **size):
        opened.append(Screen(search, archive, tmp_path, columns, *options, **size))
        return opened[-1]

    yield start
    for one in opened:
        one.close()


def total(text):
    return int(re.search(r"of (\d+)", text).group(1))


def test_facets_stand_beside_the_hits_or_below_them(screen):
    wide = screen(140, "--lang", "en", "--color", "never")
    wide.until("search>")
    text = wide.enter("المعتقلين", r"person:[\s\S]*search>")
    first = next(line for line in text.splitlines() if re.search(r"1–10 of", line))
    assert "round:" in first


def test_narrow_screens_break_lines_between_words(screen):
    narrow = screen(60, "--lang", "en", "--color", "never", "--bidi", "visual")
    narrow.until("search>")
    text = narrow.enter("المعتقلين", r"person:[\s\S]*search>")
    assert all(len(re.sub(r"[\u064b-\u0652\u0670\u2066-\u2069]", "", line)) <= 60 for line in text.splitlines())
    assert "ﻦﻴﻠﻘﺘﻌﻤﻟﺍ" in text  # in the shapes its letters have, from right to left


def is_whole(text, last=r"\d+"):
    """Whether the page shown begins on the screen with its first hit and ends with facets and prompt."""
    lines = [line for line in text.splitlines() if line.strip()]
    return re.search(rf"\d+–{last} of \d+", text) and re.search(r"^\d+\. ", text, re.M) and lines[-1].startswith("search")


@pytest.mark.parametrize("columns, lines", [(140, 24), (140, 40), (80, 24), (80, 50), (60, 16), (200, 16)])
def test_a_page_fits_the_screen(screen, columns, lines):
    one = screen(columns, "--lang", "en", "--color", "never", lines=lines)
    one.until("search>")
    text = one.enter("المعتقلين", r"\[1\][\s\S]*search> *\n*$")
    assert is_whole(text), text
    assert "round:" in text, text
    shown = int(re.search(r"1–(\d+) of", text)[1])
    second = one.enter("n", rf"{shown + 1}–\d+ of[\s\S]*search> *\n*$")
    assert is_whole(second), second
    assert f"1–{shown} of" in one.enter("p", r"\n?1–\d+ of[\s\S]*search> *\n*$")


def test_numbers_of_a_short_facet_panel_choose_what_they_stand_at(screen):
    one = screen(140, "--lang", "en", "--color", "never", lines=24)
    one.until("search>")
    text = one.enter("المعتقلين", r"\[1\][\s\S]*search> *\n*$")
    number = re.search(r"\[(\d+)\] \u2068?None", text)[1]
    one.enter(number, r"search \[guarantor:none\]>")


@pytest.mark.parametrize("language, prompt, typed", [("en", "search", "f person"), ("ar", "بحث", "قيم الشخص")])
def test_all_values_of_a_facet_are_listed_and_narrow_by_number(screen, search, db, language, prompt, typed):
    page = json.loads(search("--db", db, "--format", "json", "المعتقلين").stdout)
    people = page["facets"]["person"]
    assert len(people) > 12
    one = screen(100, "--lang", language, "--color", "never", lines=40)
    one.until(f"{prompt}>")
    one.enter("المعتقلين", rf"\[1\][\s\S]*{prompt}> *\n*$")
    text = one.enter(typed, rf"\[{len(people)}\][\s\S]*{prompt}> *\n*$")
    assert [int(n) for n in re.findall(r"\[(\d+)\]", text)] == list(range(1, len(people) + 1))
    last = people[-1]
    assert last["label_en" if language == "en" else "label"].split()[-1] in text
    one.enter(str(len(people)), rf"{prompt} \[person:{re.escape(last['value'])}\]>")


def test_a_page_is_fitted_anew_when_the_window_changes_its_size(screen):
    one = screen(140, "--lang", "en", "--color", "never", lines=50)
    one.until("search>")
    one.enter("المعتقلين", r"\[1\][\s\S]*search> *\n*$")
    one.tmux("send-keys", "-l", "half a li")
    one.tmux("send-keys", "-R")
    one.tmux("resize-window", "-x", "80", "-y", "24")
    text = one.until(r"1–\d+ of[\s\S]*search> half a li")
    assert is_whole(text), text


def test_columns_stay_apart_in_visual_order(screen):
    one = screen(140, "--color", "never", "--bidi", "visual")
    one.until("بحث>")
    text = one.enter("المعتقلين", r"10–1|1–10[\s\S]*بحث>")
    assert not re.search(r"r\d\d-[a-z-]+ {2,}\[", text), text  # an id of a hit drawn into the facets


def test_narrowing_removing_excluding_and_sorting(screen):
    one = screen(140, "--lang", "en", "--color", "never")
    one.until("search>")
    everything = total(one.enter("أستانا", r"of \d+[\s\S]*search> *\n"))
    text = one.enter("round:8", r"search \[round:8\]>")
    assert 0 < total(text) < everything
    one.enter("round:7-9", r"search \[round:8,7,9\]>")
    one.enter("round:7", r"search \[round:8,9\]>")
    one.enter("round:9", r"search \[round:8\]>")
    text = one.enter("-source:unknown", r"search \[round:8\] \[-source:unknown\]>")
    assert total(text) > 0
    one.enter("r 1", r"search \[-source:unknown\]>")
    text = one.enter("s oldest", r"of \d+[\s\S]*unknown\]>")
    dates = re.findall(r"\d{4}-\d\d-\d\d", text)
    assert len(dates) >= 10 and dates == sorted(dates)
    text = one.enter("n", r"11–20 of[\s\S]*unknown\]>")
    assert min(re.findall(r"\d{4}-\d\d-\d\d", text)) >= dates[-1]
    assert total(one.enter("x", r"1–10 of \d+[\s\S]*search> *\n")) == everything
    assert "atlantis" in one.enter("guarantor:atlantis", r"atlantis[\s\S]*atlantis[\s\S]*search>")


def test_articles_open_with_the_words_marked(screen):
    one = screen(140, "--lang", "en", "--color", "always")
    one.until("search>")
    one.enter("المعتقلين", r"of \d+[\s\S]*search>")
    text = one.enter("o 1", r"id:[\s\S]*search>", "-e")
    assert re.search(r"\x1b\[1m\x1b\[32m\S*معتقل", text), text


def test_copy_and_export(screen, tmp_path):
    one = screen(140, "--lang", "en", "--color", "never")
    one.tmux("set-option", "-s", "set-clipboard", "on")
    one.until("search>")
    hits = total(one.enter("المعتقلين", r"of \d+[\s\S]*search>"))
    text = one.enter("c 1", r"c 1\n\S+\n")
    copied = re.search(r"c 1\n(\S+)\n", text).group(1)
    assert one.tmux("show-buffer") == copied
    one.enter("w hits.csv", rf"{hits} → hits.csv")
    with open(tmp_path / "hits.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == hits and rows[0]["id"] == copied
    one.enter("w hits.csv", "exists")
    one.enter("w hits.bib", rf"{hits} → hits.bib")
    assert (tmp_path / "hits.bib").read_text(encoding="utf-8").count("\n@") + 1 >= hits


def test_what_is_shown_is_saved_though_the_index_moved_on(screen, index, tmp_path):
    source, db = tmp_path / "articles", tmp_path / "db"
    source.mkdir()
    (source / "one.txt").write_text("مسار أستانا\n\nاجتمع المفاوضون في العاصمة لبحث ملف المعتقلين.\n", encoding="utf-8")
    assert index("update", "--db", db, source).returncode == 0
    one = screen(140, "--lang", "en", "--color", "never", archive=db)
    one.until("search>")
    one.enter("المعتقلين زحل", r"was left out[\s\S]*1–1 of 1[\s\S]*search>")
    (source / "two.txt").write_text("رصد زحل\n\nكتب أحد المعتقلين عن زحل.\n", encoding="utf-8")
    assert index("update", "--db", db, source).returncode == 0
    text = one.enter("w hits.csv", r"1 → hits.csv[\s\S]*search>")
    assert "was left out" in text  # the file cannot say how the query was relaxed
    with open(tmp_path / "hits.csv", encoding="utf-8", newline="") as file:
        assert [row["title"] for row in csv.DictReader(file)] == ["مسار أستانا"]


def test_help_and_labels_in_two_languages(screen):
    one = screen(140, "--color", "never")
    one.until("بحث>")
    assert "تصفية" in one.enter("؟", r"تصفية[\s\S]*بحث>")
    one.enter("lang en", r"narrows[\s\S]*search>")
    one.enter("lang ar", r"تصفية[\s\S]*بحث>")


def test_history_outlives_the_program(screen, search, db, tmp_path):
    one = screen(140, "--lang", "en", "--color", "never")
    one.until("search>")
    one.enter("zaatari camp", r"search> *\n\n")
    one.tmux("send-keys", "q", "Enter")
    end = time.monotonic() + 30
    while one.tmux("display-message", "-p", "#{pane_dead}").strip() != "1":
        assert time.monotonic() < end
        time.sleep(0.05)
    one.tmux("respawn-pane")
    one.until("search> *\n\n")
    one.tmux("send-keys", "Up", "Up")
    one.until("search> zaatari camp")

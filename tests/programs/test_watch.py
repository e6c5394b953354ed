"""mahdar-search watch: what cron prints is what is new, once."""

import json
import os
import subprocess

import pytest

from conftest import DONE, IO_ERROR, USAGE

NO_HIT = 1


@pytest.fixture
def watch(small, search, tmp_path):
    """Watches the small archive with a state folder of its own; gives exit code and ids printed."""

    def run(*arguments, db=small.db):
        done = search("watch", "--db", db, "--format", "jsonl", *arguments, env={"XDG_STATE_HOME": str(tmp_path / "state")})
        assert done.returncode in (DONE, NO_HIT), done.stderr
        assert done.stderr == ""
        return done.returncode, sorted(json.loads(line)["title"] for line in done.stdout.splitlines())

    return run


def test_everything_the_first_time_then_silence(watch):
    assert watch("أستانا") == (DONE, ["اختتام الجولة السابعة", "انطلاق الجولة الثامنة"])
    assert watch("أستانا") == (NO_HIT, [])


def test_only_a_new_and_a_changed_article(watch, small):
    watch("أستانا")
    small.write("astana-9.txt", "الجولة التاسعة\n\nتبدأ الجولة التاسعة من محادثات أستانا حول سوريا الشهر المقبل.\n")
    small.write("book.txt", "كتاب جديد\n\nصدر كتاب جديد عن تاريخ الموسيقى في المدينة.\n")
    small.update()
    assert watch("أستانا") == (DONE, ["الجولة التاسعة"])
    assert watch("أستانا") == (NO_HIT, [])
    text = (small.folder / "astana-8.txt").read_text(encoding="utf-8")
    small.write("astana-8.txt", text + "وأعلن المنظمون أن الجولة تستمر يومين.\n")
    small.update()
    assert watch("أستانا") == (DONE, ["انطلاق الجولة الثامنة"])
    assert watch("أستانا") == (NO_HIT, [])


def test_a_new_revision_without_a_match_is_silent(watch, small):
    watch("أستانا")
    small.write("book.txt", "كتاب جديد\n\nصدر كتاب جديد عن تاريخ الموسيقى في المدينة.\n")
    small.update()
    assert watch("أستانا") == (NO_HIT, [])


def test_a_rebuilt_index_prints_nothing_again(watch, small, index):
    watch("أستانا")
    before = small.status()["index"]["generation"]
    assert index("rebuild", "--db", small.db).returncode == DONE
    assert small.status()["index"]["generation"] != before
    assert watch("أستانا") == (NO_HIT, [])


def test_queries_and_filters_are_remembered_apart(watch):
    watch("أستانا")
    assert watch("--round", "7", "أستانا")[1] == ["اختتام الجولة السابعة"]
    assert watch("--round", "7", "--round", "8", "أستانا")[0] == DONE
    assert watch("--round", "8", "--round", "7", "--sort", "oldest", "أستانا") == (NO_HIT, [])
    assert watch("معرض") == (DONE, ["افتتاح معرض للكتاب"])


def test_nothing_near_is_given_where_nothing_matches(watch):
    assert watch("زقزقة أستانا") == (NO_HIT, [])


def test_what_could_not_be_printed_is_printed_next_time(watch, small, search, tmp_path):
    with open("/dev/full", "w") as full:
        failed = subprocess.run(
            [str(search.path), "watch", "--db", str(small.db), "أستانا"], stdout=full, stderr=subprocess.PIPE,
            env={**os.environ, "XDG_STATE_HOME": str(tmp_path / "state")}, timeout=60,
        )
    assert failed.returncode == IO_ERROR
    assert len(watch("أستانا")[1]) == 2


def test_a_damaged_memory_is_named(watch, small, search, tmp_path):
    watch("أستانا")
    (file,) = (tmp_path / "state/mahdar").glob("watch-*.json")
    file.write_text("{")
    failed = search("watch", "--db", small.db, "أستانا", env={"XDG_STATE_HOME": str(tmp_path / "state")})
    assert failed.returncode == IO_ERROR
    assert str(file) in failed.stderr and failed.stdout == ""


@pytest.mark.parametrize("arguments", [[], ["--limit", "3", "أستانا"]])
def test_usage(small, search, arguments):
    assert search("watch", "--db", small.db, *arguments).returncode == USAGE


def test_an_unknown_source_is_told_of_once(small, search, tmp_path):
    def watch(*arguments):
        done = search("watch", "--db", small.db, *arguments, env={"XDG_STATE_HOME": str(tmp_path / "state")})
        return done.returncode, done.stdout, done.stderr

    code, shown, noted = watch("--source", "nosuch", "أستانا")
    assert (code, shown) == (NO_HIT, "") and "nosuch" in noted
    assert watch("--source", "nosuch", "أستانا") == (NO_HIT, "", "")
    small.write("book.txt", "كتاب جديد\n\nصدر كتاب جديد عن تاريخ الموسيقى في المدينة.\n")
    small.update()
    assert watch("--source", "nosuch", "أستانا") == (NO_HIT, "", "")

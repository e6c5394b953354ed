"""mahdar-index update: what is added, changed, kept and removed."""

import json
import os
import shutil

import pytest

from conftest import DONE, MISSING, REJECTED, TEXTS, json_lines


def counts(summary):
    return {key: value for key, value in summary["articles"].items() if value and key != "total"}


def test_first_update_indexes_every_file(small):
    assert small.count() == len(TEXTS)
    assert small.verify()["sound"]


def test_nothing_new_reads_nothing(small):
    summary = small.update()
    assert counts(summary) == {}
    assert summary["files"]["read"] == 0
    assert small.stderr == ""


def test_a_file_with_a_new_time_but_the_same_bytes_is_not_written(small):
    os.utime(small.folder / "other.txt", ns=(2 * 10**18 // 2 + 5, 10**18 + 5))
    summary = small.update()
    assert counts(summary) == {"unchanged": 1}
    assert small.update()["files"]["read"] == 0


def test_a_changed_file_is_replaced(small):
    small.write("other.txt", "تأجيل المعرض\n\nأعلنت البلدية تأجيل المعرض إلى العام المقبل.\n")
    assert counts(small.update()) == {"changed": 1}
    assert small.count() == len(TEXTS)
    assert small.verify()["sound"]


def test_a_file_changed_within_its_time_stamp_is_seen(archive):
    path = archive.write("a.txt", "النص الأول\n")
    archive.update()
    stamp = path.stat()
    archive.write("a.txt", "النص الثان\n")
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert counts(archive.update()) == {"changed": 1}


def test_a_new_file_is_added(small):
    small.write("2018/astana-9.txt", "الجولة التاسعة\n\nعقدت في أستانا الجولة التاسعة حول سوريا.\n")
    assert counts(small.update()) == {"added": 1}


def test_a_vanished_file_is_removed(small):
    (small.folder / "other.txt").unlink()
    summary = small.update()
    assert counts(summary) == {"removed": 1}
    assert summary["files"]["vanished"] == 1
    assert small.verify()["articles"] == len(TEXTS) - 1


def test_one_source_never_takes_from_another(tmp_path, small):
    other = tmp_path / "other-source"
    other.mkdir()
    (other / "x.txt").write_text("نص من مصدر آخر\n", encoding="utf-8")
    assert counts(small.update(other)) == {"added": 1}
    assert small.count() == len(TEXTS) + 1
    (small.folder / "other.txt").unlink()
    assert counts(small.update(other)) == {"unchanged": 1}
    assert small.count() == len(TEXTS) + 1


def test_a_part_of_a_source_takes_nothing_from_the_rest(small):
    (small.folder / "other.txt").unlink()
    small.update(small.folder / "astana-7.txt")
    assert small.count() == len(TEXTS)


def test_a_missing_source_removes_nothing(small):
    shutil.move(small.folder, str(small.folder) + "-away")
    small.update(code=MISSING)
    assert "cannot be found" in small.stderr
    assert small.count() == len(TEXTS)


def test_an_emptied_source_removes_nothing(small):
    for path in small.folder.iterdir():
        path.unlink()
    small.update(code=MISSING)
    assert small.count() == len(TEXTS)


def test_a_missing_source_does_not_stop_the_others(small, tmp_path):
    small.write("new.txt", "خبر جديد\n")
    assert counts(small.update(tmp_path / "nowhere", small.folder, code=MISSING)) == {"added": 1}


def test_no_index_is_made_for_a_missing_source(archive, tmp_path):
    archive.update(tmp_path / "nowhere", code=MISSING)
    assert not archive.db.exists()


def test_a_renamed_file_keeps_one_article(small):
    (small.folder / "other.txt").rename(small.folder / "fair.txt")
    assert counts(small.update()) == {"changed": 1}
    assert small.verify()["sound"]
    assert small.count() == len(TEXTS)


def test_an_article_with_an_id_passes_over_from_a_vanished_file(archive):
    archive.write("a.txt", "id: story\n\nنص الخبر كما هو\n")
    archive.write("z.txt", "نص آخر\n")
    archive.update()
    (archive.folder / "a.txt").rename(archive.folder / "b.txt")
    archive.settle()
    assert counts(archive.update()) == {"changed": 1, "unchanged": 1}
    assert archive.verify()["sound"]


def test_an_id_given_up_by_a_later_file_is_taken_by_an_earlier_one(archive):
    archive.write("b.txt", "id: story\n\nنص الخبر\n")
    archive.update()
    archive.write("a.txt", "id: story\n\nنص الخبر من ملف آخر\n")
    archive.write("b.txt", "id: other\n\nنص الخبر\n")
    archive.update()
    assert archive.verify()["articles"] == 2


def test_two_articles_with_one_id(archive):
    archive.write("a.txt", "id: story\n\nالنص الأول\n")
    archive.write("b.txt", "id: story\n\nالنص الثاني\n")
    archive.update(code=REJECTED)
    assert "b.txt" in archive.stderr and "a.txt" in archive.stderr and "story" in archive.stderr
    assert archive.verify()["articles"] == 1
    archive.write("c.txt", "id: story\n\nالنص الثالث\n")
    archive.settle()
    archive.update(code=REJECTED)
    assert archive.verify()["articles"] == 1


def test_files_of_two_sources_with_the_same_name_are_kept_apart(small, tmp_path):
    twin = tmp_path / "twin"
    shutil.copytree(small.folder, twin)
    assert counts(small.update(twin)) == {"added": len(TEXTS)}
    assert small.verify()["articles"] == 2 * len(TEXTS)
    small.settle()
    assert counts(small.update(small.folder, twin)) in ({}, {"unchanged": len(TEXTS)})


def test_one_bad_file_never_stops_the_run(small):
    small.write("bad.txt", b"\x00\x01\x02\x03\xff\xfe\x00\x01" * 50)
    small.write("good.txt", "خبر جديد\n")
    summary = small.update(code=REJECTED)
    assert counts(summary) == {"added": 1, "rejected": 1}
    assert "bad.txt" in small.stderr
    failures = small.status()["failures"]
    assert [failure["path"].endswith("bad.txt") for failure in failures] == [True]
    assert small.verify()["sound"]


def test_a_failure_is_reported_once_and_forgotten_when_mended(small):
    small.write("bad.txt", "\n\n")
    small.settle()
    small.update(code=REJECTED)
    small.update()
    assert len(small.status()["failures"]) == 1
    small.write("bad.txt", "الآن فيه نص\n")
    small.update()
    assert small.status()["failures"] == []


TOO_DEEP = "/".join(["d"] * 120)


@pytest.mark.parametrize("first", [(), ("--batch", "1")], ids=("in bulk", "in commits"))
def test_a_folder_that_cannot_be_read_is_reported_once_and_listed_until_it_can(archive, first):
    archive.write("good.txt", "خبر أول\n")
    (archive.folder / TOO_DEEP).mkdir(parents=True)
    archive.update(archive.folder, *first, code=REJECTED)
    assert archive.stderr.count("nested too deep") == 1

    def remembered():
        return [(failure["unread"], failure["attempts"]) for failure in archive.status()["failures"]]

    archive.update()
    assert archive.stderr == "" and remembered() == [(True, 2)]
    archive.update("--retry-failed", archive.folder, code=REJECTED)
    assert "nested too deep" in archive.stderr and remembered() == [(True, 3)]
    assert archive.program("rebuild", "--db", archive.db, archive.folder).returncode == REJECTED
    assert remembered() == [(True, 1)]
    elsewhere = archive.folder.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "a.txt").write_text("خبر من مكان آخر\n")
    archive.update(elsewhere)
    assert remembered() == [(True, 1)]
    shutil.rmtree(archive.folder / "d")
    archive.update()
    assert remembered() == []


def test_a_file_that_turns_bad_keeps_its_article(small):
    small.write("other.txt", "\n")
    small.update(code=REJECTED)
    assert small.count() == len(TEXTS)
    assert small.verify()["sound"]


def test_json_lines_are_compared_article_by_article(archive):
    first, second, third = ({"id": str(i), "text": f"نص الخبر رقم {i}"} for i in range(3))
    archive.write("a.jsonl", json_lines(first, second, third))
    assert counts(archive.update()) == {"added": 3}
    second["text"] = "نص جديد"
    archive.write("a.jsonl", json_lines(second, third, {"id": "9", "text": "خبر جديد"}))
    assert counts(archive.update()) == {"added": 1, "changed": 1, "unchanged": 1, "removed": 1}
    assert archive.verify()["articles"] == 3


def test_a_bad_line_is_reported_with_its_number_and_takes_nothing_away(archive):
    archive.write("a.jsonl", json_lines({"id": "1", "text": "نص"}, {"id": "2", "text": "نص"}))
    archive.update()
    archive.write("a.jsonl", json_lines({"id": "1", "text": "نص معدل"}) + '{"id": "2", "te\n')
    summary = archive.update(code=REJECTED)
    assert counts(summary) == {"changed": 1, "rejected": 1}
    assert "a.jsonl:2" in archive.stderr
    assert archive.verify()["articles"] == 2


def test_articles_of_json_lines_without_ids(archive):
    archive.write("a.jsonl", json_lines({"url": "https://a.example/1", "text": "نص"}, {"text": "نص بلا عنوان"}))
    archive.update()
    assert counts(archive.update()) in ({}, {"unchanged": 2})
    assert archive.verify()["articles"] == 2


def test_standard_input_adds_and_replaces_only(small):
    line = {"id": "astana-7", "text": "نص جديد للخبر"}
    summary = small.update("-", stdin=json_lines(line, {"id": "stdin-1", "text": "خبر من الدخل"}))
    assert counts(summary) == {"added": 1, "changed": 1}
    assert counts(small.update("-", stdin=json_lines({"id": "stdin-2", "text": "خبر"}))) == {"added": 1}
    assert small.verify()["articles"] == len(TEXTS) + 2


def test_a_first_update_from_standard_input(archive):
    assert counts(archive.update("-", stdin=json_lines({"id": "1", "text": "نص"}))) == {"added": 1}
    assert archive.verify()["sound"]


def test_an_index_inside_its_source_is_no_source(archive, index):
    archive.write("a.txt", "نص\n")
    archive.db = archive.folder / "index"
    archive.update()
    archive.update()
    assert archive.count() == 1


def test_many_files_in_several_batches(archive):
    for number in range(3000):
        archive.write(f"{number % 7}/{number}.txt", f"خبر رقم {number}\n\nنص الخبر رقم {number} عن أستانا.\n")
    archive.settle()
    assert counts(archive.update()) == {"added": 3000}
    for number in range(0, 3000, 2):
        (archive.folder / f"{number % 7}/{number}.txt").unlink()
    assert archive.update(code=MISSING) is not None
    assert counts(archive.update("--allow-mass-delete", archive.folder)) == {"removed": 1500}
    assert archive.verify()["articles"] == 1500


def test_the_environment_names_the_index(archive, index, tmp_path):
    archive.write("a.txt", "نص\n")
    for env, db in (({"MAHDAR_DB": str(tmp_path / "m")}, tmp_path / "m"),
                    ({"MAHDAR_DB": "", "XDG_DATA_HOME": str(tmp_path / "x")}, tmp_path / "x" / "mahdar")):
        assert index("update", archive.folder, env=env).returncode == DONE
        assert (db / "CURRENT").exists()


def test_success_is_silent_unless_asked(archive, index):
    archive.write("a.txt", "نص\n")
    run = index("update", "--db", archive.db, archive.folder)
    assert (run.stdout, run.stderr) == ("", "")
    run = index("update", "--db", archive.db, archive.folder, "--verbose")
    assert run.stdout == "" and len(run.stderr.splitlines()) == 1
    run = index("update", "--db", archive.db, archive.folder, "--json")
    assert json.loads(run.stdout)["exit_code"] == 0 and run.stderr == ""

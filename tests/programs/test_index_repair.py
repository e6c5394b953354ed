"""What an administrator meets on a bad day: damage, a full disk, articles that stand in each other's way."""

import resource
import shutil
import subprocess

import pytest
from conftest import DONE, IO_ERROR, REJECTED, TEXTS, json_lines


def damage_pointer(db):
    (db / "CURRENT").write_text("nonsense\n")


def damage_version_file(db):
    (db / "gen-000001" / "iamglass").write_bytes(b"\0" * 64)


def remove_generation(db):
    shutil.rmtree(db / "gen-000001")


@pytest.mark.parametrize("harm", [damage_pointer, damage_version_file, remove_generation])
def test_a_rebuild_repairs_a_damaged_index(small, index, search, harm):
    harm(small.db)
    assert search("--db", small.db, "أستانا").returncode == IO_ERROR
    without_sources = index("rebuild", "--db", small.db)
    assert without_sources.returncode == IO_ERROR
    assert "rebuild --db" in without_sources.stderr
    rebuilt = index("rebuild", "--db", small.db, small.folder)
    assert rebuilt.returncode == DONE, rebuilt.stderr
    assert small.count() == len(TEXTS)
    assert small.verify()["sound"]


def limited_to(size):
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


def test_a_disk_that_fills_up_is_called_by_its_name(archive):
    archive.write("many.jsonl", json_lines(*({"id": str(i), "text": f"نص رقم {i} عن محادثات أستانا حول سوريا " * 40} for i in range(400))))
    archive.settle()
    run = subprocess.run(
        [archive.program.path, "update", "--db", archive.db, archive.folder],
        capture_output=True, text=True, preexec_fn=limited_to(100_000), timeout=120,
    )  # fmt: skip
    assert run.returncode == IO_ERROR, run.stderr
    assert "cannot write" in run.stderr or "File too large" in run.stderr
    archive.update()
    assert archive.count() == 400


def test_an_article_kept_out_by_another_comes_in_when_that_one_goes(archive):
    archive.write("a.txt", "id: one\n\nالمقال الأول عن محادثات أستانا\n")
    archive.write("b.txt", "id: one\n\nالمقال الثاني عن محادثات أستانا\n")
    archive.settle()
    archive.update(code=REJECTED)
    assert archive.count() == 1
    (archive.folder / "a.txt").unlink()
    archive.update()
    assert archive.count() == 1
    assert archive.status()["failures"] == []

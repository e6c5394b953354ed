"""mahdar-index rebuild, status, verify, locking and errors."""

import fcntl
import json
import os
import subprocess
import time

import pytest
from conftest import CANNOT_CREATE, DONE, IO_ERROR, LOCKED, MISSING, REJECTED, STALE, TEXTS, USAGE, json_lines


def generation(archive):
    return (archive.db / "CURRENT").read_text().strip()


def test_rebuild_makes_a_new_generation_and_keeps_the_one_before(small, index):
    first = generation(small)
    assert index("rebuild", "--db", small.db, small.folder).returncode == DONE
    second = generation(small)
    assert second > first
    assert small.count() == len(TEXTS)
    assert index("rebuild", "--db", small.db).returncode == DONE
    kept = sorted(path.name for path in small.db.iterdir() if path.name.startswith("gen-"))
    assert kept == [second, generation(small)]
    assert small.verify()["articles"] == len(TEXTS)


def test_rebuild_from_a_missing_source_changes_nothing(small, index, tmp_path):
    before = generation(small)
    assert index("rebuild", "--db", small.db, small.folder, tmp_path / "nowhere").returncode == MISSING
    assert generation(small) == before


def test_rebuild_is_the_same_as_a_first_update(small, index, tmp_path):
    index("rebuild", "--db", small.db, small.folder)
    summary = small.update()
    assert summary["files"]["read"] == 0


def test_leftovers_of_a_killed_build_are_cleared(small, index):
    (small.db / "building" / "part-000000").mkdir(parents=True)
    (small.db / "gen-000999").mkdir()
    assert index("rebuild", "--db", small.db, small.folder).returncode == DONE
    assert not (small.db / "building").exists()
    assert small.count() == len(TEXTS)


def test_doubled_ids_in_a_first_update_leave_the_first(archive):
    archive.write("a.jsonl", json_lines(*({"id": str(i % 50), "text": f"نص {i}"} for i in range(120))))
    summary = archive.update(code=REJECTED)
    assert summary["articles"]["added"] == 50 and summary["articles"]["rejected"] == 70
    assert "a.jsonl:51" in archive.stderr and "a.jsonl:1" in archive.stderr
    assert archive.verify()["articles"] == 50


def test_a_second_writer_is_turned_away(small, index):
    with open(small.db / "lock", "r+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for command in ("update", "rebuild"):
            run = index(command, "--db", small.db, small.folder)
            assert run.returncode == LOCKED
            assert "try again" in run.stderr
        assert index("status", "--db", small.db).returncode == DONE
    small.update()


def test_the_lock_is_held_while_standard_input_is_read(small, index):
    process = index.start("update", "--db", small.db, "-")
    try:
        process.stdin.write(json_lines({"id": "x", "text": "نص"}))
        process.stdin.flush()
        deadline = time.monotonic() + 60
        while (small.db / "lock").read_text() != f"{process.pid}\n" and time.monotonic() < deadline:
            time.sleep(0.01)
        run = index("update", "--db", small.db, small.folder)
        assert run.returncode == LOCKED
        assert f"process {process.pid} " in run.stderr
    finally:
        process.communicate()
    assert process.returncode == DONE
    assert small.verify()["articles"] == len(TEXTS) + 1


def test_a_killed_run_leaves_no_lock_and_nothing_half(archive, index):
    archive.write("a.txt", "نص\n")
    archive.update()
    process = index.start("update", "--db", archive.db, "-")
    process.stdin.write(json_lines(*({"id": str(i), "text": f"نص {i}"} for i in range(2000))))
    process.stdin.flush()
    process.kill()
    process.communicate()
    assert archive.verify()["sound"]
    archive.update("-", stdin=json_lines(*({"id": str(i), "text": f"نص {i}"} for i in range(2000))))
    assert archive.verify()["articles"] == 2001




def bundled_taxonomy(tmp_path, replace=("", "")):
    """The bundled taxonomy as files of one's own."""
    from conftest import ROOT
    folder = tmp_path / "taxonomy"
    folder.mkdir()
    for path in (ROOT / "schema" / "data").glob("*.toml"):
        (folder / path.name).write_text(path.read_text(encoding="utf-8").replace(*replace), encoding="utf-8")
    return folder


def test_another_taxonomy_asks_for_a_rebuild_and_names_the_command(small, index, tmp_path):
    taxonomy = bundled_taxonomy(tmp_path, ("\n", "\n# own\n"))
    run = index("update", "--db", small.db, "--taxonomy", taxonomy, small.folder)
    assert run.returncode == STALE
    command = run.stderr[run.stderr.index("mahdar-index rebuild"):].strip()
    assert str(small.folder) in command
    assert small.count() == len(TEXTS)
    env = {**os.environ, "PATH": f"{index.path.parent}:{os.environ['PATH']}"}
    assert subprocess.run(command, shell=True, env=env).returncode == DONE
    assert index("update", "--db", small.db, "--taxonomy", taxonomy, small.folder).returncode == DONE


def test_an_index_keeps_a_taxonomy_of_its_own(archive, index, tmp_path):
    taxonomy = bundled_taxonomy(tmp_path)
    (taxonomy / "rounds.toml").rename(taxonomy / "my-rounds.toml")
    archive.write("a.txt", "نص\n")
    assert index("update", "--db", archive.db, "--taxonomy", taxonomy, archive.folder).returncode == DONE
    archive.write("b.txt", "نص آخر\n")
    assert index("update", "--db", archive.db, archive.folder).returncode == DONE


def test_a_wrong_taxonomy_says_where(archive, index, tmp_path):
    archive.write("a.txt", "نص\n")
    bad = tmp_path / "bad.toml"
    bad.write_text("[[round]]\nnumber = \n", encoding="utf-8")
    run = index("update", "--db", archive.db, "--taxonomy", bad, archive.folder)
    assert run.returncode == USAGE
    assert "bad.toml" in run.stderr


def test_status_tells_quality_by_source(archive, index):
    archive.write("a.txt", TEXTS["astana-7.txt"])
    archive.write("b.txt", TEXTS["other.txt"].encode("cp1256"))
    archive.update()
    status = archive.status()
    assert status["last_run"]["command"] == "update"
    (source,) = status["sources"]
    assert source["source"] == str(archive.folder)
    assert source["articles"] == 2 and source["files"] == 2
    assert source["encoding_guessed"] == 1 and source["encodings"] == {"UTF-8": 1, "windows-1256": 1}
    assert source["undated"] == 1 and source["round_unknown"] == 0, "about no round for sure"
    text = index("status", "--db", archive.db).stdout
    assert "2 articles" in text and str(archive.folder) in text


def test_status_and_verify_without_an_index(index, tmp_path):
    for command in ("status", "verify"):
        run = index(command, "--db", tmp_path / "none")
        assert run.returncode == MISSING
        assert "mahdar-index update" in run.stderr
    assert not (tmp_path / "none").exists()


def test_verify_finds_damage_in_a_stored_article(small):
    path = small.db / generation(small) / "docdata.glass"
    data = bytearray(path.read_bytes())
    data[-100] ^= 0x01  # records lie at the end of their block
    path.write_bytes(data)
    report = small.verify(code=IO_ERROR)
    assert not report["sound"] and report["findings"]


def test_an_index_folder_that_cannot_be_made(archive, index, tmp_path):
    archive.write("a.txt", "نص\n")
    (tmp_path / "file").write_text("")
    run = index("update", "--db", tmp_path / "file" / "db", archive.folder)
    assert run.returncode == CANNOT_CREATE
    assert str(tmp_path / "file" / "db") in run.stderr


@pytest.mark.parametrize("arguments", [(), ("upgrade",), ("update",), ("update", "--nope", "x"), ("status", "x"),
                                       ("explain", "--format", "xml", "x")])
def test_usage_errors(index, arguments):
    run = index(*arguments)
    assert run.returncode == USAGE
    assert run.stdout == "" and "--help" in run.stderr


def test_help_and_version(index):
    for arguments in (("--help",), ("update", "--help"), ("verify", "-h"), ("--version",)):
        run = index(*arguments)
        assert run.returncode == DONE and run.stdout and not run.stderr


def test_file_names_cannot_forge_output(archive):
    archive.write("bad\x1b[2J\nmahdar-index: forged.txt", "\n")
    archive.write("good.txt", "نص\n")
    archive.update(code=REJECTED)
    assert "\x1b" not in archive.stderr and len(archive.stderr.splitlines()) == 1
    assert len(json.loads(json.dumps(archive.status()["failures"]))) == 1


@pytest.mark.parametrize("command", ["update", "rebuild"])
def test_no_index_is_made_among_other_files(archive, index, command):
    archive.write("a.txt", "نص\n")
    before = sorted(archive.folder.iterdir())
    run = index(command, "--db", archive.folder, archive.folder)
    assert run.returncode == CANNOT_CREATE
    assert str(archive.folder) in run.stderr and "a.txt" in run.stderr and "--db" in run.stderr
    assert sorted(archive.folder.iterdir()) == before
    gone = index(command, "--db", archive.folder, archive.folder / "nowhere")
    assert gone.returncode == CANNOT_CREATE and sorted(archive.folder.iterdir()) == before


def test_leftovers_of_an_index_and_of_a_file_system_are_no_other_files(archive, index):
    archive.write("a.txt", "نص\n")
    for name in ("building", "gen-000001", "lost+found"):
        (archive.db / name).mkdir(parents=True)
    for name in ("lock", "CURRENT.new"):
        (archive.db / name).write_text("")
    archive.update()


def test_status_in_words(archive, index):
    archive.write("a.txt", TEXTS["astana-7.txt"])
    archive.write("b.txt", TEXTS["astana-8.txt"])
    archive.write("c.txt", TEXTS["other.txt"].encode("cp1256"))
    archive.update()
    text = index("status", "--db", archive.db).stdout
    assert "mojibake_suspected  0\n" in text
    assert "encodings           2 UTF-8, 1 windows-1256\n" in text
    assert "{" not in text


@pytest.mark.parametrize("damage", [(b'"schema":', b'"schemX":'), (b'{"analyzer"', b'!"analyzer"')])
def test_rollback_to_a_damaged_generation_changes_nothing(small, index, damage):
    first = generation(small)
    assert index("rebuild", "--db", small.db, small.folder).returncode == DONE
    live = generation(small)
    path = small.db / first / "postlist.glass"
    assert damage[0] in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(*damage))
    run = index("rollback", "--db", small.db)
    assert run.returncode == IO_ERROR and generation(small) == live
    assert "json" not in run.stderr and f"{first} is damaged" in run.stderr and f"{live} stays live" in run.stderr


def test_what_a_killed_build_left_goes_with_the_next_run(small):
    leftover = small.db / "building" / "segment-000001"
    leftover.mkdir(parents=True)
    (leftover / "postlist.glass").write_bytes(b"half")
    small.update()
    assert not (small.db / "building").exists()


def test_status_shows_no_control_characters_of_file_names(small):
    small.write("bad\x1b]0;x\x07.txt", "\n\n")
    small.update(code=REJECTED)
    shown = small.program("status", "--db", small.db).stdout
    assert "bad\\x1b]0;x\\x07.txt" in shown
    assert not any(letter < " " and letter != "\n" for letter in shown)


def test_status_and_digest_answer_while_batches_are_committed(archive, index):
    archive.write("many.jsonl", json_lines(*({"id": str(i), "text": f"نص رقم {i} عن محادثات أستانا حول سوريا"} for i in range(2000))))
    writer = index.start("update", "--db", archive.db, "--batch", "10", archive.folder)
    answers = []
    while writer.poll() is None:
        if (archive.db / "CURRENT").exists():
            answers.append(index("status", "--db", archive.db, "--format", "json"))
            answers.append(index("verify", "--db", archive.db, "--digest"))
    writer.communicate()
    assert writer.returncode == DONE and len(answers) >= 2
    assert [answer.stderr for answer in answers if answer.returncode != DONE] == []

"""What an administrator counts on: changes seen whatever the clock says, nothing lost to a kill, a stop or a rival."""

import json
import os
import random
import signal
import subprocess
import time

import pytest
from conftest import DONE, LOCKED, MISSING, REJECTED, STALE, TEXTS, Archive, json_lines


def lines(first, last):
    return json_lines(*({"id": f"n{i}", "text": f"خبر رقم {i} عن محادثات أستانا حول سوريا"} for i in range(first, last)))


def digest(archive):
    run = archive.program("verify", "--db", archive.db, "--digest")
    assert run.returncode == DONE, run.stderr
    return run.stdout


def counts(summary):
    return {key: value for key, value in summary["articles"].items() if value and key != "total"}


def test_a_file_with_an_older_time_is_seen(small):
    path = small.write("other.txt", "نص أقدم زمناً\n")
    os.utime(path, ns=(10**17, 10**17))
    assert counts(small.update()) == {"changed": 1}


def test_a_change_of_the_same_size_and_time_is_seen(archive):
    path = archive.write("a.txt", "النص الأول\n")
    archive.settle()
    archive.update()
    archive.write("a.txt", "النص الثان\n")
    os.utime(path, ns=(10**18, 10**18))
    assert counts(archive.update()) == {"changed": 1}


def test_a_file_from_the_future_is_looked_at_in_every_run(archive):
    path = archive.write("a.txt", "نص\n")
    os.utime(path, (time.time() + 10**6,) * 2)
    for _ in range(3):
        assert archive.update()["files"]["read"] == 1
    assert archive.count() == 1


def test_full_scan_reads_everything_and_writes_nothing(small):
    small.write("a.jsonl", lines(0, 3))
    small.settle()
    small.update()
    summary = small.update("--full-scan", small.folder)
    assert summary["files"]["read"] == 4
    assert counts(summary) == {"unchanged": 6}


def test_json_lines_are_gone_on_with_where_they_were_left(archive):
    path = archive.write("a.jsonl", lines(0, 50))
    archive.settle()
    archive.update()
    with open(path, "a", encoding="utf-8") as file:
        file.write(lines(50, 53) + "broken\n")
    summary = archive.update(code=REJECTED)
    assert counts(summary) == {"added": 3, "unchanged": 50, "rejected": 1}
    assert "a.jsonl:54" in archive.stderr
    path.write_text(lines(3, 50), encoding="utf-8")
    assert counts(archive.update()) == {"unchanged": 47, "removed": 6}
    assert archive.verify()["articles"] == 47


def test_a_line_being_written_is_left_for_the_next_run(archive):
    whole = lines(0, 3)
    path = archive.write("a.jsonl", whole[:-40])
    assert counts(archive.update()) == {"added": 2}
    assert archive.stderr == ""
    path.write_text(whole, encoding="utf-8")
    archive.update()
    assert archive.verify()["articles"] == 3


def test_a_cut_line_that_stays_is_reported_once(archive):
    archive.write("a.jsonl", lines(0, 3)[:-40])
    archive.settle()
    archive.update(code=REJECTED)
    archive.update()
    assert len(archive.status()["failures"]) == 1


@pytest.mark.parametrize("source", [["a.txt"], ["a.jsonl"]])
def test_a_renamed_file_keeps_its_identity(archive, source):
    (name,) = source
    archive.write(name, lines(0, 2) if name.endswith("l") else "نص\n")
    archive.write("z.txt", "نص آخر\n")
    archive.settle()
    archive.update()
    (archive.folder / "sub").mkdir()
    (archive.folder / name).rename(archive.folder / "sub" / ("b" + name))
    assert set(counts(archive.update())) == {"changed"}
    before = digest(archive)
    assert archive.program("rebuild", "--db", archive.db).returncode == DONE
    assert digest(archive) == before


def many(archive, number):
    for i in range(number):
        archive.write(f"{i}.txt", f"خبر رقم {i}\n\nنص الخبر رقم {i} عن أستانا.\n")
    archive.settle()
    archive.update()


def test_a_source_that_lost_most_of_its_files_keeps_its_articles(archive):
    many(archive, 150)
    for i in range(101):
        (archive.folder / f"{i}.txt").unlink()
    archive.write("new.txt", "خبر جديد\n")
    assert counts(archive.update(code=MISSING)) == {"added": 1}
    assert "--allow-mass-delete" in archive.stderr
    assert archive.verify()["articles"] == 151
    assert counts(archive.update("--allow-mass-delete", archive.folder))["removed"] == 101
    assert archive.verify()["articles"] == 50


def test_a_rebuild_keeps_the_index_where_most_of_it_would_go(archive):
    many(archive, 150)
    before = digest(archive)
    for i in range(101):
        (archive.folder / f"{i}.txt").unlink()
    for names in ((), (archive.folder,), (archive.folder / "149.txt",)):
        done = archive.program("rebuild", "--db", archive.db, *names)
        assert done.returncode == MISSING
        assert "--allow-mass-delete" in done.stderr and "150" in done.stderr
        assert digest(archive) == before
    assert archive.program("rebuild", "--db", archive.db, "--allow-mass-delete").returncode == DONE
    assert archive.verify()["articles"] == 49


def test_lines_that_go_are_counted_too(archive):
    path = archive.write("a.jsonl", lines(0, 200))
    archive.settle()
    archive.update()
    path.write_text(lines(0, 50), encoding="utf-8")
    archive.settle()
    archive.update(code=MISSING)
    archive.update(code=MISSING)
    assert archive.verify()["articles"] == 200
    archive.update("--allow-mass-delete", archive.folder)
    assert archive.verify()["articles"] == 50


def test_an_empty_source_is_emptied_with_leave_alone(small):
    for path in small.folder.iterdir():
        path.unlink()
    small.update(code=MISSING)
    assert "nothing of it is removed" in small.stderr
    small.update("--allow-mass-delete", small.folder)
    assert "nothing of it is removed" not in small.stderr and "is removed" in small.stderr
    assert small.count() == 0
    assert small.update("--allow-mass-delete", str(small.folder) + "-typo", code=MISSING)


def test_failures_are_reported_again_when_asked(small):
    small.write("bad.txt", "\n\n")
    small.update(code=REJECTED)
    small.update()
    small.update("--retry-failed", small.folder, code=REJECTED)
    (failure,) = small.status()["failures"]
    assert failure["attempts"] == 2
    (source,) = small.status()["sources"]
    assert {"empty_bodies", "mojibake_suspected", "encoding_repaired", "undated", "round_unknown"} <= set(source)


def test_mojibake_is_suspected(archive):
    archive.write("a.txt", "محادثات أستانا حول سوريا تنطلق اليوم".encode("utf-8").decode("cp1252", "replace") + "\n")
    archive.write("b.txt", "محادثات أستانا، والوفد الفرنسي في Orléans\n")
    archive.update()
    assert archive.status()["sources"][0]["mojibake_suspected"] == 1


def hold(index, archive):
    process = index.start("update", "--db", archive.db, "-")
    process.stdin.write(lines(900, 901))
    process.stdin.flush()
    deadline = time.monotonic() + 60
    while (archive.db / "lock").read_text() != f"{process.pid}\n" and time.monotonic() < deadline:
        time.sleep(0.01)
    return process


def test_an_indexer_waits_for_another_as_long_as_it_may(small, index):
    holder = hold(index, small)
    run = index("update", "--db", small.db, "--wait", "0.3", small.folder)
    assert run.returncode == LOCKED and f"process {holder.pid} " in run.stderr
    waiting = index.start("update", "--db", small.db, "--wait", "60", small.folder)
    time.sleep(0.3)
    assert waiting.poll() is None
    holder.communicate()
    waiting.communicate()
    assert (holder.returncode, waiting.returncode) == (DONE, DONE)


def test_of_twenty_indexers_one_works(small, index):
    holder = hold(index, small)
    rivals = [index.start("update", "--db", small.db, small.folder) for _ in range(19)]
    said = [rival.communicate()[1] for rival in rivals]
    assert {rival.returncode for rival in rivals} == {LOCKED}
    assert all(f"process {holder.pid} " in text for text in said)
    holder.communicate()
    assert holder.returncode == DONE
    assert small.verify()["sound"]


def test_a_stopped_run_keeps_what_it_did_and_the_next_goes_on(tmp_path, index):
    archives = []
    for name in ("stopped", "whole"):
        folder = tmp_path / name
        folder.mkdir()
        archives.append(Archive(folder, index))
    for archive in archives:
        archive.folder = tmp_path / "source"
        archive.folder.mkdir(exist_ok=True)
    archives[0].write("a.txt", "نص\n")
    archives[0].settle()
    for archive in archives:
        archive.update()
    archives[0].write("b.jsonl", lines(0, 6000))
    archives[0].settle()
    archives[1].update()
    process = index.start("update", "--db", archives[0].db, "--batch", "50", "--json", archives[0].folder)
    time.sleep(0.4)
    process.send_signal(signal.SIGTERM)
    said, _ = process.communicate()
    assert process.returncode in (LOCKED, DONE)
    assert json.loads(said)["stopped"] == (process.returncode == LOCKED)
    assert archives[0].verify()["sound"]
    archives[0].update()
    assert digest(archives[0]) == digest(archives[1])


def test_a_stopped_rebuild_leaves_the_index_and_says_so(archive, index):
    archive.write("a.jsonl", lines(0, 2000))
    archive.settle()
    archive.update()
    before = digest(archive)
    process = index.start("rebuild", "--db", archive.db, "--threads", "1", archive.folder)
    while not (archive.db / "building").exists() and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate()
    assert process.returncode == LOCKED
    assert "the index is as it was" in said
    assert digest(archive) == before and (archive.db / "CURRENT").read_text().strip() == "gen-000001"


@pytest.mark.parametrize("source", ["feed.jsonl", "files"])
def test_a_killed_first_build_keeps_its_batches(archive, index, source, tmp_path):
    number = 3000 if source == "feed.jsonl" else 2000
    if source == "feed.jsonl":
        archive.write("feed.jsonl", lines(0, number))
    else:
        for i in range(number):
            archive.write(f"{i}.txt", f"خبر {i}\n\nنص الخبر {i} عن أستانا.\n")
    archive.settle()
    process = index.start("update", "--db", archive.db, "--batch", "10", archive.folder)
    commits = set()  # each writes the file of the index's revision anew
    while len(commits) < 5 and process.poll() is None:
        commits |= {os.stat(file).st_mtime_ns for file in archive.db.glob("gen-*/iamglass")}
    process.kill()
    process.communicate()
    assert process.returncode == -signal.SIGKILL, "it was over before it could be killed"
    kept = archive.count()
    assert 20 <= kept < number
    assert archive.verify()["sound"]
    assert counts(archive.update())["added"] == number - kept
    (tmp_path / "whole").mkdir()
    whole = Archive(tmp_path / "whole", index)
    whole.folder = archive.folder
    whole.update()
    assert digest(archive) == digest(whole)


def test_a_rollback_brings_the_generation_before_back(small, index, search):
    before = digest(small)
    small.write("new.txt", "خبر جديد\n")
    assert index("rebuild", "--db", small.db).returncode == DONE
    assert small.count() == len(TEXTS) + 1
    assert index("rollback", "--db", small.db).returncode == DONE
    assert digest(small) == before
    assert search("--db", small.db, "أستانا").returncode == DONE
    assert index("rollback", "--db", small.db).returncode == MISSING
    small.update()
    assert small.count() == len(TEXTS) + 1


def test_cron_rebuilds_where_that_is_needed(small, index, tmp_path):
    from test_index_commands import bundled_taxonomy

    taxonomy = bundled_taxonomy(tmp_path, ("\n", "\n# own\n"))
    arguments = ("update", "--db", small.db, "--taxonomy", taxonomy, small.folder)
    assert index(*arguments).returncode == STALE
    assert index(*arguments, "--rebuild-if-needed").returncode == DONE
    assert index(*arguments).returncode == DONE
    assert small.count() == len(TEXTS)


def test_the_journal_is_told_priorities(small, index, tmp_path):
    small.write("bad.txt", "\n\n")
    with open(tmp_path / "log", "w") as log:
        status = os.fstat(log.fileno())
        env = {**os.environ, "JOURNAL_STREAM": f"{status.st_dev}:{status.st_ino}"}
        subprocess.run([index.path, "update", "-v", "--db", small.db, small.folder], stderr=log, env=env)
        subprocess.run([index.path, "update", "--nope"], stderr=log, env=env)
    said = (tmp_path / "log").read_text().splitlines()
    assert [line[:3] for line in said] == ["<4>", "<6>", "<3>"]


KILLS = int(os.environ.get("MAHDAR_KILLS", "50"))
KILL_FILES = int(os.environ.get("MAHDAR_KILL_FILES", "30"))  # from 1,001 on a rebuild compacts several databases
FEED_LINES = 600


def rework(victim, chance, step):
    """Adds, changes and deletes files and lines."""
    for i in chance.sample(range(KILL_FILES * 2), 12):
        path = victim.folder / f"{i}.txt"
        if path.exists() and chance.random() < 0.4:
            path.unlink()
        else:
            victim.write(path.name, f"خبر {i} في الخطوة {step}\n\nنص عن أستانا {chance.random()}.\n")
    with open(victim.folder / "feed.jsonl", "a", encoding="utf-8") as feed:
        feed.write(lines(step * 100, step * 100 + 60))
    if step % 4 == 0:
        fed = (victim.folder / "feed.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
        victim.write("feed.jsonl", "".join(fed[-FEED_LINES:]))
    victim.settle()


def test_kills_lose_and_double_nothing(tmp_path, index):
    """MAHDAR_KILLS says how many, MAHDAR_KILL_FILES over how large an archive."""
    chance = random.Random(7)
    victim, witness = (tmp_path / "victim", tmp_path / "witness")
    victim.mkdir(), witness.mkdir()
    victim, witness = Archive(victim, index), Archive(witness, index)
    witness.folder = victim.folder
    many(victim, KILL_FILES)
    started = time.monotonic()
    witness.update()
    longest = max(0.5, 1.2 * (time.monotonic() - started))
    died = 0
    for kill in range(KILLS):
        rework(victim, chance, kill + 1)
        command = ["rebuild"] if kill % 5 == 4 else ["update", "--batch", "7", "--allow-mass-delete"]
        process = index.start(*command, "--db", victim.db, victim.folder)
        time.sleep(chance.random() * longest)
        process.kill()
        process.communicate()
        died += process.returncode == -signal.SIGKILL
        report = victim.verify()
        assert report["sound"], report
        if kill % 5 == 4 or kill == KILLS - 1:
            for archive in (victim, witness):
                archive.update("--allow-mass-delete", archive.folder)
            assert digest(victim) == digest(witness), f"kill {kill}"
        if (kill + 1) % 100 == 0:
            print(f"{kill + 1} kills, {died} of them before the end of the run", flush=True)

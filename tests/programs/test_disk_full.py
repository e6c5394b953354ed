"""A disk that is full: the run says so, the old index answers, and the same command completes when there is room again."""

import os
import subprocess

import pytest
from conftest import DONE, IO_ERROR, Archive, json_lines

MEGABYTE = 1 << 20


def lines(first, last):
    text = "نص عن محادثات أستانا حول سوريا بحضور وفود الدول الضامنة ووفد الأمم المتحدة"
    return json_lines(*({"id": f"a{n}", "text": f"{text} رقم {n} " + " ".join(f"كلمة{n}{i}" for i in range(60))} for n in range(first, last)))


@pytest.fixture
def disk(tmp_path):
    """A file system of 16 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(folder)]
    if os.geteuid() != 0:
        pytest.skip("a small tmpfs cannot be mounted without root; test_faults.py fills the disk by its shim")
    mounted = subprocess.run(command, capture_output=True, text=True)
    if mounted.returncode != 0:
        pytest.skip(f"a small tmpfs cannot be mounted here: {mounted.stderr.strip()}; test_faults.py fills the disk by its shim")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("command", ["update", "rebuild"])
def test_a_full_disk_stops_a_run_and_loses_nothing(tmp_path, disk, index, search, command):
    witness = Archive(tmp_path, index)
    witness.write("a.jsonl", lines(0, 50))
    witness.settle()
    arguments = ("--db", disk / "db", witness.folder)
    assert index("update", *arguments).returncode == DONE
    witness.write("b.jsonl", lines(50, 400))
    witness.settle()
    room = os.statvfs(disk)
    free = room.f_bavail * room.f_frsize
    ballast = disk / "ballast"
    ballast.write_bytes(bytes(free - MEGABYTE // 4))
    run = index(command, *arguments)
    assert run.returncode == IO_ERROR, (run.returncode, run.stderr)
    assert "No space left on device" in run.stderr or "is the disk full?" in run.stderr
    assert "Make room" in run.stderr
    found = search("--db", disk / "db", "--format", "json", "محادثات أستانا")
    assert found.returncode == DONE, found.stderr
    assert index("verify", "--db", disk / "db").returncode == DONE
    assert index(command, *arguments).returncode == IO_ERROR
    ballast.unlink()
    again = index(command, *arguments)
    assert again.returncode == DONE, again.stderr
    witness.update()
    digests = [index("verify", "--db", db, "--digest").stdout for db in (disk / "db", witness.db)]
    assert digests[0] == digests[1]
    assert index("verify", "--db", disk / "db").returncode == DONE

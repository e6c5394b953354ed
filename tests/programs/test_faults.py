"""A disk that fails: every write, sync and rename of a run in turn. No failure is passed over, nothing is lost or doubled.

MAHDAR_FAULT_KINDS names the kinds of failure (faults/fault_shim.cpp); make torture tries all of them.
MAHDAR_FAULT_STRIDE leaves calls out: 3 tries every third. MAHDAR_FAULT_FILES makes a larger archive: from 1,001 on a
rebuild compacts several databases."""

import os
import re
import shutil
from concurrent.futures import ThreadPoolExecutor

import pytest
from conftest import BIN, DONE, IO_ERROR, Archive, json_lines

KINDS = os.environ.get("MAHDAR_FAULT_KINDS", "eio full torn").split()
STRIDE = int(os.environ.get("MAHDAR_FAULT_STRIDE", "1"))
FILES = int(os.environ.get("MAHDAR_FAULT_FILES", "6"))
COMPACTED = re.compile("/building/(packed|merged-[0-9]+)/")
BATCH = 12  # changes a commit, the state of the files among them: makes two commits of the update below


def article(number, edition):
    return f"خبر رقم {number}\n\nنص الخبر رقم {number} عن محادثات أستانا حول سوريا في صيغته {edition}.\n"


def line(number):
    return {"id": f"line-{number}", "text": f"سطر رقم {number} عن وفود الدول الضامنة"}


class Rehearsal:
    """An index before a run, and what it holds after an uninterrupted one."""

    def __init__(self, folder, index, command):
        self.folder, self.index, self.command = folder, index, command
        self.archive = archive = Archive(folder, index)
        for number in range(FILES):
            archive.write(f"{number}.txt", article(number, "الأولى"))
        archive.write("feed.jsonl", json_lines(*map(line, range(3))))
        archive.settle()
        archive.update()
        archive.write("0.txt", article(0, "الثانية"))
        (archive.folder / "1.txt").unlink()
        for number in range(FILES, FILES + 4):
            archive.write(f"{number}.txt", article(number, "الأولى"))
        archive.write("feed.jsonl", json_lines(*map(line, range(5))))
        archive.settle()
        log = folder / "calls"
        whole = self.copy("whole")
        run = self.run(whole, MAHDAR_FAULT_LOG=str(log))
        assert run.returncode == DONE, run.stderr
        self.calls = log.read_text().splitlines()
        self.digest = self.digest_of(whole)
        self.before = self.digest_of(archive.db)

    def copy(self, name):
        db = self.folder / name
        shutil.copytree(self.archive.db, db)
        return db

    def run(self, db, **faults):
        shim = BIN / "fault_shim.so"
        assert shim.is_file(), f"{shim} is not built"
        sanitizer = os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"
        env = {"LD_PRELOAD": str(shim), "MAHDAR_FAULT_DIR": str(db), "ASAN_OPTIONS": sanitizer, **faults}
        return self.index(*self.command, "--threads", "1", "--db", db, self.archive.folder, env=env)

    def digest_of(self, db):
        run = self.index("verify", "--db", db, "--digest")
        assert run.returncode == DONE, run.stderr
        return run.stdout

    def tells_the_truth(self, said, db, at):
        """Whether the last batch was written, as the program says; where it cannot say that, it says nothing."""
        if "the last batch" not in said:
            return True
        first = next(n for n, call in enumerate(self.calls, 1) if call.startswith("fsync"))
        written, now = "all the same" in said, self.digest_of(db)
        # The run stores how long it took: that may cost it a block more or less than the rehearsal, so that beside the
        # boundary the call may be of either batch.
        batches = {"first" if at + shift <= first else "second" for shift in (-2, 0, 2)}
        truth = {"first": now != self.before, "second": now == self.digest}
        return any(written == truth[batch] for batch in batches)

    def fail(self, kind, at):
        """What is wrong after the call at this place failed and the run was done again; None: nothing."""
        name = f"{kind}-{at}"
        db, log = self.copy(name), self.folder / f"{name}.log"
        run = self.run(db, MAHDAR_FAULT_LOG=str(log), MAHDAR_FAULT_KIND=kind, MAHDAR_FAULT_AT=str(at))
        delivered = log.read_text().splitlines() if log.exists() else []
        # Xapian passes over a failed sync of what it compacted. What is kept of it is synced again, and all of it is
        # read again and verified before the switch.
        if delivered and all(line.startswith("fdatasync") and COMPACTED.search(line) for line in delivered):
            delivered = []
        harmless = kind == "short" or not delivered or (kind == "torn" and len(delivered) == 1)
        what = f"{kind} at {at} ({'; '.join(delivered)}): exit {run.returncode}, {run.stderr.strip()}"
        if run.returncode != IO_ERROR and not (harmless and run.returncode == DONE):
            return what
        if run.returncode == DONE and self.digest_of(db) != self.digest:
            return what + " and not everything is there"
        if not self.tells_the_truth(run.stderr, db, at):
            return what + ", which is not so"
        if run.returncode != DONE:
            again = self.index(*self.command, "--db", db, self.archive.folder)
            if again.returncode != DONE:
                return f"{what}; again: exit {again.returncode}, {again.stderr.strip()}"
            verified = self.index("verify", "--db", db)
            if verified.returncode != DONE or self.digest_of(db) != self.digest:
                return f"{what}; again: {verified.stdout.strip()}, digest {self.digest_of(db)}"
        shutil.rmtree(db)
        return None


@pytest.mark.parametrize(
    "command, last",
    [(("update", "--batch", BATCH), "iamglass"), (("rebuild",), "CURRENT")],
    ids=("update", "rebuild"),  # by which `make torture` chooses
)
def test_no_failing_call_loses_or_doubles_anything(tmp_path, index, command, last):
    """Over two commits, and over the switch to a new generation."""
    rehearsal = Rehearsal(tmp_path, index, command)
    renames = [call for call in rehearsal.calls if call.startswith("rename")]
    print(f"{len(rehearsal.calls)} calls in a run without failure")
    assert len(renames) >= 2 and renames[-1].endswith("/" + last), rehearsal.calls
    cases = [(kind, at) for kind in KINDS for at in range(1, len(rehearsal.calls) + 1, STRIDE)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = [wrong for wrong in pool.map(lambda case: rehearsal.fail(*case), cases) if wrong]
    print(f"{len(cases)} failures tried")
    assert not found, "\n".join(found)

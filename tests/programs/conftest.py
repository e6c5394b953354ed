"""What the end-to-end tests share: the real programs, scratch archives, and readers of what they print."""

import json
import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(os.environ.get("MAHDAR_BIN", ROOT / "build" / "bin"))

DONE, REJECTED, MISSING, CANNOT_CREATE, IO_ERROR, LOCKED, STALE, USAGE = 0, 65, 66, 73, 74, 75, 78, 64


class Program:
    """One of the programs. Calling it gives the completed process, with text output."""

    def __init__(self, name):
        self.path = BIN / name
        assert self.path.is_file(), f"{self.path} is not built (MAHDAR_BIN names the folder)"

    def __call__(self, *arguments, stdin=None, env=None, cwd=None):
        return subprocess.run(
            [str(self.path), *map(str, arguments)],
            input=stdin if stdin is not None else "",
            capture_output=True, text=True, encoding="utf-8", timeout=300, cwd=cwd,
            env={**os.environ, **(env or {})},
        )

    def start(self, *arguments):
        return subprocess.Popen(
            [str(self.path), *map(str, arguments)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        )


@pytest.fixture(scope="session")
def index():
    """mahdar-index."""
    return Program("mahdar-index")


@pytest.fixture(scope="session")
def search():
    """mahdar-search."""
    return Program("mahdar-search")


@pytest.fixture(scope="session")
def db(tmp_path_factory, index):
    """An index of the sample corpus."""
    folder = tmp_path_factory.mktemp("corpus") / "db"
    assert index("update", "--db", folder, ROOT / "corpus/articles").returncode == 0
    return folder


@pytest.fixture
def page(db, search):
    """Asks the index of the sample corpus; gives the JSON. No `code`: hits or none."""
    def ask(*arguments, code=0):
        run = search("--db", db, "--format", "json", *arguments)
        assert run.returncode in ((0, 1) if code is None else (code,)), run.stderr
        return json.loads(run.stdout)

    return ask


class Archive:
    """A folder of sources and an index beside it."""

    def __init__(self, folder, program):
        self.folder, self.db, self.program = folder / "source", folder / "db", program
        self.folder.mkdir()

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, bytes):
            path.write_bytes(text)
        else:
            path.write_text(text, encoding="utf-8")
        return path

    def settle(self):
        """Makes every file old, so that its time stamp can be trusted."""
        for path in self.folder.rglob("*"):
            if path.is_file() and not path.is_symlink():
                os.utime(path, ns=(10**18, 10**18))

    def update(self, *sources, code=DONE, **options):
        """Runs an update over the whole folder or the given sources; gives its summary."""
        run = self.program("update", "--db", self.db, "--json", *(sources or [self.folder]), **options)
        assert run.returncode == code, run.stderr
        self.stderr = run.stderr
        return json.loads(run.stdout) if run.stdout else None

    def status(self):
        run = self.program("status", "--db", self.db, "--format", "json")
        assert run.returncode == DONE, run.stderr
        return json.loads(run.stdout)

    def verify(self, code=DONE):
        run = self.program("verify", "--db", self.db, "--format", "json")
        assert run.returncode == code, run.stdout + run.stderr
        return json.loads(run.stdout)

    def count(self):
        return self.status()["index"]["articles"]


@pytest.fixture
def archive(tmp_path, index):
    return Archive(tmp_path, index)


TEXTS = {
    "astana-7.txt": "اختتام الجولة السابعة\n\nانتهت يوم 31 تشرين الأول 2017 الجولة السابعة من محادثات أستانا حول سوريا.\n"
                    "وقال رئيس الوفد الروسي ألكسندر لافرنتييف إن ملف المعتقلين ما زال قيد البحث.\n",
    "astana-8.txt": "انطلاق الجولة الثامنة\n\nبدأت الجولة الثامنة من محادثات أستانا حول سوريا بحضور الدول الضامنة.\n",
    "other.txt": "افتتاح معرض للكتاب\n\nافتتح اليوم في المدينة معرض للكتاب يستمر أسبوعا كاملا.\n",
}


@pytest.fixture
def small(archive):
    """An archive of three articles, indexed."""
    for name, text in TEXTS.items():
        archive.write(name, text)
    archive.settle()
    archive.update()
    return archive


def warc_page(url, text, date):
    """A record of a web archive with a page of one paragraph."""
    page = f"<html><body><p>{text}</p></body></html>"
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()
    head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: {date}\r\nWARC-Target-URI: {url}\r\n"
            f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n")
    return head.encode() + block + b"\r\n\r\n"


def json_lines(*objects):
    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in objects)

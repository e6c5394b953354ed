"""Help, manual pages and completion say the same; exit codes are the same everywhere they are listed."""

import os
import re
import shutil
import subprocess

import pytest
from conftest import BIN, DONE, MISSING, ROOT, USAGE

MANUALS = {
    "mahdar-index": ROOT / "indexer/install/mahdar-index.1",
    "mahdar-search": ROOT / "searcher/install/mahdar-search.1",
    "mahdar": ROOT / "schema/install/mahdar.5",
}
COMPLETIONS = {
    "mahdar-index": ROOT / "indexer/install/mahdar-index.bash",
    "mahdar-search": ROOT / "searcher/install/mahdar-search.bash",
}
COMPLETE = """
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
words=($(complete -p "${1##*/}")); "${words[2]}" 2>/dev/null
for reply in "${COMPREPLY[@]}"; do printf '%s\\n' "$reply"; done
"""


@pytest.fixture(autouse=True)
def without_db(monkeypatch):
    monkeypatch.delenv("MAHDAR_DB", raising=False)


def complete(program, *words, cwd=None, env=None):
    """What bash offers in the place of the last word."""
    run = subprocess.run(
        ["bash", "--norc", "-c", COMPLETE, "bash", str(COMPLETIONS[program]), str(BIN / program), *map(str, words)],
        capture_output=True, text=True, encoding="utf-8", timeout=60, cwd=cwd, env={**os.environ, **(env or {})},
    )
    assert run.returncode == 0 and not run.stderr, run.stderr
    return run.stdout.splitlines()


def help_options(program, *command):
    """The options in the help, long and short."""
    run = program(*command, "--help")
    assert run.returncode == DONE, run.stderr
    rows = re.findall(r"^  (?:-(\w) \[ )?--([a-z-]+)", run.stdout, re.M)
    assert rows, run.stdout
    return {name for row in rows for name in row if name}


def manual(name):
    return MANUALS[name].read_text(encoding="utf-8")


def section(text, title):
    """A section of a page, without its heading."""
    begin = text.index(f".Sh {title}\n")
    return text[begin + 1:].split("\n.Sh ")[0]


def flags(mdoc):
    return set(re.findall(r"\bFl -?([a-zA-Z][a-z-]*)", mdoc))


def described(name):
    """The options that have an entry of their own in a page."""
    return {flag for line in re.findall(r"^\.It (Fl .*)$", manual(name), re.M) for flag in flags(line)}


def synopsis(name):
    """What the synopsis gives for each command."""
    uses = section(manual(name), "SYNOPSIS").split("\n.Nm\n")[1:]
    return {m[1]: flags(use) for use in uses if (m := re.match(r"\.Cm (\w+)", use))}


def offered(program, *words):
    return {word.lstrip("-") for word in complete(program, *words, "-")}


def index_commands(index):
    return re.findall(r"^  (\w+) +\w", index("--help").stdout, re.M)


def test_every_option_of_every_command_of_the_indexer_is_documented(index):
    commands = index_commands(index)
    assert len(commands) > 5
    assert set(synopsis("mahdar-index")) == set(commands) == set(complete("mahdar-index", "")) - {"--help", "-h", "--version"}
    everything = {"version"}
    for command in commands:
        options = help_options(index, command)
        assert synopsis("mahdar-index")[command] == options - {"help", "h"}, command
        assert offered("mahdar-index", command) == options, command
        everything |= options
    assert described("mahdar-index") == everything


def test_every_option_of_the_searcher_is_documented(search):
    options = help_options(search)
    assert described("mahdar-search") == options
    assert offered("mahdar-search") == options


def test_every_command_of_the_searcher_is_documented(search):
    commands = set(re.findall(r"^ +mahdar-search ([a-z]+) ", search("--help").stdout, re.M)) - {"interactive"}
    assert len(commands) > 4
    assert set(synopsis("mahdar-search")) == commands == set(complete("mahdar-search", ""))


CHOICES = ("sort", "match", "format", "color", "digits", "lang", "bidi", "facets-count")


@pytest.mark.parametrize("option", CHOICES)
def test_the_values_of_an_option_are_documented(option, search):
    refused = search(f"--{option}", "no-such-value", "x")
    assert refused.returncode == USAGE
    accepted = set(re.search(r"one of: ([^)\n]+)", refused.stderr)[1].split(", "))
    assert set(complete("mahdar-search", f"--{option}", "")) == accepted
    assert set(complete("mahdar-search", f"--{option}", "=", "")) == accepted
    entry = re.search(rf"^\.It Fl -{option} .*\n((?:(?!\.It ).*\n)+)", manual("mahdar-search"), re.M)[1]
    assert accepted <= set(re.findall(r"[a-z]+", entry))


def test_the_facets_are_documented(search):
    refused = search("--facets", "no-such-facet", "x")
    facets = set(re.search(r"the facets are ([a-z, ]+)", refused.stderr)[1].split(", "))
    assert set(complete("mahdar-search", "--facets", "")) == facets | {"all", "none"}
    assert complete("mahdar-search", "--facets", "round,gua") == ["round,guarantor"]
    assert set(complete("mahdar-search", "--not", "")) == {f"{facet}:" for facet in facets}
    entry = re.search(r"^\.It Fl -facets .*\n((?:(?!\.It ).*\n)+)", manual("mahdar-search"), re.M)[1]
    assert facets <= set(re.findall(r"[a-z]+", entry))


def test_completion_offers_files_and_archives(tmp_path):
    (tmp_path / "a folder").mkdir()
    (tmp_path / "words.txt").write_text("")
    (tmp_path / "mahdar.toml").write_text('[[archive]]\nname = "astana"\n[[archive]]\nname = "geneva"\n')
    assert set(complete("mahdar-index", "update", "", cwd=tmp_path)) == {"a folder", "words.txt", "mahdar.toml"}
    assert complete("mahdar-index", "update", "--db", "", cwd=tmp_path) == ["a folder"]
    assert complete("mahdar-search", "--queries", "w", cwd=tmp_path) == ["words.txt"]
    assert complete("mahdar-index", "status", "--format", "=", "j") == ["json"]
    settings = {"MAHDAR_CONFIG": str(tmp_path / "mahdar.toml")}
    assert complete("mahdar-index", "update", "--archive", "g", env=settings) == ["geneva"]
    assert complete("mahdar-search", "--archive", "", env=settings) == ["astana", "geneva"]


def test_completion_offers_what_the_index_holds_and_runs_nothing_of_it(small, tmp_path):
    small.write("trap.txt", "title: خبر\nsource: $(touch trapped)\n\nبدأت الجولة الثامنة من محادثات أستانا حول سوريا.\n")
    small.update()
    where = ("--db", small.db)
    assert set(complete("mahdar-search", *where, "--round", "")) >= {"7", "8"}
    assert complete("mahdar-search", *where, "round", ":", "7") == ["7"]
    sources = complete("mahdar-search", *where, "--source", "", cwd=tmp_path)
    assert any("trapped" in source for source in sources)
    assert not (tmp_path / "trapped").exists()


def codes_in_help(text):
    return set(map(int, re.findall(r"\b(\d+) [a-z]", text[text.index("Exit codes:"):])))


def codes_in_manual(name):
    return set(map(int, re.findall(r"^\.It (\d+)$", section(manual(name), "EXIT STATUS"), re.M)))


def test_exit_codes_are_the_same_in_code_readme_and_manual(index, search):
    code = set(map(int, re.findall(r"= (\d+),", (ROOT / "schema/exit_code.h").read_text())))
    assert len(code) > 10
    table = (ROOT / "README.md").read_text(encoding="utf-8").split("| code | meaning |")[1].split("\n\n")[0]
    assert set(map(int, re.findall(r"^\| (\d+) \|", table, re.M))) == code
    assert codes_in_manual("mahdar") == code
    assert codes_in_manual("mahdar-index") | codes_in_manual("mahdar-search") == code
    assert codes_in_help(index("--help").stdout) == codes_in_manual("mahdar-index")
    assert codes_in_help(search("--help").stdout) == codes_in_manual("mahdar-search")


def test_environment_variables_are_in_the_manual():
    read = set()
    for layer in ("schema", "analyzers", "indexer", "searcher"):
        for path in (ROOT / layer).rglob("*.cpp"):
            if "node_modules" not in path.parts:
                source = path.read_text(encoding="utf-8")
                if "getenv" in source:
                    read |= set(re.findall(r'"((?:MAHDAR|XDG)_[A-Z_]+|PAGER|TERM|JOURNAL_STREAM)"', source))
    assert len(read) > 5
    assert read == set(re.findall(r"\bEv ([A-Z_]+)", section(manual("mahdar"), "ENVIRONMENT")))


def test_the_example_settings_are_accepted(index, search, tmp_path):
    example = (ROOT / "schema/install/mahdar.toml").read_text(encoding="utf-8")
    everything = re.sub(r"^#(\w+ =)", r"\1", example, flags=re.M)
    assert everything != example
    for text in (example, everything):
        (tmp_path / "mahdar.toml").write_text(text.replace("/var/lib/mahdar", str(tmp_path)), encoding="utf-8")
        for program in (index, search):
            run = program(*(["status"] if program is index else ["x"]), env={"MAHDAR_CONFIG": str(tmp_path / "mahdar.toml")})
            assert run.returncode == MISSING and f"{tmp_path}/astana" in run.stderr, run.stderr


def test_the_examples_of_formats_in_the_manual_are_read(index, tmp_path):
    page = manual("mahdar")
    article = re.search(r"^\.Bd .*\n(title: .*?)\.Ed", page, re.M | re.S)[1]
    (tmp_path / "astana-7.txt").write_text(article, encoding="utf-8")
    run = index("explain", "--format", "json", tmp_path / "astana-7.txt")
    assert run.returncode == DONE and '"2017-10-31"' in run.stdout and "SANA".lower() in run.stdout.lower()
    settings = re.search(r"^\.Bd .*\n(\[\[archive\]\].*?)\.Ed", page, re.M | re.S)[1]
    (tmp_path / "mahdar.toml").write_text(settings.replace("/var/lib/mahdar", str(tmp_path)))
    status = index("status", env={"MAHDAR_CONFIG": str(tmp_path / "mahdar.toml")})
    assert status.returncode == MISSING, status.stderr


@pytest.mark.parametrize("name", MANUALS)
def test_manual_pages_are_well_formed(name):
    if not shutil.which("groff"):
        pytest.skip("no groff to format the page with")
    run = subprocess.run(["groff", "-ww", "-k", "-mandoc", "-Tutf8", MANUALS[name]], capture_output=True, timeout=60)
    assert run.returncode == 0 and not run.stderr and name.encode() in run.stdout, run.stderr.decode()


@pytest.mark.parametrize("name", MANUALS)
def test_manual_pages_pass_the_linter(name):
    if not shutil.which("mandoc"):
        pytest.skip("no mandoc to check the page with")
    run = subprocess.run(["mandoc", "-Tlint", "-Wwarning", MANUALS[name]], capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stdout


def test_the_version_is_one(index, search):
    version = re.search(r"project\(mahdar VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text())[1]
    assert index("--version").stdout == f"mahdar-index {version}\n"
    assert search("--version").stdout == f"mahdar-search {version}\n"

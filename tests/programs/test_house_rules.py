"""The layers' one-way rule and the libraries' rooms, read off the includes."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]', re.M)
MAY_INCLUDE = {
    "schema": {"schema"},
    "analyzers": {"analyzers", "schema"},
    "indexer": {"indexer", "analyzers", "schema"},
    "searcher": {"searcher", "analyzers", "schema"},
}


def sources(folder):
    return [p for p in sorted((ROOT / folder).rglob("*")) if p.suffix in (".h", ".cpp") and "node_modules" not in p.parts]


def includes(path):
    return INCLUDE.findall(path.read_text(encoding="utf-8"))


def offenders(folder, breaks_rule):
    return [
        f"{path.relative_to(ROOT)} includes {name}"
        for path in sources(folder)
        for mark, name in includes(path)
        if breaks_rule(path, mark, name)
    ]


def test_every_layer_has_sources():
    for layer in MAY_INCLUDE:
        assert sources(layer), layer


def test_layers_depend_one_way():
    for layer, allowed in MAY_INCLUDE.items():
        assert not offenders(layer, lambda _, mark, name: mark == '"' and name.split("/")[0] not in allowed)


def test_own_headers_are_included_from_the_root():
    for layer in MAY_INCLUDE:
        assert not offenders(layer, lambda _, mark, name: mark == '"' and not (ROOT / name).is_file())


def test_icu_stays_inside_analyzer_sources():
    def icu(path, _, name):
        return name.startswith("unicode/") and not (
            path.suffix == ".cpp" and path.is_relative_to(ROOT / "analyzers")
        )

    for layer in MAY_INCLUDE:
        assert not offenders(layer, icu)


def test_xapian_stays_out_of_schema_analyzers_and_renderers():
    for folder in ("schema", "analyzers", "searcher/render"):
        assert not offenders(folder, lambda _, __, name: name.startswith("xapian"))


def test_http_is_spoken_in_one_source_file_and_sockets_are_held_beside_it():
    def speakers(*libraries):
        return {
            path.relative_to(ROOT).as_posix()
            for layer in MAY_INCLUDE
            for path in sources(layer)
            for _, name in includes(path)
            if name.startswith(libraries)
        }

    assert speakers("boost/beast") == {"searcher/http/connection.cpp"}
    holders = {f"searcher/http/{name}" for name in ("connection.cpp", "connection.h", "server.cpp", "server_state.h")}
    assert speakers("boost/asio", "sys/socket", "netinet/") == holders


def test_toml_is_read_in_the_schema():
    readers = {
        path for layer in MAY_INCLUDE for path in sources(layer) for _, name in includes(path) if "toml++" in name
    }
    assert readers == {ROOT / "schema" / name for name in ("taxonomy_reader.cpp", "taxonomy_section.h", "settings.cpp")}


def test_top_level_is_the_card():
    allowed = {
        "CMakeLists.txt", "indexer", "searcher", "analyzers", "schema", "tests", "corpus",
        "README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CMakePresets.json", "Makefile",
    }
    built = re.compile(r"build(-.*)?|demo-index")
    found = {p.name for p in ROOT.iterdir() if not p.name.startswith(".") and not built.fullmatch(p.name)}
    assert found <= allowed, found - allowed
    assert allowed <= found, allowed - found

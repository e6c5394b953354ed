"""What `cmake --install` and the Debian package put where, and that it works from there."""

import gzip
import os
import re
import shutil
import subprocess

import pytest
from conftest import BIN, DONE, ROOT, TEXTS

BUILD = BIN.parent
TAXONOMY = {f"share/mahdar/taxonomy/{path.name}" for path in (ROOT / "schema/data").glob("*.toml")}
TREE = TAXONOMY | {
    "bin/mahdar-index",
    "bin/mahdar-search",
    "lib/systemd/system/mahdar-index.service",
    "lib/systemd/system/mahdar-index.timer",
    "lib/systemd/system/mahdar-search.service",
    "lib/systemd/system-preset/50-mahdar.preset",
    "share/bash-completion/completions/mahdar-index",
    "share/bash-completion/completions/mahdar-search",
    "share/doc/mahdar/examples/mahdar.toml",
    "share/man/man1/mahdar-index.1.gz",
    "share/man/man1/mahdar-search.1.gz",
    "share/man/man5/mahdar.5.gz",
}
PACKAGE_ONLY = {
    "etc/cron.d/mahdar",
    "usr/share/doc/mahdar/changelog.Debian.gz",
    "usr/share/doc/mahdar/changelog.gz",
    "usr/share/doc/mahdar/copyright",
}
UNITS = ("mahdar-index.service", "mahdar-index.timer", "mahdar-search.service")


def need(*programs):
    for program in programs:
        if not shutil.which(program):
            pytest.skip(f"no {program} on this machine")


def run(*command, **options):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=300, **options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def files_in(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A tree as `make install PREFIX=…` makes it."""
    need("cmake")
    if not (BUILD / "cmake_install.cmake").is_file():
        pytest.skip(f"{BUILD} is no build folder")
    prefix = tmp_path_factory.mktemp("prefix") / "usr"
    run("cmake", "--install", BUILD, "--prefix", prefix)
    return prefix


def test_everything_is_installed_and_nothing_else(installed):
    assert files_in(installed) == TREE
    for path in installed.rglob("*"):
        wanted = 0o755 if path.is_dir() or path.parent.name == "bin" else 0o644
        assert path.stat().st_mode & 0o777 == wanted, path


def test_the_installed_programs_work(installed, tmp_path):
    (tmp_path / "source").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "source" / name).write_text(text, encoding="utf-8")
    environment = {**os.environ, "PATH": f"{installed}/bin:/usr/bin:/bin", "MAHDAR_DB": str(tmp_path / "db")}
    run("mahdar-index", "update", tmp_path / "source", env=environment, cwd=tmp_path)
    assert "astana-7" in run("mahdar-search", "--round", "7", env=environment, cwd=tmp_path)
    taxonomy = ("--taxonomy", installed / "share/mahdar/taxonomy")
    run("mahdar-index", "explain", *taxonomy, tmp_path / "source", env=environment, cwd=tmp_path)


def test_units_name_the_installed_program(installed):
    for unit, program in (("mahdar-index", "mahdar-index update"), ("mahdar-search", "mahdar-search serve")):
        text = (installed / f"lib/systemd/system/{unit}.service").read_text()
        assert f"\nExecStart={installed}/bin/{program}\n" in text
        assert "@bindir@" not in text


def test_units_are_sound(installed):
    need("systemd-analyze")
    units = [installed / "lib/systemd/system" / unit for unit in UNITS]
    done = subprocess.run(["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0 and not done.stderr.strip(), done.stderr


def test_the_indexer_is_shut_in(installed):
    lines = (installed / "lib/systemd/system/mahdar-index.service").read_text().splitlines()
    shut = {"DynamicUser=yes", "ProtectSystem=strict", "PrivateNetwork=yes", "StateDirectory=mahdar", "SuccessExitStatus=65 75"}
    assert shut <= set(lines)


def test_the_searcher_may_only_read_the_index(installed):
    """A StateDirectory would be writable, whatever ReadOnlyPaths says."""
    lines = (installed / "lib/systemd/system/mahdar-search.service").read_text().splitlines()
    assert {"DynamicUser=yes", "ProtectSystem=strict", "BindReadOnlyPaths=-/var/lib/private/mahdar"} <= set(lines)
    assert not [line for line in lines if line.startswith(("StateDirectory", "ReadWritePaths"))]


@pytest.mark.parametrize(("unit", "most"), [("mahdar-index.service", 10), ("mahdar-search.service", 15)])
def test_units_are_hardened(installed, unit, most):
    """systemd's own score of exposure, in tenths."""
    need("systemd-analyze")
    path = installed / "lib/systemd/system" / unit
    run("systemd-analyze", "security", "--offline=yes", f"--threshold={most}", path)


def test_pages_are_the_ones_of_the_source(installed):
    for page in ("indexer/install/mahdar-index.1", "searcher/install/mahdar-search.1", "schema/install/mahdar.5"):
        source = ROOT / page
        packed = installed / f"share/man/man{source.suffix[1:]}/{source.name}.gz"
        assert gzip.decompress(packed.read_bytes()) == source.read_bytes()


def test_staged_for_a_package(tmp_path, installed):
    """DESTDIR is where the files go, not what they name."""
    run("cmake", "--install", BUILD, "--prefix", "/usr", env={**os.environ, "DESTDIR": str(tmp_path)})
    assert files_in(tmp_path / "usr") == TREE
    assert [path.name for path in tmp_path.iterdir()] == ["usr"]
    unit = (tmp_path / "usr/lib/systemd/system/mahdar-index.service").read_text()
    assert "\nExecStart=/usr/bin/mahdar-index update\n" in unit


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """The Debian package, and its files unpacked."""
    need("cmake", "cpack", "dpkg-deb", "dpkg-shlibdeps", "file", "gzip")
    cache = BUILD / "CMakeCache.txt"
    if not cache.is_file() or not re.search(r"^CMAKE_BUILD_TYPE:.*=Release$", cache.read_text(), re.M):
        pytest.skip("only release builds are packaged")
    folder = tmp_path_factory.mktemp("package")
    run("cpack", "-G", "DEB", "--config", BUILD / "CPackConfig.cmake", "-B", folder, cwd=folder)
    (deb,) = folder.glob("*.deb")
    run("dpkg-deb", "--raw-extract", deb, folder / "files")
    return deb, folder / "files"


def test_package_holds_the_tree(package):
    _, files = package
    found = {path for path in files_in(files) if not path.startswith("DEBIAN/")}
    assert found == {f"usr/{path}" for path in TREE} | PACKAGE_ONLY
    unit = (files / "usr/lib/systemd/system/mahdar-index.service").read_text()
    assert "\nExecStart=/usr/bin/mahdar-index update\n" in unit


def test_package_enables_nothing(package):
    """Neither cron's line nor the timer is active until the administrator chooses one."""
    _, files = package
    lines = (files / "etc/cron.d/mahdar").read_text().splitlines()
    assert all(line.startswith("#") for line in lines)
    assert lines[-1].endswith("/usr/bin/mahdar-index update")
    assert (files / "DEBIAN/conffiles").read_text() == "/etc/cron.d/mahdar\n"
    assert not [path for path in files_in(files) if ".wants/" in path]
    preset = (files / "usr/lib/systemd/system-preset/50-mahdar.preset").read_text().splitlines()
    assert {"disable mahdar-index.timer", "disable mahdar-search.service"} <= set(preset)
    scripts = (files / "DEBIAN/postinst").read_text()
    assert "was-enabled" in scripts and "systemctl enable" not in scripts and "invoke start" not in scripts


def test_package_says_what_it_needs(package):
    deb, _ = package
    depends = run("dpkg-deb", "--field", deb, "Depends")
    for library in ("libc6", "libxapian30", "libicu", "libxml2", "zlib1g"):
        assert library in depends
    version = re.search(r"project\(mahdar VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text())[1]
    assert run("dpkg-deb", "--field", deb, "Version").strip() == f"{version}-1"
    assert run("dpkg-deb", "--field", deb, "Section").strip() == "text"


def test_package_has_no_fault_the_debian_linter_knows(package):
    need("lintian")
    deb, _ = package
    done = subprocess.run(["lintian", "--allow-root", "--fail-on", "error,warning", "--suppress-tags",
                           "initial-upload-closes-no-bugs", str(deb)], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr

"""Archives named in a settings file: both programs find them without --db."""

import pytest
from conftest import DONE, MISSING, TEXTS, USAGE


@pytest.fixture
def named(tmp_path):
    """Two archives in a settings file; the environment that names it."""
    for name in ("astana", "geneva"):
        (tmp_path / name).mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "astana" / name).write_text(text, encoding="utf-8")
    (tmp_path / "geneva" / "g.txt").write_text("خبر من جنيف\n\nاجتمع الوفدان في جنيف اليوم.\n", encoding="utf-8")
    (tmp_path / "mahdar.toml").write_text(
        "".join(f'[[archive]]\nname = "{n}"\ndb = "db-{n}"\nsources = ["{n}"]\n' for n in ("astana", "geneva"))
    )
    return {"MAHDAR_CONFIG": str(tmp_path / "mahdar.toml")}


@pytest.fixture(autouse=True)
def without_db(monkeypatch):
    monkeypatch.delenv("MAHDAR_DB", raising=False)


def test_update_without_a_source_brings_every_archive_up_to_date(named, index, search, tmp_path):
    assert index("update", env=named).returncode == DONE
    assert (tmp_path / "db-astana/CURRENT").exists() and (tmp_path / "db-geneva/CURRENT").exists()
    assert search("--no-relax", "جنيف", env=named).returncode == 1
    assert search("--archive", "geneva", "جنيف", env=named).returncode == DONE
    assert search("أستانا", env=named).returncode == DONE
    assert index("status", "--archive", "geneva", env=named).returncode == DONE


def test_one_archive_by_its_name(named, index, tmp_path):
    assert index("update", "--archive", "geneva", env=named).returncode == DONE
    assert not (tmp_path / "db-astana").exists()


def test_a_fault_in_one_archive_does_not_stop_the_other(named, index, tmp_path):
    for file in (tmp_path / "astana").iterdir():
        file.unlink()
    (tmp_path / "astana").rmdir()
    run = index("update", env=named)
    assert run.returncode == MISSING
    assert (tmp_path / "db-geneva/CURRENT").exists()


def test_faults_of_the_settings_are_named(named, index, search, tmp_path):
    unknown = index("update", "--archive", "sochi", env=named)
    assert unknown.returncode == USAGE and "sochi" in unknown.stderr
    assert search("--archive", "sochi", "x", env=named).returncode == USAGE
    (tmp_path / "mahdar.toml").write_text("[[archive]]\nname = 5\n")
    broken = index("update", env=named)
    assert broken.returncode == USAGE and "mahdar.toml:2" in broken.stderr
    assert "mahdar.toml:2" in search("x", env=named).stderr


def test_a_tilde_is_the_home_folder(named, index, tmp_path):
    home, elsewhere = tmp_path / "home", tmp_path / "elsewhere"
    home.mkdir()
    elsewhere.mkdir()
    (tmp_path / "astana").rename(home / "astana")
    (home / "c.tsv").write_text("astana-7\tround\t8\twho\twhy\n")
    (tmp_path / "mahdar.toml").write_text(
        '[[archive]]\nname = "a"\ndb = "~/y.db"\nsources = ["~/astana"]\ncorrections = "~/c.tsv"\n')
    run = index("update", env={**named, "HOME": str(home)}, cwd=elsewhere)
    assert run.returncode == DONE, run.stderr
    assert (home / "y.db/CURRENT").exists() and not (tmp_path / "~").exists()
    homeless = index("status", env={**named, "HOME": ""})
    assert homeless.returncode == USAGE and "HOME" in homeless.stderr and "mahdar.toml:3" in homeless.stderr

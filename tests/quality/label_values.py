"""The values that labels can have: those of the taxonomy that articles are judged by."""

import difflib
import pathlib
import tomllib

BUNDLED = pathlib.Path(__file__).resolve().parents[2] / "schema" / "data"


def taxonomy_files(arguments):
    """Those of the option --taxonomy, else the bundled ones."""
    place = BUNDLED
    for option, following in zip(arguments, [*arguments[1:], ""]):
        if str(option) == "--taxonomy":
            place = pathlib.Path(following)
        elif str(option).startswith("--taxonomy="):
            place = pathlib.Path(str(option).partition("=")[2])
    return sorted(place.glob("*.toml")) if place.is_dir() else [place]


def known_values(files):
    """The values by column; of outlets none, as an unknown one goes by its own name, nor of other rounds: one may be told of
    that was never held."""
    rows = {"round": [], "country": [], "topic": [], "person": []}
    for file in files:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
        for kind, found in rows.items():
            found += content.get(kind, [])
    return {
        "round": {str(row["number"]) for row in rows["round"]},
        "guarantor": {row["id"] for row in rows["country"] if row.get("guarantor")} | {"several", "none"},
        "countries": {row["iso"] for row in rows["country"]},
        "topics": {row["id"] for row in rows["topic"]},
        "people": {row["id"] for row in rows["person"]},
    }


def nearest(value, known):
    """The known value it most looks like, whatever its case and blanks, or none."""
    by_key = {name.casefold(): name for name in sorted(known)}
    close = difflib.get_close_matches(value.strip().casefold(), by_key, n=1)
    return by_key[close[0]] if close else None


def check(labels, known):
    """Raises ValueError that names a label that no article can have."""
    for column, values in known.items():
        for value in sorted(labels[column] - values):
            near = nearest(value, values)
            hint = f'; did you mean "{near}"?' if near else ""
            raise ValueError(f'"{value}" in the column {column} is no value of the taxonomy{hint}')

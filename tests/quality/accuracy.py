#!/usr/bin/env python3
"""How well Mahdar knows what articles are about: precision, recall and F1 a field and a stratum, the rounds it confuses, and
how far its confidence can be trusted, against a table of gold labels in the form of corpus/gold.tsv.

usage: accuracy.py MAHDAR_INDEX GOLD.tsv ARTICLES [mahdar-index options]

An article of the table that ARTICLES do not hold is an error, exit code 1, named after the report; it counts as saying nothing of
every value, as wrong where nothing would be right. A table that cannot be read ends with exit code 2."""

import collections
import datetime
import json
import subprocess
import sys

import label_values

COLUMNS = "id path stratum round mentioned guarantor countries topics people date basis source".split()
FIELDS = ("round", "mentioned", "guarantor", "countries", "topics", "people", "date", "basis", "source")
STRATA = ("explicit", "inferred", "trap", "none")
ROLES = ("past", "next", "mentioned")
BASES = ("meta", "url", "text", "inferred", "-")
ABSENT = {field: {"(not there)"} for field in FIELDS}
SURE = 0.8
SOME_REJECTED = 65  # of mahdar-index; which, it has said itself
BUCKETS = ((0.0, 0.5), (0.5, 0.65), (0.65, 0.8), (0.8, 0.9), (0.9, 1.01))


class BadTable(Exception):
    """What is wrong with a table of labels, with file and line."""


def check_date(date):
    """A day, a month or a year; raises ValueError."""
    try:
        if len(date) not in (4, 7, 10):
            raise ValueError
        datetime.date.fromisoformat(date + "2000-01-01"[len(date):])
    except ValueError:
        raise ValueError(f'"{date}" is no date: give 2021-07-08, 2021-07, 2021 or -') from None


def text_of(path):
    """A table's text; raises BadTable."""
    try:
        with open(path, encoding="utf-8-sig") as file:
            return file.read()
    except FileNotFoundError:
        raise BadTable(f"{path} does not exist: check the path") from None
    except OSError as error:
        raise BadTable(f"{path} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise BadTable(f"{path}:{line}: not UTF-8: save the file in the encoding UTF-8") from None


def labels_of(cells):
    """The labels of a line, list columns as sets; raises ValueError with what is wrong."""
    if len(cells) != len(COLUMNS):
        raise ValueError(f"{len(cells)} columns instead of {len(COLUMNS)}: {', '.join(COLUMNS)}, separated by tabs")
    row = dict(zip(COLUMNS, cells))
    for column, allowed in (("stratum", STRATA), ("basis", BASES)):
        if row[column] not in allowed:
            raise ValueError(f'"{row[column]}" is no {column}: give one of {", ".join(allowed)}')
    labels = {f: set() if row[f] == "-" else set(row[f].split(",")) for f in FIELDS}
    labels["guarantor"] = {row["guarantor"]}
    for number in labels["round"]:
        if not number.isdecimal():
            raise ValueError(f'"{number}" is no round: give numbers or -')
    for mention in labels["mentioned"]:
        number, _, role = mention.partition(":")
        if not number.isdecimal() or role not in ROLES:
            raise ValueError(f'"{mention}" is no other round: give number:{"|".join(ROLES)}')
    for date in labels["date"]:
        check_date(date)
    return labels | {"stratum": row["stratum"]}


def read_gold(path, known=None):
    """Gold labels by article id, checked against the known values by column."""
    gold = {}
    for number, line in enumerate(text_of(path).splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        try:
            if cells[0] in gold:
                raise ValueError(f'"{cells[0]}" is labelled twice')
            gold[cells[0]] = labels_of(cells)
            label_values.check(gold[cells[0]], known or {})
        except ValueError as error:
            raise BadTable(f"{path}:{number}: {error}") from None
    if not gold:
        raise BadTable(f"{path}: no labels")
    return gold


# The table's bases by those of the program: what follows from the round is inferred.
BASIS = {"none": "-", "round": "inferred"}


def explained(program, *arguments):
    """What `mahdar-index explain` says, by article id, in the form of the labels."""
    run = subprocess.run([program, "explain", "--format", "json", *arguments], stdout=subprocess.PIPE, check=False)
    if run.returncode not in (0, SOME_REJECTED):
        sys.exit(f"{program} explain ended with {run.returncode}")
    found = {}
    for line in run.stdout.decode("utf-8").splitlines():
        article = json.loads(line)
        found[article["id"]] = {
            "round": {str(number) for number in article["round"]["about"]},
            "mentioned": {f"{other['round']}:{other['role']}" for other in article["round"]["mentioned"]},
            "guarantor": {article["guarantor"]["focus"]},
            "countries": {country["code"] for country in article["countries"]},
            "topics": {topic["id"] for topic in article["topics"]},
            "people": {person["id"] for person in article["people"]},
            "date": {article["date"]["published"]} - {"", None},
            "basis": {BASIS.get(article["date"]["basis"], article["date"]["basis"])} - {"-"},
            "source": {article["source"]} - {"", None},
            "confidence": {
                "round": article["round"]["confidence"],
                "guarantor": article["guarantor"].get("confidence"),
                "date": article["date"].get("confidence"),
            },
        }
    return found


class Score:
    """Counts of right, wrong and missed values."""

    def __init__(self):
        self.right = self.wrong = self.missed = self.articles = self.articles_right = 0

    def add(self, gold, found):
        self.right += len(gold & found)
        self.wrong += len(found - gold)
        self.missed += len(gold - found)
        self.articles += 1
        self.articles_right += gold == found

    @property
    def precision(self):
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self):
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self):
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    @property
    def accuracy(self):
        return self.articles_right / self.articles if self.articles else 1.0


def score(gold, found):
    """Scores by (field, stratum), stratum 'all' among them. Of an article that is not there nothing is right."""
    scores = collections.defaultdict(Score)
    for name, labels in gold.items():
        for field in FIELDS:
            for stratum in ("all", labels["stratum"]):
                scores[field, stratum].add(labels[field], found.get(name, ABSENT)[field])
    return scores


def confusions(gold, found, field):
    for name, labels in sorted(gold.items()):
        got = found.get(name, ABSENT)[field]
        if got != labels[field]:
            yield name, labels[field], got


def joined(rounds):
    return "+".join(sorted(rounds, key=lambda number: (len(number), number))) or "none"


def round_confusions(gold, found):
    """(gold rounds, found rounds) → number of articles, where they differ."""
    wrong = ((labels, got) for _, labels, got in confusions(gold, found, "round"))
    return collections.Counter((joined(a), joined(b)) for a, b in wrong)


def calibration(gold, found, field, given=True):
    """(lowest, highest confidence, articles, mean confidence, share that is right) a bucket, where a value is given, or where
    none is."""
    buckets = collections.defaultdict(list)
    for name, labels in gold.items():
        got = found.get(name)
        if got and bool(got[field]) == given and got["confidence"][field] is not None:
            confidence = got["confidence"][field]
            bucket = next(b for b in BUCKETS if b[0] <= confidence < b[1])
            buckets[bucket].append((confidence, got[field] == labels[field]))
    for (low, high), rows in sorted(buckets.items()):
        yield low, min(high, 1.0), len(rows), sum(c for c, _ in rows) / len(rows), sum(r for _, r in rows) / len(rows)


def sure_accuracy(gold, found, field, given=True):
    """Articles whose value, or that they have none, is said with a confidence of SURE or more, and the share that is right."""
    sure = [
        found[name][field] == labels[field]
        for name, labels in gold.items()
        if name in found and bool(found[name][field]) == given and (found[name]["confidence"][field] or 0) >= SURE
    ]
    return len(sure), sum(sure) / len(sure) if sure else 1.0


def dates_within_a_day(gold, found):
    """Articles whose date the file tells, and the share of them dated within a day of it."""
    near = []
    for name, labels in gold.items():
        for wanted in (date for date in labels["date"] if len(date) == 10):
            day = next(iter(found.get(name, ABSENT)["date"]), "")
            exact = name in found and len(day) == 10
            apart = abs((datetime.date.fromisoformat(day) - datetime.date.fromisoformat(wanted)).days) if exact else 99
            near.append(apart <= 1)
    return len(near), sum(near) / len(near) if near else 1.0


def print_confidence(gold, found):
    tables = [("round", True), ("round", False), ("guarantor", True), ("date", True), ("date", False)]
    for field, given in tables:
        print(f"\n{field}{'' if given else ', where it says none'}: confidence against what is right")
        print(f"  {'confidence':14}{'articles':>9}{'mean':>8}{'right':>8}")
        for low, high, articles, mean, right in calibration(gold, found, field, given):
            print(f"  {low:.2f} to {high:.2f}  {articles:9}{mean:8.2f}{right:8.2f}")
        articles, right = sure_accuracy(gold, found, field, given)
        print(f"  {SURE} and above {articles:9}{'':8}{right:8.2f}")
    articles, right = dates_within_a_day(gold, found)
    print(f"\ndate within a day: {right:.3f} of {articles} articles whose date can be told")


def main(program, gold_path, *arguments):
    try:
        gold = read_gold(gold_path, label_values.known_values(label_values.taxonomy_files(arguments)))
    except BadTable as error:
        print(error, file=sys.stderr)
        return 2
    found = explained(program, *arguments)
    scores = score(gold, found)
    print(f"{len(gold)} articles")
    print(f"{'field':12}{'stratum':12}{'articles':>9}{'all right':>11}{'precision':>11}{'recall':>8}{'F1':>7}")
    for (field, stratum), s in sorted(scores.items(), key=lambda i: (FIELDS.index(i[0][0]), i[0][1])):
        print(f"{field:12}{stratum:12}{s.articles:9}{s.accuracy:11.3f}{s.precision:11.3f}{s.recall:8.3f}{s.f1:7.3f}")
    print("\nrounds confused (gold → found): articles")
    for (want, got), articles in sorted(round_confusions(gold, found).items()):
        print(f"  {want} → {got}: {articles}")
    print_confidence(gold, found)
    for field in ("round", "mentioned", "guarantor", "date", "basis", "source"):
        print(f"\n{field}: what differs (gold → found)")
        for name, want, got in confusions(gold, found, field):
            print(f"  {name}: {','.join(sorted(want)) or '-'} → {','.join(sorted(got)) or '-'}")
    absent = sorted(gold.keys() - found.keys())
    for name in absent:
        print(f"{gold_path}: no article has the id {name}", file=sys.stderr)
    return 1 if absent else 0


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))

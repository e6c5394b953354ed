#!/usr/bin/env python3
"""How well Mahdar knows what articles are about: precision, recall and F1 a field and a stratum, against a table of gold
labels in the form of corpus/gold.tsv.

usage: accuracy.py MAHDAR_INDEX GOLD.tsv ARTICLES [mahdar-index options]"""

import collections
import json
import subprocess
import sys

COLUMNS = "id path stratum round mentioned guarantor countries topics people date basis source".split()
FIELDS = ("round", "guarantor", "countries", "topics", "people", "date", "source")


def read_gold(path):
    """Gold labels by article id; list columns as sets."""
    gold = {}
    for line in open(path, encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            row = dict(zip(COLUMNS, line.rstrip("\n").split("\t"), strict=True))
            labels = {f: set() if row[f] == "-" else set(row[f].split(",")) for f in FIELDS}
            labels["guarantor"] = {row["guarantor"]}
            gold[row["id"]] = labels | {"stratum": row["stratum"]}
    return gold


def explained(program, *arguments):
    """What `mahdar-index explain` says, by article id, in the form of the labels."""
    run = subprocess.run([program, "explain", "--format", "json", *arguments], stdout=subprocess.PIPE, check=False)
    if run.returncode != 0:
        sys.exit(f"{program} explain ended with {run.returncode}")
    found = {}
    for line in run.stdout.decode("utf-8").splitlines():
        article = json.loads(line)
        found[article["id"]] = {
            "round": {str(number) for number in article["round"]["about"]},
            "guarantor": {article["guarantor"]["focus"]},
            "countries": {country["code"] for country in article["countries"]},
            "topics": {topic["id"] for topic in article["topics"]},
            "people": {person["id"] for person in article["people"]},
            "date": {article["date"]["published"]} - {"", None},
            "source": {article["source"]} - {"", None},
            "confidence": article["round"]["confidence"],
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
    """Scores by (field, stratum), stratum 'all' among them. An article that was not read counts as saying nothing."""
    scores = collections.defaultdict(Score)
    nothing = {field: set() for field in FIELDS}
    for name, labels in gold.items():
        for field in FIELDS:
            for stratum in ("all", labels["stratum"]):
                scores[field, stratum].add(labels[field], found.get(name, nothing)[field])
    return scores


def confusions(gold, found, field):
    for name, labels in sorted(gold.items()):
        got = found.get(name, {}).get(field, set())
        if got != labels[field]:
            yield name, labels[field], got


def main(program, gold_path, *arguments):
    gold, found = read_gold(gold_path), explained(program, *arguments)
    scores = score(gold, found)
    print(f"{len(gold)} articles")
    print(f"{'field':12}{'stratum':12}{'articles':>9}{'all right':>11}{'precision':>11}{'recall':>8}{'F1':>7}")
    for (field, stratum), s in sorted(scores.items(), key=lambda i: (FIELDS.index(i[0][0]), i[0][1])):
        print(f"{field:12}{stratum:12}{s.articles:9}{s.accuracy:11.3f}{s.precision:11.3f}{s.recall:8.3f}{s.f1:7.3f}")
    for field in ("round", "guarantor", "date", "source"):
        print(f"\n{field}: what differs (gold → found)")
        for name, want, got in confusions(gold, found, field):
            print(f"  {name}: {','.join(sorted(want)) or '-'} → {','.join(sorted(got)) or '-'}")


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])

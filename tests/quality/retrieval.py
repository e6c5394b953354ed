#!/usr/bin/env python3
"""How well the programs find: MRR@10, nDCG@10, recall@10 and @100 over test collections, what the index weighs against the
text, and, against the runs kept of another build or another engine, whether the difference is more than chance.

A collection is a folder with corpus.jsonl (id, title, text), topics.tsv (qid TAB query) and qrels.txt (qid 0 id grade); or, as
corpus/ of this project, with articles/ and queries.tsv. A folder of collections stands for all of them."""

import argparse
import collections
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import ranking

ROOT = Path(__file__).resolve().parents[2]
MEASURES = ("MRR@10", "nDCG@10", "R@10", "R@100")
NDCG = MEASURES.index("nDCG@10")


class Collection:
    """Articles, queries and judgements. `batches` maps options of mahdar-search to their (qid, query) pairs."""

    def __init__(self, folder):
        self.name = folder.name
        self.batches = collections.defaultdict(list)
        self.judgements = {}
        if (folder / "topics.tsv").is_file():
            self.source = folder / "corpus.jsonl"
            self._read_trec(folder)
        else:
            self.source = folder / "articles"
            for qid, query, options, grades in ranking.read_queries(folder / "queries.tsv"):
                self._add(qid, query, tuple(options), grades)

    def _read_trec(self, folder):
        grades = collections.defaultdict(dict)
        for line in open(folder / "qrels.txt", encoding="utf-8"):
            qid, _, article, grade = line.split()
            grades[qid][article] = int(grade)
        for line in open(folder / "topics.tsv", encoding="utf-8"):
            qid, query = line.rstrip("\n").split("\t", 1)
            self._add(qid, query, (), grades[qid])

    def _add(self, qid, query, options, grades):
        if any(grade > 0 for grade in grades.values()):
            self.batches[options].append((qid, query))
            self.judgements[qid] = grades

    def text_bytes(self):
        """Of titles and texts, as UTF-8."""
        if self.source.is_dir():
            return sum(f.stat().st_size for f in self.source.rglob("*") if f.is_file())
        articles = map(json.loads, open(self.source, encoding="utf-8"))
        return sum(len((a.get("title") or "").encode()) + len((a.get("text") or "").encode()) for a in articles)


def is_collection(folder):
    return (folder / "topics.tsv").is_file() or (folder / "queries.tsv").is_file()


def collections_in(folders):
    for folder in map(Path, folders):
        found = [folder] if is_collection(folder) else sorted(f for f in folder.iterdir() if f.is_dir() and is_collection(f))
        if not found:
            sys.exit(f"{folder}: no collection there; it wants corpus.jsonl, topics.tsv and qrels.txt")
        yield from map(Collection, found)


def cpu_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def timed(*command, **options):
    """The completed process and the processor time it took; code 1 only says that some query had no hit."""
    before = cpu_seconds()
    run = subprocess.run([str(part) for part in command], check=False, **options)
    if run.returncode not in (0, 1):
        sys.exit(f"{command[0]} ended with {run.returncode}")
    return run, cpu_seconds() - before


def read_run(lines):
    """{qid: ids best first} of a run in TREC form."""
    run = collections.defaultdict(list)
    for line in lines:
        fields = line.split()
        run[fields[0]].append(fields[2])
    return run


class Result:
    """What one build gave on one collection."""

    def __init__(self, collection, bin_dir, work):
        db = work / "db"
        _, self.index_seconds = timed(bin_dir / "mahdar-index", "update", "--db", db, collection.source)
        self.index_bytes = sum(f.stat().st_size for f in db.rglob("*") if f.is_file())
        self.search_seconds, self.trec = 0.0, ""
        for options, queries in collection.batches.items():
            path = work / "queries.tsv"
            path.write_text("".join(f"{qid}\t{query}\n" for qid, query in queries), encoding="utf-8")
            run, seconds = timed(
                bin_dir / "mahdar-search", "batch", "--db", db, "--queries", path, "--match", "any", "--format", "trec",
                "--limit", "100", *options, stdout=subprocess.PIPE)
            self.search_seconds += seconds
            self.trec += run.stdout.decode("utf-8")
        self.scores = scores(collection, read_run(self.trec.splitlines()))


def scores(collection, run):
    """{qid: measures}; a query without an answer scores nothing."""
    return {qid: ranking.measures(run.get(qid, []), grades) for qid, grades in collection.judgements.items()}


def mean(by_query, column):
    return sum(row[column] for row in by_query.values()) / len(by_query)


def chance(ours, theirs, rounds=10000, seed=1):
    """Two-sided p of a paired randomization test: how often a difference of means at least as large comes about when each
    query's two scores are swapped or not by a coin."""
    differences = [a - b for a, b in zip(ours, theirs, strict=True) if a != b]
    if not differences:
        return 1.0
    observed, coin, hits = abs(sum(differences)), random.Random(seed), 0
    for _ in range(rounds):
        signs = coin.getrandbits(len(differences))
        swapped = sum(d if signs >> i & 1 else -d for i, d in enumerate(differences))
        hits += abs(swapped) >= observed - 1e-12
    return (hits + 1) / (rounds + 1)


def compared(collection, result, path):
    """How much better than the run in `path`, as text."""
    if not path.is_file():
        return f"  no run in {path}"
    theirs = scores(collection, read_run(open(path, encoding="utf-8")))
    pairs = [(result.scores[qid][NDCG], theirs[qid][NDCG]) for qid in result.scores]
    p = chance(*zip(*pairs))
    return f"{mean(result.scores, NDCG) - mean(theirs, NDCG):+9.4f}{p:8.4f}"


def measure(collection, args):
    with tempfile.TemporaryDirectory(prefix="mahdar-quality-") as work:
        result = Result(collection, args.bin, Path(work))
    if args.save:
        args.save.mkdir(parents=True, exist_ok=True)
        (args.save / f"{collection.name}.run").write_text(result.trec, encoding="utf-8")
    figures = "".join(f"{mean(result.scores, column):9.4f}" for column in range(len(MEASURES)))
    text = collection.text_bytes()
    line = (f"{collection.name:12}{len(result.scores):8}{figures}{result.index_bytes / text:12.2f}{result.index_seconds:9.1f}"
            f"{result.search_seconds / len(result.scores) * 1e3:10.2f}")
    print(line + (compared(collection, result, args.against / f"{collection.name}.run") if args.against else ""), flush=True)
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", type=Path, default=ROOT / "build/bin")
    parser.add_argument("--save", type=Path, help="keep the runs in this folder, COLLECTION.run")
    parser.add_argument("--against", type=Path, help="compare with the runs in this folder, by nDCG@10")
    parser.add_argument("folders", nargs="*", default=[ROOT / "corpus"])
    args = parser.parse_args()
    header = "".join(f"{name:>9}" for name in MEASURES)
    print(f"{'collection':12}{'queries':>8}{header}{'index/text':>12}{'index s':>9}{'ms/query':>10}"
          + (f"{'nDCG +-':>9}{'p':>8}" if args.against else ""))
    results = [measure(collection, args) for collection in collections_in(args.folders)]
    means = "".join(f"{sum(mean(r.scores, c) for r in results) / len(results):9.4f}" for c in range(len(MEASURES)))
    print(f"{'mean':12}{'':8}{means}")


if __name__ == "__main__":
    main()

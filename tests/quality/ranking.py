#!/usr/bin/env python3
"""How well Mahdar ranks: MRR@10, nDCG@10, recall@10 and @100 over queries with judgements in the form of
corpus/queries.tsv.

usage: ranking.py MAHDAR_SEARCH DB QUERIES.tsv"""

import json
import math
import shlex
import subprocess
import sys


def read_queries(path):
    """(qid, query, options, {id: grade}) a line."""
    for line in open(path, encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            qid, query, options, judgements = line.rstrip("\n").split("\t")
            grades = dict(j.rsplit(":", 1) for j in judgements.split())
            yield qid, query, shlex.split(options), {name: int(grade) for name, grade in grades.items()}


def ranked_ids(program, db, query, options, limit=100):
    command = [program, "--db", db, "--format", "jsonl", "--facets", "none", "--limit", str(limit), *options, "--", query]
    run = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    return [json.loads(line)["id"] for line in run.stdout.decode("utf-8").splitlines()]


def gain(grades):
    return sum((2**grade - 1) / math.log2(rank + 2) for rank, grade in enumerate(grades))


def measures(ids, grades):
    """MRR@10, nDCG@10, recall@10, recall@100 of one ranking."""
    relevant = {name for name, grade in grades.items() if grade > 0}
    first = next((rank for rank, name in enumerate(ids[:10], 1) if name in relevant), None)
    ideal = gain(sorted(grades.values(), reverse=True)[:10])
    return (
        1 / first if first else 0.0,
        gain([grades.get(name, 0) for name in ids[:10]]) / ideal,
        len(relevant & set(ids[:10])) / min(len(relevant), 10),
        len(relevant & set(ids[:100])) / min(len(relevant), 100),
    )


def evaluate(program, db, queries_path):
    """Rows (qid, query, measures) of every query that has a relevant article."""
    return [
        (qid, query, measures(ranked_ids(program, db, query, options), grades))
        for qid, query, options, grades in read_queries(queries_path)
        if grades
    ]


def mean(rows, column):
    return sum(row[2][column] for row in rows) / len(rows)


def main(program, db, queries_path):
    rows = evaluate(program, db, queries_path)
    print(f"{'qid':6}{'MRR@10':>8}{'nDCG@10':>9}{'R@10':>7}{'R@100':>7}  query")
    for qid, query, (mrr, ndcg, r10, r100) in rows:
        print(f"{qid:6}{mrr:8.3f}{ndcg:9.3f}{r10:7.3f}{r100:7.3f}  {query}")
    print(f"{'mean':6}{mean(rows, 0):8.3f}{mean(rows, 1):9.3f}{mean(rows, 2):7.3f}{mean(rows, 3):7.3f}  {len(rows)} queries")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])

"""Ranking with any of the words on the project's own small collection, held to floors a little under what was measured; and the
bench's own arithmetic. `make quality` prints the figures."""

import sys

import pytest

from conftest import BIN, ROOT

sys.path.insert(0, str(ROOT / "tests/quality"))

import retrieval  # noqa: E402


def test_floors_of_the_sample_collection(tmp_path):
    result = retrieval.Result(retrieval.Collection(ROOT / "corpus"), BIN, tmp_path)
    assert len(result.scores) >= 40
    assert retrieval.mean(result.scores, 0) >= 0.95, "MRR@10"
    assert retrieval.mean(result.scores, 1) >= 0.80, "nDCG@10"
    assert retrieval.mean(result.scores, 3) >= 0.85, "recall@100"


@pytest.fixture
def collection(tmp_path):
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "corpus.jsonl").write_text(
        '{"id": "a", "title": "لغم", "text": "أزيلت الألغام من الطريق."}\n'
        '{"id": "b", "title": "", "text": "وصل الوفد إلى المطار."}\n', encoding="utf-8")
    (folder / "topics.tsv").write_text("q1\tالألغام\nq2\tوفود ومطارات\nq3\tبلا حكم\n", encoding="utf-8")
    (folder / "qrels.txt").write_text("q1 0 a 1\nq2 0 b 1\nq2 0 a 0\n", encoding="utf-8")
    return folder


def test_a_collection_in_trec_form(collection, tmp_path):
    (found,) = retrieval.collections_in([tmp_path])
    assert found.judgements == {"q1": {"a": 1}, "q2": {"b": 1, "a": 0}}
    result = retrieval.Result(found, BIN, tmp_path)
    assert result.scores == {"q1": (1, 1, 1, 1), "q2": (1, 1, 1, 1)}
    assert result.index_bytes > found.text_bytes() > 0


def test_a_query_without_an_answer_scores_nothing(collection):
    found = retrieval.Collection(collection)
    assert retrieval.scores(found, retrieval.read_run(["q1 Q0 a 1 3.5 x"]))["q2"] == (0, 0, 0, 0)


def test_chance():
    assert retrieval.chance([1, 0, 1], [1, 0, 1]) == 1
    assert retrieval.chance([1.0] * 20, [0.0] * 20) < 0.001
    assert retrieval.chance([1, 0] * 10, [0, 1] * 10) > 0.9
    # Three differences of one sign: all swapped or none, two cases of eight.
    assert abs(retrieval.chance([1, 1, 1], [0, 0, 0]) - 0.25) < 0.02


def test_no_collection_is_an_error(tmp_path):
    with pytest.raises(SystemExit):
        list(retrieval.collections_in([tmp_path]))

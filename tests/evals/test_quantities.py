"""The scorer of numbers, on a corpus of two sentences of our own."""

import json
from pathlib import Path

import pytest

from evals.quantities import Number, main, ours, pairs, tallied


def wanted(change: str, value: str, unit: str) -> dict[str, str]:
    return {"change": change, "value": value, "unit": unit, "normalized_unit": unit, "referred_concepts": "-"}


CORPUS = [
    {"text": "Fiji sent about 40 soldiers.", "quantities": [wanted("~", "40.0", "soldiers")]},
    {"text": "Support rose to 60 percent.", "quantities": [wanted("up", "60.0", "percent")]},
]
ANSWERS = [
    {"text": "Fiji sent about 40 soldiers.", "quantities": [["=", " 40", " soldiers", " soldier", " Fiji"]]},
    {"text": "Support rose to 60 percent.", "quantities": [[]]},
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "NewsQuant.json").write_text(json.dumps(CORPUS))
    (tmp_path / "predictions_NewsQuant.json").write_text(json.dumps(ANSWERS))
    (tmp_path / "NewsQuant.csv").write_text("\tP\tR\tF1\tmodel\ttype\n0\t9\t9\t92.0\tCQE\tvalue\n")
    return tmp_path


def test_value_and_sign_are_scored_apart(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder), "--show"]) == 0
    lines = {line.split("  ")[0]: line.split()[-5:] for line in capsys.readouterr().out.splitlines()}
    assert lines["laydown"] == ["100.0", "50.0", "100.0", "100.0", "100.0"]
    assert lines["GPT-3, by us"] == ["66.7", "0.0", "0.0", "100.0", "0.0"]
    assert "92.0" in lines["CQE"]


def test_each_gold_number_is_met_once_by_the_one_that_agrees_in_sign() -> None:
    gold = [Number((5.0,), "=")]
    given = [Number((5.0,), "~"), Number((5.0,), "=")]
    assert list(pairs(gold, given)) == [(gold[0], given[1]), (None, given[0])]
    assert tallied([(gold, given)]).value.extra == 1


def test_a_range_and_a_vague_plural_are_written_as_the_corpus_does() -> None:
    assert [n.value for n in ours("Between 5 and 7 percent of thousands of men left.")] == [
        (5.0, 7.0),
        (1000.0, 10000.0),
    ]


def test_a_missing_corpus_is_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 3
    assert "lacks NewsQuant.json" in capsys.readouterr().err

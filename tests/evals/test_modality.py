"""The scorer of statuses, on sentences of our own."""

from pathlib import Path

import pytest

from evals.modality import code_of, f1, main

ROWS = [
    ("Belgium has refused to send troops to Niger.", "REJECT", "REJECT"),
    ("Chad demanded that French troops withdraw from Abeche.", "REQUEST", "YIELD"),
    ("The mayor lifted the ban on fireworks.", "YIELD", "YIELD"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lines = ["sentence\tgold_root\troot_L2", *("\t".join(row) for row in ROWS)]
    for name in ("PLV_train.tsv", "PLV_test.tsv"):
        (tmp_path / name).write_text("\n".join(lines))
    return tmp_path


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Belgium has refused to send troops to Niger.", "REJECT"),
        ("Chad demanded that French troops withdraw from Abeche.", "REQUEST"),
        ("Togo withdrew its 200 troops from Mali.", "YIELD"),
        ("Peru will send 300 soldiers to Haiti.", "MOBILIZE"),
        ("Some 300 Peruvian soldiers are in Haiti.", None),
    ],
)
def test_claims_answer_to_codes(text: str, code: str | None) -> None:
    assert code_of(text) == code


def test_f1_of_a_code() -> None:
    assert f1([("YIELD", "YIELD"), ("YIELD", None), ("REJECT", "YIELD")], "YIELD") == 0.5


def test_only_sentences_that_name_a_force_are_judged(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder)]) == 0
    out = capsys.readouterr().out
    assert "PLV_train.tsv: 3 sentences, 2 name a force, 2 of them under the four codes" in out
    assert "answered 2, right 2; peer right 1" in out


def test_a_missing_corpus_is_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 3
    assert "lacks PLV_train.tsv" in capsys.readouterr().err

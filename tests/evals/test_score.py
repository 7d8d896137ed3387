"""The command behind `make score`: what it prints and writes, and when it fails the build."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from evals import floors
from evals import score as command
from evals.corpora import Gold
from laydown.model import report_id

TEXT = "France will send 800 soldiers to Mali."
CLAIM = {
    "id": "g1",
    "kind": "movement",
    "status": "announced",
    "force": {"nation": "FR", "category": "personnel", "units": []},
    "quantity": {"value": 800, "low": 800, "high": 800, "hedge": "exact", "unit": "persons", "text": "800"},
    "destination": [{"name": "Mali", "type": "country", "country": "ML"}],
    "evidence": {"start": 0, "end": 37},
}
LINE = {
    "report": {"id": report_id(TEXT), "source": "mali.txt", "published": "2013-01-11", "text": TEXT},
    "claims": [CLAIM],
}
Run = Callable[..., int]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Score a corpus of one report with a reader that finds WHAT it is told to, in a folder of its own."""
    corpus = tmp_path / "own.jsonl"
    corpus.write_text(json.dumps(LINE) + "\n", encoding="utf-8")
    monkeypatch.setattr(command, "ROOT", tmp_path)
    monkeypatch.setattr(command, "FLOORS", tmp_path / "floors.json")
    monkeypatch.setattr(command, "OWN", {"own": corpus})
    monkeypatch.setattr(command, "OUTSIDE", {"shared": tmp_path / "absent.jsonl"})

    def score(*arguments: str, what: tuple[object, ...] = (CLAIM,)) -> int:
        def read(golds: list[Gold], _: Path) -> list[list[object]]:
            return [list(what) for _ in golds]

        monkeypatch.setattr(command, "predictions", read)
        return command.main(arguments)

    return score


def test_an_absent_corpus_is_named_loudly_and_fails_nothing(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--pin") == 0
    assert run() == 0
    assert "shared IS ABSENT and was NOT scored" in capsys.readouterr().err


def test_a_corpus_without_floors_fails(run: Run) -> None:
    assert run() == 1


def test_pinned_floors_hold_until_the_reader_gets_worse(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--pin") == 0
    assert run() == 0
    assert run(what=()) == 1
    assert "FLOOR own: claims F1 0.0000 is below its floor 1.00" in capsys.readouterr().err


def test_a_floor_falls_only_for_a_reason(run: Run, tmp_path: Path) -> None:
    assert run("--pin") == 0
    assert run("--pin", what=()) == 1
    assert floors.load(tmp_path / "floors.json").corpora["own"].floors["claims"] == 1.0
    assert run("--pin", "--allow-lower", "the claim was wrong", what=()) == 0
    held = floors.load(tmp_path / "floors.json")
    assert held.corpora["own"].floors["claims"] == 0.0
    assert [entry["reason"] for entry in held.history] == ["the claim was wrong"]


def test_a_corpus_that_changed_fails_until_it_is_pinned_again(run: Run, tmp_path: Path) -> None:
    assert run("--pin") == 0
    with (tmp_path / "own.jsonl").open("a", encoding="utf-8") as lines:
        lines.write("\n")
    assert run() == 1
    assert run("--pin") == 0
    assert run() == 0


def test_a_miss_is_shown_with_its_sentence(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    run("--show", what=())
    shown = capsys.readouterr().out
    assert "MISSED  movement in mali.txt" in shown
    assert "«France will send 800 soldiers to Mali»." in shown


def test_a_named_file_is_scored_without_floors(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(tmp_path / "own.jsonl")) == 0
    assert "own: 1 reports, 1 claims in gold, 1 predicted" in capsys.readouterr().out
    assert run(str(tmp_path / "none.jsonl")) == 1

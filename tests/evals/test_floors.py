"""The gate under the scores: floors rise by themselves, and fall only for a reason that stays in the file."""

from pathlib import Path

import pytest

from evals import floors
from evals.floors import Corpus, Floors, LowerError, Measured, broken, pinned

OLD = Floors({"own": Corpus("sha256:a", {"claims": 0.80, "core": 0.50, "strict": 0.20})})


def measured(claims: float, core: float, strict: float, digest: str = "sha256:a") -> dict[str, Measured]:
    return {"own": Measured(digest, {"claims": claims, "core": core, "strict": strict})}


def test_floors_that_are_reached_hold() -> None:
    assert broken(OLD, measured(0.80, 0.50, 0.20)) == []


def test_a_missed_floor_is_named_with_both_figures() -> None:
    (line,) = broken(OLD, measured(0.80, 0.4999, 0.20))
    assert "own: core F1 0.4999 is below its floor 0.50" in line


def test_another_corpus_cannot_be_held_against_the_floors_however_good_the_figures() -> None:
    (line,) = broken(OLD, measured(1.0, 1.0, 1.0, digest="sha256:b"))
    assert "--pin" in line


def test_a_corpus_without_floors_is_no_free_ride() -> None:
    (line,) = broken(Floors(), measured(1.0, 1.0, 1.0))
    assert "no floors yet" in line


def test_pinning_raises_and_rounds_down() -> None:
    new = pinned(OLD, measured(0.8999, 0.501, 0.20))
    assert new.corpora["own"].floors == {"claims": 0.89, "core": 0.50, "strict": 0.20}
    assert new.history == ()


def test_what_was_pinned_holds_on_the_run_that_pinned_it() -> None:
    run = measured(0.29, 0.57, 0.58)
    assert broken(pinned(Floors(), run), run) == []


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_a_floor_is_not_lowered_without_a_reason(reason: str | None) -> None:
    with pytest.raises(LowerError, match=r"own core 0\.50 -> 0\.49"):
        pinned(OLD, measured(0.90, 0.499, 0.20), reason)


def test_another_digest_is_no_way_round_the_floor() -> None:
    with pytest.raises(LowerError):
        pinned(OLD, measured(0.1, 0.1, 0.1, digest="sha256:b"))


def test_a_fall_with_a_reason_stays_in_the_history() -> None:
    new = pinned(OLD, measured(0.90, 0.499, 0.20), "two gold claims were wrong")
    assert new.corpora["own"].floors["core"] == 0.49
    assert new.history == ({"lowered": "own core 0.50 -> 0.49", "reason": "two gold claims were wrong"},)


def test_a_reason_that_nothing_needed_is_not_recorded() -> None:
    assert pinned(OLD, measured(0.90, 0.60, 0.30), "just in case").history == ()


def test_a_new_corpus_is_pinned_with_its_digest() -> None:
    new = pinned(OLD, measured(0.90, 0.60, 0.30, digest="sha256:b"))
    assert new.corpora["own"].digest == "sha256:b"


def test_an_absent_corpus_keeps_its_floors() -> None:
    new = pinned(OLD, {"other": Measured("sha256:c", {"claims": 0.5, "core": 0.5, "strict": 0.5})})
    assert new.corpora["own"] == OLD.corpora["own"]


def test_saved_floors_come_back_the_same(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    held = pinned(OLD, measured(0.1, 0.1, 0.1), "a reason")
    floors.save(path, held)
    assert floors.load(path) == held


def test_without_a_file_there_are_no_floors(tmp_path: Path) -> None:
    assert floors.load(tmp_path / "none.json") == Floors()

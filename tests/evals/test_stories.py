"""The labels of versions cover what they judge, and what is told of changes and copies does not fall."""

import pytest

from evals import copies, revisions
from laydown.model import Claim

SILENT_AT_LEAST = 30
TOLD_AT_LEAST = 56
"""Of our own pairs: of 37 rewordings, and of 65 changes of number, status and place."""


def test_our_own_pairs_are_told_apart() -> None:
    told = [revisions.told(step) for step in revisions.own_steps()]
    assert len(told) >= 100
    assert sum(one.silent for one in told if one.step.label == "none") >= SILENT_AT_LEAST
    named = [one.named for one in told if one.step.label in {"number", "status", "place"}]
    assert sum(named) >= TOLD_AT_LEAST


def test_every_shared_step_has_a_label() -> None:
    if not revisions.ITEMS.exists():
        pytest.skip(f"{revisions.ITEMS} is absent")
    steps = list(revisions.shared_steps())
    assert len(steps) == 96
    assert {step.label for step in steps} <= {"none", "outside", "added", *revisions.FIELDS}
    fields = {field for names in revisions.FIELDS.values() for field in names}
    assert fields <= set(Claim.__dataclass_fields__)


def test_copies_are_found_and_independent_reports_left_alone() -> None:
    writer = copies.Writer(1)
    right, wrong, missed, _ = copies.scored([one for number in range(60) for one in copies.family(writer, number)])
    assert right / (right + wrong) >= 0.99
    assert right / (right + missed) >= 0.95

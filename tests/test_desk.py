"""The desk: one call for a text and one for many sources, the same for a script as for the command."""

from pathlib import Path

import pytest

import laydown
from laydown import desk
from laydown.model import Problem, Reading, Report

TROOPS = "About 800 soldiers will be sent from Britain to Estonia in the spring, the ministry said."


@pytest.fixture(autouse=True)
def reports_read(monkeypatch: pytest.MonkeyPatch) -> list[Report]:
    """A reader that finds nothing, and remembers what it was given."""
    given: list[Report] = []

    def read(report: Report) -> Reading:
        given.append(report)
        return Reading(report=report)

    monkeypatch.setattr("laydown.reading.read", read, raising=False)
    return given


def test_a_text_is_read_as_its_canonical_self() -> None:
    """Offsets point into the report's text, and not into what was handed over."""
    reading = laydown.read(
        TROOPS + "\r\n\ud800", published="2024-03-06", source="a", title="Troops\x1b move", publisher="P"
    )
    assert reading.report == Report(
        text=TROOPS + "\n\ufffd", published="2024-03-06", source="a", title="Troops move", publisher="P"
    )


@pytest.mark.parametrize("published", ["2022-13-40", "Wednesday", "", "2022-02"])
def test_a_date_that_is_none_is_the_callers_mistake(published: str) -> None:
    """Trouble in data is a value; trouble in a call is an exception."""
    with pytest.raises(ValueError, match="no ISO 8601 date"):
        laydown.read(TROOPS, published=published)


def test_sources_are_read_one_by_one_and_in_order(tmp_path: Path, reports_read: list[Report]) -> None:
    """Nothing is read before it is asked for, and a problem stands in its place."""
    for name, words in (("a.txt", TROOPS), ("b.txt", ""), ("c.txt", TROOPS)):
        (tmp_path / name).write_text(words)
    found = desk.read_sources([str(tmp_path)])
    assert reports_read == []
    assert isinstance(next(found), Reading)
    assert len(reports_read) == 1
    assert [type(one) for one in found] == [Problem, Reading]

"""Lifelines: a movement's statuses over the days, told apart by shape."""

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree as ET

from laydown.export import lifeline

FIRST, LAST = date(2022, 2, 1), date(2022, 3, 1)


@dataclass
class Stage:
    """A status over some days."""

    status: str
    since: date
    until: date | None


LIFE = (
    Stage("announced", date(2022, 2, 2), date(2022, 2, 9)),
    Stage("underway", date(2022, 2, 9), date(2022, 2, 28)),
    Stage("completed", date(2022, 2, 28), None),
)


def test_each_status_has_a_mark_a_line_and_a_word() -> None:
    drawn = lifeline(LIFE, FIRST, LAST)
    assert re.findall("life-mark life-([a-z]+)", drawn) == ["announced", "underway", "completed"]
    assert "<title>announced 2 Feb 2022; underway 9 Feb 2022; completed 28 Feb 2022</title>" in drawn
    assert "style" not in drawn
    ET.fromstring(drawn)  # noqa: S314 - our own drawing


def test_no_two_statuses_have_one_shape() -> None:
    names = ("requested", "considered", "announced", "underway", "completed", "present", "cancelled", "ruled_out")
    shapes = set()
    for name in names:
        drawn = lifeline([Stage(name, FIRST, None)], FIRST, LAST)
        shapes.add(re.sub(f"life-{name}", "", re.findall("<g .*</g>", drawn)[0]))
    assert len(shapes) == len(names)


def test_stages_of_one_day_do_not_cover_each_other() -> None:
    day = [Stage("announced", LAST, LAST), Stage("underway", LAST, LAST), Stage("cancelled", LAST, None)]
    centres = [float(x) for x in re.findall('cx="([0-9.]+)"', lifeline(day, FIRST, LAST))]
    assert all(after - before > 10 for before, after in pairwise(centres))
    assert all(0 < x < 160 for x in centres)


def test_what_was_called_off_has_no_line_after_it() -> None:
    assert "life-line life-cancelled" not in lifeline([Stage("cancelled", FIRST, None)], FIRST, LAST)


def test_nothing_told_is_nothing_drawn() -> None:
    assert lifeline([], FIRST, LAST) == ""


def test_a_day_that_nobody_gives_stands_at_the_edge() -> None:
    assert "announced day unknown" in lifeline([Stage("announced", date.min, None)], FIRST, LAST)

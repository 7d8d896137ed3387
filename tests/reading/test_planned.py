"""Planned levels: how many are to stand somewhere from a day on; a level that is only wished or undated is no claim."""

from datetime import date

import pytest

from laydown.model import Report
from laydown.reading import read
from tests.reading.notation import PUBLISHED, cases, lines

PLANNED = """
India will have 1,200 troops in Kathmandu by March.
    presence present IN 1200 @Kathmandu
By June, Ghana will have more than 900 peacekeepers in South Sudan.
    presence present GH 900.. @South Sudan
Brazil expects to have 1,300 soldiers in Haiti by August.
    presence present BR 1300 @Haiti
"""

NOT_PLANNED = """
Brazil hopes to have 1,300 soldiers in Haiti by August.
Chad could have 900 soldiers in Niger by June.
Chad will have 900 soldiers in Niger if the vote passes in June.
The minister will have 200 aides in Brussels by June.
Peru does not want to have 300 soldiers in Haiti.
"""


@pytest.mark.parametrize(("report", "expected"), cases(PLANNED + NOT_PLANNED))
def test_a_level_to_come_is_told_with_its_day_or_not_at_all(report: str, expected: list[str]) -> None:
    assert lines(report) == expected


def test_a_planned_level_holds_from_its_day_on() -> None:
    [claim] = read(Report(text="India will have 1,200 troops in Kathmandu by March.", published=PUBLISHED)).claims
    assert claim.when is not None
    assert (claim.when.start, claim.when.end) == (date(2022, 3, 31), None)

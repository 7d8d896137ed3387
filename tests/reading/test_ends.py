"""Where a movement begins and ends, and where a force stands, by words other than a plain preposition."""

import pytest

from tests.reading.notation import cases, lines

ENDS = """
USS Shiloh returned to Pearl Harbor on Tuesday following a six-month deployment to the South China Sea.
    movement completed US ship [USS Shiloh] South China Sea>Joint Base Pearl Harbor-Hickam
HMS Argyll returned to Plymouth after five months in the Gulf.
    movement completed GB ship [HMS Argyll] Gulf region>Plymouth
Some 120 Fijian soldiers returned home on Friday after a year in Sinai.
    movement completed FJ ~120 Sinai Peninsula>Fiji
USS Ross completed a 7th Fleet deployment in 2021, returning to San Diego in December 2021.
    movement completed US ship [USS Ross] U.S. 7th Fleet>San Diego
Canada will move its battle group in Latvia to Bulgaria.
    movement announced CA unit Latvia>Bulgaria
FORT DRUM, N.Y. - Sixty soldiers from the 91st Military Police Battalion here departed for Djibouti on Friday.
    movement underway ? 60 [91st Military Police Battalion] Fort Drum>Djibouti
DAKAR, Senegal (Reuters) - About 200 Togolese soldiers arrived here on Monday.
    movement completed TG ~200 >Dakar
HOHENFELS, Germany - About 90 soldiers left here Monday for Poland.
    movement underway ? ~90 Hohenfels>Poland
"""

NO_ENDS = """
HMS Argyll returned to Plymouth after repairs in Malta.
    movement completed GB ship [HMS Argyll] >Plymouth
HMS Argyll returned to Plymouth after the war in Iraq.
    movement completed GB ship [HMS Argyll] >Plymouth
Some 400 soldiers returned to Gao three months after a mutiny in Bamako.
    movement completed ? ~400 >Gao
About 200 Togolese soldiers arrived here on Monday.
    movement completed TG ~200
DAKAR, Senegal (Reuters) - "We flew 200 soldiers here," the governor of Gao said.
    statement other "We flew 200 soldiers here," | Mali
"""


@pytest.mark.parametrize(("report", "expected"), cases(ENDS + NO_ENDS))
def test_a_report_says_where_from_and_where_to(report: str, expected: list[str]) -> None:
    assert lines(report) == expected

"""Ships' and units' own stories, as navies and armies publish them: long subjects, embarked forces, deployments."""

import pytest

from tests.reading.notation import cases, lines

STORIES = """
The submarine USS Albacore, under the command of Cmdr. Ann Lee, returned to Naval Station Norfolk on Monday.
    command US ship [USS Albacore] under Cmdr. Ann Lee
    movement completed US ship [USS Albacore] >Naval Station Norfolk
The cutter crew of Cmdr. Ann Lee, a pilot, returned to work on Monday.
HMS Kestrel (L 15) and embarked 40 Commando entered the Baltic Sea.
    movement completed GB ship [HMS Kestrel, 40 Commando] >Baltic Sea
The tourists and embarked passengers entered the Baltic Sea.
Marine Fighter Squadron 7 "Herons" arrived at Al Udeid Air Base on Monday.
    movement completed ? aircraft [Marine Fighter Squadron 7] >Al Udeid Air Base
The Ljubljana team "Herons" arrived in Split on Monday.
Patrol Squadron 61 began a six-month deployment to Bahrain.
    movement underway ? unit [Patrol Squadron 61] >Bahrain temporary
The company began a deployment of its software to Bahrain.
The 9th Brigade Combat Team flew 300 sorties during its deployment to Qatar.
This is the second time that HMS Kestrel operated in the Baltic Sea.
    presence present GB ship [HMS Kestrel] @Baltic Sea
That was the second time that HMS Kestrel operated in the Baltic Sea.
    presence former GB ship [HMS Kestrel] @Baltic Sea
The general spoke during the deployment of 500 Danish soldiers to Qatar.
    movement announced DK 500 >Qatar
"""


@pytest.mark.parametrize(("report", "expected"), cases(STORIES))
def test_stories_of_ships_and_units(report: str, expected: list[str]) -> None:
    assert lines(report) == expected

"""What analytical reports do that news does not: parts of a whole, past deployments as nouns, what points far back."""

import pytest

from tests.reading.notation import cases, lines

PARTS = """
Spain will withdraw three of its five frigates from the Gulf of Aden.
    movement announced ES 3 ships Gulf of Aden>
Spain will withdraw up to 200 of the 450 soldiers that it has in Mali.
    movement announced ES ..200 Mali>
Spain will withdraw some of its 450 soldiers from Mali.
    movement announced ES personnel Mali>
Spain will withdraw most of its 450 soldiers from Mali.
    movement announced ES personnel Mali>
"""

NO_PARTS = """
Spain will withdraw half of its 450 soldiers from Mali.
    movement announced ES 225 Mali>
Spain will withdraw all of its 450 soldiers from Mali.
    movement announced ES 450 Mali>
A total of 450 Spanish soldiers will leave Mali.
    movement announced ES 450 Mali>
"""

NOUNS = """
The recent deployment of 300 Danish soldiers to Iraq shows that the alliance holds.
    movement completed DK 300 >Iraq
The possible deployment of 300 Danish soldiers to Iraq angered the opposition.
    movement considered DK 300 >Iraq
The ongoing withdrawal of 300 Danish soldiers from Iraq is going well.
    movement underway DK 300 Iraq>
Last month's deployment of 300 Danish soldiers to Iraq shows that the alliance holds.
    movement completed DK 300 >Iraq
The deployment of 300 Danish soldiers to Iraq last month angered the opposition.
    movement completed DK 300 >Iraq
The deployment of 300 Danish soldiers to Iraq in January was a success.
    movement completed DK 300 >Iraq
The deployment of 300 Danish soldiers to Iraq in 2019 is a turning point.
    movement completed DK 300 >Iraq
"""

NO_NOUNS = """
The planned deployment of 300 Danish soldiers to Iraq angered the opposition.
    movement announced DK 300 >Iraq
The deployment of 300 Danish soldiers to Iraq in March is a test.
    movement announced DK 300 >Iraq
The deployment of 300 Danish soldiers to Iraq in January was approved by parliament.
    movement announced DK 300 >Iraq by parliament
The deployment of 300 Danish soldiers to Iraq, announced last month, is a test.
    movement announced DK 300 >Iraq | Denmark
The parliament rejected the proposed deployment of 300 Danish soldiers to Iraq.
    movement ruled_out DK 300 >Iraq by parliament
"""

BACKWARDS = """
Chad has 400 soldiers in Mali. Paris will deploy 60 troops there.
    presence present TD 400 @Mali
    movement announced FR 60 >Mali
Chad has 400 soldiers in Mali. France withdrew its 60 soldiers there in May.
    presence present TD 400 @Mali
    movement completed FR 60 Mali>
Kenya will station 4,000 soldiers in Somalia, joining the 500 troops already on their way there.
    movement announced KE 4000 >Somalia
    movement underway KE 500 >Somalia
"""

NOT_BACKWARDS = """
There were riots in Mali. Chad will not send troops there.
    movement ruled_out TD personnel
Chad has 400 soldiers in Mali. There is no plan to send 60 soldiers to Niger.
    presence present TD 400 @Mali
    movement ruled_out TD 60 >Niger
Canada will send 900 soldiers to Latvia to bolster one of the four NATO battalions there.
    movement announced CA 900 >Latvia
    presence present NATO 1 battalions @Latvia
"""

PAGES = {
    "parts": PARTS + NO_PARTS,
    "nouns": NOUNS + NO_NOUNS,
    "backwards": BACKWARDS + NOT_BACKWARDS,
}


@pytest.mark.parametrize(
    ("report", "expected"),
    [pytest.param(*case, id=f"{kind}: {case[0]}") for kind, page in PAGES.items() for case in cases(page)],
)
def test_a_report_tells_these_claims_and_no_others(report: str, expected: list[str]) -> None:
    """The lines are compared whole: what is read too much is as wrong as what is missed."""
    assert lines(report) == expected

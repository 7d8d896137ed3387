"""Theatre: what a report goes on about without naming it, whose "the government" is, whose ministry has no name."""

import pytest

from tests.reading.notation import cases, lines

REPORTS = """
NAIROBI, Kenya - The government will send 300 soldiers to Haiti.
    movement announced KE 300 >Haiti
The rebel government will send 300 soldiers to Haiti.
    movement announced ? 300 >Haiti
Kenya has 900 soldiers in Somalia. The president sent 300 soldiers to Haiti.
    presence present KE 900 @Somalia
    movement completed KE 300 >Haiti
LIMA, Peru - The president has ordered 200 soldiers into the streets of Arequipa.
    movement announced PE 200 >Arequipa
LIMA, Peru - The Ministry of Defence has sent 200 soldiers to Haiti.
    movement completed PE 200 >Haiti
Britain's Ministry of Defence has sent 200 soldiers to Haiti.
    movement completed GB 200 >Haiti
JUBA, South Sudan - Two battalions of foreign troops are to be deployed in the capital.
    movement announced ? 2 battalions >Juba
Danish soldiers landed in Gao on Monday. A Swedish battalion will follow in May.
    movement completed DK personnel >Gao
    movement announced SE unit >Mali
Danish soldiers landed in Gao on Monday. The first 90 Swedes arrived on Friday.
    movement completed DK personnel >Gao
    movement completed SE 90 >Mali
Danish soldiers landed in Gao on Monday. The first 90 Swedes finished the race.
    movement completed DK personnel >Gao
The Irish battalion will leave Gao in May. Fiji is sending 50 soldiers.
    movement announced IE unit Gao>
    movement announced FJ 50 >Mali
The Irish battalion will leave Gao in May. Fiji is not sending 50 soldiers.
    movement announced IE unit Gao>
    movement ruled_out FJ 50
"""


@pytest.mark.parametrize(("report", "expected"), cases(REPORTS))
def test_a_report_tells_these_claims_and_no_others(report: str, expected: list[str]) -> None:
    """The lines are compared whole."""
    assert lines(report) == expected

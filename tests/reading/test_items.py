"""Short dated items, as chronicles print them: headline verbs, ranges, the long names of services."""

import pytest

from tests.reading.notation import cases, lines

ITEMS = """
Duterte orders withdrawal of troops from Jolo.
    movement announced PH personnel Jolo> by Duterte
Duterte orders: no more sweets for visitors of troops in Jolo.
Chad sends between 300 and 500 troops into northern Niger.
    movement underway TD 300..500 >northern Niger
Chad sends troops between Gao and Ansongo.
    movement underway TD personnel >Gao+Ansongo
Oregon's governor sends 450 national guard troops to Portland.
    movement underway US 450 >Portland
A 12-nation force sends an observer to Portland.
The president orders the deployment of the Army National Guard to Salem, Oregon.
    movement announced US personnel >Salem by president
Greece sends more troops to Evros which borders Turkey.
    movement underway GR personnel more >Evros
About 200 soldiers are deployed in Quito as protests continue.
    movement underway EC ~200 >Quito
Two hundred Cuban soldiers will go to Lagos, the minister continued.
    movement announced CU 200 >Lagos | minister
Rebels enter Bria, with heavy fighting reported in the streets.
"""


@pytest.mark.parametrize(("report", "expected"), cases(ITEMS))
def test_an_item_tells_these_claims_and_no_others(report: str, expected: list[str]) -> None:
    """The lines are compared whole."""
    assert lines(report) == expected

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
    movement announced US personnel [National Guard] >Salem by president
Greece sends more troops to Evros which borders Turkey.
    movement underway GR personnel more >Evros
About 200 soldiers are deployed in Quito as protests continue.
    movement underway EC ~200 >Quito
Two hundred Cuban soldiers will go to Lagos, the minister continued.
    movement announced CU 200 >Lagos | minister
Oman deploys corvettes and surveillance drones to Muscat.
    movement underway OM ship >Muscat
    movement underway OM aircraft >Muscat
Oman deploys corvettes for and against nobody.
    movement underway OM ship
The Danish and Dutch navies send two ships to Narvik.
    movement underway multinational 2 ships >Narvik
The Danish and Dutch navies send frigates to Narvik.
    movement underway DK ship >Narvik
    movement underway NL ship >Narvik
Senegalese police units arrive in Goma.
    movement completed SN unit >Goma
Ana Ruiz, the President of Bolivia, orders troops to the Peruvian border.
    movement announced BO personnel >Peruvian border
Ana Ruiz, the President of Bolivia, orders lunch for the Peruvian troops.
The first of sixty Danish military personnel arrive in Gao.
    movement completed DK personnel >Gao
Portugal sends two corvettes, Leiria and Tomar, armed with missiles to the Black Sea.
    movement underway PT 2 ships >Black Sea
Portugal sends two corvettes, citing piracy in Somalia.
    movement underway PT 2 ships
The prime minister orders 600 soldiers currently stationed in Mali to be home by June.
    movement announced ? 600 Mali> by prime minister
It adds to the 300 Chadian soldiers already present in Niger.
    presence present TD 300 @Niger
For the first time since World War II, 90 Danish soldiers are based in Norway.
    presence present DK 90 @Norway
Rebels enter Bria, with heavy fighting reported in the streets.
"""


@pytest.mark.parametrize(("report", "expected"), cases(ITEMS))
def test_an_item_tells_these_claims_and_no_others(report: str, expected: list[str]) -> None:
    """The lines are compared whole."""
    assert lines(report) == expected

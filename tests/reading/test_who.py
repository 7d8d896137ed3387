"""Who moves and how many: the noun phrases of forces, what each must catch and what it must not."""

import pytest

from tests.reading.notation import cases, lines

ARMS = """
A Peruvian engineer company arrived in Bambari last week.
    movement completed PE unit >Bambari
Two Danish signals companies left Basra on Monday.
    movement completed DK 2 companies Basra>
The army said that an infantry team from Togo had arrived in Gao.
    movement completed TG unit >Gao | army
A Greek rocket battery was moved to Sumy.
    movement completed GR 1 batteries >Sumy
A Peruvian shipping company arrived in Bambari last week.
The army watched as a mountain rescue team left for Nepal.
Three soldiers saw the engineering company leave Bambari.
"""
"""A company or a team is a force by the arm before it, and else a firm."""

POLICE = """
A Chinese riot police unit arrived in Kaga, the army said.
    movement completed CN unit >Kaga | army
"""
"""The people of a unit are no force beside it."""

SIZES = """
A battalion of 800 arrived in Gao on Monday.
    movement completed ? 800 >Gao
A Samoan contingent, 130 strong, left Apia for Basra.
    movement underway WS ~130 Apia>Basra
The contingent, numbering 75, left Apia for Basra.
    movement underway ? 75 Apia>Basra
The contingent, made up of 75 soldiers, left Apia for Basra.
    movement underway ? 75 Apia>Basra
Togo has a contingent of 400 in Gao.
    presence present TG 400 @Gao
A battalion of 14 nations left Gao on Monday.
    movement completed ? unit Gao>
The army saw a company of 40 actors arrive in London.
"""
"""The number behind a body counts its men, unless it counts something else."""

OFFICERS = """
Kenya will send 200 more officers to guard the army base in Haiti.
    movement announced KE +200 >Haiti
Two hundred Kenyan officers landed in Kaga, the army said.
    movement completed KE 200 >Kaga | army
Troops said that two officers had arrived at the house in Leeds.
The army said that 50 security guards had left for Kitwe.
"""
"""Officers and guards are a force as a state's, and else no more than those of a town or a firm."""

LONG = """
The 340 Bolivian peacekeepers who had guarded the dam left for Bunia on Sunday.
    movement underway BO 340 >Bunia
An additional battalion left Dili on Friday.
    movement completed ? unit more Dili>
More than 500 of the 2,000 soldiers left Dili on Friday.
    movement completed ? 500.. Dili>
The soldiers who had seen the crates left on the quay went home.
"""
"""The verb behind a clause on the force is the force's own."""

SHIPS = """
The frigates Mohn and Distel left Kiel for Tartus.
    movement underway ? ship [Mohn, Distel] Kiel>Tartus
A Danish frigate, the Rolf Krake, has reached Limassol.
    movement completed DK 1 ships [Rolf Krake] >Limassol
Two destroyers, the Vigil and the Harrow, left Rota for Haifa.
    movement underway ? 2 ships [Vigil, Harrow] Naval Station Rota>Haifa
Norway sent a frigate to Haifa, the Pentagon said.
    movement completed NO 1 ships >Haifa | Pentagon
The navy watched as the cruise ships Mohn and Distel left Kiel.
"""
"""Names in a list behind warships, and those between commas, are their names."""

PEOPLES = """
Sixty Bolivian navy divers flew to Haiti.
    movement completed BO 60 >Haiti
Four hundred Green Berets arrived in Niamey.
    movement completed US 400 >Niamey
Sixty Bolivian divers flew to Haiti with the army's film crew.
A dozen A-10 Thunderbolts arrived at Incirlik.
    movement completed ? 12 aircraft >Incirlik Air Base
The vanguard of a Samoan battalion of 800 arrived in Dili on Friday.
    movement completed WS 800 >Dili
"""
"""Who serves is a force by the service before it, and a nickname goes with its designator."""

REBELS = """
Hezbollah militants withdrew from Qusayr on Tuesday.
    movement completed Hezbollah personnel Qusayr>
The Hezbollah militants left the talks in Geneva.
Syrian rebels withdrew from Qusayr on Tuesday.
"""
"""Rebels without a number are a force as those of a group by name."""


@pytest.mark.parametrize(
    ("report", "claims"),
    [case for page in (ARMS, POLICE, SIZES, OFFICERS, LONG, SHIPS, PEOPLES, REBELS) for case in cases(page)],
)
def test_who_moves_and_how_many(report: str, claims: list[str]) -> None:
    """Each report gives the claims below it, and no others."""
    assert lines(report) == claims

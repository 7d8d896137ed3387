"""Missions and contributors: where the mission is that a force joins, who is expected from where, who goes to join."""

import pytest

from tests.reading.notation import cases, lines

MISSIONS = """
Togo sent 300 troops to join the UN mission in Mali.
    movement completed TG 300 [MINUSMA] >Mali
About 300 Togolese troops left on Monday to join the UN mission in Mali.
    movement completed TG ~300 [MINUSMA] >Mali
Togo will withdraw its 300 soldiers from the UN mission in Mali.
    movement announced TG 300 [MINUSMA] Mali>
Togo will send 300 soldiers to MINUSMA.
    movement announced TG 300 [MINUSMA]
"""
"""A mission's name says where a force goes, or leaves; its letters alone do not."""

JOINERS = """
Troops from Togo and Ghana have arrived in Mali to join a regional force.
    movement completed TG personnel >Mali
    movement completed GH personnel >Mali
HMS Kent sailed from Portsmouth to join a task group in the Red Sea.
    movement underway GB ship [HMS Kent] Portsmouth>Red Sea
Some 40 Czech soldiers will join the 700 Danes at Camp Bastion.
    movement announced CZ ~40 >Camp Bastion
"""
"""Who arrives or sails to join others moves once, to where those are."""

EXPECTED = """
Further troops are expected from Tanzania and Egypt this month.
    movement announced TZ personnel more
    movement announced EG personnel more
More soldiers are to be deployed in Gao by May from Benin and Togo.
    movement announced BJ personnel more >Gao
    movement announced TG personnel more >Gao
Danish troops will arrive in Gao from Chad.
    movement announced DK personnel Chad>Gao
"""
"""Several countries behind "from" send the force that comes; one alone is where it comes from."""

BEGUN = """
Syrian troops began a gradual pullback in Lebanon.
    movement underway SY personnel Lebanon>
The army began a withdrawal of old banknotes in Lagos.
Police began a move to a new office in Leeds.
Two soldiers began a return to civilian life.
India will redeploy a half million troops from its border with Pakistan.
    movement announced IN 500000 border with Pakistan>
"""
"""Who begins a movement of its own moves."""

FINER = """
Danish soldiers have arrived in Mali. The 42 soldiers arrived in Gao on Tuesday.
    movement completed DK 42 >Gao
Danish soldiers have arrived in Gao. The 42 soldiers arrived in Mali on Tuesday.
    movement completed DK 42 >Gao
"""
"""Of two tellings of one movement the place that is named more closely is kept."""


@pytest.mark.parametrize(
    ("text", "found"), [c for page in (MISSIONS, JOINERS, EXPECTED, BEGUN, FINER) for c in cases(page)]
)
def test_missions_and_contributors(text: str, found: list[str]) -> None:
    """Each report gives the lines below it, and no others."""
    assert lines(text) == found

"""How movement is said: the verbs that news uses of forces, and the same verbs of everybody else."""

import pytest

from tests.reading.notation import cases, lines

VERBS = """
About 700 Canadian soldiers drove from Riga to Adazi on Tuesday.
    movement completed CA ~700 Riga>Ādaži
Hundreds of Burundian soldiers streamed into Kindu on Monday.
    movement completed BI 200.. >Kindu
Chadian soldiers trickled into Bangui over the weekend.
    movement completed TD personnel >Bangui
A Chilean infantry battalion rode trucks into Cap-Haitien.
    movement completed CL unit >Cap-Haïtien
Some 600 Polish soldiers shipped out for Iraq on Monday.
    movement underway PL ~600 >Iraq
The army trucked 500 Indian soldiers to Srinagar.
    movement completed IN 500 >Srinagar
About 500 Hungarian soldiers are due in Sarajevo on Friday.
    movement announced HU ~500 >Sarajevo
A Romanian battalion was due at Kandahar on June 3.
    movement announced RO unit >Kandahar
The Indian frigate INS Tabar called at Mombasa on Monday.
    movement completed IN ship [INS Tabar] >Mombasa
HMS Argyll put in at Gibraltar on Friday.
    movement completed GB ship [HMS Argyll] >Gibraltar
Germany lent 60 soldiers to the mission in Mali.
    movement completed DE 60 >Mali
Malaysia was asked to lend 300 policemen to Dili.
    movement requested MY 300 >Dili
Italy earmarked 500 soldiers for Lebanon.
    movement announced IT 500 >Lebanon
Belgian paratroopers parachuted into Kolwezi.
    movement completed BE personnel >Kolwezi
About 200 Ugandan soldiers were helicoptered to Bunia.
    movement completed UG ~200 >Bunia
"""

NO_VERBS = """
Ivorian soldiers drove rebels from Bouake to Korhogo.
Fans drove from Leeds to London and soldiers lined the streets.
Refugees streamed into Chad as soldiers watched.
Police streamed the concert to London.
Police called at a house in Leeds.
Troops called at the house of the mayor in Bangui.
The army lent 30 trucks to farmers in Kano.
The bank lent 300 million dollars to Kenya.
Two soldiers are due in court in London on Monday.
The report on the troops is due in Brussels on Friday.
The coach put in three substitutes in Paris.
The fishing boat put in at Malta on Friday.
"""


@pytest.mark.parametrize(("report", "expected"), cases(VERBS + NO_VERBS))
def test_a_verb_of_movement_moves_a_force(report: str, expected: list[str]) -> None:
    assert lines(report) == expected

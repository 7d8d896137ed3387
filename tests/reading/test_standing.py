"""Standing: forces that lie, hold, are left or joined, one unit without a number, and the nations among a number."""

import pytest

from tests.reading.notation import cases, lines

STANDING = """
A Portuguese battalion is in Tapa.
    presence present PT unit @Tapa
Belgium keeps a battalion at Rukla.
    presence present BE unit @Rukla
A Peruvian battalion holds the airport at Bunia.
    presence present PE unit @Bunia
A Serbian brigade sits in Pristina.
    presence present RS unit @Pristina
Two Dutch frigates are anchored off Larnaca.
    presence present NL 2 ships @Larnaca
A Dutch frigate docked at Larnaca on Monday.
    movement completed NL 1 ships >Larnaca
Some 60 Croatian soldiers were left at Herat.
    presence present HR ~60 @Herat
Croatia withdrew most of its soldiers, leaving 60 in Herat.
    movement completed HR personnel
    presence present HR 60 @Herat
Sudan stations 800 soldiers in Port Sudan.
    presence present SD 800 @Port Sudan
Croatia has had 60 soldiers in Herat since 2015.
    presence present HR 60 @Herat
Incirlik is home to about 1,200 American troops.
    presence present US ~1200 @Incirlik Air Base
Three Peruvian warships were seen near Guayaquil.
    presence present PE 3 ships @Guayaquil
Some 90 Samoan soldiers arrived in Honiara on Monday. They join 400 Tongan soldiers.
    movement completed WS ~90 >Honiara
    presence present TO 400 @Honiara
There are 4,000 peacekeepers in Mali, 700 of them Danish.
    presence present multinational 4000 @Mali
    presence present DK 700 @Mali
Of the 4,000 soldiers in Mali, 700 are Danish.
    presence present multinational 4000 @Mali
    presence present DK 700 @Mali
Danes make up 700 of the force in Mali. The soldiers are paid well.
    presence present DK 700 @Mali
Some 90 Samoan soldiers arrived in Honiara on Monday, lifting the strength of the mission above 2,000.
    movement completed WS ~90 >Honiara
    presence present multinational 2000.. @Honiara
"""

NOT_STANDING = """
About 300 Malian soldiers are being held in Kidal.
The 5th Brigade held a ceremony at Fort Drum.
Spain has units in Latvia.
The attack left 12 soldiers wounded in Gao.
The town was left in ruins by the soldiers.
Three cruise ships are docked at Nassau, near a warship.
Residents joined 40 Irish soldiers at a ceremony in Cork.
Women make up 900 of the force in Mali.
Of the 4,000 soldiers in Mali, 700 are sick.
    presence present ? 4000 @Mali
"""


@pytest.mark.parametrize(("text", "expected"), cases(STANDING + NOT_STANDING))
def test_standing(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


READY = """
The 4th Mountain Brigade was told to be ready within 48 hours.
    readiness on_alert ? unit [4th Mountain Brigade]
Ghana has 300 soldiers ready to fly to Niamey.
    readiness on_alert GH 300 by Ghana
All leave has been cancelled for the Ghanaian army.
    readiness on_alert GH personnel
The Ghanaian navy cancelled all leave.
    readiness on_alert GH personnel
Ghana stood down its reaction force and sent its soldiers home.
    readiness stood_down GH personnel by Ghana
    movement completed GH personnel >Ghana
The governor ordered the activation of 300 members of the Ohio National Guard.
    readiness activated US 300 [National Guard] by governor
Ghana has lifted the alert for its border troops.
    readiness stood_down GH personnel by Ghana
Togo demobilised 2,000 conscripts.
    readiness stood_down TG 2000 by Togo
Texas sent the National Guard to Laredo.
    movement completed US personnel [National Guard] >Laredo
A general said some 2,000 Ghanaian soldiers are deployed along the border with Togo and 600 in Accra.
    presence present GH ~2000 @border with Togo | general
    presence present GH 600 @Accra | general
"""

LENT = """
Norway lent Estonia two Patriot missile batteries.
    assistance completed NO>EE 2 batteries
The EU allotted 8 million euros in aid to Togo's army.
    assistance completed EU>TG 8000000 EUR
"""

NOT_READY = """
The museum lent Spain two guns that soldiers had used.
Residents were told by soldiers to be ready to leave.
The airline, which flew soldiers, has 60 planes ready to fly.
Soldiers have to be ready for anything.
The soldiers stood up and sang.
Hospitals cancelled all leave for doctors, and soldiers helped.
Ghana ordered the mobilisation of resources for the army.
"""


@pytest.mark.parametrize(("text", "expected"), cases(READY + LENT + NOT_READY))
def test_ready(text: str, expected: list[str]) -> None:
    assert lines(text) == expected

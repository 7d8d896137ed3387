"""Aid: single and typed things, packages and what they hold, sales, gifts told by a participle, parties told before."""

import pytest

from tests.reading.notation import cases, lines

THINGS = """
Serbia donated a patrol vessel to Togo, the army said.
    assistance completed RS>TG 1 vessel | army
Hungary promised Moldova six F-16s.
    assistance announced HU>MD 6 aircraft | HU
Oman gave Nepal two helicopters and a transport aircraft, the army said.
    assistance completed OM>NP 2 helicopters | army
    assistance completed OM>NP 1 aircraft | army
Croatia handed Kosovo 20 armoured vehicles.
    assistance completed HR>XK 20 vehicles
Soldiers watched as Morocco gave Sierra Leone 12 trucks.
    assistance completed MA>SL 12 trucks
Ghana has asked Bern for 30 howitzers.
    assistance requested CH>GH 30 howitzers
Austria refused to let Slovakia send 18 howitzers to Georgia.
    assistance ruled_out SK>GE 18 howitzers
Chile shipped 12 tanks to Panama for delivery to Haiti.
    assistance completed CL>HT 12 tanks
"""

NO_THINGS = """
The soldiers gave a helicopter tour to visitors from Nepal.
Serbia sent a frigate to Togo.
    movement completed RS 1 ships >Togo
The Chilean navy transferred 12 jets to the base at Rota.
    movement completed CL 12 aircraft >Naval Station Rota
Libya sent 2,000 rifles to the rebels in Niger.
Kenya sent 12 armoured personnel carriers to guard the road to Bangui.
    movement completed KE 12 vehicles >Bangui
Jordan delivered a note to Oman about the 12 tanks.
"""

GIFTS = """
The Norwegian government approved the sale of 40 howitzers to Peru.
    assistance announced NO>PE 40 howitzers
A shipment of 20 tanks from Brazil arrived in Gabon.
    assistance completed BR>GA 20 tanks
Italy cancelled the delivery of 30 armoured vehicles to Niger.
    assistance ruled_out IT>NE 30 vehicles
A delivery of 14 howitzers was handed over to the Malian army by Spain.
    assistance completed ES>ML 14 howitzers
Two tanks promised by Slovenia arrived in Kosovo.
    assistance completed SI>XK 2 tanks
Two tanks promised by Slovenia to Kosovo will arrive in May.
    assistance announced SI>XK 2 tanks
The soldiers rested. A field hospital lent by Ecuador opened in Gabon.
    assistance completed EC>GA 1 hospital
"""

NO_GIFTS = """
A shipment of 40 tonnes of cocoa arrived in Gabon, soldiers said.
The delivery of 30 tanks was praised.
The boats built by Italy arrived in Gabon, soldiers said.
"""

TOLD_BEFORE = """
Denmark announced a new package for Jordan. The package includes 40 howitzers and 12 tanks.
    assistance announced DK>JO 40 howitzers
    assistance announced DK>JO 12 tanks
Peru gave Ghana 12 howitzers. Chile donated 40 machine guns and two tanks.
    assistance completed PE>GH 12 howitzers
    assistance completed CL>GH 40 guns
    assistance completed CL>GH 2 tanks
Denmark will give Jordan a package, including six howitzers.
    assistance announced DK>JO 6 howitzers
Norway gave Ghana 12 howitzers. Accra has asked for another 14 howitzers.
    assistance completed NO>GH 12 howitzers
    assistance requested NO>GH +14 howitzers
"""

NO_PARTIES = """
Chile donated 40 machine guns and two tanks.
The package includes 40 howitzers and 12 tanks.
Denmark announced a new package for Jordan. The museum includes 40 howitzers and 12 tanks.
"""

PAGES = {
    "things": THINGS, "no things": NO_THINGS, "gifts": GIFTS, "no gifts": NO_GIFTS, "told before": TOLD_BEFORE,
    "no parties": NO_PARTIES,
}  # fmt: skip


@pytest.mark.parametrize(
    ("report", "expected"),
    [pytest.param(*case, id=f"{name}: {case[0]}") for name, page in PAGES.items() for case in cases(page)],
)
def test_a_report_tells_this_aid_and_no_other(report: str, expected: list[str]) -> None:
    """The lines are compared whole: who gives, who is given, how far it has come."""
    assert lines(report) == expected

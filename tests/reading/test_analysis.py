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

TOTALS = """
Canada sent 300 troops to Latvia in January. That creates a total force of 1,300 Canadian troops.
    movement completed CA 300 >Latvia
    presence present CA 1300 @Latvia
Canada sent 300 troops to Latvia in January. This makes a total of 1,300 Canadian troops.
    movement completed CA 300 >Latvia
    presence present CA 1300 @Latvia
Another 200 U.S. troops will go from Spain to Norway, bringing the U.S. presence there to about 700.
    movement announced US +200 Spain>Norway
    presence present US ~700 @Norway
"""

RECEIVERS = """
Slovakia will receive 1,200 German soldiers, its defence minister said.
    movement announced DE 1200 >Slovakia | Slovakia
Latvia welcomed 300 Canadian troops on Monday.
    movement completed CA 300 >Latvia
Hungary is to host 800 Italian soldiers.
    movement announced IT 800 >Hungary
Hungary hosts 800 Italian soldiers.
    presence present IT 800 @Hungary
"""

NO_RECEIVERS = """
The hospital received 20 wounded soldiers.
The president received the soldiers at the palace.
"""

NO_TOTALS = """
Canada sent 300 troops to Latvia in January. The army makes a total of 1,300 Canadian troops happy.
    movement completed CA 300 >Latvia
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
    movement announced DK 300 >Iraq
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
Peru ordered the withdrawal of its 200 soldiers from Haiti. The withdrawal was completed in January.
    movement completed PE 200 Haiti> by Peru
Peru announced the withdrawal of its 200 soldiers from Haiti. The withdrawal is now complete.
    movement completed PE 200 Haiti> | PE
"""

NOT_BACKWARDS = """
Peru ordered the withdrawal of its 200 soldiers from Haiti. The withdrawal will be completed in June.
    movement announced PE 200 Haiti> by Peru
Peru ordered the withdrawal of its 200 soldiers from Haiti. The withdrawal is not complete.
    movement announced PE 200 Haiti> by Peru
Peru will send 200 soldiers to Haiti. The withdrawal was completed in January.
    movement announced PE 200 >Haiti
There were riots in Mali. Chad will not send troops there.
    movement ruled_out TD personnel
Chad has 400 soldiers in Mali. There is no plan to send 60 soldiers to Niger.
    presence present TD 400 @Mali
    movement ruled_out TD 60 >Niger
Canada will send 900 soldiers to Latvia to bolster one of the four NATO battalions there.
    movement announced CA 900 >Latvia
    presence present NATO 1 battalions @Latvia
"""

STAYS = """
The Dutch parliament extended the deployment of 60 soldiers in Mali.
    movement announced NL 60 >Mali
The deployment of 60 Dutch soldiers in Mali was extended by a year.
    movement announced NL 60 >Mali
The 7th Marine Regiment has seen its deployment in Norway extended for three months.
    movement announced ? unit [7th Marine Regiment] >Norway
The battalion, based out of Fort Hood, Texas, will deploy to Latvia.
    movement announced ? unit Fort Hood>Latvia
"""

NO_STAYS = """
The Dutch parliament saw the deployment of 60 soldiers to Mali in May.
    movement completed NL 60 >Mali
The battalion, based on the third floor, will deploy to Latvia.
    movement announced ? unit >Latvia
"""

VOICES = """
The deployment of 300 soldiers to Jordan was announced by the Pentagon.
    movement announced US 300 >Jordan | Pentagon
"""

NO_VOICES = """
The deployment of 300 Swedish soldiers to Jordan was announced on Monday.
    movement announced SE 300 >Jordan
The council was told that 300 Swedish soldiers would fly to Kosovo.
    movement announced SE 300 >Kosovo
"""

CARRIERS = """
Two transport planes landed in Juba carrying 120 Indian soldiers.
    movement completed ? 2 aircraft >Juba
    movement completed IN 120 >Juba
The ship brought 300 Bolivian soldiers to Port-au-Prince.
    movement completed BO 300 >Port-au-Prince
Greece flew 300 soldiers from Athens to Cyprus and Crete.
    movement completed GR 300 Athens>Cyprus+Crete
Italy shifted 40 soldiers from its base in Herat to Kabul.
    movement completed IT 40 Herat>Kabul
The Ukrainian brigade moved from the border to Lviv in May.
    movement completed UA unit border>Lviv
"""

RETURNS = """
The 200 Peruvian soldiers returned from a deployment to Haiti on Monday.
    movement completed PE 200 Haiti>
The frigate returned to Brest from its deployment in the Red Sea.
    movement completed ? ship Red Sea>Brest
Norwegian soldiers came back from their deployment in Mali.
    movement completed NO personnel Mali>
"""

NO_RETURNS = """
The 200 Peruvian soldiers returned from the border to Lima on Monday.
    movement completed PE 200 border>Lima
The Peruvian minister returned from Lima and announced the deployment of 200 soldiers in Haiti.
    movement announced PE 200 >Haiti | Peru
"""

NO_CARRIERS = """
The ship carries 200 marines and 30 helicopters.
A bus carrying 40 soldiers was hit by a bomb in Kabul.
Italy sent 40 soldiers to a base in Herat.
    movement completed IT 40 >Herat
"""

PAGES = {
    "parts": PARTS + NO_PARTS,
    "totals": TOTALS + NO_TOTALS,
    "receivers": RECEIVERS + NO_RECEIVERS,
    "nouns": NOUNS + NO_NOUNS,
    "stays": STAYS + NO_STAYS,
    "voices": VOICES + NO_VOICES,
    "carriers": CARRIERS + NO_CARRIERS,
    "returns": RETURNS + NO_RETURNS,
    "backwards": BACKWARDS + NOT_BACKWARDS,
}


@pytest.mark.parametrize(
    ("report", "expected"),
    [pytest.param(*case, id=f"{kind}: {case[0]}") for kind, page in PAGES.items() for case in cases(page)],
)
def test_a_report_tells_these_claims_and_no_others(report: str, expected: list[str]) -> None:
    """The lines are compared whole: what is read too much is as wrong as what is missed."""
    assert lines(report) == expected

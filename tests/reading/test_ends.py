"""Where a movement begins and ends, and where a force stands, by words other than a plain preposition."""

import pytest

from tests.reading.notation import cases, lines

ENDS = """
USS Shiloh returned to Pearl Harbor on Tuesday following a six-month deployment to the South China Sea.
    movement completed US ship [USS Shiloh] South China Sea>Joint Base Pearl Harbor-Hickam
HMS Argyll returned to Plymouth after five months in the Gulf.
    movement completed GB ship [HMS Argyll] Gulf region>Plymouth
Some 120 Fijian soldiers returned home on Friday after a year in Sinai.
    movement completed FJ ~120 Sinai Peninsula>Fiji
USS Ross completed a 7th Fleet deployment in 2021, returning to San Diego in December 2021.
    movement completed US ship [USS Ross] U.S. 7th Fleet>San Diego
Canada will move its battle group in Latvia to Bulgaria.
    movement announced CA unit Latvia>Bulgaria
FORT DRUM, N.Y. - Sixty soldiers from the 91st Military Police Battalion here departed for Djibouti on Friday.
    movement underway ? 60 [91st Military Police Battalion] Fort Drum>Djibouti
DAKAR, Senegal (Reuters) - About 200 Togolese soldiers arrived here on Monday.
    movement completed TG ~200 >Dakar
HOHENFELS, Germany - About 90 soldiers left here Monday for Poland.
    movement underway ? ~90 Hohenfels>Poland
The Bayreuth-based 12th Brigade left for Mali on Monday.
    movement underway ? unit [12th Brigade] Bayreuth>Mali
A Tapa-based battalion deployed to Mali.
    movement completed ? unit Tapa>Mali
Troops from the French base in Abidjan will go to Niger.
    movement announced FR personnel Abidjan>Niger
Troops from the U.S. base at Vilseck will go to Romania.
    movement announced ? personnel Vilseck>Romania
Qatar took in 1,500 American soldiers in May.
    movement completed US 1500 >Qatar
Romania is home to 900 French soldiers.
    presence present FR 900 @Romania
There will be 900 Dutch soldiers in Gao by May.
    presence present NL 900 @Gao
About 200 French troops are expected in Abidjan by Friday.
    movement announced FR ~200 >Abidjan
The government said 300 soldiers were stationed in Gao.
    presence present ? 300 @Gao | government
The ministry said that 500 soldiers were in Goma.
    presence present ? 500 @Goma | ministry
Officials told this newspaper that 120 Wagner fighters flew from Bamako to Moscow.
    movement completed Wagner Group 120 Bamako>Moscow | Officials
Chad sent 300 soldiers to Gao. Another 200 are expected there in June, a Malian official said.
    movement completed TD 300 >Gao
    movement announced TD +200 >Gao | Mali
Neither France nor Spain have tanks in Mali. They have no plans to put them there.
    presence denied FR vehicle @Mali
    presence denied ES vehicle @Mali
    movement ruled_out ES vehicle >Mali
Several of our allies have announced they'll add forces and capabilities along the border with Mali.
    movement announced multinational personnel >border with Mali
Poland deployed two frigates to Gdansk. They will leave for Norway on Friday.
    movement completed PL 2 ships >Gdańsk
    movement announced PL ship >Norway
Saudi Arabia requested 600 more soldiers from Chad in May, but N'Djamena declined to send them.
    movement ruled_out TD +600 by N'Djamena
Under pressure from Chad, the council condemned interference in Mali and demanded the withdrawal of foreign troops.
    movement requested ? personnel Mali> by council
Norway has 200 soldiers in Mali. It will send another 100 in June.
    presence present NO 200 @Mali
    movement announced NO +100 >Mali
Norway sent 200 soldiers to Mali in May. A further 100 will follow in June, the minister said.
    movement completed NO 200 >Mali
    movement announced NO +100 >Mali | minister
Norway sent 200 soldiers to Mali in May. The government plans to send 100 more.
    movement completed NO 200 >Mali
    movement announced NO +100 >Mali by government
Fiji dispatches a battalion of 500 blue helmets to Juba, where they are to join UNMISS.
    movement underway FJ 500 [UNMISS] >Juba
Uruguay sent 200 soldiers to Goma. Some 8,000 peacekeepers are in Goma today, fewer than the Security Council foresaw.
    movement completed UY 200 >Goma
    presence present UN ~8000 @Goma
Libya will withdraw all 800 troops in Lebanon to the Bekaa Valley.
    movement announced LY 800 Lebanon>Bekaa Valley
Norway moved 3,000 soldiers into eastern Mali. After training, these soldiers could travel to western Mali.
    movement completed NO 3000 >eastern Mali
    movement considered NO personnel >western Mali
USS Peleliu Amphibious Ready Group arrives in Phuket. USS Peleliu arrived for a scheduled port visit on Monday.
    movement completed US ship [USS Peleliu Amphibious Ready Group, USS Peleliu] >Phuket
Angolan soldiers deployed south of Kinshasa on Friday.
    movement completed AO personnel >Kinshasa
Some 300 soldiers are stationed north of Gao.
    presence present ? ~300 @Gao
Militia forces will withdraw north of the Litani River.
    movement announced ? personnel >Litani River
The Prime Minister of Spain Juan Paz makes his first visit to Gao, where he announces the withdrawal of 100 soldiers.
    movement announced ES 100 Gao> | Juan Paz
Hungary will send no soldiers to Ukraine. Czech MPs have approved the stationing of 900 allied soldiers in the country.
    movement ruled_out HU personnel >Ukraine
    movement announced multinational 900 >Czech Republic by Czech MPs
All 200 Honduran soldiers will be home by the end of May, the president said.
    movement announced HN 200 >Honduras | president
The 300 soldiers will be back in Suva by Christmas.
    movement announced ? 300 >Suva
Chile has 90 soldiers in Haiti. The soldiers will be home by May.
    presence present CL 90 @Haiti
    movement announced CL personnel >Chile
The Indian battalion at Kargil has been sent to the valley.
    movement completed IN unit Kargil>
Colombo has pulled its commandos out of Jaffna and sent them to Batticaloa.
    movement completed LK personnel Jaffna>Batticaloa
The battalion moved from its camp near Peja to Mitrovica.
    movement completed ? unit Pejë>Mitrovica
The 1st Battalion returned to its barracks in Kampala from South Sudan.
    movement completed ? unit [1st Battalion] South Sudan>Kampala
Of the 900 soldiers promised to Haiti, only 150 have arrived in Port-au-Prince.
    movement completed ? 150 >Port-au-Prince
"""

NO_ENDS = """
HMS Argyll returned to Plymouth after repairs in Malta.
    movement completed GB ship [HMS Argyll] >Plymouth
HMS Argyll returned to Plymouth after the war in Iraq.
    movement completed GB ship [HMS Argyll] >Plymouth
Some 400 soldiers returned to Gao three months after a mutiny in Bamako.
    movement completed ? ~400 >Gao
About 200 Togolese soldiers arrived here on Monday.
    movement completed TG ~200
DAKAR, Senegal (Reuters) - "We flew 200 soldiers here," the governor of Gao said.
    statement other "We flew 200 soldiers here," | Mali
The Toronto-based 2nd Battalion is operating in Mali.
    presence present ? unit [2nd Battalion] @Mali
The Nairobi-based firm sent its guards to Juba.
The soldiers took hundreds hostage in a theatre in Mali.
Romania is home to 900 French firms.
There will be 900 guests in Gao by May.
About 200 French troops are expected to rest by Friday.
The ministry said that 500 soldiers were in Goma before the war.
    presence former ? 500 @Goma | ministry
"We were in Gao with 300 soldiers," the colonel said.
    statement other "We were in Gao with 300 soldiers," | colonel
The state bought 300 tanks in Spain. The owners want to put them there.
The company put 300 soldiers on its payroll in Paris.
Oman bought 300 tanks from Chad, and the firm wants to send them on.
    assistance announced TD>OM 300 tanks
Officials in Chad and Mali discussed the withdrawal of foreign troops.
Norway has 200 soldiers in Mali. It sold another 100 trucks in June.
    presence present NO 200 @Mali
Norway has 200 soldiers in Mali. The soldiers follow orders from Oslo.
    presence present NO 200 @Mali
Norway has 200 soldiers in Mali. Denmark will send another 100 soldiers in June.
    presence present NO 200 @Mali
    movement announced DK +100 >Mali
The UN will send 500 peacekeepers to Juba.
    movement announced UN 500 >Juba
Israel will withdraw its troops from Lebanon to Israel.
    movement announced IL personnel Lebanon>Israel
HMS Argyll arrived in the Gulf as part of a routine rotation of British forces.
    movement completed GB ship [HMS Argyll] >Gulf region
The mission is to strengthen partner nations' maritime capabilities in the Gulf.
The south of Lebanon is calm, and 300 soldiers left Tyre.
    movement completed ? 300 Tyre>
The soldiers will be back at work by May.
Gao will be home to 300 traders.
"""


@pytest.mark.parametrize(("report", "expected"), cases(ENDS + NO_ENDS))
def test_a_report_says_where_from_and_where_to(report: str, expected: list[str]) -> None:
    assert lines(report) == expected

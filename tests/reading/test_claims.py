"""Each kind of claim, on reports it must catch and reports it must not, of many nations and decades."""

import pytest

from tests.reading.notation import cases, lines

MOVEMENTS = """
Britain will send 900 soldiers to Estonia, Defence Secretary Ben Wallace said.
    movement announced GB 900 >Estonia | Ben Wallace
Argentina landed 500 troops on the Falkland Islands on 2 April 1982.
    movement completed AR 500 >Falkland Islands
The Soviet Union withdrew its last 1,400 troops from Hungary in 1991.
    movement completed RU 1400 Hungary>
Two Japanese destroyers left Yokosuka for the Gulf of Aden.
    movement underway JP 2 ships Yokosuka>Gulf of Aden
Kinshasa accuses Rwanda of sending 400 soldiers to Goma.
    movement completed RW 400 >Goma
Protesters in Baghdad demand that American forces withdraw from Iraq.
    movement requested US personnel Iraq> by Protesters
About 2,500 Cuban soldiers arrived in Luanda in 1975.
    movement completed CU ~2500 >Luanda
Canberra will withdraw its remaining 80 troops from Afghanistan by September.
    movement announced AU 80 Afghanistan>
Kenya is weighing sending between 600 and 1,000 police officers to Haiti.
    movement considered KE 600..1000 >Haiti by Kenya
The 82nd Airborne Division's 1st Brigade Combat Team flew from Fort Bragg to Kuwait.
    movement completed US unit [1st Brigade Combat Team] Fort Bragg>Kuwait
Turkey has deployed an additional 400 commandos to Libya.
    movement completed TR +400 >Libya
France will send 200 soldiers to Chad and 300 to Niger.
    movement announced FR 200 >Chad
    movement announced FR 300 >Niger
Spain deployed 400 soldiers to Latvia, 150 to Iraq and about 600 to Lebanon.
    movement completed ES 400 >Latvia
    movement completed ES 150 >Iraq
    movement completed ES ~600 >Lebanon
Sweden pulled its 220 troops out of Mali.
    movement completed SE 220 Mali>
"""

NO_MOVEMENTS = """
The airline said four carriers will fly from Lisbon to Canada.
The four carriers left Portsmouth for Canada, the defence ministry said.
    movement underway ? 4 ships Portsmouth>Canada | defence ministry
The brewer will expand its French presence in Morocco.
The drug maker is moving its Belgian sales force to Portugal.
The coach moved his squad from Spain to Portugal.
Two units of the gas company will be withdrawn from Peru.
The minister will move to Berlin with his family.
The 24th Marine Expeditionary Unit assists the civilian departure from Kabul.
Shell will withdraw 300 workers from Nigeria.
Poland sent 200 firefighters to Greece.
Three soldiers were killed in Helmand when their convoy left Lashkar Gah.
The army moved the date of its parade to Friday.
The company deployed 2,000 sensors to Norway.
Ottawa is sending 400 soldiers to Latvia and 120 tanks to Ukraine.
    movement announced CA 400 >Latvia
Britain will send 900 soldiers to Estonia. Kirby declined to say whether more troops would be sent to Poland.
    movement announced GB 900 >Estonia
    statement declines_to_say | John Kirby
"""

PRESENCES = """
About 28,500 American troops are stationed in South Korea.
    presence present US ~28500 @South Korea
Some 2,000 Ethiopian soldiers are based in Baidoa.
    presence present ET ~2000 @Baidoa
France has 5,100 soldiers in the Sahel.
    presence present FR 5100 @Sahel
There are 900 U.S. troops in Syria.
    presence present US 900 @Syria
Russia has massed more than 100,000 troops on Ukraine's border.
    presence present RU 100000.. @Ukraine's border
In 1968 the United States had 536,000 troops in Vietnam.
    presence former US 536000 @Vietnam
Ireland keeps 340 peacekeepers in Lebanon.
    presence present IE 340 @Lebanon
Neither the U.S. nor NATO have troops in Ukraine.
    presence denied US personnel @Ukraine
    presence denied NATO personnel @Ukraine
KFOR's 4,000 personnel are drawn from 28 nations.
    presence present NATO 4000 [Kosovo Force] @Kosovo
"""

NO_PRESENCES = """
There are 900 schools in Syria.
The regiment has 500 horses.
Five hundred soldiers were wounded in Mogadishu.
About 4,000 tourists are stranded in Gao.
The general has troops on his mind.
"""

LEVELS = """
Germany will raise its contingent in Lithuania from 500 to 850 soldiers.
    movement announced DE unit >Lithuania
    presence present DE 500 @Lithuania
The Netherlands cut its contingent in Uruzgan from 1,600 to 1,200 troops.
    movement completed NL unit Uruzgan Province>
    presence former NL 1600 @Uruzgan Province
Norway increased the number of its troops in Faryab to 500.
    movement completed NO personnel >Faryab Province
    presence present NO 500 @Faryab Province
Italy sent 130 more troops to Herat, bringing its contingent there to 2,600.
    movement completed IT +130 >Herat
    presence present IT 2600 @Herat
The reinforcement brings to 5,000 the number of Ugandan soldiers in Mogadishu.
    presence present UG 5000 @Mogadishu
Poland's move will bring the number of its soldiers in Ghazni to 2,600.
    presence present PL 2600 @Ghazni
"""

NO_LEVELS = """
The bank raised its stake from 500 to 850 shares.
Fees for soldiers rose from 500 to 850 dollars.
The train goes from Platform 9 to Platform 10.
The temperature fell from 30 to 10 degrees as the troops marched.
"""

READINESS = """
The Pentagon placed 8,500 U.S. troops on heightened alert.
    readiness on_alert US 8500 by Pentagon | Pentagon
Russia put 40,000 troops on high alert on Tuesday.
    readiness on_alert RU 40000 by Russia
Israel called up 60,000 reservists.
    readiness activated IL 60000 by Israel
The NATO Response Force has not been activated.
    readiness not_activated NATO unit [NATO Response Force]
South Korea placed its navy on alert after the launch.
    readiness on_alert KR personnel by South Korea
Sweden's 4,500 conscripts were stood down.
    readiness stood_down SE 4500
President Putin mobilised 300,000 reservists.
    readiness activated RU 300000 by President Putin
"""

NO_READINESS = """
Peru has mobilised an army of 4,000 census takers.
The Response Force could be activated.
Hospitals in Kyiv were placed on high alert.
The bank's fraud alert was activated for 8,500 customers.
Troops alerted villagers to the flood.
The general called up his brother.
"""

ASSISTANCE = """
The United States gave $600 million in military aid to Ukraine.
    assistance completed US>UA 600000000 USD
Berlin will deliver 40 howitzers to Kyiv.
    assistance announced DE>UA 40 howitzers
Congress approved $3.8 billion in military assistance to Israel.
    assistance announced US>IL 3800000000 USD by Congress
Japan pledged $100 million of aid to the Philippines.
    assistance announced JP>PH 100000000 USD | JP
In 1985 Washington sent $27 million in aid to Nicaragua.
    assistance completed US>NI 27000000 USD
Poland has given 200 tanks to Ukraine.
    assistance completed PL>UA 200 tanks
Norway refused to give 20 tanks to Ukraine.
    assistance ruled_out NO>UA 20 tanks
Sweden is considering giving 24 howitzers to Ukraine.
    assistance considered SE>UA 24 howitzers
"""

NO_ASSISTANCE = """
The Spanish bank will provide $40 million of financing to a Mexican developer.
Toyota delivered 900 vehicles to Kenya.
Canada gave 5 million dollars ($3.7 million) in aid to Haiti.
    assistance completed CA>HT 5000000 USD
Lockheed sold $600 million in shares.
The ministry spent $40 million on new barracks.
The city gave 40 howitzers a coat of paint.
The budget rose to $700 billion.
France gave 3 medals to soldiers from Mali.
"""

COMMANDS = """
The troops will be under U.S. command, not NATO command.
    command ? personnel under US not NATO
The 1,200 Kenyan soldiers will serve under African Union command.
    command KE 1200 under African Union
London will send 900 troops to Mali. Ottawa has 400 soldiers in Chad. The force in Mali serves under UN command.
    movement announced GB 900 >Mali
    presence present CA 400 @Chad
    command GB personnel under UN
The brigade is under the command of General Roméo Dallaire.
    command ? unit under General Roméo Dallaire
British forces were under American command in 1943.
    command GB personnel under US
The 3,000 peacekeepers are under the operational control of the United Nations.
    command ? 3000 under UN
The 3rd Infantry Division, led by General Webster, is at Fort Stewart.
    presence present ? unit [3rd Infantry Division] @Fort Stewart
    command ? unit [3rd Infantry Division] under General Webster
"""

NO_COMMANDS = """
The troops are under fire.
The country is under military rule.
The soldiers live under canvas near Gao.
The song is under the command of its chorus.
"""

STATEMENTS = """
"We are not sending troops to Ukraine," Pentagon spokesman John Kirby said.
    statement rules_out "We are not sending troops to Ukraine," | John Kirby
    movement ruled_out US personnel >Ukraine | John Kirby
Britain will send 900 soldiers to Estonia. "We have ruled such a force out entirely," Ben Wallace said.
    movement announced GB 900 >Estonia
    statement rules_out "We have ruled such a force out entirely," | Ben Wallace
"The soldiers will stay in Mali as long as they are needed," French President Emmanuel Macron said.
    statement other "The soldiers will stay in Mali as long as they are needed," | Emmanuel Macron
Britain will send 900 soldiers to Estonia. "These deployments are a signal to Moscow," Ben Wallace said.
    movement announced GB 900 >Estonia
    statement signals "These deployments are a signal to Moscow," | Ben Wallace
Britain will send 900 soldiers to Estonia. Kirby declined to say whether U.S. troops would follow.
    movement announced GB 900 >Estonia
    statement declines_to_say | John Kirby
"If Russia invades, we will send more troops to Poland," President Joe Biden said.
    statement conditions "If Russia invades, we will send more troops to Poland," | Joe Biden
"""

NO_STATEMENTS = """
"Withdraw your troops now," President Volodymyr Zelenskyy said.
The soldiers left Gao without a word.
    movement completed ? personnel Gao>
Did Kirby say that the troops would leave?
The "coalition of the willing" sent 300 soldiers to Iraq.
    movement completed multinational 300 >Iraq
"The match was wonderful and everyone enjoyed it," the coach said.
"""

PAGES = {
    "movements": MOVEMENTS + NO_MOVEMENTS,
    "presences": PRESENCES + NO_PRESENCES,
    "levels": LEVELS + NO_LEVELS,
    "readiness": READINESS + NO_READINESS,
    "assistance": ASSISTANCE + NO_ASSISTANCE,
    "commands": COMMANDS + NO_COMMANDS,
    "statements": STATEMENTS + NO_STATEMENTS,
}


@pytest.mark.parametrize(
    ("report", "expected"),
    [pytest.param(*case, id=f"{kind}: {case[0]}") for kind, page in PAGES.items() for case in cases(page)],
)
def test_a_report_tells_these_claims_and_no_others(report: str, expected: list[str]) -> None:
    """The lines are compared whole: what is read too much is as wrong as what is missed."""
    assert lines(report) == expected

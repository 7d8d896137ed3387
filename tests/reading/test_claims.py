"""Each kind of claim, on reports it must catch and reports it must not, of many nations and decades."""

import pytest

from laydown.model import Report
from laydown.reading import read
from tests.reading.notation import cases, lines

MOVEMENTS = """
Britain will send 900 soldiers to Estonia, Defence Secretary Ben Wallace said.
    movement announced GB 900 >Estonia | Ben Wallace
Two Japanese destroyers left Yokosuka for the Gulf of Aden.
    movement underway JP 2 ships Yokosuka>Gulf of Aden
Kinshasa accuses Rwanda of sending 400 soldiers to Goma.
    movement completed RW 400 >Goma
Protesters in Baghdad demand that American forces withdraw from Iraq.
    movement requested US personnel Iraq> by Protesters
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
Deployment of 300 Dutch soldiers to Lithuania.
    movement announced NL 300 >Lithuania
The 300 soldiers Denmark sent to Mali in May are in Gao.
    movement completed DK 300 >Mali
The brigade, which Rome will position in Bulgaria, is the third.
    movement announced IT unit >Bulgaria
"""

EXTENSIONS = """
The mission of 200 Irish soldiers in Chad has been extended until May.
    movement announced IE 200 >Chad
South Korea will extend the stay of its 320 soldiers in Lebanon.
    movement announced KR 320 >Lebanon
Norway will not extend the stay of its 150 soldiers in Mali.
    movement ruled_out NO 150 >Mali
The soldiers extended the runway in Gao by 300 metres.
The stay of 300 tourists in Bali was extended.
"""

NO_MOVEMENTS = """
The missiles that Denmark sent to Ukraine in May are in use.
Commitment to soldiers is what the ministry talks about.
The airline said four carriers will fly from Lisbon to Canada.
The four carriers left Portsmouth for Canada, the defence ministry said.
    movement underway ? 4 ships Portsmouth>Canada | defence ministry
The soldiers took in the view of Gao.
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
Some 150 Ghanaian soldiers will be based in Gao.
    movement announced GH ~150 >Gao
Chile will send 900 troops, a mountain brigade, to Haiti.
    movement announced CL 900 >Haiti
Chile will send two battalions, about 900 soldiers, to Haiti.
    movement announced CL ~900 >Haiti
Chile will send the 3rd Brigade (900 soldiers) to Haiti.
    movement announced CL 900 [3rd Brigade] >Haiti
Chile will send two battalions, 300 engineers and 40 trucks to Haiti.
    movement announced CL 2 battalions >Haiti
    movement announced CL 300 >Haiti
    movement announced CL 40 vehicles >Haiti
Chile will send 90 soldiers to Haiti. An earlier version of this story wrongly said it would send 900 soldiers to Haiti.
    movement announced CL 90 >Haiti
An earlier version of this story misstated the number as 900 soldiers; Chile will send 90 soldiers to Haiti.
    movement announced CL 90 >Haiti
An earlier version of this story was corrected to say that Chile will send 90 soldiers to Haiti.
    movement announced CL 90 >Haiti
Ghana will send 250 soldiers to Mali, with 100 more going to Niger.
    movement announced GH 250 >Mali
    movement announced GH +100 >Niger
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
Ireland keeps 340 peacekeepers in Lebanon.
    presence present IE 340 @Lebanon
Neither the U.S. nor NATO have troops in Ukraine.
    presence denied US personnel @Ukraine
    presence denied NATO personnel @Ukraine
KFOR's 4,000 personnel are drawn from 28 nations.
    presence present NATO 4000 [Kosovo Force] @Kosovo
Japan sent engineers to Lebanon in 2012. We have about 400 soldiers on the ground now.
    movement completed JP personnel >Lebanon
    presence present JP ~400 @Lebanon
Italy's defence minister spoke of Kosovo. "There are 900 Italian soldiers in country," she said.
    presence present IT 900 @Kosovo
Peru sent a battalion to Cyprus. Peru had 95 soldiers in the country until May.
    movement completed PE unit >Cyprus
    presence former PE 95 @Cyprus
Two Spanish battalions flew to Bagram Airfield. Six Spanish helicopters are stationed at the base.
    movement completed ES 2 battalions >Bagram Airfield
    presence present ES 6 aircraft @Bagram Airfield
Some 150 Ghanaian soldiers were based in Gao.
    presence former GH ~150 @Gao
There are currently some 2,200 British soldiers giving training across East Africa.
    presence present GB ~2200 @East Africa
About 1,400 soldiers now fighting the floods in Queensland are reservists.
    presence present ? ~1400 @Queensland
Uganda has 900 soldiers in Somalia, 150 of them in Baidoa.
    presence present UG 900 @Somalia
    presence present UG 150 @Baidoa
Kenya has 3,600 soldiers in Somalia. Some 400 of them are in Kismayo.
    presence present KE 3600 @Somalia
    presence present KE ~400 @Kismayo
Canada will send 250 soldiers to Latvia, joining some 700 already there.
    movement announced CA 250 >Latvia
    presence present CA ~700 @Latvia
Canada will send 250 soldiers to Latvia. They will join some 700 Canadian troops already in Latvia.
    movement announced CA 250 >Latvia
    presence present CA ~700 @Latvia
Ghana will send 250 soldiers to Gao. They will come on top of the 400 already there.
    movement announced GH 250 >Gao
    presence present GH 400 @Gao
Ghana will send 250 soldiers to Gao. They will replace the 400 now there.
    movement announced GH 250 >Gao
    presence present GH 400 @Gao
Ghana will send 250 soldiers to Gao. They will eat the 400 now in the freezer.
    movement announced GH 250 >Gao
Ghana will send 250 soldiers to Gao. They will reinforce a 400-strong battalion in Gao.
    movement announced GH 250 >Gao
    presence present GH ~400 @Gao
The 120 Estonians at Camp Bastion will be joined by 40 Danish soldiers in May.
    presence present EE 120 @Camp Bastion
    movement announced DK 40 >Camp Bastion
The State Department said that 80,000 troops, Ethiopian troops, were at Eritrea's border.
    presence present ET 80000 @Eritrea's border | State Department
Ethiopia and Eritrea are at odds. The State Department said that 80,000 troops are massed at Eritrea's border.
    presence present ET 80000 @Eritrea's border | State Department
We have almost 5,000 troops on the ground in Mali, including the 2nd Infantry Brigade.
    presence present ? ..5000 [2nd Infantry Brigade] @Mali
Minsk denied that Russian troops are in Brest.
    statement denies | Belarus
    presence denied RU personnel @Brest | BY
Kigali rejected claims that its soldiers are in Goma.
    presence denied RW personnel @Goma
"""

HISTORY = """
Argentina landed 500 troops on the Falkland Islands on 2 April 1982.
    movement completed AR 500 >Falkland Islands
The Soviet Union withdrew its last 1,400 troops from Hungary in 1991.
    movement completed RU 1400 Hungary>
About 2,500 Cuban soldiers arrived in Luanda in 1975.
    movement completed CU ~2500 >Luanda
In 1968 the United States had 536,000 troops in Vietnam.
    presence former US 536000 @Vietnam
In 1985 Washington sent $27 million in aid to Nicaragua.
    assistance completed US>NI 27000000 USD
British forces were under American command in 1943.
    command GB personnel under US
During the Korean War, Turkey sent 5,000 soldiers to Pusan.
    movement completed TR 5000 >Pusan
"""

NO_HISTORY = """
NATO, founded in 1949, sent 500 troops to Kosovo.
    movement completed NATO 500 >Kosovo
Colombia, a veteran of the Korean War, sent 500 soldiers to Sinai.
    movement completed CO 500 >Sinai Peninsula
Under a 1951 treaty, the United States sent 500 troops to Iceland.
    movement completed US 500 >Iceland
Fiji sent 200 soldiers to Sinai in 2013.
    movement completed FJ 200 >Sinai Peninsula
"""

REPLACED = """
Danish soldiers will replace 500 British troops in Helmand.
    movement announced DK personnel >Helmand Province
    presence present GB 500 @Helmand Province
Qatar houses some 10,000 American troops.
    presence present US ~10000 @Qatar
Rwanda will send 300 soldiers to Bangui to replace 400 Gabonese peacekeepers.
    movement announced RW 300 >Bangui
    presence present GA 400 @Bangui
A Fijian battalion replaced 400 Swedish soldiers in southern Lebanon.
    movement completed FJ unit >Southern Lebanon
    presence former SE 400 @Southern Lebanon
The army will replace 300 old tanks in Gao.
The club will replace 200 British workers in Lagos.
"""

NO_PRESENCES = """
Ghana formed a battalion of 800 soldiers, 150 of whom are women.
France is preparing 300 soldiers planning an attack in Gao.
A potential increase to 20,000 Spanish soldiers is weighed.
The 700 Danes in Beirut waited for a ship.
The 600 Norwegian pilots are not on the ground.
There are 900 schools in Syria.
The regiment has 500 horses.
Five hundred soldiers were wounded in Mogadishu.
About 4,000 tourists are stranded in Gao.
The general has troops on his mind.
"""

LEVELS = """
Chile will increase the number of its soldiers in Haiti to 900, up from 400.
    movement announced CL personnel >Haiti
    presence present CL 900 @Haiti
    presence present CL 400 @Haiti
Chile will send 90 soldiers to Haiti, raising to 900 the number of Chilean soldiers in the country.
    movement announced CL 90 >Haiti
    presence present CL 900 @Haiti
Germany will raise its contingent in Lithuania from 500 to 850 soldiers.
    movement announced DE unit >Lithuania
    presence present DE 500 @Lithuania
The Netherlands cut its contingent in Uruzgan from 1,600 to 1,200 troops.
    movement completed NL unit Uruzgan Province>
    presence former NL 1600 @Uruzgan Province
    presence present NL 1200 @Uruzgan Province
South Korea will reduce its force in Iraq from 3,200 to 2,300 soldiers by December.
    movement announced KR personnel Iraq>
    presence present KR 3200 @Iraq
    presence present KR 2300 @Iraq
Uganda's force in Somalia grew from 2,500 soldiers to 4,400.
    presence former UG 2500 @Somalia
    presence present UG 4400 @Somalia
Peru's previous government cut its force in Haiti from 900 soldiers to 400.
    movement completed PE personnel Haiti>
    presence former PE 900 @Haiti
    presence former PE 400 @Haiti
Norway did not cut its force in Mali from 200 to 100 soldiers.
    movement ruled_out NO personnel Mali>
    presence present NO 200 @Mali
Norway wants to cut its force in Mali from 200 to 100 soldiers by June.
    movement considered NO personnel Mali> by Norway
    presence present NO 200 @Mali
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
Turkey now has 1,500 soldiers in Libya, up from 900 a year ago.
    presence present TR 1500 @Libya
    presence former TR 900 @Libya
The number of Turkish soldiers in Cyprus stands at 30,000.
    presence present TR 30000 @Cyprus
Monitors put the number of Eritrean soldiers in Tigray at 45,000.
    presence present ER 45000 @Tigray | Monitors
Denmark has 750 boots on the ground in Afghanistan.
    presence present DK 750 @Afghanistan
"""

NO_LEVELS = """
The number of complaints about soldiers stands at 900.
Soldiers in Gao paid 900 francs for water, up from 300 last year.
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
Latvia has put its border guards on alert along the frontier with Belarus.
    readiness on_alert LV personnel @frontier with Belarus by Latvia
India put its army on high alert. Pakistan sent a brigade to Lahore. Both countries have put their navies on high alert.
    readiness on_alert IN personnel by India
    movement completed PK unit >Lahore
    readiness on_alert PK personnel
About 700 soldiers at Bagotville have been placed on 48 hours' notice to deploy.
    readiness on_alert ? ~700 @CFB Bagotville
Finland has raised the readiness of its troops in Lapland.
    readiness on_alert FI personnel @Lapland by Finland
The alert level of the Kuwaiti army was raised.
    readiness on_alert KW personnel
Serbia lowered the combat readiness of its troops.
    readiness stood_down RS personnel by Serbia
The Bolivian army has increased its level of readiness.
    readiness on_alert BO personnel
"""

NO_READINESS = """
Police in Dhaka are on high alert.
Peru has mobilised an army of 4,000 census takers.
The Response Force could be activated.
Hospitals in Kyiv were placed on high alert.
The bank's fraud alert was activated for 8,500 customers.
Troops alerted villagers to the flood.
The general called up his brother.
The hospital raised its preparedness after soldiers fell ill.
The minister boosted the readiness of schools for soldiers' children.
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
Poland has given 200 tanks to Ukraine.
    assistance completed PL>UA 200 tanks
Norway refused to give 20 tanks to Ukraine.
    assistance ruled_out NO>UA 20 tanks
Sweden is considering giving 24 howitzers to Ukraine.
    assistance considered SE>UA 24 howitzers
Kenya asked Italy for 60 trucks for its army.
    assistance requested IT>KE 60 trucks
Manila has requested 24 howitzers from Seoul.
    assistance requested KR>PH 24 howitzers
Latvia received 12 howitzers from Austria in June.
    assistance completed AT>LV 12 howitzers
Vietnam ordered 12 helicopters from Poland for its navy.
    assistance announced PL>VN 12 helicopters
Canada sold 15 helicopters to Peru for its army.
    assistance completed CA>PE 15 helicopters
Washington suspended $700 million in military aid to Niger.
    assistance ruled_out US>NE 700000000 USD
Oslo rejected a request from Tbilisi for 30 armoured vehicles.
    assistance ruled_out NO>GE 30 vehicles
A $2 billion package of military aid for Jordan was approved by the U.S. Senate.
    assistance announced US>JO 2000000000 USD by Senate
Qatar promised Lebanon $60 million worth of French weapons.
    assistance announced QA>LB 60000000 USD | QA
India delivered the first three of eight promised patrol boats to Vietnam.
    assistance completed IN>VN 3 boats
Hungary handed over 14 armoured carriers to Chad.
    assistance completed HU>TD 14 carriers
Slovenia sent Ukraine 28 tanks.
    assistance completed SI>UA 28 tanks
Austria will supply Jordan with 45 self-propelled guns.
    assistance announced AT>JO 45 guns
The Czech Republic provided Senegal with 900 rifles in May.
    assistance completed CZ>SN 900 rifles
South Korea plans to equip the Peruvian army with 30 armoured vehicles.
    assistance announced KR>PE 30 vehicles
Uganda's army was supplied with 118 armoured vehicles by Italy.
    assistance completed IT>UG 118 vehicles
Brazil donated three helicopters to Uruguay for its army.
    assistance completed BR>UY 3 helicopters
Spain pledged six howitzers for Kosovo.
    assistance announced ES>XK 6 howitzers | ES
Syria supplied Hezbollah with 900 rockets.
    assistance completed SY>Hezbollah 900 rockets
Portugal's donation of 14 howitzers to Moldova was announced on Monday.
    assistance announced PT>MD 14 howitzers
The delivery of 12 howitzers from France to Armenia was completed in June.
    assistance completed FR>AM 12 howitzers
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
The firm got 200 vehicles from Poland.
Lithuania spent 40 million euros on its army.
Chad bought 12 tanks.
The court ordered 12 vehicles from Niger to stop.
Sweden sent soldiers to Mali with 12 howitzers.
    movement completed SE personnel >Mali
The brigade supplied its battalions with 40 guns.
The donation of 40 vehicles to the museum pleased the tanks' admirers.
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
The 3,000 peacekeepers are under the operational control of the United Nations.
    command ? 3000 under UN
The 3rd Infantry Division, led by General Webster, is at Fort Stewart.
    presence present ? unit [3rd Infantry Division] @Fort Stewart
    command ? unit [3rd Infantry Division] under General Webster
The Dutch will send 60 soldiers to Gao. They will serve under German command, not under the United Nations mission.
    movement announced NL 60 >Gao
    command NL personnel under DE not UN
The soldiers are not under NATO command.
    command ? personnel not NATO
The battle group in Latvia is led by Canada.
    command ? unit under CA
Poland commands the brigade.
    command PL unit under PL
Spain handed over command of the Multinational Brigade to Italy on Monday.
    command multinational unit [Multinational Brigade] under IT
Portugal placed the 300 soldiers of its battalion at the disposal of NATO.
    command PT unit under NATO
The Dutch frigate Evertsen joined Combined Task Force 151 on Monday.
    command NL ship [Evertsen] under Combined Task Force 151
"""

NO_COMMANDS = """
The troops are under fire.
The country is under military rule.
The soldiers live under canvas near Gao.
The song is under the command of its chorus.
The general commands respect among his soldiers.
They live under French law and the soldiers know it.
The Emiratis joined the task force on reform.
The 300 soldiers are led by Colonel Jan Smit.
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
"Our soldiers stay out of this war," Foreign Minister Pekka Salo said. "We wish both of them well."
    statement rules_out "Our soldiers stay out of this war," | Pekka Salo
    statement other "We wish both of them well." | Pekka Salo
Norway sent 150 soldiers to Kuwait. "Nobody is going to the front," Defence Minister Kari Lund said.
    movement completed NO 150 >Kuwait
    statement rules_out "Nobody is going to the front," | Kari Lund
Norway sent 150 soldiers to Kuwait. The minister did not say when they would return.
    movement completed NO 150 >Kuwait
    statement declines_to_say | minister
Norway sent 150 soldiers to Kuwait. Oslo denied knowing anything about it.
    movement completed NO 150 >Kuwait
    statement denies | Norway
"""

NO_STATEMENTS = """
"Withdraw your troops now," President Volodymyr Zelenskyy said.
The soldiers left Gao without a word.
    movement completed ? personnel Gao>
Did Kirby say that the troops would leave?
Norway sent 150 soldiers to Kuwait. "The coffee here is excellent and warm."
    movement completed NO 150 >Kuwait
The "coalition of the willing" sent 300 soldiers to Iraq.
    movement completed multinational 300 >Iraq
"The match was wonderful and everyone enjoyed it," the coach said.
"""

PAGES = {
    "movements": MOVEMENTS + NO_MOVEMENTS,
    "extensions": EXTENSIONS,
    "presences": PRESENCES + NO_PRESENCES,
    "the replaced and the hosted": REPLACED,
    "levels": LEVELS + NO_LEVELS,
    "readiness": READINESS + NO_READINESS,
    "assistance": ASSISTANCE + NO_ASSISTANCE,
    "commands": COMMANDS + NO_COMMANDS,
    "statements": STATEMENTS + NO_STATEMENTS,
    "news of old things": NO_HISTORY,
}


@pytest.mark.parametrize(
    ("report", "expected"),
    [pytest.param(*case, id=f"{kind}: {case[0]}") for kind, page in PAGES.items() for case in cases(page)],
)
def test_a_report_tells_these_claims_and_no_others(report: str, expected: list[str]) -> None:
    """The lines are compared whole: what is read too much is as wrong as what is missed."""
    assert lines(report) == expected


def test_a_longer_stay_is_an_extension() -> None:
    [claim] = read(Report(text="The stay of 90 Greek soldiers in Kabul was extended until May.")).claims
    assert claim.action == "extend"


@pytest.mark.parametrize(("report", "expected"), cases(HISTORY))
def test_what_is_ten_years_past_is_history_in_a_dated_report_alone(report: str, expected: list[str]) -> None:
    """A report without a date is the news of no day: nothing in it is known to be history (annotation rule 12)."""
    assert lines(report) == []
    assert lines(report, published=None) == expected

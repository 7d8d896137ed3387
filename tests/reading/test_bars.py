"""What looks like a force that moves, stands or is aided, and is none: false alarms of the news, with their twins."""

import pytest

from tests.reading.notation import cases, lines

BARRED = """
He called troops in Kenya "brave men".
Four Omani ships will be transferred to Danish registration. The barracks stood empty.
Peru sent the survey ship Callao 2 into the Gulf of Aden. The barracks stood empty.
Nine soldiers were removed from duty in Lagos.
Two army officers were expelled from the party.
The army removed 500 mines from a road in Angola.
Oman's parliament demanded the withdrawal of all foreign forces.
Togo appealed for peacekeepers to be sent.
The soldiers of Chad were arrested trying to cross the Libyan border.
Two Peruvian soldiers who went missing in Ohio were found trying to cross the border into Canada.
Two Peruvian soldiers were reported missing after travelling into Toledo.
Nine soldiers were rushed into the hospital emergency room in Mosul.
The army detained two sisters as they crossed from Syria.
The soldiers left their helmets behind.
The two soldiers quickly retreated to the back of the house.
The bomber never returned from a raid near Palau. Troops searched.
Troops have gone back to work after the festival in Lagos.
Police in Macau expect its return to Portuguese rule. Troops watch.
The firm moved its equipment out of Malta. Soldiers watched.
The group will expand its presence in Spain with two hotels, it said.
Three sailors hid on a coffee ship heading for France.
A number of troops watched. That number could rise to 90 million ounces of gold in Ghana.
The merger brings the total in Ghana to about 300.
The number of suits in Ghana rose to nine. Troops watched.
Guards spent two hours inspecting all vehicles leaving Goma as troops watched.
The cricket squad arrived in Dhaka for two matches. Troops watched.
Agents captured ten fighters trying to enter Chad from Libya. Troops watched.
About eight police entered his Beijing home. Troops watched.
The soldiers left her for dead in Goma.
Four men crossed the border of Chad. The barracks stood empty.
A ghost ship full of rats is heading for Florida. The barracks stood empty.
A number of firms offer trucks. The firm would provide trucks from Peru to Spain. The barracks stood empty.
The Danish officers did not return to Thule after the exercise. The barracks stood empty.
Two men were murdered and 300 soldiers gassed in Homs.
Chad said the troops may be able to stop them or force a retreat with the help offered by Niger.
"""

ADMITTED = """
The governor called in troops from Kaduna.
    movement completed ? personnel Kaduna>
Four Omani ships will be transferred to the Gulf of Aden. The barracks stood empty.
    movement announced OM 4 ships >Gulf of Aden
Peru sent the patrol ship Callao 2 into the Gulf of Aden.
    movement completed PE ship [Callao] >Gulf of Aden
Hundreds of marchers called for the removal of Syrian peacekeepers.
    movement requested SY personnel by Hundreds
Omani lawmakers passed a resolution calling for the expulsion of Danish troops.
    movement requested DK personnel by Omani lawmakers
Norway will remove its troops from Niger.
    movement announced NO personnel Niger>
Oman's parliament demanded the withdrawal of all Danish forces.
    movement requested DK personnel by Oman's parliament
The soldiers of Chad crossed the Libyan border after arresting two men.
    movement completed TD personnel >Libyan border
The army of Spain sent 400 medics to hospitals in Madrid.
    movement completed ES 400 >Madrid
Two thousand French soldiers left the country.
    movement completed FR 2000
Rebel troops retreated from Goma.
    movement completed ? personnel Goma>
About 200 soldiers have returned to Palau.
    movement completed ? ~200 >Palau
The United States plans to increase its presence in Palau with two warships.
    movement announced US personnel >Palau by United States
The crisis prompted Washington to send two aircraft carriers to the Gulf of Aden.
    movement completed US 2 ships >Gulf of Aden
Ghana asked Rome to send two frigates to Malta.
    movement requested IT 2 ships >Malta by Ghana
Under a ban on deploying Danish troops in Iraq, nothing will be done.
    movement ruled_out DK personnel >Iraq
Oslo banned its troops from going to Mali.
    movement ruled_out NO personnel >Mali by Oslo
Fiji sent 40 soldiers to Sinai. The men left Nadi on Friday.
    movement completed FJ 40 Nadi>Sinai Peninsula
A second Royal Fleet Auxiliary vessel is being sent to Malta.
    movement underway GB +1 ships >Malta
A navy ship left Lagos for France.
    movement underway ? 1 ships Lagos>France
Spain sent 300 soldiers to bolster Mali.
    movement completed ES 300 >Mali
Spain authorised the deployment of 300 soldiers to bolster Malian forces, including into Gao province.
    movement announced ES 300 >Gao province by Spain
Spain has no objection to the dispatch of UN soldiers to Mali.
    movement considered UN personnel >Mali by Spain
Thousands of Danish troops based in Kuwait in 2019 are ill.
    presence former DK 2000.. @Kuwait
About 90 Danish troops based in Oman since 2019 are well.
    presence present DK ~90 @Oman
"""

NO_AID = """
Denmark will give Greenland $30 million in aid, the army said.
Three Peruvian carriers can deliver a lot of firepower against Chile.
Peru bought 30,000 tonnes of wheat from Argentina while soldiers watched.
The lawyer told the court that the army had transferred $27 million into two Texas bank accounts.
The army said a bank will donate $8 million to victims of the flood in Peru.
The militia is trying to sell the ship for $1 million. Soldiers watched.
Twelve tons of arms were delivered to rebels in three US planes.
Denmark gave a firm leave to export 500 tonnes of rifles to Mali.
Norway sent 12 armoured personnel carriers to guard the road to Kigali.
    movement completed NO 12 vehicles >Kigali
The United States sent two aircraft carriers into seas near Cyprus.
    movement completed US 2 ships >Cyprus
"""

AID = """
Denmark will give Kenya $30 million in aid, the army said.
    assistance announced DK>KE 30000000 USD | army
Denmark asked Chile for $40 million in military aid.
    assistance requested CL>DK 40000000 USD
Norway sent 12 armoured personnel carriers to Kigali.
    assistance completed NO>RW 12 carriers
Canada sent 40 tanks to help Ukraine.
    assistance completed CA>UA 40 tanks
Poland sold 120 howitzers to Kenya.
    assistance completed PL>KE 120 howitzers
Iran donated 300 tonnes of wheat to Syria as soldiers watched.
    assistance completed IR>SY 300 tonnes
"""


@pytest.mark.parametrize("page", [BARRED, ADMITTED, NO_AID, AID], ids=["barred", "admitted", "no aid", "aid"])
def test_what_only_looks_like_a_force_is_none(page: str) -> None:
    """Each rule stands beside a sentence of the same words in which a force does go."""
    assert {report: lines(report) for report, _ in cases(page)} == dict(cases(page))

"""How reports of Africa, Asia and the Americas put it, each construction with one to catch and one that must not be."""

import pytest

from tests.reading.notation import cases, lines

SENDERS = """
Bolivia and Paraguay deploy surveillance aircraft to Cochabamba.
    movement underway BO aircraft >Cochabamba
    movement underway PY aircraft >Cochabamba
Bolivia, which borders Paraguay, deploys surveillance aircraft to Cochabamba.
    movement underway BO aircraft >Cochabamba
Togo and Benin sent 400 troops to Gao.
    movement completed multinational 400 >Gao
Togo and Benin each sent 400 troops to Gao.
    movement completed TG 400 >Gao
    movement completed BJ 400 >Gao
At least three countries, Fiji, Tonga and Samoa, are sending troops to Honiara.
    movement announced FJ personnel >Honiara
    movement announced TO personnel >Honiara
    movement announced WS personnel >Honiara
Ecuador's president and the defence minister sent troops to Esmeraldas.
    movement completed EC personnel >Esmeraldas
Nepal, India's neighbour, sent troops to Juba.
    movement completed NP personnel >Juba
Laos and Thailand agree to withdraw all their troops from Preah Vihear.
    movement announced LA personnel Preah Vihear> by Laos
    movement announced TH personnel Preah Vihear> by Laos
"""
"""Who acts together acts each; one number of several is a joint force, unless each of them sends so many."""

FIRST = """
The first of 290 Nepali soldiers arrived in Juba.
    movement completed NP personnel >Juba
The first of the Rwandan police officers arrived in Haiti.
    movement completed RW personnel >Haiti
The last of the Zambian soldiers left Bangui on Friday.
    movement completed ZM personnel Bangui>
The first of May is a holiday for the 290 Nepali soldiers.
The first deployment of Rwandan troops arrived in Pemba.
    movement completed RW personnel >Pemba
The deployment of 300 Rwandan troops to Pemba will take a week.
    movement announced RW 300 >Pemba
"""
"""The first of so many are not so many, and a deployment that arrives is a body."""

VENTURES = """
Mongolia will contribute 850 troops to the UN mission.
    movement announced MN 850
Mongolia contributed 850 dollars to the UN mission.
Jamaica pledged 150 soldiers for the force.
    movement announced JM 150
Jamaica pledged 150 soldiers a higher wage.
Samoa offered 60 troops to the peacekeeping operation.
    movement considered WS 60
Jamaica had pledged 170 soldiers.
    movement announced JM 170
Samoa continues to contribute forces to the operation.
"""
"""A mission is where a force goes, though it is no place; what is pledged is announced, what is offered is weighed."""

GOVERNED = """
Chile will no longer send soldiers to Haiti.
    movement ruled_out CL personnel >Haiti
Vanuatu will send soldiers to Honiara no later than May.
    movement announced VU personnel >Honiara
Peru encouraged Chile to send soldiers to Haiti.
    movement requested CL personnel >Haiti by Peru
Peru renewed a call for Chile to withdraw its soldiers from Tacna.
    movement requested CL personnel Tacna> by Peru
The UN rejected a call for its peacekeepers to be deployed in Dili.
    movement ruled_out UN personnel >Dili by UN
The bloc urged Chad to end its support and withdraw Chadian soldiers from Bangui.
    movement requested TD personnel Bangui> by bloc
Thailand's prime minister gave Laos an ultimatum to withdraw its soldiers from Preah Vihear.
    movement requested LA personnel Preah Vihear> by Thailand's prime minister
Thailand's prime minister made an offer to withdraw Thai soldiers from Preah Vihear.
    movement considered TH personnel Preah Vihear> by Thailand's prime minister
The pact will see Brazilian troops stationed in Guyana.
    movement announced BR personnel >Guyana
The pact saw Brazilian troops stationed in Guyana.
    presence present BR personnel @Guyana
The process will see the African Union Mission in Somalia withdraw 2,000 troops.
    movement announced African Union 2000 [AMISOM] Somalia>
Landslides prompted the deployment of 200 Bolivian soldiers to Potosi.
    movement completed BO 200 >Potosí
The pact could lead to Cuban troops being deployed to Managua.
    movement considered CU personnel >Managua
Chile's army is in the process of bringing its troops home from Haiti.
    movement underway CL personnel Haiti>Chile
Uruguay sped up the withdrawal of its soldiers from Haiti.
    movement underway UY personnel Haiti>
The Zambian army said it would begin a deployment of troops to Ndola.
    movement announced ZM personnel >Ndola | Zambian army
The Zambian army might begin a deployment of troops to Ndola.
    movement considered ZM personnel >Ndola
The rebels will burn the mine unless Lusaka withdraws its troops from Ndola.
The rebels burned the mine after Lusaka withdrew its troops from Ndola.
    movement completed ZM personnel Ndola>
The general deferred the deployment of Zambian troops to Ndola.
    movement cancelled ZM personnel >Ndola by general
A withdrawal of Thai troops will begin from the disputed part of Ladakh.
    movement announced TH personnel Ladakh>
"""
"""Words that govern a movement as the world's papers use them."""

STATIONED = """
A group of Kenyan soldiers stationed in Juba has returned home.
    movement completed KE personnel Juba>Kenya
Ghanaian troops deployed in Gao as part of a mission will complete their withdrawal in May.
    movement announced GH personnel Gao>
Ghanaian troops deployed to Gao on Friday.
    movement completed GH personnel >Gao
Troops from Ghana, Togo and Benin began their withdrawal last week.
    movement underway GH personnel
    movement underway TG personnel
    movement underway BJ personnel
Thousands wait at Kisangani Airport, where some Indian peacekeepers are stationed.
    presence present IN personnel @Kisangani Airport
Thousands wait at Kisangani Airport, where some Indian doctors are stationed.
There are about 600 Chilean soldiers deployed in Arica and about 200 soldiers in Iquique.
    presence present CL ~600 @Arica
    presence present CL ~200 @Iquique
"""
"""A participle of standing leaves the verb of the clause to the force: who is stationed in a place leaves it."""

POINTING = """
The Kenyan marines left for Kitale, and the Kenyan army sent 90 soldiers to the town.
    movement underway KE personnel >Kitale
    movement completed KE 90 >Kitale
The Kenyan army sent 90 soldiers to Turkana, and 40 soldiers left for the town.
    movement completed KE 90 >Turkana
    movement completed KE 40
Peruvian soldiers left Cusco, and 200 soldiers were deployed in the capital.
    movement completed PE personnel Cusco>
    movement completed PE 200 >Lima
Peruvian soldiers left Cusco, and 200 soldiers were deployed in the capital of fashion.
    movement completed PE personnel Cusco>
    movement completed PE 200
The Maldives calls for the withdrawal of Indian troops. India has around 80 troops stationed on the archipelago.
    movement requested IN personnel by Maldives
    presence present IN ~80 @Maldives
"""
"""The town and the province are the last of their kind, the capital is that of the country spoken of."""

CALLED = """
The army was called out in Sylhet.
    movement completed BD personnel >Sylhet
The minister was called in to Sylhet.
Opposition leaders called in Sylhet for the army to leave.
Four companies of the Nepal Army were called in to Birgunj.
    movement completed NP 4 companies >Birgunj
Police and soldiers took up positions around Dhaka.
    movement completed BD personnel >Dhaka
Petitioners demanded the deployment of the army in Ayodhya.
    movement requested IN personnel >Ayodhya by Petitioners
Petitioners demanded the deployment of the archive in Ayodhya.
Samoa and Tonga are sending in troops to keep order in Honiara.
    movement announced WS personnel >Honiara
    movement announced TO personnel >Honiara
Samoa and Tonga are sending in letters to keep order in Honiara.
Politicians took up positions around Dhaka.
Troops fanned out across Kathmandu.
    movement completed NP personnel >Kathmandu
Tourists fanned out across Kathmandu.
Three columns of the Indian Army staged a flag march in Surat.
    presence former IN 3 columns @Surat
The Indian Army's band staged a concert in Surat.
A convoy of 60 Ugandan soldiers drove across the border into South Sudan.
    movement completed UG 60 >South Sudan
Ugandan troops drove the rebels across the border into South Sudan.
Four companies of para-military forces were rushed to Bhavnagar.
    movement completed IN 4 companies >Bhavnagar
"""
"""How armies are used at home: called out, called in, taking positions, fanning out, showing the flag."""

OWNERS = """
West African peacekeepers arrived in Bissau.
    movement completed multinational personnel >Bissau
Malian forces stay, as more African troops are sent into Gao.
    movement underway multinational personnel more >Gao
An advance party of 40 soldiers from the Chilean Navy will arrive in Punta Arenas.
    movement announced CL 40 >Punta Arenas
Forty soldiers from China's People's Liberation Army will arrive in Macau.
    movement announced CN 40 >Macau
Peacekeepers from NATO member states will be stationed in Pristina.
    movement announced NATO personnel >Pristina
Violence hit Mexico's Michoacan. The plan includes the dispatch of the National Guard to Morelia.
    movement announced MX personnel [National Guard] >Morelia
The National Guard sent 300 soldiers to Portland.
    movement completed US 300 >Portland
Mexico sent 300 National Guard members to Culiacan.
    movement completed MX 300 [National Guard] >Culiacán
Mexico sent 300 parliament members to Culiacan.
Other countries will send 300 soldiers to Haiti.
    movement announced multinational 300 >Haiti
Kenya and Jamaica spoke. The two countries agreed to withdraw their soldiers from Haiti.
    movement announced JM personnel Haiti> by countries
    movement announced KE personnel Haiti> by countries
The Scout Rangers were sent to Sulu.
    movement completed PH personnel >Sulu
The boy scouts were sent to Sulu.
The Kenyan army said it had left Kismayo.
    movement completed KE personnel Kismayo> | Kenya Defence Forces
The Kenyan company said it had left Kismayo.
Uruguay withdraws its 250 troops from the United Nations force in Goma.
    movement underway UY 250 Goma>
Australia will send 150 Special Air Service troops to Dili.
    movement announced AU 150 >Dili
"""
"""Whose a force is: a region's states together, the service that lends it, the state with a service of that name."""

ALARMS = """
The Taliban sent five suicide bombers to Kabul.
France will deploy 200 soldiers to Chad. They will bring aid to tens of thousands of refugees in Chad.
    movement announced FR 200 >Chad
France will deploy 200 soldiers to Chad. That will bring the force to 900 soldiers in Chad.
    movement announced FR 200 >Chad
    presence present FR 900 @Chad
The frigate is part of a larger 1997 task force in Singapore.
The frigate is part of a larger task force of 1997 sailors in Singapore.
    presence present ? 1997 @Singapore
In 1982 Argentine soldiers landed in Stanley.
Argentine soldiers landed in Stanley in 2021.
    movement completed AR personnel >Stanley
Argentine soldiers landed in Stanley in 1982.
She told how Argentine soldiers left her for dead in Stanley.
She told how Argentine soldiers left Stanley.
    movement completed AR personnel
The UN will send home 108 of the 950 Nepali peacekeepers in Haiti.
    movement announced NP 108 Haiti>Nepal
Nepal sent two battalions of 900 soldiers to Haiti.
    movement completed NP 900 >Haiti
Nepal sent two battalions of soldiers to Haiti.
    movement completed NP 2 battalions >Haiti
The first of 379 Nepali soldiers have arrived in South Sudan's capital, Juba.
    movement completed NP personnel >Juba
Chile will withdraw its soldiers.
    movement announced CL personnel
The soldiers will withdraw.
Nepali soldiers were sent to the School of Infantry.
    movement completed NP personnel
Troops of the Kenyan army moved to within 20 kilometres of Garissa.
    movement completed KE personnel >Garissa
"""
"""What is no movement and no number of a force."""

PAGES = [SENDERS, FIRST, VENTURES, GOVERNED, STATIONED, POINTING, CALLED, OWNERS, ALARMS]


@pytest.mark.parametrize(("text", "expected"), [case for page in PAGES for case in cases(page)])
def test_a_report_of_these_regions_gives_these_lines(text: str, expected: list[str]) -> None:
    """One line a claim, none for a report that must not be caught."""
    assert lines(text) == expected

"""The language of the world's reports, each construction with a report that it must catch and one that it must not."""

import pytest

from laydown.reading.text.passages import passages
from tests.reading.notation import cases, lines

COMING_FROM = """
Soldiers from Ghana and Senegal leave Liberia.
    movement completed GH personnel Liberia>
    movement completed SN personnel Liberia>
Troops from Togo departed from Bangui.
    movement underway TG personnel Bangui>
Servicemen from Togo left on Friday.
    movement completed TG personnel
Troops from Mali were withdrawn on Friday.
    movement completed ? personnel Mali>
"""
"""Who leaves a place "from" a country is of that country; without another place it is the one that is left."""

WHOSE = """
About 900 troops were moved to Pokhara to meet the Chinese advance.
    movement completed ? ~900 >Pokhara
Thousands of soldiers are deployed during the Kenyan election.
    movement underway KE 2000..
The phase involved the withdrawal of 900 peacekeepers from Liberia and the transfer of four camps to Liberian forces.
    movement completed ? 900 Liberia>
The member states of a West African bloc deployed 3,000 troops to Liberia.
    movement completed ? 3000 >Liberia
Uganda: A contingent of 1,000 troops arrived in Goma on Friday.
    movement completed UG 1000 >Goma
Details: A contingent of 1,000 Ugandan troops arrived in Goma on Friday.
    movement completed UG 1000 >Goma
"""
"""Another's nationality behind the event, or the country where a force is sent, does not say whose it is."""

DISTANCES = """
Chadian troops were deployed 40 km from Abeche.
    movement completed TD personnel
Chadian troops moved from Abeche to Adre.
    movement completed TD personnel Abéché>Adré
"""

CASUALTIES = """
Three wounded Kenyan soldiers were flown to Nairobi.
Three Kenyan soldiers were flown to Nairobi.
    movement completed KE 3 >Nairobi
"""

WORDS = """
The government rushed 2,000 Bolivian soldiers to Potosi.
    movement completed BO 2000 >Potosí
The reporters rushed to Potosi.
New Delhi sent 30 BSF companies to Tripura.
    movement completed IN 30 companies >Tripura
Bangkok sent 30 shipping companies to Tripura.
Five columns of the Indian Army were deployed in Jammu.
    movement completed IN 5 columns >Jammu
A column of smoke moved to Jammu.
India has moved 1 lakh troops to Ladakh.
    movement completed IN 100000 >Ladakh
Thousands of jawans were inducted into Nagaland.
    movement completed IN 2000.. >Nagaland
The singer was inducted into the Hall of Fame in Nagaland.
Nepal's army sent reinforcements to Pokhara.
    movement completed NP personnel >Pokhara
Nepal's club sent tickets to Pokhara.
The Burmese military sent reinforcements to several villages.
    movement completed MM personnel
The fire chief sent reinforcements to several villages.
Hundreds of Sudanese troops arrived in Aden, the third batch of an expected 9,000 soldiers.
    movement completed SD 200.. >Aden
Hundreds of Sudanese troops arrived in Aden, part of the expected reinforcement.
    movement completed SD 200.. >Aden
Tens of thousands of Peshmerga are stationed in Kirkuk.
    presence present Peshmerga 20000.. @Kirkuk
Three hundred Ghanaian police officers are supposed to deploy to Haiti.
    movement announced GH 300 >Haiti
The withdrawal was set to see 300 Malian soldiers leave Kidal.
    movement announced ML 300 Kidal>
"""

SEA = """
USS Halyard deployed from Naval Station Mayport on Friday.
    movement completed US ship [USS Halyard] Naval Station Mayport>
The frigate HMS Sedge departed Plymouth.
    movement underway GB ship [HMS Sedge] Plymouth>
The tour bus departed Plymouth.
USS Halyard departed Naval Base San Diego June 4.
    movement underway US ship [USS Halyard] Naval Base San Diego>
The convoy left the southern port of Toulon, and two French frigates left the port of Brest.
    movement completed FR 2 ships Brest>
The destroyer HMS Sedge set sail from Portsmouth for the Gulf of Oman.
    movement underway GB ship [HMS Sedge] Portsmouth>Gulf of Oman
The navy set limits for destroyers in Portsmouth.
HMS Sedge has set sail on its six-month deployment to the Indian Ocean.
    movement underway GB ship [HMS Sedge] >Indian Ocean temporary
HMS Sedge is preparing for its six-month deployment to the Indian Ocean.
    movement announced GB ship [HMS Sedge] >Indian Ocean temporary by HMS Sedge
A Turkish frigate is bound for the Strait of Hormuz.
    movement underway TR 1 ships >Strait of Hormuz
The Turkish frigate is bound by the rules of the Montreux Convention.
The Halyard Carrier Strike Group is operating in the Philippine Sea following a scheduled port visit to Guam.
    presence present US ship [Halyard Carrier Strike Group] @Philippine Sea
    movement completed US ship [Halyard Carrier Strike Group] >Guam
The Halyard Carrier Strike Group will make a port visit to Guam.
    movement announced US ship [Halyard Carrier Strike Group] >Guam
A Greek frigate sank a trawler, leaving 12 people missing off Corfu.
A Greek frigate left Corfu on Monday.
    movement completed GR 1 ships Corfu>
The frigate is part of a larger 1997 task force deployment.
Egyptian soldiers entered Rafah.
    movement completed EG personnel >Rafaḩ
"""
"""Ships have names that must not run into the verb, and leave ports that the parser takes for asides."""

PARTS = """
Denmark will withdraw 60 of its 240 soldiers from Kosovo.
    movement announced DK 60 Kosovo>
The ministry will send home 60 of the 240 Danish soldiers in Kosovo.
    movement announced DK 60 Kosovo>Denmark
The ministry will send 240 Danish soldiers to Kosovo.
    movement announced DK 240 >Kosovo
Lisbon announced the return of 300 Portuguese soldiers stationed in Kosovo.
    movement completed PT 300 Kosovo> | PT
Berlin announced the withdrawal of German soldiers positioned in Mali.
    movement announced DE personnel Mali> | DE
"""
"""What goes is the part and not the whole; where a force stands is where its return begins."""

PROMISES = """
Kenyan soldiers quit Kismayo on Tuesday.
    movement completed KE personnel Kismayo>
Chadian soldiers vacated Kidal on Tuesday.
    movement completed TD personnel Kidal>
Soldiers quit their jobs in Kidal.
Turkey thinned out its troops in Idlib.
    movement completed TR personnel Idlib>
The garrison of Gao was attacked.
Nepal moved 4,000 soldiers to the Durand Line.
    movement completed NP 4000 >Durand Line
Cuban troops, some 900 of them, are in Luanda, Lisbon says.
    presence present CU ~900 @Luanda | PT
Haiti will get 700 Kenyan soldiers.
    movement announced KE 700 >Haiti
The disengagement of 500 Indian soldiers from Leh began on Wednesday.
    movement underway IN 500 Leh>
Libya has massed 4,000 soldiers on its border with Niger.
    presence present LY 4000 @border with Niger
Libya is massing 4,000 soldiers in Sabha.
    presence present LY 4000 @Sabha
Portugal reinforced its contingent in Kosovo with 90 soldiers.
    movement completed PT 90 >Kosovo
The garrison in Gao was reinforced by 50 Chadian soldiers.
    movement completed TD 50
The soldiers reinforced the dam with 900 sandbags.
Jordan has pledged 400 soldiers for Haiti.
    movement announced JO 400 >Haiti
Jordan has offered 400 soldiers for Haiti.
    movement considered JO 400 >Haiti
Jordan has promised 40 tanks to Haiti.
    assistance announced JO>HT 40 tanks | JO
Up to 900 Turkish soldiers are expected to be based in Doha.
    movement announced TR ..900 >Doha
The 900 Turkish soldiers were based in Doha.
    presence former TR 900 @Doha
Spain plans to resend 300 soldiers to Mali.
    movement announced ES 300 >Mali by Spain
Austria intends to march 600 soldiers into Hungary.
    movement announced AT 600 >Hungary by Austria
The 600 Austrian soldiers marched into Hungary.
    movement completed AT 600 >Hungary
"""

NOT_THEIRS = """
An Italian-led force of 3,000 soldiers arrived in Tirana.
    movement completed multinational 3000 >Tirana
An Italian force of 3,000 soldiers arrived in Tirana.
    movement completed IT 3000 >Tirana
US-backed Iraqi soldiers entered Mosul.
    movement completed IQ personnel >Mosul
"""
"""Who leads or backs a force does not own it."""

BEFALLEN = """
Two Danish soldiers stationed in Iraq were injured.
Two Danish soldiers stationed in Iraq were promoted.
    presence present DK 2 @Iraq
Ten Irish soldiers were killed en route to Lebanon.
Ten Irish soldiers are en route to Lebanon.
    movement underway IE 10 >Lebanon
Three Omani soldiers went missing in Texas.
Three Omani soldiers went to Texas.
    movement completed OM 3 >Texas
"""

STATIONS = """
HMS Sedge will relieve HMS Burdock in the Red Sea.
    movement announced GB ship [HMS Sedge] >Red Sea
HMS Sedge sailed from Plymouth and will relieve HMS Burdock in the Red Sea.
    movement underway GB ship [HMS Sedge] Plymouth>
The minister will replace the soldiers' boots in Estonia.
A Turkish naval group passed through the Bosphorus on Monday.
    movement completed TR ship >Bosporus
A Turkish naval group passed through hard times.
Two Spanish battalions rotate through Powidz every year.
    movement underway ES 2 battalions >Powidz
Two Spanish battalions marched through Powidz.
Six B-52 bombers touched down at RAF Fairford.
    movement completed ? 6 aircraft >RAF Fairford
The general touched on bombers at RAF Fairford.
Canadian CF-18s rotated out of Romania in December.
    movement completed CA aircraft Romania>
Four F-15E Strike Eagles arrived at Incirlik Air Base.
    movement completed ? 4 aircraft >Incirlik Air Base
The US sent two surface-to-air missile batteries to Poland.
    movement completed US 2 batteries >Poland
Russian troops have returned to their bases in Kursk and Belgorod.
    movement completed RU personnel >Kursk+Belgorod
The French submarine FS Casabianca is in Toulon as part of a routine port visit.
    presence present FR ship [FS Casabianca] @Toulon
The Pentagon said the US carrier Theodore Roosevelt has been ordered to the Gulf of Oman.
    movement announced US ship [Theodore Roosevelt] >Gulf of Oman | Pentagon
The US phone carrier has been ordered to the Gulf Coast.
"""
"""Through a strait or a base that forces rotate through; aircraft by type and nickname; ships in waters."""

HOSTS = """
Kuwait hosts about 13,500 American troops.
    presence present US ~13500 @Kuwait
Kuwait hosted a dinner for 500 American troops.
Italy and Spain sent frigates to Cyprus.
    movement completed IT ship >Cyprus
    movement completed ES ship >Cyprus
Italy sent frigates to Spain and Cyprus.
    movement completed IT ship >Spain+Cyprus
"""

STAYING = """
About 150 Danish troops will stay in Gao.
    presence present DK ~150 @Gao
Danish troops could stay in Gao.
Togo will keep 700 troops in Bamako.
    presence present TG 700 @Bamako
The club will keep 700 fans in Bamako.
At least 350 Chilean soldiers are believed to be based in Jacmel.
    presence present CL 350.. @Jacmel
At least 350 Chilean soldiers are expected to be based in Jacmel.
    movement announced CL 350.. >Jacmel
Niger is thought to have 300 soldiers in Kayes.
    presence present NE 300 @Kayes
Niger is thought to have 300 doctors in Kayes.
Hundreds of Malian troops have been stationed in Kayes.
    presence present ML 200.. @Kayes
Hundreds of Malian troops have been sent to Kayes.
    movement completed ML 200.. >Kayes
Some 40 Chilean military aircraft and six naval vessels were detected near Tacna.
    presence present CL ~40 aircraft @Tacna
    presence present CL 6 ships @Tacna
Some 40 whales and six dolphins were detected near Tacna.
Chadian troops have gathered in Faya.
    presence present TD personnel @Faya
Chadian ministers have gathered in Faya.
The UN force in Haiti now totals 1,500 troops.
    presence present UN 1500 @Haiti
The bill in Haiti now totals 1,500 dollars.
The UN peacekeeping mission in Liberia has about 900 troops.
    presence present UN ~900 @Liberia
"""
"""Who stays, is kept, is believed or is seen to be somewhere is there; a body is where it is told by its size."""

GROWING = """
Gabon bolstered its forces in Goma with another 200 troops.
    movement completed GA +200 >Goma
Gabon bolstered its reserves in Goma with another 200 dollars.
Denmark will cut its force in Mali by 300 soldiers.
    movement announced DK 300 Mali>
Denmark raised its force in Mali to 300 soldiers.
    movement completed DK personnel >Mali
    presence present DK 300 @Mali
The government decided to cut the number of Dutch troops in Niger from the current 330 to about 120.
    movement announced NL personnel Niger> by government
    presence present NL 330 @Niger
The government decided to cut the number of Dutch trams in Niger from the current 330 to about 120.
Their arrival increases the number of foreign police in Goma to 900.
    presence present ? 900 @Goma
Reinforcements of 200 Danish soldiers have arrived in Gao.
    movement completed DK 200 >Gao
Reinforcements of steel have arrived in Gao.
Half of the initial 2,000 Danish soldiers have left Bosnia.
    movement completed DK 1000 Bosnia and Herzegovina>
Most of the initial 2,000 Danish soldiers have left Bosnia.
    movement completed DK personnel Bosnia and Herzegovina>
Peru deployed 300 military and police officers to Tacna.
    movement completed PE 300 >Tacna
Peru deployed 300 cameras and projectors to Tacna.
A quartet of Danish fighter jets arrived in Keflavik.
    movement completed DK 4 aircraft >Naval Air Station Keflavik
A quartet of Danish singers arrived in Keflavik.
About 350 companies of paramilitary forces will be sent to Assam.
    movement announced IN ~350 companies >Assam
A 350-strong battalion of paramilitary forces will be sent to Assam.
    movement announced IN ~350 >Assam
"""
"""By how many a force grows or shrinks, what its level is, and numbers behind other nouns."""

COURSES = """
The Togolese troops began their withdrawal process in Kidal on Monday.
    movement underway TG personnel Kidal>
The Togolese ministers began their withdrawal process in Kidal on Monday.
Botswana was the first country to withdraw its troops from Mozambique.
    movement completed BW personnel Mozambique>
Botswana will be the first country to withdraw its troops from Mozambique.
    movement announced BW personnel Mozambique>
The army pushed two brigades into Chuquisaca.
    movement completed BO 2 brigades >Chuquisaca
The army pushed two reforms into law.
Colonel Sow saw off a Rwandan contingent of 300 soldiers to Bangui.
    movement underway RW 300 >Bangui
Colonel Sow saw off a challenge in Bangui.
The evacuation of Danish peacekeepers from the base in Gao has begun.
    movement underway DK personnel Gao>
The evacuation of Danish tourists from the hotel in Gao has begun.
Two Tunisian military convoys entered Sfax on Friday.
    movement completed TN 2 convoys >Sfax
Two wedding convoys entered Sfax on Friday.
Bolivia has deployed naval assets in Puno.
    movement completed BO ship >Puno
Bolivia has frozen foreign assets in Puno.
The Congolese government demanded that the UN peacekeeping mission leave Bunia.
    movement requested UN personnel Bunia> by Congolese government
The Congolese government demanded that the election mission leave Bunia.
The Omani army sent 300 soldiers to the Line of Control.
    movement completed OM 300 >Line of Control
The Omani province returned to the line.
In July 2019 Gabon sent 400 soldiers to Bangui. On Monday a Gabonese contingent left Libreville for Bangui.
    movement completed GA 400 >Bangui
    movement underway GA unit Libreville>Bangui
"""
"""Events by other nouns and verbs; what was long over before is a movement of its own."""

PEOPLES = """
Togolese and Kenyan troops have started to withdraw from Gao.
    movement underway TG personnel Gao>
    movement underway KE personnel Gao>
Togolese ministers and Kenyan troops have started to withdraw from Gao.
    movement underway KE personnel Gao>
135 troops from a Chilean battalion arrived in Jacmel, a UN spokesperson said.
    movement completed CL 135 >Jacmel | United Nations
Of the 15 Chilean fighter jets, 14 entered Peru.
    movement completed CL 14 aircraft >Peru
Benin demanded the withdrawal of troops from Natitingou.
    movement requested ? personnel Natitingou> by Benin
Benin began the withdrawal of troops from Natitingou.
    movement underway BJ personnel Natitingou>
About 900 troops currently operate in the northern Iraqi city of Irbil.
    presence present ? ~900 @Erbil
The Omani soldiers were praised. About 110 of the soldiers will fly to Gao.
    movement announced OM ~110 >Gao
The Omani doctors were praised. About 110 soldiers will fly to Gao.
    movement announced ML ~110 >Gao
The Chilean soldiers were praised in Jacmel. About 110 of the soldiers will return home in May.
    movement announced CL ~110 >Chile
About 100 Fijian soldiers left for home on Friday.
    movement completed FJ ~100 >Fiji
About 100 Fijian soldiers left for good on Friday.
    movement completed FJ ~100
"""
"""Whose force it is by what stands beside it, or by the sentence before."""

GROUNDS = """
Peru sent 300 troops to the state of Bahia.
    movement completed PE 300 >Bahia
Peru sent 300 troops to the state of siege.
    movement completed PE 300
Two Malian battalions entered Nigerien territory.
    movement completed ML 2 battalions >Niger
Two Malian singers entered Nigerien territory.
Danish troops withdrew from northern Chad to Abeche.
    movement completed DK personnel northern Chad>Abéché
Danish troops withdrew from Chad to Abeche.
    movement completed DK personnel Chad>Abéché
"""
"""Provinces of the world, the ground of a country by its people's name, and the part of a country that is left."""

PAGES = [
    STAYING,
    GROWING,
    COURSES,
    PEOPLES,
    GROUNDS,
    STATIONS,
    HOSTS,
    COMING_FROM,
    WHOSE,
    DISTANCES,
    CASUALTIES,
    WORDS,
    SEA,
    PARTS,
    PROMISES,
    NOT_THEIRS,
    BEFALLEN,
]


@pytest.mark.parametrize(("text", "expected"), [case for page in PAGES for case in cases(page)])
def test_a_report_of_the_world_gives_these_lines(text: str, expected: list[str]) -> None:
    """One line a claim, none for a report that must not be caught."""
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("text", "dateline", "voice"),
    [
        ("LAHORE: The army sent 300 soldiers to Multan.", "LAHORE", None),
        ("LAHORE: Yes.\nQ Where?\nLAHORE: To Multan.", None, "LAHORE"),
        ("KIRBY: We sent 300 soldiers to Multan.", None, "KIRBY"),
        ("Maputo, 10 Apr (AIM) - The army sent 300 soldiers to Pemba.", "Maputo, 10 Apr (AIM)", None),
        ("May 6, 2023 (EL OBEID) - The army sent 300 soldiers to Bara.", "May 6, 2023 (EL OBEID)", None),
        ("Maputo, the capital (in the south) - no army stands there.", None, None),
    ],
)
def test_where_a_report_was_written_is_no_speaker(text: str, dateline: str | None, voice: str | None) -> None:
    """South Asian papers end their datelines with a colon, agencies of Africa put day and name in small letters."""
    first = passages(text)[0]
    assert (first.dateline, first.voice) == (dateline, voice)

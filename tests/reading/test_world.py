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

PAGES = [COMING_FROM, WHOSE, DISTANCES, CASUALTIES, WORDS]


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

"""Who says so: papers and outlets, nameless people, persons told before; and who is no speaker."""

import pytest

from tests.reading.notation import cases, lines

PAPERS = """
A statement from the Togolese defence ministry said 250 soldiers had left for Gao.
    movement underway TG 250 >Gao | Togolese defence ministry
The ministry's evening bulletin said 250 Togolese soldiers had left for Gao.
    movement underway TG 250 >Gao | ministry
Mission figures put the number of Togolese soldiers in Gao at 250.
    presence present TG 250 @Gao | Mission
The news agency SUNA reported that 250 Egyptian soldiers had left Khartoum.
    movement completed EG 250 Khartoum> | SUNA
The New York Times reported that 250 Chadian soldiers had left Gao.
    movement completed TD 250 Gao> | New York Times
The newspaper quoted General Idriss Mahamat as saying 250 Chadian soldiers had left Gao.
    movement completed TD 250 Gao> | Idriss Mahamat
The news left 250 soldiers cold.
"""

NAMELESS = """
Two officers in the king's office said 250 Jordanian soldiers had left Tripoli.
    movement completed JO 250 Tripoli> | king's office
250 Togolese soldiers have left for Gao, a senior envoy, who wished to stay unnamed, told Reuters.
    movement underway TG 250 >Gao | senior envoy
The general explained that 250 Togolese soldiers had left for Gao.
    movement underway TG 250 >Gao | general
Togo has moved nobody; its ambassador said 250 Chadian soldiers had left Gao.
    movement completed TD 250 Gao> | Togo
"""

NAMED = """
Defence Minister Kofi Adjei visited the troops. He said 250 Togolese soldiers had left for Gao.
    movement underway TG 250 >Gao | Kofi Adjei
Kofi Adjei, the Togolese defence minister, was in Lome. The minister said 250 soldiers would leave for Gao.
    movement announced TG 250 >Gao | Kofi Adjei
Defence Minister Kofi Adjei informed the cabinet that 250 Togolese soldiers had left for Gao.
    movement underway TG 250 >Gao | Kofi Adjei
The Secretary of National Defence, General Íñigo Núñez Luz, reported that 250 Mexican soldiers had left Chiapas.
    movement completed MX 250 Chiapas> | Íñigo Núñez Luz
"""

HEADINGS = """
Pentagon: 250 US troops to leave Syria
    movement announced US 250 Syria> | Pentagon
250 US troops to leave Syria - Pentagon
    movement announced US 250 Syria> | Pentagon
Kenya to send 250 police officers to Haiti - minister
    movement announced KE 250 >Haiti | minister
Burundi: 250 soldiers to leave Goma
    movement announced BI 250 Goma>
250 US troops to leave Syria - Friday
    movement announced US 250 Syria>
"""


@pytest.mark.parametrize(("text", "expected"), cases(HEADINGS))
def test_a_heading_names_who_speaks(text: str, expected: list[str]) -> None:
    """A ministry or an office before the colon or behind the dash speaks; a country or a day does not."""
    assert lines(text) == expected


@pytest.mark.parametrize(("text", "expected"), cases(PAPERS))
def test_papers_speak_for_who_issues_them(text: str, expected: list[str]) -> None:
    """A statement is its ministry's, an outlet reports on its own authority, who is quoted speaks."""
    assert lines(text) == expected


@pytest.mark.parametrize(("text", "expected"), cases(NAMELESS))
def test_nameless_people_speak_for_theirs(text: str, expected: list[str]) -> None:
    """Officers speak for the office in which they are, an ambassador for the country just named."""
    assert lines(text) == expected


@pytest.mark.parametrize(("text", "expected"), cases(NAMED))
def test_a_person_told_before_is_meant(text: str, expected: list[str]) -> None:
    """Whom "he" and "the minister" mean, where the report has introduced him in a sentence that carries no claim."""
    assert lines(text) == expected

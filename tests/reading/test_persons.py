"""Persons: whose words a report takes over, by name, office and organisation, or by none."""

import pytest

from laydown.model import Attribution, Report
from laydown.reading import read

# report | speaker / role / organisation / country ("-" unstated), "unnamed" behind who is nobody by name
SAID = """
Spain will send 50 soldiers to Mali, Defence Minister Ana Ruiz said. | Ana Ruiz / Defence Minister / - / -
The Pentagon said 300 troops had left Syria.                         | - / - / Pentagon / US
Two U.S. officials said 300 troops had left Syria.                   | - / officials / United States / US unnamed
Canada announced it would send 200 soldiers to Latvia.               | - / - / - / CA
The Polish defence ministry said 400 soldiers would go to Chad.      | - / - / Polish Ministry of National Defence / PL
According to the Kremlin, 500 soldiers withdrew from Georgia.        | - / - / Kremlin / RU
Defence Minister Ana Ruiz told reporters that 300 soldiers left Mali. | Ana Ruiz / Defence Minister / - / -
Defence Minister Ana Ruiz told the 300 Spanish soldiers in Mali that she was proud. | nobody
Some 300 soldiers left Mali on Monday.                               | nobody
"""


def told(attribution: Attribution | None) -> str:
    """An attribution in a line."""
    if attribution is None:
        return "nobody"
    parts = (attribution.speaker, attribution.role, attribution.organization, attribution.country)
    return " / ".join(part or "-" for part in parts) + (" unnamed" if attribution.anonymous else "")


@pytest.mark.parametrize("row", [line for line in SAID.splitlines() if line.strip()])
def test_a_claim_says_on_whose_word_it_stands(row: str) -> None:
    text, expected = (part.strip() for part in row.split("|"))
    claims = read(Report(text=text, published="2020-05-06")).claims
    assert [told(claim.attribution) for claim in claims] == [expected]


def test_she_is_the_person_spoken_of_last_and_not_the_ministry() -> None:
    text = (
        "Spain will send 50 soldiers to Mali, Defence Minister Ana Ruiz said. "
        "Two officials said 20 tanks would follow. She declined to say when the soldiers would return."
    )
    statements = [c for c in read(Report(text=text, published="2020-05-06")).claims if c.kind == "statement"]
    assert [told(s.attribution) for s in statements] == ["Ana Ruiz / Defence Minister / - / -"]
    assert statements[0].act == "declines_to_say"


def test_a_transcript_label_is_the_speaker_that_the_title_introduces() -> None:
    report = Report(
        text="MS. OKAFOR: We have sent 120 police officers to Juba.\n\nQ Will more than 300 troops follow to Juba?",
        title="Press Briefing by Foreign Ministry Spokeswoman Ada Okafor",
        publisher="Foreign Ministry",
        published="2014-03-01",
    )
    claims = [c for c in read(report).claims if c.kind == "movement"]
    assert [c.quantity.value for c in claims if c.quantity] == [120]
    assert claims[0].attribution is not None
    assert claims[0].attribution.speaker == "Ada Okafor"

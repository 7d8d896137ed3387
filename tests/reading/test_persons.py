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
Uganda has sent 400 soldiers to Bunia, a diplomat in Kampala said.   | - / diplomat / diplomat / - unnamed
Chile sent 200 soldiers to Haiti, Colonel Juan Paz, the chief, said. | Juan Paz / Colonel / - / -
Sources close to the Malian army said 300 soldiers would leave Gao.  | - / - / Malian Armed Forces / ML unnamed
The President of Peru Ana Ruiz said 300 soldiers would go to Gao.    | Ana Ruiz / President / - / PE
Chile sent 200 soldiers to Haiti, the capital, said Colonel Juan Paz. | Juan Paz / Colonel / - / -
Chile sent 200 soldiers to Gao, the town, and said more would follow. | nobody
Peru sent 90 men to Juba, an army spokesman in Lima tells us. | - / army spokesman / army spokesman in Lima / PE unnamed
Peru sent 90 soldiers to Juba, the colonel at the base said.         | - / colonel / colonel / -
Fiji sent 90 soldiers to Gao, but Mali sent none, the United Nations said. | - / - / United Nations / -
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


def test_a_statement_printed_below_its_speaker_is_that_speakers() -> None:
    opening = "Speaking in Bergen, Defence Minister Ana Lund said:\n\n"
    own = "Our friends need help. Norway is sending 200 soldiers to Mali.\n\n"
    other = "The Kremlin said 300 soldiers had left Syria. Turkey is sending 90 soldiers to Qatar."
    claims = read(Report(text=opening + own + other, published="2020-05-06")).claims
    assert [told(c.attribution).split(" / ")[0] for c in claims] == ["Ana Lund", "-", "nobody"]
    plain = "Defence Minister Ana Lund said:\n\nNorway is sending 200 soldiers to Mali."
    assert [told(c.attribution) for c in read(Report(text=plain, published="2020-05-06")).claims] == ["nobody"]


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

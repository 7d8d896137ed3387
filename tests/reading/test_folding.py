"""One claim for one movement: what is told twice is folded, what differs stays apart."""

import pytest

from laydown.model import Report
from laydown.reading import read
from tests.reading.notation import cases, lines

ONE = """
France will send 500 soldiers to Chad. The 500 soldiers will arrive in Chad in May.
    movement announced FR 500 >Chad
Canada will withdraw 600 soldiers. The 600 Canadian soldiers will leave Mali in July.
    movement announced CA 600 Mali>
Japan sent 300 troops to South Sudan in 2012. The troops arrived in Juba from Komaki.
    movement completed JP 300 Komaki>Juba
U.S. troops withdrawing from Syria will go to Iraq.
    movement announced US personnel Syria>Iraq
Kenya to send troops to Chad and Mali. Kenya will send 300 soldiers to Chad and Mali.
    movement announced KE 300 >Chad+Mali
The USS Nimitz left Bremerton for the Philippines. The Nimitz Carrier Strike Group left Bremerton on Monday.
    movement underway US ship [USS Nimitz, Nimitz Carrier Strike Group] Bremerton>Philippines
"""

TWO = """
France will send 500 soldiers to Chad. France will send 700 soldiers to Chad.
    movement announced FR 500 >Chad
    movement announced FR 700 >Chad
France will send 500 soldiers to Chad. Germany will send 500 soldiers to Chad.
    movement announced FR 500 >Chad
    movement announced DE 500 >Chad
France will send 500 soldiers to Chad. France will not send soldiers to Libya.
    movement announced FR 500 >Chad
    movement ruled_out FR personnel >Libya
France will send 500 soldiers to Chad, Macron said. France will not send 500 soldiers to Chad, Barnier said.
    movement announced FR 500 >Chad | Emmanuel Macron
    movement ruled_out FR 500 >Chad | Barnier
Italy sent 400 soldiers to Lebanon. An additional 400 soldiers were sent to Lebanon.
    movement completed IT 400 >Lebanon
    movement completed IT +400 >Lebanon
Canada to send troops to Latvia and Estonia. Canada will send 500 soldiers to Latvia. A further 300 will go to Estonia.
    movement announced CA 500 >Latvia
    movement announced CA +300 >Estonia
Kenya to send troops to Chad and Mali. Kenya will send 300 soldiers to Chad and 90 soldiers to Mali from Embakasi.
    movement announced KE 300 Embakasi>Chad
    movement announced KE 90 Embakasi>Mali
India moved two brigades to Ladakh. India has two brigades in Ladakh.
    movement completed IN 2 brigades >Ladakh
    presence present IN 2 brigades @Ladakh
"""


@pytest.mark.parametrize(("report", "expected"), cases(ONE), ids=[report for report, _ in cases(ONE)])
def test_the_same_movement_told_twice_is_one(report: str, expected: list[str]) -> None:
    """The later telling adds what the first leaves open, and no claim."""
    assert lines(report) == expected


@pytest.mark.parametrize(("report", "expected"), cases(TWO), ids=[report for report, _ in cases(TWO)])
def test_what_differs_stays_two(report: str, expected: list[str]) -> None:
    """Another number, nation, outcome or kind, or one on top of the other, is another claim."""
    assert lines(report) == expected


def test_an_unlisted_town_takes_the_one_country_that_can_be_meant() -> None:
    text = "Germany has begun moving 200 soldiers from Oberzwollnau to Lithuania."
    (claim,) = read(Report(text=text, published="2024-03-06")).claims
    assert [place.country for place in claim.origin] == ["DE"]
    text = "Ethiopia sent 400 soldiers to Gorrabaale, a town in Somalia that rebels had held."
    (claim, *_) = read(Report(text=text, published="2024-03-06")).claims
    assert [place.country for place in claim.destination] == ["SO"]


def test_the_sentence_with_the_number_proves_a_claim_that_its_headline_tells_first() -> None:
    """Whoever adds up numbers wants to see them in the words."""
    report = Report(text="Kenya to send troops to Chad\n\nKenya will send 300 soldiers to Chad, the ministry said.")
    (claim,) = read(report).claims
    assert "300 soldiers" in report.text[claim.evidence.start : claim.evidence.end]

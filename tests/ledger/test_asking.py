"""Asking: the books as they were said and as they were known by a day, and the words of the evidence."""

import pytest

from laydown.ledger.store import Ledger
from tests.ledger.clerks import RECORDED, reading


@pytest.fixture
def days(ledger: Ledger) -> list[str]:
    """Three days on which something was said; the second was recorded last."""
    found = ["2022-02-01", "2022-02-05", "2022-02-09"]
    recorded = ["2022-03-01", "2022-03-20", "2022-03-10"]
    for known, day in sorted(zip(recorded, found, strict=True)):
        ledger.add(reading(800, "Estonia", day), recorded=known)
    return found


def test_the_books_as_they_were_said_by_a_day(ledger: Ledger, days: list[str]) -> None:
    """A day counts to its end, an hour to the hour; and what holds does not depend on what was said later."""
    whole = ledger.books()
    assert [entry.said for entry in whole.entries.values()] == [f"{day}T23:59:59Z" for day in days]
    for number, day in enumerate(days, start=1):
        books = ledger.books(said_by=day)
        assert list(books.entries) == list(whole.entries)[:number]
        assert books.links == {name: whole.links[name] for name in books.entries}
    assert len(ledger.books(said_by="2022-02-05T12:00:00Z").entries) == 1
    assert not ledger.books(said_by="2022-01-31").entries


def test_the_books_as_they_were_known_by_a_day(ledger: Ledger, days: list[str]) -> None:
    """By 10 March the claim of 5 February was not known, and the one of 9 February was linked without it."""
    by = {day: ledger.books(recorded_by=day) for day in ("2022-02-28", "2022-03-01", "2022-03-10", "2022-03-20")}
    said = [[(entry.said or "")[:10] for entry in books.entries.values()] for books in by.values()]
    assert said == [[], days[:1], [days[0], days[2]], days]
    names = list(by["2022-03-20"].entries)
    assert [link.role for link in by["2022-03-10"].links.values()] == ["opens", "same"]
    assert [by["2022-03-20"].links[name].role for name in names] == ["opens", "same", "same"]
    assert list(ledger.books(said_by="2022-02-05", recorded_by="2022-03-10").entries) == names[:1]


def test_a_clock_that_goes_back_does_not_change_what_was_known(ledger: Ledger, days: list[str]) -> None:
    """What is recorded next is recorded no earlier than what was recorded last."""
    before = ledger.books(recorded_by="2022-03-19")
    ledger.add(reading(900, "Estonia", days[0]), recorded="2022-01-01")
    assert ledger.books(recorded_by="2022-03-19") == before


def test_what_was_said_at_no_known_hour_is_said_by_no_day(ledger: Ledger) -> None:
    ledger.add(reading(published=None), recorded=RECORDED)
    assert [entry.said for entry in ledger.books().entries.values()] == [None]
    assert not ledger.books(said_by="2030-01-01").entries


def test_words_of_the_evidence_are_found(ledger: Ledger) -> None:
    ledger.add(reading(800, "Estonia", "2022-02-02"), recorded=RECORDED)
    ledger.add(reading(900, "Estonia", "2022-02-05"), recorded=RECORDED)
    ledger.add(reading(900, "Malmö-Süd", "2022-02-03"), recorded=RECORDED)
    found = {
        words: [entry.words.split()[1] for entry in ledger.search(words)]
        for words in (
            "ESTONIA soldiers",
            "estonia 800",
            "malmo sud",
            "“Malmö”",
            "900",
            "Latvia",
            "",
            "-",
            'a" OR b',
            "NOT",
        )
    }
    assert found == {
        "ESTONIA soldiers": ["900", "800"],
        "estonia 800": ["800"],
        "malmo sud": ["900"],
        "“Malmö”": ["900"],
        "900": ["900", "900"],
        "Latvia": [],
        "": [],
        "-": [],
        'a" OR b': [],
        "NOT": [],
    }
    assert len(ledger.search("soldiers", limit=1)) == 1

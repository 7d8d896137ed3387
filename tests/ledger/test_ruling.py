"""Ruling: a person's word is appended with a reason, holds against the clerk, and is never erased."""

from dataclasses import replace

import pytest

from laydown.ledger.store import Ledger, LedgerError
from laydown.model import Link
from tests.ledger.clerks import RECORDED, reading
from tests.ledger.conftest import problems

DAYS = ("2022-02-01", "2022-02-05", "2022-02-09", "2022-02-13")


@pytest.fixture
def names(ledger: Ledger) -> list[str]:
    """Four claims of one movement, in said order."""
    for day in DAYS:
        ledger.add(reading(800, "Estonia", day), recorded=RECORDED)
    return list(ledger.books().entries)


def test_a_ruling_holds_and_the_clerk_decides_anew_what_follows(ledger: Ledger, names: list[str]) -> None:
    done = ledger.rule(Link(claim=names[1], role="opens", reason="another brigade", recorded="2022-05-01"))
    assert [link.claim for link in done] == names[1:]
    books = ledger.books()
    assert [books.links[name].role for name in names] == ["opens", "opens", "same", "same"]
    assert {books.links[name].targets for name in names[1:]} == {(f"m-{names[1]}",)}
    assert (books.links[names[1]].decided_by, books.links[names[1]].reason) == ("person", "another brigade")
    assert problems(ledger) == []


def test_what_was_ruled_stays_when_reports_come_late(ledger: Ledger, names: list[str]) -> None:
    ledger.rule(Link(claim=names[1], role="opens", reason="another brigade", recorded="2022-05-01"))
    ledger.add(reading(900, "Estonia", "2022-01-30"), recorded="2022-05-02")
    books = ledger.books()
    assert [link.role for link in map(books.links.__getitem__, names)] == ["same", "opens", "same", "same"]
    assert books.links[names[1]].decided_by == "person"


def test_a_later_ruling_wins_and_the_earlier_is_still_known_by_its_day(ledger: Ledger, names: list[str]) -> None:
    ledger.rule(Link(claim=names[3], role="memo", reason="a forecast", recorded="2022-05-01"))
    ledger.rule(Link(claim=names[3], role="opens", reason="no, an order", recorded="2022-06-01"))
    days = ("2022-04-30", "2022-05-15", "2022-06-15")
    assert [ledger.books(recorded_by=day).links[names[3]].role for day in days] == ["same", "memo", "opens"]


def test_a_movement_that_was_ruled_away_is_missed_by_those_ruled_into_it(ledger: Ledger, names: list[str]) -> None:
    movement = f"m-{names[0]}"
    ledger.rule(Link(claim=names[3], role="same", targets=(movement,), reason="the same", recorded="2022-05-01"))
    ledger.rule(Link(claim=names[0], role="memo", reason="misread", recorded="2022-05-02"))
    (problem,) = problems(ledger)
    assert (
        problem
        == f"{names[3]}: its link 'same' points to {movement}, which is not there; rule on it anew: `laydown rule`"
    )


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (Link(claim="?", role="memo", reason=" "), "needs a reason"),
        (Link(claim="0000.c1", role="memo", reason="r"), "no such claim"),
        (Link(claim="?", role="same", reason="r"), "needs another to point to"),
        (Link(claim="?", role="same", targets=("m-0000.c1",), reason="r"), "no such target"),
        (Link(claim="?", role="covers", targets=("m-0000.c1",), reason="r"), "no such target"),
        (Link(claim="?", role="supersedes", targets=("0000.c1",), reason="r"), "no such target"),
        (Link(claim="?", role="moves", reason="r"), "no claim can be ruled"),  # type: ignore[arg-type]
    ],
)
def test_a_ruling_that_says_nothing_is_refused(ledger: Ledger, names: list[str], wrong: Link, words: str) -> None:
    before = ledger.books()
    claim = names[1] if wrong.claim == "?" else wrong.claim
    with pytest.raises(LedgerError, match=words):
        ledger.rule(replace(wrong, claim=claim, recorded=RECORDED))
    assert ledger.books() == before


def test_a_person_may_correct_one_claim_by_another(ledger: Ledger, names: list[str]) -> None:
    ledger.rule(Link(claim=names[1], role="supersedes", targets=(names[0],), reason="an erratum", recorded=RECORDED))
    books = ledger.books()
    assert books.replacing[names[1]].targets == (names[0],)
    assert books.links[names[1]].role == "same"
    ledger.add(reading(900, "Estonia", "2022-02-02"), recorded="2022-05-02")
    assert ledger.books().replacing[names[1]].decided_by == "person"


def test_assumptions_are_decided_with_a_reason(ledger: Ledger) -> None:
    ledger.assume("a brigade is 3,000 to 5,000", held=False, reason="too wide here", recorded="2022-05-01")
    ledger.assume("a brigade is 3,000 to 5,000", held=True, reason="after all", recorded="2022-06-01")
    assert ledger.assumptions() == {"a brigade is 3,000 to 5,000": True}
    assert ledger.assumptions("2022-05-02") == {"a brigade is 3,000 to 5,000": False}
    with pytest.raises(LedgerError, match="reason"):
        ledger.assume("a brigade", held=False, reason="", recorded=RECORDED)

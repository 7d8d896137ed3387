"""Turns: whoever holds the books learns what is new, and that nothing is."""

from dataclasses import replace

from laydown.ledger.store import NEW, Ledger, in_force
from laydown.model import Link
from tests.ledger.clerks import RECORDED, reading


def test_an_empty_ledger_is_at_its_first_turn(ledger: Ledger) -> None:
    assert ledger.turn() == NEW
    assert ledger.since(NEW).entries == ()


def test_whatever_is_appended_is_a_turn_and_what_is_only_asked_is_none(ledger: Ledger) -> None:
    told = reading(800, "Estonia", "2022-02-01")
    turns = [ledger.turn()]
    ledger.add(told, recorded=RECORDED)
    turns.append(ledger.turn())
    ledger.add(replace(told, report=replace(told.report, text="Nothing of note."), claims=()), recorded=RECORDED)
    turns.append(ledger.turn())
    ledger.sight(replace(told.report, publisher="The Weekly"), recorded=RECORDED)
    turns.append(ledger.turn())
    (name,) = ledger.books().entries
    ledger.rule(Link(claim=name, role="memo", reason="a forecast", recorded="2022-05-01"))
    turns.append(ledger.turn())
    ledger.assume("thousands", held=False, reason="too wide", recorded="2022-05-02")
    turns.append(ledger.turn())
    assert len(set(turns)) == len(turns)
    ledger.add(told, recorded=RECORDED)
    ledger.books()
    assert ledger.turn() == turns[-1]


def test_what_came_since_a_turn_makes_the_books_what_they_are(ledger: Ledger) -> None:
    ledger.add(reading(800, "Estonia", "2022-02-05"), recorded=RECORDED)
    before, books = ledger.turn(), ledger.books()
    ledger.add(reading(700, "Estonia", "2022-02-01"), recorded=RECORDED)
    new = ledger.since(before)
    assert [entry.claim.quantity and entry.claim.quantity.value for entry in new.entries] == [700]
    assert new.turn == ledger.turn()
    assert in_force(new.links, books.links, books.replacing)[0] == ledger.books().links

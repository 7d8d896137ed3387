"""Held: the books in memory are those that the ledger would give, whatever it takes meanwhile."""

import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from threading import Event

import pytest

from laydown import balance
from laydown.desk import books as asking
from laydown.desk.books import Clocks
from laydown.desk.held import Held
from laydown.desk.kept import Kept
from laydown.desk.timeline import timeline
from laydown.ledger.store import Ledger, open_ledger
from laydown.model import Books
from tests.ledger.clerks import CLERK, RECORDED, reading

PLACES = ("Estonia", "Latvia", "Poland", "Romania")
NATIONS = ("US", "GB", "FR")
MAY = "2022-05-{:02}"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(str(tmp_path / "books.db"), clerk=CLERK) as opened:
        for day in range(1, 25, 2):
            for nation, place in zip(NATIONS, PLACES, strict=False):
                opened.add(reading(100 * day, place, f"2022-02-{day:02}", nation=nation), recorded=RECORDED)
        yield opened


def same(held: Books, asked: Books) -> bool:
    """Whether two books hold the same, in the same order."""
    ours, theirs = (
        (list(one.entries.items()), list(one.links.items()), list(one.replacing.items())) for one in (held, asked)
    )
    return ours == theirs


def first(ledger: Ledger, nation: str) -> str:
    """The first claim of a nation."""
    return next(name for name, entry in ledger.books(force=nation).entries.items() if entry.said)


def test_books_are_the_same_object_until_the_ledger_changes(ledger: Ledger) -> None:
    held = Held(ledger)
    before = held.books()
    assert held.books() is before
    ledger.add(reading(700, "Poland", "2022-02-10"), recorded=MAY.format(1))
    assert held.books() is not before
    assert same(held.books(), ledger.books())


def test_a_report_seen_again_elsewhere_is_a_change_too(ledger: Ledger) -> None:
    told = reading(100, "Estonia", "2022-02-01", nation="US")
    before = ledger.turn()
    ledger.add(told, recorded=MAY.format(1))
    assert ledger.turn() == before
    ledger.sight(replace(told.report, publisher="The Weekly"), recorded=MAY.format(1))
    assert ledger.turn() != before


@pytest.mark.parametrize("seed", range(8))
def test_whatever_the_ledger_takes_the_books_held_are_those_that_it_gives(ledger: Ledger, seed: int) -> None:
    """Reports late and early, without a day, denials, rulings: after each of them, on any of the clocks."""
    chance = random.Random(seed)  # noqa: S311 - a made-up day at the desk
    held = Held(ledger)
    for step in range(1, 13):
        day = (date(2022, 1, 25) + timedelta(days=chance.randrange(50))).isoformat()
        recorded = MAY.format(step)
        if chance.random() < 0.4:
            name = chance.choice(list(ledger.books().entries))
            asking.rule(ledger, name, chance.choice(("memo", "opens")), reason="seen", recorded=recorded)
        else:
            told = reading(
                chance.randrange(1, 40) * 100,
                chance.choice(PLACES),
                chance.choice((day, day, None)),
                nation=chance.choice(NATIONS),
                outlet=f"Outlet {step}",
                ruled_out=chance.random() < 0.3,
            )
            ledger.add(told, recorded=recorded)
        said = chance.choice((None, day))
        known = chance.choice((None, MAY.format(chance.randrange(1, 14))))
        force = chance.choice((None, *NATIONS))
        clocks = Clocks(said_by=said, recorded_by=known)
        assert same(held.books(clocks, force), ledger.books(force=force, said_by=said, recorded_by=known))


def test_after_a_ruling_every_answer_is_that_of_a_desk_opened_anew(ledger: Ledger) -> None:
    held = Held(ledger)
    held.balances(), held.movements(), held.conflicts(), held.doubts()
    asking.rule(ledger, first(ledger, "US"), "memo", reason="a forecast", recorded=MAY.format(1))
    anew = Held(ledger)
    assert held.balances() == anew.balances()
    assert held.balances(force="GB", places=["Latvia"], basis="in_place") == asking.balances(
        ledger, force="GB", places=["Latvia"], basis="in_place"
    )
    assert held.movements() == anew.movements() == asking.movements(ledger)
    assert held.conflicts() == anew.conflicts()
    assert held.doubts() == tuple(asking.suspense(ledger))


def test_a_ruling_on_one_force_leaves_the_pages_of_the_others_as_they_are(ledger: Ledger) -> None:
    held = Held(ledger)
    before = dict(balance.sheet(held.books()).pages)
    asking.rule(ledger, first(ledger, "US"), "memo", reason="a forecast", recorded=MAY.format(1))
    after = balance.sheet(held.books()).pages
    assert {key[0] for key in after if after[key] is not before[key]} == {"US"}


def test_pages_outlive_several_rulings_between_which_nobody_looks_at_them(ledger: Ledger) -> None:
    held = Held(ledger)
    before = dict(balance.sheet(held.books()).pages)
    for number, name in enumerate(ledger.books(force="US").entries):
        asking.rule(ledger, name, "memo", reason="a forecast", recorded=MAY.format(number + 1))
        assert held.books().links[name].role == "memo"
    after = balance.sheet(held.books()).pages
    assert {key[0]: after[key] is before[key] for key in after} == {"FR": True, "GB": True}


def test_books_of_other_hours_are_not_mixed_up(ledger: Ledger) -> None:
    held = Held(ledger)
    days = [f"2022-02-{day:02}" for day in range(1, 25)]
    told = [len(held.heads(Clocks(said_by=day))) for day in days]
    assert told == [len(asking.movements(ledger, clocks=Clocks(said_by=day))) for day in days]
    assert told == [len(held.heads(Clocks(said_by=day))) for day in days]


def test_a_list_has_its_bounds_only_where_it_is_shown(ledger: Ledger) -> None:
    held = Held(ledger)
    heads = held.heads(force="GB")
    assert [head.id for head in heads] == [one.id for one in asking.movements(ledger, force="GB")]
    assert held.sized(heads[:1]) == asking.movements(ledger, force="GB")[:1]
    asking.rule(ledger, first(ledger, "GB"), "memo", reason="a forecast", recorded=MAY.format(1))
    assert held.sized(heads[:1]) == (), "a movement that is gone meanwhile has no size"


def test_the_timeline_is_that_of_the_books(ledger: Ledger) -> None:
    held = Held(ledger)
    asked = held.timeline(force="US", statuses=["announced"], most_stops=4)
    assert asked == timeline(ledger.books(), force="US", statuses=["announced"], most_stops=4)
    assert held.timeline(force="US", statuses=["announced"], most_stops=4) is asked


def test_what_a_claim_in_conflict_leaves_is_asked_for_by_itself(ledger: Ledger) -> None:
    for outlet, number in (("A", 5000), ("B", 9000)):
        ledger.add(reading(number, "Romania", "2022-03-01", nation="FR", outlet=outlet), recorded=RECORDED)
    held = Held(ledger)
    found = held.conflicts(force="FR")
    assert found
    assert not any(way.balances for one in found for way in one.repairs)
    assert [held.settled(one) for one in found] == list(asking.conflicts(ledger, force="FR"))


def test_a_report_tells_its_claims(ledger: Ledger) -> None:
    held = Held(ledger)
    name = first(ledger, "GB")
    entry = held.entry(name)
    assert entry is not None
    assert held.told_by(entry.report) == (entry,)
    assert held.told_by("sha256:0") == ()
    assert held.entry("nothing") is None


def test_a_day_that_is_none_is_the_callers_mistake(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="Wednesday"):
        Held(ledger).books(Clocks(said_by="Wednesday"))


def test_threads_share_one(ledger: Ledger) -> None:
    """Whoever asks at the same moment gets the same books, made once."""
    held = Held(ledger)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: held.books(), range(32)))
    assert len({id(one) for one in found}) == 1


def test_pages_are_asked_for_while_a_person_rules(ledger: Ledger) -> None:
    """Every answer is of the books as they were at one moment, and the last is that of the last."""
    held = Held(ledger)

    def look(number: int) -> int:
        found = held.timeline(force=NATIONS[number % 3], patience=0.001 if number % 2 else None)
        return len(found.lives) + len(held.conflicts()) + len(held.heads()) + len(held.balances())

    with ThreadPoolExecutor(6) as pool:
        asked = [pool.submit(look, number) for number in range(30)]
        for number, name in enumerate(list(ledger.books().entries)[::5]):
            asking.rule(ledger, name, "memo", reason="a forecast", recorded=MAY.format(number + 1))
        for one in asked:
            one.result(30)
    assert held.timeline() == timeline(ledger.books())
    assert held.movements() == asking.movements(ledger)


def test_an_answer_is_worked_out_once_and_a_failure_not_kept() -> None:
    kept, asked = Kept(2), []

    def work() -> int:
        asked.append(1)
        if len(asked) == 1:
            msg = "not today"
            raise OSError(msg)
        return len(asked)

    with pytest.raises(OSError, match="not today"):
        kept.get("a", work)
    assert [kept.get("a", work), kept.get("a", work)] == [2, 2]
    assert [kept.get(name, work) for name in "bca"] == [3, 4, 5]


def test_what_takes_long_is_worked_out_meanwhile() -> None:
    kept, done = Kept(2), Event()

    def work() -> str:
        done.wait(5)
        return "there"

    assert kept.soon("a", work, 0.0) is None
    done.set()
    assert kept.get("a", work) == "there"
    assert kept.soon("a", work, 0.0) == "there"


def test_a_map_that_cannot_wait_has_its_movements_at_once(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Kept, "soon", lambda *_: None)
    held = Held(ledger)
    found = held.timeline(force="US", patience=0.0)
    assert (found.lives, found.pending, found.waiting) == ((), True, (("US", "persons"),))
    held.timeline()
    whole = timeline(ledger.books(), force="US")
    at_hand = held.timeline(force="US", patience=0.0)
    assert (at_hand.lives, at_hand.stops, at_hand.pending, at_hand.waiting) == (whole.lives, whole.stops, True, ())
    monkeypatch.undo()
    assert held.timeline(force="US", patience=5.0) == timeline(ledger.books(), force="US")


def test_a_desk_that_was_warmed_answers_as_one_that_was_not(ledger: Ledger) -> None:
    held = Held(ledger)
    held.warm()
    assert held.timeline() == timeline(ledger.books())
    assert Held(ledger).timeline() == held.timeline()

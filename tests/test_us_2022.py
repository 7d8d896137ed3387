"""Seven weeks of 2022 as several outlets told them, read, linked and balanced: the numbers that must come out right.

The reports are of our own writing; the facts are those of the case in the notes on the ledger.
"""

import random
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from laydown import desk
from laydown.desk import books
from laydown.desk.books import Clocks, Ledger, open_ledger
from laydown.model import Balance, Basis, Books, Bounds, Reading

CASE = Path(__file__).parents[1] / "examples" / "us-2022"
RECORDED = "2022-04-01T00:00:00Z"


def read(name: str) -> list[Reading]:
    found = list(desk.read_sources([str(CASE / name)]))
    return [one for one in found if isinstance(one, Reading)]


@pytest.fixture(scope="module")
def reports() -> list[Reading]:
    return read("reports.jsonl")


def keep(path: Path, readings: Sequence[Reading]) -> Ledger:
    ledger = open_ledger(str(path))
    for reading in readings:
        ledger.add(reading, recorded=RECORDED)
    return ledger


@pytest.fixture
def ledger(tmp_path: Path, reports: list[Reading]) -> Iterator[Ledger]:
    with keep(tmp_path / "us.db", reports) as kept:
        yield kept


def balance(
    ledger: Ledger, place: str, as_of: str | None = None, basis: Basis = "ordered", asset: str = "persons"
) -> Balance:
    clocks = Clocks(as_of=date.fromisoformat(as_of) if as_of else None)
    found = books.balances(ledger, force="US", places=[place], clocks=clocks, basis=basis)
    return next(one for one in found if one.asset == asset)


def span(bounds: Bounds | None) -> tuple[int | None, int | None] | None:
    return (bounds.low, bounds.high) if bounds else None


def test_poland_is_up_4700_by_11_february(ledger: Ledger) -> None:
    assert span(balance(ledger, "Poland", "2022-02-11").net_change) == (4700, 4700)
    assert span(balance(ledger, "Poland", "2022-02-10").net_change) == (1700, 1700)


def test_romania_has_its_opening_900_and_a_thousand_more(ledger: Ledger) -> None:
    found = balance(ledger, "Romania", "2022-02-11")
    assert span(found.stated.bounds if found.stated else None) == (800, 1000)
    assert span(found.net_change) == (1000, 1000)
    assert span(found.level) == (1800, 2000)


def test_the_baltic_states_share_what_nobody_told_apart(ledger: Ledger) -> None:
    assert span(balance(ledger, "Baltic states").net_change) == (700, 900)
    for country in ("Estonia", "Latvia", "Lithuania"):
        assert span(balance(ledger, country).net_change) == (0, 900)


def test_regions_nest_and_moves_within_one_change_nothing(ledger: Ledger) -> None:
    assert span(balance(ledger, "Europe").net_change) == (12000, 12000)
    assert span(balance(ledger, "eastern flank").net_change) == (6400, 6600)


def test_the_8500_on_alert_are_in_no_balance(ledger: Ledger) -> None:
    for found in books.balances(ledger, force="US"):
        proofs = (found.net_change.proof_of_low, found.net_change.proof_of_high)
        assert all(line.bound != 8500 for proof in proofs if proof for line in proof.lines)


def test_helicopters_are_no_people(ledger: Ledger) -> None:
    assert span(balance(ledger, "Baltic states", asset="aircraft").net_change) == (20, 20)


def test_in_place_is_what_somebody_saw_arrive(ledger: Ledger) -> None:
    assert span(balance(ledger, "Poland", "2022-02-07", "in_place").net_change) == (400, 1700)
    assert span(balance(ledger, "Baltic states", "2022-02-25", "in_place").net_change) == (0, 900)
    assert span(balance(ledger, "Baltic states", "2022-03-02", "in_place").net_change) == (700, 900)


def test_every_proof_adds_up(ledger: Ledger) -> None:
    proved = 0
    for found in books.balances(ledger, force="US"):
        for bounds in filter(None, (found.net_change, found.level)):
            for value, proof in ((bounds.low, bounds.proof_of_low), (bounds.high, bounds.proof_of_high)):
                if value is not None and proof is not None:
                    total = sum(line.coefficient * line.bound for line in proof.lines)
                    assert total == value * proof.divisor
                    proved += 1
    assert proved >= 15


def test_nothing_waits_and_nothing_conflicts(ledger: Ledger) -> None:
    assert list(books.suspense(ledger)) == []
    assert books.conflicts(ledger) == ()
    assert list(books.check(ledger)) == []


def in_force(found: Books) -> object:
    links = {name: (link.role, link.targets, link.score) for name, link in found.links.items()}
    return list(found.entries), links, {name: link.targets for name, link in found.replacing.items()}


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_arrival_changes_nothing(
    seed: int, ledger: Ledger, reports: list[Reading], tmp_path: Path
) -> None:
    shuffled = reports[:]
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - an order, no secret
    with keep(tmp_path / "other.db", shuffled) as other:
        assert in_force(other.books()) == in_force(ledger.books())
        assert books.balances(other) == books.balances(ledger)


def test_what_the_public_could_know_by_a_day(ledger: Ledger) -> None:
    known = books.balances(ledger, force="US", places=["Poland"], clocks=Clocks(said_by="2022-02-10"))
    assert span(known[0].net_change) == (1700, 1700)


@pytest.fixture
def planted(tmp_path: Path, reports: list[Reading]) -> Iterator[Ledger]:
    with keep(tmp_path / "planted.db", [*reports, *read("false.jsonl")]) as kept:
        yield kept


def test_a_false_number_is_found_with_both_sources(planted: Ledger) -> None:
    (conflict,) = books.conflicts(planted)
    entries = planted.books().entries
    assert {entries[name].outlet for name in conflict.claims} == {"Harbor Wire", "Courier Post"}
    (repair,) = conflict.repairs
    assert [entries[name].outlet for name in repair.removed] == ["Courier Post"]
    (romania,) = (one for one in repair.balances if one.place.name == "Romania")
    assert (span(romania.level), romania.contested) == ((1800, 2000), False)
    assert balance(planted, "Romania").contested


def test_a_ruling_settles_it_and_erases_nothing(planted: Ledger) -> None:
    (conflict,) = books.conflicts(planted)
    wrong = conflict.repairs[0].removed[0]
    books.rule(planted, wrong, "memo", reason="the Pentagon said 1,000", recorded="2022-04-02T00:00:00Z")
    assert books.conflicts(planted) == ()
    found = balance(planted, "Romania")
    assert (span(found.level), found.contested) == ((1800, 2000), False)
    assert books.conflicts(planted, clocks=Clocks(recorded_by="2022-04-01")) == (conflict,)
    assert list(planted.check()) == []


def test_a_proof_that_does_not_add_up_is_a_problem(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("laydown.balance.adds_up", lambda _bounds: False)
    assert "does not add up" in next(books.check(ledger)).what

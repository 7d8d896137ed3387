"""The course of a balance: on every day it is what the balance asked for that day is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from evals.made import START, Shape, world
from laydown.balance import balances, sheet
from laydown.balance.balances import named_places
from laydown.balance.course import bare, course
from laydown.lexicon.groups import group
from laydown.model import Balance, Basis, Books, Place

DAYS = [START + timedelta(days=n) for n in range(-3, 90, 3)]


def proofless(balance: Balance) -> Balance:
    """BALANCE as of no day, without its proofs."""
    stated = balance.stated and replace(balance.stated, bounds=bare(balance.stated.bounds))
    level, unexplained = (one and bare(one) for one in (balance.level, balance.unexplained))
    net = bare(balance.net_change)
    return replace(balance, as_of=None, stated=stated, net_change=net, level=level, unexplained=unexplained)


def by_day(books: Books, place: Place, days: list[date], basis: Basis) -> list[Balance | None]:
    """The course of a place, a balance a day."""
    (page,) = sheet(books).pages.values()
    found: list[Balance | None] = [None] * len(days)
    for balance, since, until in course(page, place, tuple(days), basis):
        assert balance.as_of == days[since]
        for number in range(since, until):
            assert found[number] is None
            found[number] = proofless(balance)
    return found


def agrees(books: Books, place: Place, days: list[date], basis: Basis) -> None:
    """Whether the course is that of the balances, asked one by one."""
    for day, held in zip(days, by_day(books, place, days, basis), strict=True):
        (asked,) = balances(books, as_of=day, places=[place], basis=basis) or [None]
        if held is None:
            assert asked is None or (asked.stated is None and not asked.sources)
        else:
            assert asked is not None
            assert held == proofless(asked), (place.name, day)


@pytest.mark.parametrize("basis", ["ordered", "in_place"])
@pytest.mark.parametrize(("seed", "wrong"), [(1, 0.0), (2, 0.1), (3, 0.2)])
def test_on_every_day_it_is_the_balance_of_that_day(seed: int, wrong: float, basis: Basis) -> None:
    books = world(seed, Shape(movements=25, wrong=wrong, stocks=0.3)).books
    (page,) = sheet(books).pages.values()
    places = named_places(page)
    assert len(places) > 8
    for place in places:
        agrees(books, place, DAYS, basis)


def test_a_group_has_the_members_of_each_day(books: Callable[[str], Books]) -> None:
    """Finland came to NATO in April 2023, and what stands there with it."""
    held = books(
        """
        2023-01-10 AP: a opens 500 to Finland
        2023-02-10 AP: b opens 300 to Poland
        2023-05-10 AP: c states 1200 at Finland
        2023-05-20 AP: d opens 100 from Finland to Poland
        """
    )
    nato = group("NATO")
    assert nato is not None
    days = [date(2023, 1, 1) + timedelta(days=5 * n) for n in range(35)]
    agrees(held, nato.place, days, "ordered")
    (page,) = sheet(held).pages.values()
    changes = [balance.net_change.high for balance, _, _ in course(page, nato.place, tuple(days))]
    assert len(set(changes)) > 1


def test_what_was_called_off_counts_no_more_and_a_stock_begins_anew(books: Callable[[str], Books]) -> None:
    held = books(
        """
        2022-02-01 AP: a opens ~1000 from Fort Bragg to Poland
        2022-02-05 AP: b opens 2000 from Germany to Poland, Romania
        2022-02-09 BBC: c same @b 3000 from Germany to Poland
        2022-02-12 AP: d same @a to Poland (cancelled)
        2022-02-15 AP: e states 4000 at Poland
        2022-02-20 AP: f same @b to Poland (completed)
        2022-02-25 AP: g states 5000 at Poland
        """
    )
    days = [date(2022, 1, 28) + timedelta(days=n) for n in range(35)]
    (page,) = sheet(held).pages.values()
    for place in named_places(page):
        agrees(held, place, days, "ordered")
        agrees(held, place, days, "in_place")

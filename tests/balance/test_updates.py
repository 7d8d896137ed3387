"""Updates and corrections: what a balance is before and after the day on which a page told it otherwise."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from laydown.balance import movements, sheet
from laydown.balance.balances import named_places
from laydown.model import Balance, Books, Bounds
from tests.balance.test_course import agrees

Write = Callable[[str], Books]
Ask = Callable[..., Balance]
Span = Callable[[Bounds | None], tuple[int | None, int | None] | None]


@pytest.mark.parametrize(
    ("how", "second", "fourth", "sixth"),
    [("updates", (2000, 2000), (2000, 2000), (3000, 3000)), ("supersedes", (3000, 3000), (3000, 3000), (3000, 3000))],
)
def test_an_update_holds_from_its_day_on_and_a_correction_all_along(
    books: Write, at: Ask, span: Span, how: str, second: object, fourth: object, sixth: object
) -> None:
    held = books(
        f"""
        2022-02-02 AP: a opens 2000 to Poland
        2022-02-05 AP: b same @a 3000 to Poland ({how} a)
        """
    )
    days = ("2022-02-02", "2022-02-04", "2022-02-05")
    assert [span(at(held, "Poland", day).net_change) for day in days] == [second, fourth, sixth]
    (movement,) = movements(held)
    assert span(movement.quantity) == (3000, 3000)
    assert movement.first == date(2022, 2, 2)


def test_a_correction_that_names_a_day_is_of_that_day(books: Write, at: Ask, span: Span) -> None:
    held = books(
        """
        2022-02-02 AP: a opens 2000 to Poland
        2022-02-05 AP: b same @a 3000 to Poland on 2022-02-04 (supersedes a)
        2022-02-05 AP: c opens 100 to Latvia
        """
    )
    assert span(at(held, "Poland", "2022-02-04").net_change) == (3000, 3000)
    assert span(at(held, "Poland", "2022-02-02", force="US", asset="persons").net_change) == (0, 0)


def test_a_corrected_stock_is_of_the_day_of_what_was_wrong(books: Write, at: Ask, span: Span) -> None:
    held = books(
        """
        2022-02-02 AP: a states 5000 at Poland
        2022-02-05 AP: b states 4500 at Poland (supersedes a)
        """
    )
    found = at(held, "Poland", "2022-02-03").stated
    assert found is not None
    assert span(found.bounds) == (4500, 4500)
    assert found.on == date(2022, 2, 2)


def test_a_page_that_tells_the_arrival_leaves_the_order_where_it_was(books: Write, at: Ask, span: Span) -> None:
    held = books(
        """
        2022-02-02 AP: a opens 2000 from Fort Bragg to Poland
        2022-02-06 AP: b same @a 2000 to Poland (completed, updates a)
        """
    )
    assert span(at(held, "Poland", "2022-02-03").net_change) == (2000, 2000)
    assert span(at(held, "Poland", "2022-02-03", basis="in_place").net_change) == (0, 2000)
    assert span(at(held, "Poland", "2022-02-06", basis="in_place").net_change) == (2000, 2000)
    assert span(at(held, "Fort Bragg", "2022-02-06").net_change) == (-2000, -2000)
    (movement,) = movements(held)
    assert (movement.first, movement.status, movement.claims) == (date(2022, 2, 2), "completed", ("a", "b"))
    assert [one.name for one in movement.origin] == ["Fort Bragg"]


def test_on_one_day_the_last_number_holds(books: Write, at: Ask, span: Span) -> None:
    held = books(
        """
        2022-02-02 AP: a opens 2000 to Poland
        2022-02-02 AP: b same @a 3000 to Poland (updates a)
        """
    )
    assert span(at(held, "Poland", "2022-02-02").net_change) == (3000, 3000)


def test_who_does_not_update_still_says_what_he_said(books: Write, at: Ask) -> None:
    held = books(
        """
        2022-02-02 AP: a opens 2000 to Poland
        2022-02-03 BBC: y same @a 2000 to Poland
        2022-02-05 AP: b same @a 3000 to Poland (updates a)
        """
    )
    assert not at(held, "Poland", "2022-02-04").contested
    assert at(held, "Poland", "2022-02-05").contested


def test_what_was_told_since_is_of_the_size_by_then(books: Write, at: Ask, span: Span) -> None:
    held = books(
        """
        2022-02-02 AP: a opens 2000 to Poland
        2022-02-05 AP: b same @a 3000 to Poland (updates a)
        2022-02-07 BBC: y same @a 3000 to Poland (completed)
        2022-02-09 AP: c same @a 4700 to Poland (updates b)
        """
    )
    days = {"2022-02-04": 2000, "2022-02-05": 3000, "2022-02-08": 3000}
    for day, number in days.items():
        assert span(at(held, "Poland", day).net_change) == (number, number)
        assert not at(held, "Poland", day).contested
    assert at(held, "Poland", "2022-02-09").contested
    assert [len(one.claims) for one in movements(held)] == [4]


def test_of_a_whole_with_parts_the_last_number_holds_on_all_days(books: Write, at: Ask, span: Span) -> None:
    held = books(
        """
        2022-02-02 AP: a opens 2000 to Poland
        2022-02-02 AP: p part-of @a 1700 to Poland
        2022-02-05 AP: b same @a 3000 to Poland (updates a)
        """
    )
    assert span(at(held, "Poland", "2022-02-03").net_change) == (3000, 3000)


def test_a_stock_between_an_order_and_its_update_may_hold_any_of_it(books: Write, at: Ask, span: Span) -> None:
    held = books(
        """
        2022-02-02 AP: a opens 2000 to Poland
        2022-02-03 BBC: s states 5000 at Poland
        2022-02-05 AP: b same @a 3000 to Poland (updates a)
        """
    )
    assert span(at(held, "Poland", "2022-02-04").level) == (5000, 7000)
    assert span(at(held, "Poland", "2022-02-06").level) == (5000, 8000)


def test_nothing_updates_what_is_told_later_or_itself(books: Write, at: Ask, span: Span) -> None:
    held = books(
        """
        2022-02-02 AP: a opens 2000 to Poland (updates b)
        2022-02-05 AP: b same @a 2000 to Poland (updates a)
        2022-02-06 AP: c same @a 2000 to Poland (updates c)
        """
    )
    assert held.updated == {"a": "b"}
    assert span(at(held, "Poland").net_change) == (2000, 2000)


@pytest.mark.parametrize("basis", ["ordered", "in_place"])
def test_the_course_heeds_updates(books: Write, basis: str) -> None:
    held = books(
        """
        2022-02-02 AP: a opens 2000 from Fort Bragg to Poland
        2022-02-04 BBC: s states 5000 at Poland
        2022-02-05 AP: b same @a 3000 to Poland (updates a)
        2022-02-08 BBC: y same @a 3000 to Poland (completed)
        2022-02-11 AP: c same @a 3500 to Poland, Romania (updates b)
        2022-02-12 AP: d opens 700 to Romania
        2022-02-15 AP: e same @d 500 to Romania (supersedes d)
        """
    )
    days = [date(2022, 2, 1) + timedelta(days=n) for n in range(18)]
    (page,) = sheet(held).pages.values()
    for place in named_places(page):
        agrees(held, place, days, basis)  # type: ignore[arg-type]

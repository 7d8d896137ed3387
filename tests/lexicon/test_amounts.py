"""Amounts: what the words for a number bound, and what we add to them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laydown.lexicon.amounts import BY_PERSON, Interval, echelon, interval, loosened, precision
from laydown.lexicon.tables import cell, table
from laydown.model import Quantity
from laydown.model.claim import Hedge

TABLES = ("widths", "amount_words", "vague_caps", "echelons")


def said(hedge: Hedge, number: int, text: str = "", unit: str = BY_PERSON) -> Quantity:
    """NUMBER under HEDGE, as the reader writes it."""
    text = text or f"{number:,}"
    if hedge in {"at_least", "vague"}:
        return Quantity(low=number, hedge=hedge, unit=unit, text=text)
    if hedge == "at_most":
        return Quantity(high=number, hedge=hedge, unit=unit, text=text)
    if hedge == "between":
        return Quantity(low=number, high=number + number // 3, hedge=hedge, unit=unit, text=text)
    sharp = number if hedge == "exact" else None
    return Quantity(value=number, low=sharp, high=sharp, hedge=hedge, unit=unit, text=text)


hedges = st.sampled_from(["exact", "about", "at_least", "at_most", "between", "vague"])
numbers = st.integers(0, 10**7)


@pytest.mark.parametrize("name", TABLES)
def test_every_row_is_whole_and_has_a_source(name: str) -> None:
    rows = table(name)
    assert list(rows[0])[-1] == "source"
    assert [row for row in rows if None in row or None in row.values() or not row["source"].strip()] == []


@pytest.mark.parametrize("name", ["amount_words", "vague_caps", "echelons"])
def test_no_word_stands_twice(name: str) -> None:
    words = [word for row in table(name) for word in cell(row, "words")]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("name", ["vague_caps", "echelons"])
def test_bounds_are_in_order(name: str) -> None:
    assert [row for row in table(name) if not 0 < int(row["low"]) < int(row["high"])] == []


@pytest.mark.parametrize(
    ("quantity", "low", "high"),
    [
        (said("exact", 1700), 1700, 1700),
        (said("about", 800, "about 800"), 700, 900),
        (said("about", 1000, "some 1,000"), 800, 1250),
        (said("about", 3000, "about 3,000"), 2400, 3750),
        (said("at_least", 90000, "more than 90,000"), 90000, 112500),
        (said("at_most", 800, "up to 800"), 0, 800),
        (said("at_most", 5000, "nearly 5,000"), 4500, 5000),
        (said("at_most", 5000, "fewer than 5,000"), 0, 5000),
        (said("vague", 24, "dozens"), 24, 99),
        (said("vague", 200, "hundreds"), 200, 999),
        (said("vague", 2000, "thousands"), 2000, 9999),
        (said("vague", 20000, "tens of thousands"), 20000, 99999),
        (said("vague", 24, "dozens, perhaps hundreds,"), 24, 999),
        (Quantity(low=300, high=400, hedge="between", text="300 to 400"), 300, 400),
        (Quantity(low=200, high=999, hedge="vague", text="several hundred"), 200, 999),
    ],
)
def test_what_a_hedge_bounds(quantity: Quantity, low: int, high: int) -> None:
    found = interval(quantity)
    assert (found.low, found.high) == (low, high)


def test_what_we_add_says_so_and_can_be_left_out() -> None:
    more = said("at_least", 90000, "more than 90,000")
    assert interval(more).assumed_high == "“more than 90,000” means at most a quarter more"
    assert interval(more, assume=False) == Interval(low=90000, high=None)
    thousands = said("vague", 2000, "thousands")
    assert interval(thousands).assumed_high == "“thousands” means at most 9,999"
    assert interval(thousands, assume=False).high is None


def test_a_named_unit_counts_by_its_echelon() -> None:
    found = interval(None, units=("173rd Airborne Brigade",), text="the 173rd Airborne Brigade")
    assert (found.low, found.high) == (3000, 5000)
    assert found.assumed_low == "173rd Airborne Brigade: at least 3,000 people"
    assert interval(None, units=("173rd Airborne Brigade",), assume=False) == Interval(low=0, high=None)


def test_elements_of_a_unit_are_at_most_the_unit() -> None:
    found = interval(None, units=("82nd Airborne Division",), text="elements of the 82nd Airborne Division")
    assert (found.low, found.high, found.assumed_low) == (0, 15000, None)


@pytest.mark.parametrize("units", [(), ("XVIII Airborne",), ("82nd Airborne Division", "Task Force 50")])
def test_a_unit_of_unknown_size_bounds_nothing(units: tuple[str, ...]) -> None:
    assert interval(None, units=units) == Interval(low=0, high=None)


def test_people_are_no_aircraft() -> None:
    assert interval(None, units=("82nd Airborne Division",), counts="aircraft").high is None


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("2nd Battalion, 503rd Infantry Regiment", (300, 1000)),
        ("XVIII Airborne Corps", (20000, 45000)),
        ("Nimitz", None),
    ],
)
def test_the_smallest_echelon_of_a_name_is_meant(name: str, size: tuple[int, int] | None) -> None:
    assert echelon(name) == size


def test_a_bare_number_is_as_exact_as_it_is_written() -> None:
    assert (loosened(said("exact", 4700)).low, loosened(said("exact", 4700)).high) == (4650, 4750)
    assert loosened(said("exact", 4700, "exactly 4,700")) == Interval(low=4700, high=4700)
    assert loosened(said("exact", 12)) == Interval(low=12, high=12)
    assert loosened(said("exact", 8, unit="aircraft")) == Interval(low=8, high=8)


@given(hedges, numbers, st.booleans())
def test_the_bounds_are_in_order_and_hold_what_is_said(hedge: Hedge, number: int, assume: bool) -> None:  # noqa: FBT001
    quantity = said(hedge, number)
    found = interval(quantity, assume=assume)
    for told in (quantity.low, quantity.value, quantity.high):
        assert told is None or (found.low <= told and (found.high is None or told <= found.high))
    assert found.low >= 0
    assert found.high is None or found.low <= found.high


@given(hedges, numbers)
def test_assuming_less_and_writing_looser_only_widen(hedge: Hedge, number: int) -> None:
    quantity = said(hedge, number)
    narrow, wide, loose = interval(quantity), interval(quantity, assume=False), loosened(quantity)
    assert wide.low <= narrow.low
    assert loose.low <= narrow.low
    assert wide.high is None or (narrow.high is not None and narrow.high <= wide.high)
    assert loose.high is None or (narrow.high is not None and narrow.high <= loose.high)


@given(st.sampled_from(["at_least", "at_most", "exact", "between"]), numbers, numbers)
def test_a_larger_number_is_never_bounded_lower(hedge: Hedge, one: int, other: int) -> None:
    less, more = (interval(said(hedge, number)) for number in sorted((one, other)))
    assert less.low <= more.low
    assert less.high is None or (more.high is not None and less.high <= more.high) or more.high is None


@given(st.integers(1, 10**9))
def test_the_step_divides_the_number_and_is_a_round_one(number: int) -> None:
    step = precision(number)
    assert number % step == 0
    assert str(step).rstrip("0") in {"1", "5"}
    assert precision(number * 10) == step * 10


@given(st.integers(1, 10**6))
def test_nearly_lies_within_up_to(number: int) -> None:
    nearly = interval(replace(said("at_most", number), text=f"nearly {number}"))
    assert interval(said("at_most", number)).low <= nearly.low <= number

"""Balances: what is in place, what is on the way, what is stated, and what nobody explains."""

from collections.abc import Callable

import pytest

from laydown.balance import balances, movements
from laydown.model import Balance, Books, Bounds

Write = Callable[[str], Books]
Ask = Callable[..., Balance]
Span = Callable[[Bounds | None], tuple[int | None, int | None] | None]


@pytest.mark.parametrize(
    ("day", "ordered", "in_place"),
    [
        ("2022-01-31", (0, 0), (0, 0)),
        ("2022-02-02", (1000, 1000), (0, 1000)),
        ("2022-02-09", (1000, 1000), (1000, 1000)),
    ],
)
def test_a_movement_counts_from_its_order_and_is_in_place_from_its_arrival(
    day: str, ordered: tuple[int, int], in_place: tuple[int, int], books: Write, at: Ask, span: Span
) -> None:
    held = books(
        """
        2022-02-02 AP: a opens 1000 to Romania
        2022-02-05 AP: b same @a 1000 to Romania (underway)
        2022-02-09 AP: c same @a to Romania (completed)
        """
    )
    assert span(at(held, "Romania", day).net_change) == ordered
    assert span(at(held, "Romania", day, basis="in_place").net_change) == in_place


def test_what_is_told_of_a_span_of_days_may_have_been_ordered_on_any_of_them(books: Write, at: Ask, span: Span) -> None:
    held = books("2022-06-29 AP: a opens 20000 to Poland on 2022-01-01..2022-05-31 (completed)")
    told = {day: span(at(held, "Poland", day).net_change) for day in ("2021-12-31", "2022-03-01", "2022-05-31")}
    assert told == {"2021-12-31": (0, 0), "2022-03-01": (0, 20000), "2022-05-31": (20000, 20000)}


def test_what_has_arrived_of_a_part_has_arrived_of_the_whole(books: Write, at: Ask, span: Span) -> None:
    held = books(
        """
        2022-02-02 AP: a opens 2000 to Poland
        2022-02-06 AP: b part-of @a 300 to Poland (completed)
        """
    )
    assert span(at(held, "Poland", "2022-02-06", basis="in_place").net_change) == (300, 2000)


def test_a_part_stays_one_when_its_first_telling_is_superseded(books: Write, at: Ask, span: Span) -> None:
    held = books(
        """
        2022-02-02 AP: a opens 2000 to Poland
        2022-02-06 AP: b part-of @a 300 to Poland (underway)
        2022-02-07 AP: c same @b 300 to Poland (underway)
        2022-02-07 AP+: d supersedes @b
        """
    )
    assert span(at(held, "Poland").net_change) == (2000, 2000)


def test_what_is_called_off_counts_until_then(books: Write, at: Ask) -> None:
    held = books(
        """
        2022-02-02 AP: a opens 1000 to Poland
        2022-02-05 AP: b same @a 1000 to Poland (cancelled)
        2022-02-09 AP: c same @a 1000 to Poland
        """
    )
    days = {"2022-02-04": 1000, "2022-02-05": 0, "2022-02-09": 1000}
    assert {day: at(held, "Poland", day).net_change.high for day in days} == days


def test_a_part_that_is_called_off_stays_so_when_the_whole_is_told_again(books: Write, at: Ask, span: Span) -> None:
    held = books(
        """
        2022-02-02 AP: a opens 3000 to Poland
        2022-02-05 AP: b part-of @a 1000 to Poland (cancelled)
        2022-02-09 AP: c same @a 3000 to Poland
        """
    )
    assert span(at(held, "Poland", "2022-02-09").net_change) == (2000, 2000)


@pytest.mark.parametrize("status", ["ruled_out", "considered", "requested"])
def test_what_is_not_decided_counts_nothing(status: str, books: Write) -> None:
    assert balances(books(f"2022-02-02 AP: a opens 1000 to Ukraine ({status})")) == ()


def test_a_withdrawal_leaves_its_origin(books: Write, at: Ask, span: Span) -> None:
    held = books("2021-08-01 AP: a opens 2500 from Afghanistan (withdraw)")
    assert span(at(held, "Afghanistan").net_change) == (-2500, -2500)


def test_within_one_country_nothing_comes_or_goes(books: Write, at: Ask, span: Span) -> None:
    held = books("2022-02-02 AP: a opens 500 from Fort Bragg, Fort Stewart to Fort Hood")
    assert span(at(held, "United States").net_change) == (0, 0)


def test_a_base_gets_a_part_of_what_its_country_gets(books: Write, at: Ask, span: Span) -> None:
    held = books("2022-02-02 AP: a opens 500 to Germany\n2022-02-02 AP: b opens 70 to Ramstein")
    assert span(at(held, "Ramstein").net_change) == (70, 570)
    assert span(at(held, "Germany").net_change) == (570, 570)


def test_a_rotation_adds_nothing_for_sure(books: Write, at: Ask, span: Span) -> None:
    held = books("2022-02-02 AP: a opens 4000 to Poland (rotate)")
    assert span(at(held, "Poland").net_change) == (0, 4000)


def test_who_stays_longer_moves_nowhere(books: Write, at: Ask, span: Span) -> None:
    held = books("2022-02-02 AP: a opens 1500 to Poland (extend)")
    assert span(at(held, "Poland").net_change) == (0, 0)


def test_the_last_stock_wins_and_what_was_ordered_before_may_be_in_it(books: Write, at: Ask, span: Span) -> None:
    held = books(
        """
        2022-01-01 AP: s states 4000 at Poland
        2022-02-02 AP: a opens 1700 to Poland
        2022-02-20 NPR: t states 5000 at Poland
        2022-02-25 AP: b opens 300 to Poland
        """
    )
    early, late = at(held, "Poland", "2022-02-10"), at(held, "Poland", "2022-02-25")
    assert span(early.level) == (5700, 5700)
    assert (span(late.net_change), span(late.level)) == ((300, 2000), (5300, 7000))
    assert late.stated is not None
    assert (late.stated.on.isoformat(), late.stated.claims, late.stated.outlets) == ("2022-02-20", ("t",), ("NPR",))
    assert span(late.unexplained) == (-700, 1000)


def test_what_had_arrived_is_in_the_stock(books: Write, at: Ask, span: Span) -> None:
    held = books(
        """
        2022-01-01 AP: s states 4000 at Poland
        2022-02-02 AP: a opens 1700 to Poland
        2022-02-10 AP: b same @a to Poland (completed)
        2022-02-20 NPR: t states 6000 at Poland
        """
    )
    poland = at(held, "Poland")
    assert span(poland.level) == (6000, 6000)
    assert span(poland.unexplained) == (300, 300)


def test_a_total_after_the_movement_counts_it(books: Write, at: Ask, span: Span) -> None:
    held = books(
        """
        2022-02-02 AP: a opens 1000 to Romania
        2022-02-02 AP+: s states 1900 at Romania (after)
        """
    )
    romania = at(held, "Romania")
    assert (span(romania.net_change), span(romania.level)) == ((0, 0), (1900, 1900))
    assert at(held, "Romania", basis="in_place").stated is None


def test_a_stock_told_of_the_days_before_the_order_is_before_it(books: Write, at: Ask, span: Span) -> None:
    held = books("2022-02-05 AP: s states 900 at Romania on 2022-01-31\n2022-02-02 AP: a opens 1000 to Romania")
    assert span(at(held, "Romania").level) == (1900, 1900)


def test_a_stock_of_another_outlet_on_the_day_of_the_order_may_hold_some_of_it(
    books: Write, at: Ask, span: Span
) -> None:
    held = books("2022-02-02 AP: a opens 1000 to Romania\n2022-02-02 NPR: s states 900 at Romania")
    assert span(at(held, "Romania").level) == (900, 1900)


def test_two_stocks_of_a_day_that_cannot_both_be_are_contested(books: Write, at: Ask, span: Span) -> None:
    from laydown.balance import conflicts

    held = books("2022-02-02 AP: s states 900 at Romania\n2022-02-02 NPR: t states 1500 at Romania")
    romania = at(held, "Romania")
    assert romania.contested
    assert romania.stated is not None
    assert span(romania.stated.bounds) == (900, 1500)
    assert [set(one.claims) for one in conflicts(held)] == [{"s", "t"}]


def test_two_stocks_that_differ_by_rounding_agree(books: Write, at: Ask, span: Span) -> None:
    held = books("2022-02-02 AP: s states 940 at Romania\n2022-02-02 NPR: t states 900 at Romania")
    romania = at(held, "Romania")
    assert not romania.contested
    assert romania.stated is not None
    assert span(romania.stated.bounds) == (935, 945)


def test_a_region_is_stated_only_if_all_of_it_is(books: Write, at: Ask, span: Span) -> None:
    two = "2022-02-01 AP: e states 100 at Estonia\n2022-02-01 AP: l states 200 at Latvia"
    three = two + "\n2022-02-03 AP: t states 300 at Lithuania\n2022-02-02 NPR: a opens 50 to Latvia"
    assert at(books(two), "Baltic states").stated is None
    baltics = at(books(three), "Baltic states")
    assert baltics.stated is not None
    assert (span(baltics.stated.bounds), span(baltics.level)) == ((600, 600), (650, 650))


def test_nobody_there_is_a_stock_of_none(books: Write, at: Ask, span: Span) -> None:
    ukraine = at(books("2022-02-02 AP: s states at Ukraine (denied)"), "Ukraine")
    assert span(ukraine.level) == (0, 0)


def test_a_level_is_never_below_none(books: Write, at: Ask, span: Span) -> None:
    held = books("2022-02-01 AP: s states 500 at Romania\n2022-02-02 AP: a opens <800 from Romania")
    assert span(at(held, "Romania").level) == (0, 500)


def test_a_movement_without_a_number_leaves_the_change_open_above(books: Write, at: Ask, span: Span) -> None:
    held = books("2022-02-01 AP: a opens 300 to Poland\n2022-02-02 AP: b opens to Poland")
    assert span(at(held, "Poland").net_change) == (300, None)


def test_a_named_unit_counts_by_its_echelon_unless_nothing_is_assumed(books: Write, at: Ask, span: Span) -> None:
    held = books("2022-02-01 AP: a opens of 173rd Airborne Brigade to Poland")
    assert span(at(held, "Poland").net_change) == (3000, 5000)
    assert span(at(held, "Poland", assume=False).net_change) == (0, None)


def test_forces_and_things_are_apart(books: Write) -> None:
    held = books(
        """
        2022-02-01 AP: a opens 300 to Poland
        2022-02-01 AP: b opens 8 aircraft to Poland
        2022-02-01 AP: c opens 50 to Belarus (Russia)
        """
    )
    found = {(one.force, one.asset, one.place.name): one.net_change.high for one in balances(held)}
    expected = {("US", "persons", "Poland"): 300, ("US", "aircraft", "Poland"): 8, ("RU", "persons", "Belarus"): 50}
    assert found == expected
    assert [one.force for one in balances(held, force="RU")] == ["RU"]
    assert [one.asset for one in balances(held, asset="aircraft")] == ["aircraft"]


def test_what_is_corrected_in_suspense_or_memo_counts_no_more(books: Write, at: Ask, span: Span) -> None:
    held = books(
        """
        2022-02-01 AP: a opens 3000 to Poland
        2022-02-02 AP: b same @a 300 to Poland
        2022-02-02 AP: c supersedes @a
        2022-02-03 NPR: d suspense 700 to Poland
        2022-02-03 NPR: e memo 900 to Poland
        """
    )
    assert span(at(held, "Poland").net_change) == (300, 300)


def test_without_a_day_a_movement_counts_always(books: Write, at: Ask, span: Span) -> None:
    held = books("- AP: a opens 300 to Poland")
    assert span(at(held, "Poland", "2001-01-01").net_change) == (300, 300)
    assert movements(held)[0].first is None


def test_copies_are_one_witness(books: Write, at: Ask) -> None:
    held = books(
        """
        2022-02-01 AP: a opens 300 to Poland
        2022-02-01 Gazette: b same @a 300 to Poland (copy of a)
        2022-02-01 NPR: c same @a 300 to Poland
        """
    )
    poland = at(held, "Poland")
    assert (poland.sources, poland.witnesses) == (("AP", "Gazette", "NPR"), 2)


def test_movements_are_rows(books: Write, span: Span) -> None:
    held = books(
        """
        2022-02-02 AP: a opens ~2000 from Fort Bragg to Germany, Poland
        2022-02-02 AP: b part-of @a 1700 to Poland
        2022-02-05 NPR: c same @a to Poland (underway)
        """
    )
    whole, part = movements(held)
    assert (whole.id, whole.force, whole.asset, whole.status, whole.claims) == (
        "m-a", "US", "persons", "underway", ("a", "c"),
    )  # fmt: skip
    assert span(whole.quantity) == (1700, 2500)
    assert span(part.quantity) == (1700, 1700)
    assert [place.name for place in whole.origin] == ["Fort Bragg"]
    assert [place.name for place in whole.destination] == ["Germany", "Poland"]


def test_what_we_assume_gives_way_before_anyone_is_contradicted(books: Write, at: Ask, span: Span) -> None:
    held = books(
        """
        2022-02-01 AP: a opens >1000 to Poland
        2022-02-02 NPR: b same @a 2000 to Poland
        2022-02-03 AP: c opens of 173rd Airborne Brigade to Romania
        2022-02-04 NPR: d same @c 800 to Romania
        """
    )
    assert not at(held, "Poland").contested
    assert span(at(held, "Poland").net_change) == (2000, 2000)
    assert span(at(held, "Romania").net_change) == (800, 800)


def test_bare_numbers_that_only_round_differently_agree(books: Write, at: Ask, span: Span) -> None:
    held = books("2022-02-01 AP: a opens 4700 to Poland\n2022-02-02 NPR: b same @a 4720 to Poland")
    assert not at(held, "Poland").contested
    assert span(at(held, "Poland").net_change) == (4715, 4725)


def test_a_stock_to_come_is_of_its_day_and_not_of_the_day_on_which_it_is_told(books: Write, at: Ask) -> None:
    held = books(
        """
        2024-03-01 AP: a states 500 at Poland
        2024-03-06 AP: b states 900 at Poland on 2024-06-01
        """
    )
    before, after = (at(held, "Poland", f"2024-0{month}-15").stated for month in (3, 6))
    assert before is not None
    assert after is not None
    assert (before.bounds.low, after.bounds.low) == (500, 900)

"""The timeline: what the time bar shows at a stop is what the books say of that day."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from evals.made import Shape, world
from laydown import balance
from laydown.balance.course import bare
from laydown.desk.timeline import Life, Timeline, thinned, timeline
from laydown.lexicon.gazetteer import country
from laydown.lexicon.groups import group
from laydown.model import Balance, Books, Bounds, Place
from tests.balance.conftest import write_books as write


def place(code: str) -> Place:
    """A country by its code."""
    found = country(code)
    assert found is not None
    return found


def lives(text: str, **asked: object) -> dict[str, str]:
    """By movement, its stages as `status since..until`."""
    found = timeline(write(text), **asked)  # type: ignore[arg-type]
    return {life.movement.id: drawn(life) for life in found.lives}


def drawn(life: Life) -> str:
    """The stages of a life in a line."""
    return ", ".join(f"{one.status} {one.since:%m-%d}..{one.until:%m-%d}" for one in life.stages if one.until)


def on(found: Timeline, day: date) -> dict[tuple[str, str, str], Balance]:
    """The balances that stand on a day."""
    return {
        (one.balance.force, one.balance.asset, one.balance.place.name): one.balance
        for one in found.standings
        if one.since <= day and (one.until is None or day < one.until)
    }


def proofless(one: Balance) -> Balance:
    """A balance as of no day, without its proofs."""
    stated = one.stated and replace(one.stated, bounds=bare(one.stated.bounds))
    level, unexplained = (bounds and bare(bounds) for bounds in (one.level, one.unexplained))
    net = bare(one.net_change)
    return replace(one, as_of=None, stated=stated, net_change=net, level=level, unexplained=unexplained)


@pytest.mark.parametrize(("seed", "wrong"), [(1, 0.0), (4, 0.15)])
def test_a_standing_on_a_stop_is_the_balance_of_that_day(seed: int, wrong: float) -> None:
    books = world(seed, Shape(movements=25, wrong=wrong, stocks=0.2)).books
    found = timeline(books, most_stops=25)
    for day in found.stops:
        asked = {(one.force, one.asset, one.place.name): proofless(one) for one in balance.balances(books, as_of=day)}
        assert {key: proofless(one) for key, one in on(found, day).items()} == asked


def test_a_movement_goes_through_its_stages_and_is_history_sixty_days_after_it_was_last_told() -> None:
    assert lives(
        """
        2022-02-01 AP: a opens 2000 from Fort Bragg to Poland
        2022-02-04 AP: b same @a 2000 to Poland (underway)
        2022-02-06 BBC: c same @a 2000 to Poland
        2022-02-09 AP: d same @a to Poland on 2022-02-08 (completed)
        2022-02-12 BBC: e same @a 2000 to Poland (underway)
        """
    ) == {"m-a": "announced 02-01..02-04, underway 02-04..02-08, completed 02-08..04-13"}


def test_one_that_is_called_off_ends_and_may_begin_again() -> None:
    told = """
        2022-02-01 AP: a opens 2000 from Fort Bragg to Poland
        2022-02-10 AP: b same @a to Poland (cancelled)
        """
    assert lives(told) == {"m-a": "announced 02-01..02-10, cancelled 02-10..04-11"}
    again = told + "2022-02-20 AP: c same @a 2000 to Poland (underway)"
    assert lives(again) == {"m-a": "announced 02-01..02-10, cancelled 02-10..02-20, underway 02-20..04-21"}
    assert lives(again, statuses=["underway"]) == {"m-a": "underway 02-20..04-21"}
    assert lives(again, statuses=["completed"]) == {}


def test_what_is_called_off_and_on_again_in_a_day_goes_on() -> None:
    assert lives(
        """
        2022-02-01 AP: a opens 2000 from Fort Bragg to Poland
        2022-02-04 AP: b same @a to Poland (cancelled)
        2022-02-04 BBC: c same @a to Poland
        """
    ) == {"m-a": "announced 02-01..04-05"}


def test_what_no_report_dates_is_always_there() -> None:
    (life,) = timeline(write("- AP: a opens 2000 from Fort Bragg to Poland")).lives
    assert [(one.since, one.until) for one in life.stages] == [(date.min, None)]


def test_a_place_shows_what_comes_and_goes_there_and_nothing_else() -> None:
    books = write(
        """
        2022-02-01 AP: a opens 2000 from Fort Bragg to Poland
        2022-02-03 AP: b opens 300 from Poland to Romania
        2022-02-05 AP: c opens 900 from Fort Bragg to Estonia
        2022-02-07 AP: d states 5000 at Estonia
        """
    )
    found = timeline(books, places=[place("PL")])
    assert {life.movement.id for life in found.lives} == {"m-a", "m-b"}
    assert {one.balance.place.name for one in found.standings} == {"Poland"}
    assert found.stops == (date(2022, 2, 1), date(2022, 2, 3))
    assert timeline(books).stops[-1] == date(2022, 2, 7)


def test_a_region_stands_where_all_its_members_do() -> None:
    found = write(
        """
        2022-02-01 AP: a states 900 at Estonia
        2022-02-02 AP: b states 800 at Latvia
        2022-02-04 AP: c states 700 at Lithuania
        """
    )
    baltic = group("Baltic states")
    assert baltic is not None
    (one,) = timeline(found, places=[baltic.place]).standings
    assert one.balance.level == Bounds(low=2400, high=2400)


def test_what_is_left_out_for_size_is_counted_and_no_asset_crowds_out_another() -> None:
    books = write(
        """
        2022-02-01 AP: a opens 2000 to Poland
        2022-02-02 AP: b opens 3000 to Romania
        2022-02-03 AP: c opens 9000 to Estonia
        2022-02-04 AP: d opens 12 aircraft to Latvia
        """
    )
    found = timeline(books, most_flows=2, most_standings=3)
    assert {life.movement.id for life in found.lives} == {"m-c", "m-d"}
    assert (found.left_out, found.unshown) == (2, 1)
    assert {one.balance.place.name for one in found.standings} == {"Estonia", "Latvia", "Romania"}


def test_nothing_makes_an_empty_timeline() -> None:
    assert timeline(Books()) == Timeline((), (), ())


@pytest.mark.parametrize(("days", "most"), [(10, 3), (10, 10), (400, 180), (1, 5), (7, 2), (5, 1)])
def test_stops_are_thinned_evenly_and_keep_their_ends(days: int, most: int) -> None:
    every = [date(2022, 1, 1) + timedelta(days=n) for n in range(days)]
    found = thinned(every, most)
    assert len(found) == min(days, most)
    assert (found[0], found[-1]) == (every[0], every[-1] if most > 1 else every[0])
    gaps = {(later - earlier).days for earlier, later in pairwise(found)}
    assert not gaps or max(gaps) - min(gaps) <= 1

"""The reinforcement of early 2022, as several outlets told it: what the books must answer."""

from collections.abc import Callable
from datetime import date

import pytest

from laydown.balance import balances, conflicts
from laydown.model import Balance, Books, Bounds

Span = Callable[[Bounds | None], tuple[int | None, int | None] | None]

STORY = """
2022-01-24 NPR: alert memo 8500 at United States
2022-02-02 AP: bragg opens ~2000 from Fort Bragg to Germany, Poland
2022-02-02 AP: poland part-of @bragg 1700 to Poland
2022-02-02 AP: romania opens 1000 from Germany to Romania
2022-02-02 AP+: there states ~900 at Romania
2022-02-03 Reuters: again same @bragg 2000 to Germany, Poland
2022-02-11 Reuters: more opens 3000 from Fort Bragg to Poland
2022-02-11 NPR: combined covers @bragg @more 4700 to Poland
2022-02-22 AP: baltic opens ~800 from Italy to Baltic states
"""


@pytest.fixture
def told(books: Callable[[str], Books]) -> Books:
    return books(STORY)


def test_poland_gets_4700(told: Books, at: Callable[..., Balance], span: Span) -> None:
    poland = at(told, "Poland", "2022-02-11")
    assert span(poland.net_change) == (4700, 4700)
    assert poland.stated is None
    assert poland.sources == ("AP", "NPR", "Reuters")


def test_before_the_second_order_poland_gets_1700_and_what_may_stay_of_the_rest(
    told: Books, at: Callable[..., Balance], span: Span
) -> None:
    assert span(at(told, "Poland", "2022-02-10").net_change) == (1700, 1700)
    without_total = Books(entries=told.entries, links={k: v for k, v in told.links.items() if k != "combined"})
    assert span(at(without_total, "Poland", "2022-02-10").net_change) == (1700, 2000)


def test_poland_in_place_is_not_known_before_anyone_arrives(
    told: Books, at: Callable[..., Balance], span: Span
) -> None:
    assert span(at(told, "Poland", "2022-02-11", basis="in_place").net_change) == (0, 4700)


def test_romania_has_its_900_and_the_1000(told: Books, at: Callable[..., Balance], span: Span) -> None:
    romania = at(told, "Romania", "2022-02-11")
    assert romania.stated is not None
    assert span(romania.stated.bounds) == (800, 1000)
    assert span(romania.net_change) == (1000, 1000)
    assert span(romania.level) == (1800, 2000)
    assert romania.unexplained is None


def test_of_the_baltics_nobody_says_which(told: Books, at: Callable[..., Balance], span: Span) -> None:
    assert span(at(told, "Baltic states", "2022-02-28").net_change) == (700, 900)
    for name in ("Estonia", "Latvia", "Lithuania"):
        assert span(at(told, name, "2022-02-28").net_change) == (0, 900)


def test_germany_gives_and_takes(told: Books, at: Callable[..., Balance], span: Span) -> None:
    assert span(at(told, "Germany", "2022-02-11").net_change) == (-700, -700)


def test_who_is_on_alert_is_nowhere(told: Books) -> None:
    for one in (*balances(told, basis="ordered"), *balances(told, basis="in_place")):
        proofs = [one.net_change.proof_of_low, one.net_change.proof_of_high]
        assert all(line.claim != "alert" for proof in proofs if proof for line in proof.lines)
        assert one.net_change.high is None or one.net_change.high <= 6000


def test_a_planted_2500_to_romania_is_found_with_both_sources(books: Callable[[str], Books]) -> None:
    planted = books(STORY + "2022-02-12 Gazette: planted same @romania 2500 to Romania")
    (found,) = conflicts(planted)
    assert set(found.claims) == {"romania", "planted"}
    assert [set(repair.removed) for repair in found.repairs] == [{"romania"}, {"planted"}]
    assert [bounds.high for repair in found.repairs for _, bounds in repair.leaves] == [2500, 1000]


def test_two_against_one_the_one_gives_way(
    books: Callable[[str], Books], at: Callable[..., Balance], span: Span
) -> None:
    held = books(
        STORY
        + """
        2022-02-03 Reuters: second same @romania 1000 to Romania
        2022-02-12 Gazette: planted same @romania 2500 to Romania
        """
    )
    (found,) = conflicts(held)
    assert [repair.removed for repair in found.repairs] == [("planted",)]
    romania = at(held, "Romania", "2022-02-28")
    assert romania.contested
    assert span(romania.level) == (1800, 2000)


def test_a_contested_number_is_the_hull_of_its_repairs(
    books: Callable[[str], Books], at: Callable[..., Balance], span: Span
) -> None:
    held = books(STORY + "2022-02-12 Gazette: planted same @romania 2500 to Romania")
    romania = at(held, "Romania", "2022-02-28")
    assert romania.contested
    assert span(romania.net_change) == (1000, 2500)
    assert not at(held, "Poland", "2022-02-28").contested


def test_a_ruling_that_takes_the_planted_claim_out_settles_it(books: Callable[[str], Books]) -> None:
    assert conflicts(books(STORY + "2022-02-12 Gazette: planted memo @romania 2500 to Romania")) == ()


@pytest.mark.parametrize("name", ["Poland", "Romania", "Baltic states", "Germany"])
def test_any_order_of_arrival_gives_the_same_numbers(
    name: str, told: Books, at: Callable[..., Balance], span: Span
) -> None:
    turned = Books(entries=dict(reversed(list(told.entries.items()))), links=told.links)
    one, other = at(told, name), at(turned, name)
    assert span(one.net_change) == span(other.net_change)
    assert span(one.level) == span(other.level)


def test_every_country_and_region_named_has_a_balance(told: Books) -> None:
    names = {one.place.name for one in balances(told, as_of=date(2022, 2, 28))}
    assert {"Poland", "Germany", "Romania", "Italy", "United States", "Baltic states"} <= names
    assert "Fort Bragg" not in names

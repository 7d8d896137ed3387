"""Conflicts: no claim in a set can be spared, every repair lets the rest hold, and no lighter one does."""

from collections.abc import Callable, Iterable
from functools import cache
from itertools import combinations, product
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from laydown.balance import conflicts
from laydown.balance.conflicts import MOST_REPAIRS, quarrel
from laydown.balance.system import Assertion
from laydown.model import Books

Write = Callable[[str], Books]

LEGS: Final = 3
MOST: Final = 4
NESTED: Final = ((0,), (1,), (2,), (0, 1), (0, 1, 2))


@cache
def numbers() -> tuple[tuple[int, ...], ...]:
    return tuple(product(range(MOST * 2 + 1), repeat=LEGS))


def can_hold(claims: Iterable[Assertion]) -> bool:
    """Whether some numbers fulfil CLAIMS, by trying them all."""
    claims = list(claims)
    return any(
        all(one.low <= sum(tried[leg] for leg in one.legs) <= (one.high or 0) for one in claims) for tried in numbers()
    )


@st.composite
def told(draw: st.DrawFn) -> tuple[Assertion, ...]:
    """A few claims about nested sums, true or not; some are told by two witnesses."""
    found = []
    for n in range(draw(st.integers(2, 5))):
        low = draw(st.integers(0, MOST))
        high = draw(st.integers(low, MOST))
        witnesses = frozenset({f"w{n}", f"v{n}"} if draw(st.booleans()) else {f"w{n}"})
        found.append(Assertion((f"e{n}",), witnesses, draw(st.sampled_from(NESTED)), (), low, high))
    return tuple(found)


@settings(deadline=None)
@given(told())
def test_sets_are_irreducible_and_repairs_are_the_lightest(claims: tuple[Assertion, ...]) -> None:
    found = quarrel(claims)
    everything = set(range(len(claims)))
    assert bool(found.sets) is not can_hold(claims)
    for one in found.sets:
        assert not can_hold(claims[n] for n in one)
        assert all(can_hold(claims[n] for n in one - {spared}) for spared in one)
    assert all(can_hold(claims[n] for n in everything - out) for out in found.repairs)
    if found.sets:
        weights = {sum(len(claims[n].witnesses) for n in out) for out in found.repairs}
        lightest = min(
            sum(len(claims[n].witnesses) for n in out)
            for size in range(len(claims) + 1)
            for out in combinations(everything, size)
            if can_hold(claims[n] for n in everything - set(out))
        )
        assert weights == {lightest}


def test_a_part_larger_than_its_whole_is_a_conflict(books: Write) -> None:
    held = books("2022-02-02 AP: a opens exactly 1000 to Poland\n2022-02-03 NPR: b part-of @a 1700 to Poland")
    (found,) = conflicts(held)
    assert set(found.claims) == {"a", "b"}
    assert {movement for repair in found.repairs for movement, _ in repair.leaves} == {"m-a", "m-b"}


def test_a_total_that_does_not_add_up_names_all_three(books: Write) -> None:
    held = books(
        """
        2022-02-02 AP: a opens 1700 to Poland
        2022-02-03 NPR: b opens 3000 to Poland
        2022-02-04 AFP: c covers @a @b 6000 to Poland
        """
    )
    (found,) = conflicts(held)
    assert set(found.claims) == {"a", "b", "c"}
    assert [repair.removed for repair in found.repairs] == [("a",), ("b",), ("c",)]


def test_copies_weigh_as_one(books: Write) -> None:
    held = books(
        """
        2022-02-02 AP: a opens 1000 to Poland
        2022-02-02 Gazette: b same @a 1000 to Poland (copy of a)
        2022-02-02 Herald: c same @a 1000 to Poland (copy of a)
        2022-02-03 NPR: d same @a 2500 to Poland
        """
    )
    (found,) = conflicts(held)
    assert [(set(repair.removed), repair.witnesses) for repair in found.repairs] == [({"a", "b", "c"}, 1), ({"d"}, 1)]


def test_a_quarrel_in_one_place_leaves_the_others_alone(books: Write) -> None:
    held = books(
        """
        2022-02-02 AP: a opens 1000 to Poland
        2022-02-03 NPR: b same @a 2500 to Poland
        2022-02-02 AP: c opens 400 to Romania
        """
    )
    (found,) = conflicts(held)
    assert set(found.claims) == {"a", "b"}


def test_too_many_equal_repairs_leave_all_claims_in_conflict_out() -> None:
    one_against_another = [
        Assertion((f"e{n}",), frozenset({f"w{n}"}), (n // 2,), (), value, value)
        for n, value in enumerate([1000, 2500] * 5)
    ]
    found = quarrel(one_against_another)
    assert MOST_REPAIRS < 2**5
    assert not found.complete
    assert found.repairs == (frozenset(range(10)),)

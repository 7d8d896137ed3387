"""Certificates: what is shown holds in whole numbers, and is what trying all numbers finds."""

from collections.abc import Callable
from dataclasses import replace
from itertools import product
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laydown.balance.bounds import SIDES, Solver
from laydown.balance.certificate import Proof, adds_up, holds, proved
from laydown.balance.components import component
from laydown.balance.solver import duals
from laydown.balance.system import Assertion, Row
from laydown.model import Balance, Books, Entry, Side
from laydown.model.claim import Claim, Evidence

LEGS: Final = 3
MOST: Final = 5

NESTED: Final = ((0,), (1,), (2,), (0, 1), (0, 1, 2))
"""Sums as movements and their parts make them: any two are apart or one inside the other."""
ANY: Final = (*NESTED, (1, 2), (0, 2))


def entries(count: int) -> dict[str, Entry]:
    claim = Claim(id="c", kind="movement", status="announced", evidence=Evidence(start=0, end=1))
    one = Entry(id="", claim=claim, report="r", outlet="AP", witness="w", words="words", said=None, recorded="")
    return {f"e{n}": replace(one, id=f"e{n}", witness=f"w{n}") for n in range(count)}


@st.composite
def asserted(draw: st.DrawFn, sums: tuple[tuple[int, ...], ...]) -> tuple[Assertion, ...]:
    """A few claims about three legs, all of them true of some numbers that are drawn first."""
    truth = draw(st.tuples(*[st.integers(0, MOST)] * LEGS))
    found = [Assertion((f"e{n}",), frozenset({f"w{n}"}), (n,), (), 0, MOST) for n in range(LEGS)]
    for n in range(LEGS, LEGS + draw(st.integers(1, 4))):
        legs = draw(st.sampled_from(sums))
        real = sum(truth[leg] for leg in legs)
        low, high = draw(st.integers(0, real)), draw(st.integers(real, MOST * LEGS))
        found.append(Assertion((f"e{n}",), frozenset({f"w{n}"}), legs, (), low, high))
    return tuple(found)


def tried(claims: tuple[Assertion, ...], wanted: dict[int, int]) -> tuple[int, int]:
    """The least and the greatest value of a sum, by trying all numbers."""
    values = [
        sum(times * numbers[leg] for leg, times in wanted.items())
        for numbers in product(range(MOST + 1), repeat=LEGS)
        if all(one.low <= sum(numbers[leg] for leg in one.legs) <= (one.high or 0) for one in claims)
    ]
    return min(values), max(values)


wanted_sums = st.dictionaries(st.integers(0, LEGS - 1), st.sampled_from([-1, 1]), min_size=1)


@settings(deadline=None)
@given(asserted(NESTED), wanted_sums)
def test_of_nested_sums_the_bounds_are_what_trying_finds(claims: tuple[Assertion, ...], wanted: dict[int, int]) -> None:
    solver = Solver((component(claims),), dict.fromkeys(range(LEGS), 0), entries(len(claims)))
    found = solver.bounds(wanted, wanted)
    assert adds_up(found)
    assert (found.low, found.high) == tried(claims, wanted)


@settings(deadline=None)
@given(asserted(ANY), wanted_sums)
def test_of_any_sums_the_bounds_hold_what_trying_finds(claims: tuple[Assertion, ...], wanted: dict[int, int]) -> None:
    solver = Solver((component(claims),), dict.fromkeys(range(LEGS), 0), entries(len(claims)))
    found = solver.bounds(wanted, wanted)
    low, high = tried(claims, wanted)
    assert adds_up(found)
    assert found.low is not None
    assert found.high is not None
    assert found.low <= low <= high <= found.high
    assert all(proof and holds(proof, wanted, key[3]) for key, proof in solver.known.items())


@given(asserted(ANY), wanted_sums, st.sampled_from(SIDES))
def test_duals_that_are_tampered_with_prove_nothing_false(
    claims: tuple[Assertion, ...], wanted: dict[int, int], side: Side
) -> None:
    rows = [row for one in claims for row in one.rows()]
    toward = 1 if side == "low" else -1
    found = duals(rows, {leg: toward * times for leg, times in wanted.items()})
    assert found is not None
    for shift in (0.0, 0.25, -0.25, 1.0):
        proof = proved(rows, [toward * (found[0] + shift), *(toward * dual for dual in found[1:])], wanted, side)
        low, high = tried(claims, wanted)
        assert proof is None or (proof.value <= low if side == "low" else proof.value >= high)


@pytest.mark.parametrize(
    ("terms", "side", "holding"),
    [
        ([("low", (0,), 2, 1)], "low", True),
        ([("high", (0,), 2, 1)], "low", False),
        ([("low", (0, 1), 2, 1)], "low", False),
        ([("high", (0, 1), 2, 1)], "high", True),
        ([("high", (1,), 2, 1)], "high", False),
        ([("low", (0, 1), 5, 1), ("high", (1,), 2, -1)], "low", True),
        ([("high", (0, 1), 5, 1), ("low", (1,), 2, -1)], "high", True),
        ([], "low", True),
        ([], "high", False),
    ],
)
def test_what_a_proof_of_one_leg_may_add(
    terms: list[tuple[Side, tuple[int, ...], int, int]], side: Side, *, holding: bool
) -> None:
    proof = Proof(tuple((Row(legs, which, bound, "e"), times) for which, legs, bound, times in terms))
    assert holds(proof, {0: 1}, side) is holding


def test_half_of_three_pairs_is_shown_with_its_divisor() -> None:
    pairs = [(0, 1), (1, 2), (0, 2)]
    claims = tuple(Assertion((f"e{n}",), frozenset({f"w{n}"}), legs, (), 3, 4) for n, legs in enumerate(pairs))
    found = Solver((component(claims),), dict.fromkeys(range(LEGS), 0), entries(3)).bounds(
        dict.fromkeys(range(LEGS), 1), dict.fromkeys(range(LEGS), 1)
    )
    assert found.proof_of_low is not None
    assert found.proof_of_low.divisor == 2
    assert [(line.coefficient, line.bound) for line in found.proof_of_low.lines] == [(1, 3)] * 3
    assert (found.low, found.high) == (4, 6)


def test_a_line_has_the_claim_its_words_and_its_outlet(
    books: Callable[[str], Books], at: Callable[..., Balance]
) -> None:
    held = books(
        """
        2022-02-11 Reuters: more opens 3000 to Poland
        2022-02-11 NPR: some opens >90 to Poland
        """
    )
    proof = at(held, "Poland").net_change.proof_of_high
    assert proof is not None
    first, second = proof.lines
    assert (first.claim, first.coefficient, first.bound, first.side, first.outlet) == (
        "more",
        1,
        3000,
        "high",
        "Reuters",
    )
    assert first.words == held.entries["more"].words
    assert (second.claim, second.bound, second.words) == (None, 113, "“more than 90” means at most a quarter more")

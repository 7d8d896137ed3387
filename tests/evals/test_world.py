"""The made-up world: truth lies inside bounds, planted lies are found, and grouping is scored as pairs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evals.made import Shape, world
from evals.world import identity, pair_f1, score
from laydown.balance import adds_up, balances
from laydown.model import Link


def link(claim: str, movement: str, role: str = "same") -> Link:
    return Link(claim=claim, role=role, targets=(movement,))  # type: ignore[arg-type]


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 10**6), st.sampled_from([0.0, 0.2, 0.5]))
def test_every_truth_lies_inside_its_bounds(seed: int, hidden: float) -> None:
    found = score([world(seed, Shape(movements=12, hidden=hidden))])
    assert (found.net, found.unexplained, found.sizes) == (1.0, 1.0, 1.0)


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 10**6))
def test_every_certificate_adds_up_whatever_is_wrong(seed: int) -> None:
    for one in balances(world(seed, Shape(movements=12, wrong=0.3)).books):
        stated = one.stated.bounds if one.stated else None
        assert all(adds_up(bounds) for bounds in (one.net_change, one.level, one.unexplained, stated) if bounds)


def test_planted_lies_are_found_and_the_truth_is_kept() -> None:
    found = score([world(seed, Shape(wrong=0.1)) for seed in range(3)])
    assert found.planted > 10
    assert found.found >= 0.8 * found.planted
    assert found.removed >= 0.9 * found.blamed


def test_the_same_seed_is_the_same_world() -> None:
    assert world(7).books == world(7).books
    assert world(7).books != world(8).books


@pytest.mark.parametrize(
    ("movements", "f1"), [(("m1", "m1", "m2"), 1.0), (("m1", "m1", "m1"), 0.5), (("m1", "m3", "m2"), 0.0)]
)
def test_grouping_is_scored_by_pairs(movements: tuple[str, str, str], f1: float) -> None:
    true = {"a": link("a", "m1"), "b": link("b", "m1"), "c": link("c", "m2")}
    found = {id_: link(id_, movement) for id_, movement in zip("abc", movements, strict=True)}
    assert pair_f1(true, found) == pytest.approx(f1)


def test_what_waits_in_suspense_is_not_scored() -> None:
    true = {"a": link("a", "m1"), "b": link("b", "m1"), "c": link("c", "m1")}
    assert pair_f1(true, {**true, "c": link("c", "m1", "suspense")}) == pytest.approx(1.0)


def test_the_clerk_tells_most_movements_apart() -> None:
    assert identity([world(seed) for seed in range(2)]).f1 > 0.5

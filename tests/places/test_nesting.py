"""How places lie to each other: what is inside counts in full, what overlaps in part, what is apart not at all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laydown import desk
from laydown.model import Place
from laydown.places import relation

DAY = date(2022, 2, 2)
NAMES = (
    "Poland", "Romania", "Estonia", "Baltic states", "eastern flank", "NATO", "Europe", "Eastern Europe", "Middle East",
    "Rzeszow", "Vilseck", "Bavaria", "Fort Bragg", "Kuwait", "Mediterranean Sea", "Persian Gulf", "Crimea", "Ukraine",
)  # fmt: skip


def spot(name: str) -> Place:
    place = desk.place(name, as_of=DAY.isoformat()).place
    assert place is not None, name
    return place


@pytest.mark.parametrize(
    ("one", "other", "lies"),
    [
        ("Rzeszow", "Poland", "inside"),
        ("Poland", "Rzeszow", "contains"),
        ("Estonia", "Baltic states", "inside"),
        ("Baltic states", "eastern flank", "inside"),
        ("Poland", "NATO", "inside"),
        ("Ukraine", "NATO", "apart"),
        ("Ukraine", "Poland", "apart"),
        ("Rzeszow", "Baltic states", "apart"),
        ("Crimea", "Ukraine", "inside"),
        ("Fort Bragg", "Rzeszow", "apart"),
        ("Vilseck", "Bavaria", "overlaps"),
        ("Poland", "Europe", "inside"),
        ("Baltic states", "Europe", "inside"),
        ("Kuwait", "Europe", "apart"),
        ("Poland", "Eastern Europe", "overlaps"),
        ("Kuwait", "Eastern Europe", "apart"),
        ("Mediterranean Sea", "Poland", "apart"),
        ("Mediterranean Sea", "Persian Gulf", "apart"),
    ],
)
def test_places_nest(one: str, other: str, lies: str) -> None:
    assert relation(spot(one), spot(other), DAY) == lies


def test_a_border_belongs_to_neither_side_alone() -> None:
    border = Place(name="border", type="border", country="UA")
    assert relation(border, spot("Ukraine"), DAY) == "overlaps"
    assert relation(border, spot("Poland"), DAY) == "overlaps"


def test_a_group_has_the_members_of_its_day() -> None:
    alliance = Place(name="NATO", type="region")
    assert relation(spot("Finland"), alliance, DAY) == "apart"
    assert relation(spot("Finland"), alliance, date(2023, 5, 1)) == "inside"


@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_nesting_turns_round(one: str, other: str) -> None:
    turned = {"inside": "contains", "contains": "inside"}
    lies = relation(spot(one), spot(other), DAY)
    assert relation(spot(other), spot(one), DAY) == turned.get(lies, lies)


@given(st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_nesting_is_transitive(one: str, middle: str, outer: str) -> None:
    if relation(spot(one), spot(middle), DAY) == relation(spot(middle), spot(outer), DAY) == "inside":
        assert relation(spot(one), spot(outer), DAY) == "inside"
    if relation(spot(one), spot(middle), DAY) == "inside" and relation(spot(middle), spot(outer), DAY) == "apart":
        assert relation(spot(one), spot(outer), DAY) == "apart"

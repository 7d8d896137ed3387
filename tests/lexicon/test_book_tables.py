"""The tables that the clerk reads keep their promises: sources, known sorts, no word in two of them, no circles."""

import pytest

from laydown.lexicon.cues import cues
from laydown.lexicon.formations import standing
from laydown.lexicon.tables import cell, table


@pytest.mark.parametrize("name", ["book_cues", "continents", "formations"])
def test_every_row_is_whole_and_has_a_source(name: str) -> None:
    rows = table(name)
    assert list(rows[0])[-1] == "source"
    assert [row for row in rows if None in row or None in row.values() or not row["source"].strip()] == []


def test_every_country_is_on_one_continent_at_most() -> None:
    known = {row["code"] for row in table("countries")}
    members = [code for row in table("continents") for code in cell(row, "members")]
    assert len(members) == len(set(members))
    assert set(members) <= known


def test_cues_have_known_sorts_and_sides() -> None:
    assert {row["sort"] for row in table("book_cues")} == {"total", "after", "standing", "correction"}
    assert {row["place"] for row in table("book_cues")} <= {"before", "after", "anywhere"}


def test_no_cue_stands_twice_on_one_side() -> None:
    seen = [(row["place"], word) for row in table("book_cues") for word in cell(row, "words")]
    assert len(seen) == len(set(seen))


def test_nobody_is_part_of_itself() -> None:
    for row in table("formations"):
        assert standing(row["formation"], row["formation"]) == "same"
        assert standing(row["within"], row["formation"]) == "contains"


@pytest.mark.parametrize(
    ("one", "other", "stands"),
    [
        ("82nd Airborne Division", "18th Airborne Corps", "inside"),
        ("XVIII Airborne Corps", "the 82nd Airborne Division", "contains"),
        ("1st Brigade, 3rd Infantry Division", "3rd Infantry Division", "inside"),
        ("the 3rd Infantry Division's 1st Brigade", "1st Brigade of the 3rd Infantry Division", "same"),
        ("1st Brigade", "1st Brigade, 3rd Infantry Division", "same"),
        ("1st Brigade, 82nd Airborne Division", "1st Brigade, 3rd Infantry Division", "apart"),
        ("82nd Airborne Division", "101st Airborne Division", "apart"),
        ("173rd Airborne Brigade", "82nd Airborne Division", "unknown"),
    ],
)
def test_units_stand_to_each_other(one: str, other: str, stands: str) -> None:
    assert standing(one, other) == stands


@pytest.mark.parametrize(
    ("sentence", "number", "expected"),
    [
        ("That brings the total to 4,700 soldiers.", "4,700", {"total", "after"}),
        ("They join some 900 troops already there.", "900", {"standing"}),
        ("Correction: 1,000 soldiers will go.", "1,000", {"correction"}),
        ("Some 300 went by air and 900 by sea, 1,200 in all.", "900", set()),
        ("Some 300 went by air and 900 by sea, 1,200 in all.", "1,200", {"total"}),
        ("The United States sends 3,000 soldiers.", "3,000", set()),
    ],
)
def test_cues_speak_of_the_nearest_number(sentence: str, number: str, expected: set[str]) -> None:
    start = sentence.index(number)
    assert cues(sentence, start, start + len(number)) == expected

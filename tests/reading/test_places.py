"""Places: which name is meant, what completes it, and what is no place at all."""

from functools import cache

import pytest

from laydown.places import Context
from laydown.reading.mentions.places import find_spots
from laydown.reading.mentions.spots import Around, Spot
from laydown.reading.text.grammar import parse

# sentence | name as printed : country, each place that stands by itself, in order ("-" no country, "none" no place)
MEANT = """
Canada will send soldiers to Latvia.                         | Canada:CA Latvia:LV
Troops were sent to Mogadishu, Somalia.                      | Mogadishu:SO
Hundreds of soldiers were deployed to Aba in southern Nigeria. | Aba:NG
The jets flew to Turkey's Incirlik Air Base.                 | Incirlik Air Base:TR
They marched into eastern Russia.                            | eastern Russia:RU
Troops massed on Ukraine's borders.                          | Ukraine's borders:UA
They guard the border with Chad.                             | border with Chad:TD
They guard the China-North Korea border.                     | China-North Korea border:CN
Ships sail to the 5th and 7th Fleet areas of operations.     | 5th:- 7th:-
Warships reached the Gulf of Aden.                           | Gulf of Aden:-
The brigade is a part of the North Atlantic Treaty Organization. | none
Iran-backed fighters withdrew.                               | none
General Jackson praised the crew.                            | none
The march went on until May.                                 | none
"""


@cache
def spots(sentence: str, here: str | None = None) -> tuple[Spot, ...]:
    """The places of a sentence that stand by themselves, nationalities left out."""
    around = Around(Context(countries={here: 1.0} if here else {}))
    found = find_spots(parse([sentence])[0], [], _organizations(sentence), around)
    return tuple(s for s in found if not s.nested and s.sense in {"name", "recall"})


def _organizations(sentence: str) -> list:  # type: ignore[type-arg] # only handed through
    from laydown.lexicon.organizations import find_organizations

    return find_organizations(sentence)


@pytest.mark.parametrize("row", [line for line in MEANT.splitlines() if line.strip()])
def test_a_name_is_read_with_what_completes_it(row: str) -> None:
    sentence, expected = (part.strip() for part in row.split("|"))
    told = " ".join(f"{sentence[s.start : s.end]}:{s.place.country or '-'}" for s in spots(sentence))
    assert (told or "none") == expected


def test_the_country_points_back_to_the_one_named_last() -> None:
    found = spots("Chile had soldiers in Haiti, and most left the country in May.")
    assert [s.place.country for s in found if s.sense == "recall"] in ([], ["HT"])
    found = spots("Rebels fight in Helmand as troops withdraw from the country.")
    assert [s.place.country for s in found if s.sense == "recall"] == ["AF"]


def test_a_report_that_names_a_country_turns_an_ambiguous_town_to_it() -> None:
    sentence = "The battalion moved to Tripoli."
    assert [s.place.country for s in spots(sentence)] == ["LY"]
    assert [s.place.country for s in spots(sentence, "LB")] == ["LB"]

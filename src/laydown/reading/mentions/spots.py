"""Spots: the places of a sentence, and the common nouns that complete or stand for one."""

from dataclasses import dataclass, field
from functools import cache

from laydown.lexicon.tables import cell, table
from laydown.model import Place
from laydown.places import Context


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a sentence. `sense` tells Poland (name) from Polish (adjective) and Poles (people)."""

    start: int
    end: int
    head: int
    place: Place
    sense: str
    nested: bool = False
    whole: bool = True


@cache
def place_words(sort: str) -> dict[str, str]:
    """The words of one SORT, each with the type of the place that it makes."""
    return {w: row["type"] for row in table("place_words") if row["sort"] == sort for w in cell(row, "words")}


@dataclass(frozen=True, slots=True)
class Around:
    """What a report has named so far: where it is set, and the place that "the country" and "there" mean now.

    `arms`: whether it speaks of arms anywhere, so that its "carriers" and "units" may be forces.
    """

    context: Context = field(default_factory=Context)
    here: Place | None = None
    arms: bool = True

    @property
    def countries(self) -> frozenset[str]:
        """The countries that the report names, by name or through their people."""
        return frozenset(self.context.countries)

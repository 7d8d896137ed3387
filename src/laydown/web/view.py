"""A view: one table behind a page and its twins, so that what is exported is what is shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeAlias, TypeVar

from laydown.export import Cell, Feature
from laydown.model import Place

Json: TypeAlias = dict[str, Any]
Noun = TypeVar("Noun")


@dataclass(frozen=True, slots=True, kw_only=True)
class View(Generic[Noun]):
    """A table of nouns: what it is called, what each column means, and how a noun becomes a row.

    `cells` gives a row by column for a spreadsheet, `value` the whole for a program, `places` where it lies for a map:
    one place is a point, two are the ends of a line. Without `places` there is nothing to map. `among` says of how many
    the rows are a part, where they are one; `about` what a program wants beside the rows.
    """

    name: str
    title: str
    columns: Mapping[str, str]
    rows: Sequence[Noun]
    cells: Callable[[Noun], Mapping[str, Cell]]
    value: Callable[[Noun], Json]
    places: Callable[[Noun], tuple[Place, ...]] | None = None
    among: int | None = None
    about: Json = field(default_factory=dict)

    def table(self) -> list[Mapping[str, Cell]]:
        """The rows by column."""
        return [self.cells(row) for row in self.rows]

    def features(self) -> list[Feature]:
        """The rows as features of a map, those that are not located among them; none where nothing can be mapped."""
        found = self.places
        if found is None:
            return []
        return [Feature(id=_id(cells), places=found(row), properties=cells) for row, cells in self._with_cells()]

    def _with_cells(self) -> list[tuple[Noun, Mapping[str, Cell]]]:
        """Each row with its cells."""
        return list(zip(self.rows, self.table(), strict=True))


def _id(cells: Mapping[str, Cell]) -> str:
    """The first cell of a row names it."""
    return str(next(iter(cells.values())))


def names(places: Sequence[Place]) -> str:
    """Several places in one cell."""
    return "; ".join(place.name for place in places)

"""All the names of a report together, for each of them tells something of the others."""

from collections.abc import Sequence

from laydown.model import Offsets, Resolution
from laydown.places.context import Context, joined, narrowed
from laydown.places.resolution import resolve

NEIGHBOURS = 60
"""Places that a name is held against; a longer list changes nothing but the time it takes."""


def resolve_all(text: str, names: Sequence[Offsets], context: Context) -> list[Resolution]:
    """Where each of NAMES in TEXT is, in their order: first alone, then in the light of the others.

    CONTEXT is that of the text (`survey`). A name that the text once qualifies ("Paris, Texas") is the same place
    wherever it stands unqualified.
    """
    first: list[Resolution] = []
    for number in range(2):
        found: list[Resolution] = []
        for start, end in names:
            name = text[start:end]
            others = [one for one in first if one.name != name][:NEIGHBOURS] if number else found[-1:]
            here = joined(context, others)
            found.append(resolve(name, narrowed(here, text, start, end)))
        first = found
    return first

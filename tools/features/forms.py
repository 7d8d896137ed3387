"""The forms of a name: with River, Lake or Island put to it, and alone where it means nothing else."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from laydown.lexicon.scan import fold
from laydown.lexicon.tables import cell
from tools.features.names import with_short
from tools.features.read import Feature
from tools.features.tables import bare, by_name, curated, key, table

SHORTEST: Final = 3
LONG_ENOUGH: Final = 5
"""Letters of the shortest name that goes alone without being listed."""


def forms(feature: Feature) -> tuple[str, ...]:
    """Every form that news may use, the best first, less those of countries and regions; none if that is the best."""
    found = list(with_short(form for name in feature.names for form in _called(name, feature)))
    if not found or key(found[0]) in curated():
        return ()
    kept = [form for form in found if len(form) >= SHORTEST and form[0].isupper() and key(form) not in curated()]
    return tuple(dict.fromkeys(spelling for form in kept for spelling in (form, _plain(form))))


def _called(name: str, feature: Feature) -> Iterator[str]:
    """What news calls a feature of this name."""
    for row in table("affixes"):
        core = _without(name, row["affix"], row["where"]) if row["kind"] == feature.kind else name
        if core != name:
            yield from (*_filled(row, core), name)
            return
    if _complete(feature.kind).search(name):
        yield name
        return
    row = by_name("kinds")[feature.kind]
    new = len(name) >= LONG_ENOUGH and key(name) not in curated()
    alone = [name] if feature.bare and row["bare"] != "no" and bare().get(key(name), new) else []
    yield from (*alone, *_filled(row, name)) if row["bare"] == "first" else (*_filled(row, name), *alone)


def _filled(row: Mapping[str, str], name: str) -> list[str]:
    return [form.replace("*", name) for form in cell(row, "forms")]


def _without(name: str, affix: str, where: str) -> str:
    return name.removeprefix(f"{affix} ") if where == "first" else name.removesuffix(f" {affix}")


@cache
def _complete(kind: str) -> re.Pattern[str]:
    """A pattern for names that say themselves what they are."""
    of = kind if kind in {row["of"] for row in table("generic_words")} else "land"
    words = [row["word"] for row in table("generic_words") if row["of"] == of]
    return re.compile("|".join(rf"{re.escape(w[1:])}\b" if w[0] == "-" else rf"\b{re.escape(w)}\b" for w in words))


def _plain(name: str) -> str:
    """The name in plain letters, its hyphens kept."""
    return "-".join(fold(part) for part in name.split("-"))

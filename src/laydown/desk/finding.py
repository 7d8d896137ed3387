"""Finding: what of a ledger some words name: sentences in which all stand, reports, movements, places and forces."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from laydown.desk.books import Clocks
from laydown.desk.held import Held
from laydown.desk.stories import report_named
from laydown.ledger.store.identity import folded
from laydown.lexicon.gazetteer import meanings
from laydown.model import Entry, Report
from laydown.model.identity import opener

NAMES: Final = 12
"""Places and forces that are offered, the most told first."""
DIGITS: Final = 8
"""Hex digits that are taken for the beginning of a report's id, at the least."""

DEEPER: Final = 5
"""How many times as many sentences are looked at where filters leave some of them out."""

_WORD: Final = re.compile(r"[\w\u0300-\u036f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What some words name. `more` says that further sentences hold them; places and forces by how many claims tell."""

    entries: tuple[Entry, ...] = ()
    more: bool = False
    places: Mapping[str, int]
    forces: Mapping[str, int]
    movement: str | None = None
    report: Report | None = None

    def __bool__(self) -> bool:
        """Whether anything was found."""
        return bool(self.entries or self.places or self.forces or self.movement or self.report)


def find(held: Held, words: str, most: int, *, clocks: Clocks | None = None, force: str | None = None) -> Found:
    """What WORDS name in the books of some CLOCKS and of a FORCE; of sentences the last said, MOST of them."""
    clocks = clocks or Clocks()
    name = words.strip()
    contents = held.contents(clocks)
    known = held.books(clocks, force).entries
    filtered = force is not None or clocks.said_by is not None or clocks.recorded_by is not None
    kept = [one for one in held.ledger.search(words, most * DEEPER if filtered else most + 1) if one.id in known]
    return Found(
        entries=tuple(kept[:most]),
        more=len(kept) > most,
        places=_first({place: told for place, told in contents.places.items() if _begins(place, name)}),
        forces=_first({one: contents.forces[one] for one in _forces(name) if one in contents.forces}),
        movement=_movement(held, name),
        report=_report(held, name),
    )


def _first(named: Mapping[str, int]) -> Mapping[str, int]:
    """The most told of NAMED."""
    return dict(list(named.items())[:NAMES])


def _begins(place: str, name: str) -> bool:
    """Whether a word of PLACE begins with NAME, case and accents aside."""
    wanted = folded(name)
    return bool(wanted) and f" {folded(place)}".find(f" {wanted}") >= 0


def _forces(name: str) -> Iterator[str]:
    """The forces that NAME may mean: by their code or name, or as a country."""
    if not name:
        return
    yield from dict.fromkeys((name, name.upper()))
    codes = (one.place.country for one in meanings(name) if one.place.type == "country")
    yield from dict.fromkeys(code for code in codes if code and code != name.upper())


def _movement(held: Held, name: str) -> str | None:
    """The movement whose id NAME is; a claim's id is the claim's alone, though it may have opened one."""
    opened = opener(name)
    return name if opened is not None and held.entry(opened) is not None else None


def _report(held: Held, name: str) -> Report | None:
    """The report whose id NAME, or the claim of that id, begins with."""
    digits = name.removeprefix("m-").removeprefix("s-").partition(".")[0]
    if len(digits.removeprefix("sha256:")) < DIGITS:
        return None
    try:
        return report_named(held.ledger, digits)
    except ValueError:
        return None


def marked(text: str, words: str) -> list[tuple[str, bool]]:
    """TEXT in parts, and whether each is one of WORDS, case and accents aside.

    >>> marked("Troops go to Malmö.", "TROOPS malmo")
    [('Troops', True), (' go to ', False), ('Malmö', True), ('.', False)]
    """
    wanted = set(folded(words).split())
    found: list[tuple[str, bool]] = []
    start = 0
    for match in _WORD.finditer(text):
        if wanted & set(folded(match[0]).split()):
            found += [(text[start : match.start()], False), (match[0], True)]
            start = match.end()
    return [part for part in (*found, (text[start:], False)) if part[0]]

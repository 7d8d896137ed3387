"""Formations: how one named unit lies to another, by their names and by the table of who is part of whom."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Final, Literal

from laydown.lexicon.scan import fold
from laydown.lexicon.tables import day, table

Standing = Literal["same", "inside", "contains", "apart", "unknown"]

_ROMAN: Final = {"I": 1, "V": 5, "X": 10, "L": 50}
_NUMERAL: Final = re.compile(r"\b[IVXL]+\b")
_ORDINAL: Final = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b")
_WHOLE: Final = re.compile(r"\s+of(?: the)?\s+|,\s*(?:the )?")
_OWNED: Final = re.compile(r"^(.+)'s?\s+(.+)$")


def standing(one: str, other: str, on: date | None = None) -> Standing:
    """How unit ONE stands to OTHER on a day: the same, a part of it, the larger of the two, or another of its kind.

    `unknown` where neither the names nor the table tell: a brigade may belong to any division.

    >>> standing("2nd Brigade, 82nd Airborne Division", "18th Airborne Corps")
    'inside'
    >>> standing("82nd Airborne Division", "101st Airborne Division")
    'apart'
    """
    ours, theirs = _line(one), _line(other)
    if ours[0] == theirs[0] and _agree(ours[1:], theirs[1:]):
        return "same"
    if theirs[0] in _above(ours, on):
        return "inside"
    if ours[0] in _above(theirs, on):
        return "contains"
    return "apart" if _kind(ours[0]) == _kind(theirs[0]) else "unknown"


def _agree(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two lines of larger units can be of one unit: a shorter one says less and denies nothing."""
    return all(mine == yours for mine, yours in zip(ours, theirs, strict=False))


@cache
def _line(name: str) -> tuple[str, ...]:
    """A unit and the larger ones that its name gives, smallest first, in one spelling of numbers.

    >>> _line("the 82nd Airborne Division's 3rd Brigade")
    ('3 brigade', '82 airborne division')
    """
    plain = fold(name).strip()
    if owned := _OWNED.match(plain):
        plain = f"{owned[2]}, {owned[1]}"
    return tuple(_spelling(part) for part in _WHOLE.split(plain) if part)


def _spelling(name: str) -> str:
    """NAME in lower case, without its article and with every number in figures."""
    name = _NUMERAL.sub(lambda found: str(_value(found[0])), name)
    return _ORDINAL.sub(r"\1", name.lower().removeprefix("the ")).strip()


def _value(numeral: str) -> int:
    """The number that a Roman numeral stands for."""
    values = [_ROMAN[letter] for letter in numeral]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _above(line: tuple[str, ...], on: date | None) -> frozenset[str]:
    """All the units that a line lies inside, as its name and the table say."""
    found = set(line[1:])
    for name in line:
        found.update(_upward(name, on))
    return frozenset(found)


def _upward(name: str, on: date | None) -> Iterator[str]:
    """The units above one, by the table."""
    for start, end, whole in _wholes().get(name, ()):
        if on is None or ((start is None or start <= on) and (end is None or on < end)):
            yield whole
            yield from _upward(whole, on)


@cache
def _wholes() -> dict[str, list[tuple[date | None, date | None, str]]]:
    """For each formation the larger ones, with the first day and the day after the last."""
    found: dict[str, list[tuple[date | None, date | None, str]]] = {}
    for row in table("formations"):
        spell = (day(row, "from"), day(row, "to"), _spelling(row["within"]))
        found.setdefault(_spelling(row["formation"]), []).append(spell)
    return found


def _kind(name: str) -> str:
    """What sort of unit a name is, its number aside: two brigades with different numbers are two brigades."""
    return re.sub(r"^\d+\s+", "", name)

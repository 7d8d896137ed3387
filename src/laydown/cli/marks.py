"""Marks: the sentence behind a claim, and a ruler under it that names the field behind each word."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from rich.cells import cell_len
from rich.text import Text

from laydown.model import Claim, Offsets

LABELS: Final[Mapping[str, tuple[str, str]]] = {
    "quantity": ("qty", "yellow"),
    "force": ("force", "cyan"),
    "origin": ("from", "magenta"),
    "destination": ("to", "green"),
    "location": ("at", "green"),
    "when": ("when", "blue"),
    "attribution": ("says", "bright_blue"),
    "authority": ("by", "bright_magenta"),
    "donor": ("donor", "magenta"),
    "recipient": ("to", "green"),
    "under": ("under", "green"),
    "not_under": ("not under", "red"),
    "quote": ("quote", "yellow"),
    "topic": ("topic", "cyan"),
    "act": ("act", "red"),
    "status": ("status", "red"),
    "action": ("action", "bright_red"),
    "additional": ("more", "bright_yellow"),
    "duration": ("how long", "bright_cyan"),
    "part_of": ("part of", "bright_yellow"),
    "total_of": ("total of", "bright_yellow"),
}
"""The word on the ruler and the colour of each field; the word is the sign, the colour only helps the eye."""

_NEAR: Final = 200
"""Characters by which the shown words may reach beyond the evidence to take in a speaker in the same paragraph."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a report that stand behind a field."""

    field: str
    start: int
    end: int


def marks_of(claim: Claim) -> list[Mark]:
    """The marks of CLAIM, longest first, so that a shorter one drawn later stays visible on a longer one."""
    marks = [Mark(name.partition(".")[0], *span) for name, spans in claim.spans.items() for span in spans]
    order = list(LABELS)
    rank = {name: place for place, name in enumerate(order)}
    return sorted(marks, key=lambda mark: (mark.start - mark.end, -rank.get(mark.field, len(order)), mark.start))


def evidence_lines(text: str, claim: Claim, width: int) -> Iterator[tuple[Text, Text | None]]:
    """The words behind CLAIM in lines of WIDTH cells, each with its ruler where a field stands on it."""
    start, end = _window(text, claim)
    shown = "".join(" " if character.isspace() else character for character in text[start:end])
    owners = list(_without_gaps(shown, _owners(marks_of(claim), start, end)))
    for left, right in _wrapped(shown, width):
        yield _drawn(shown[left:right], owners[left:right])


def elsewhere(text: str, claim: Claim) -> list[Text]:
    """The marked words that stand outside the shown ones, each behind the name of its field."""
    start, end = _window(text, claim)
    outside = [mark for mark in marks_of(claim) if not (start <= mark.start and mark.end <= end)]
    notes = []
    for mark in sorted(outside, key=lambda mark: (mark.start, mark.end)):
        label, style = _label(mark.field)
        notes.append(Text.assemble((label, "dim"), " ", (f"“{' '.join(text[mark.start : mark.end].split())}”", style)))
    return notes


def _window(text: str, claim: Claim) -> Offsets:
    """The evidence of CLAIM, widened to the marks near it in the same paragraph."""
    start, end = claim.evidence.start, claim.evidence.end
    for mark in marks_of(claim):
        if start - _NEAR <= mark.start < start and "\n" not in text[mark.start : start]:
            start = mark.start
        if end < mark.end <= end + _NEAR and "\n" not in text[end : mark.end]:
            end = mark.end
    return start, end


def _owners(marks: Sequence[Mark], start: int, end: int) -> list[str | None]:
    """The field on each character from START to END."""
    owners: list[str | None] = [None] * (end - start)
    for mark in marks:
        if start <= mark.start and mark.end <= end:
            owners[mark.start - start : mark.end - start] = [mark.field] * (mark.end - mark.start)
    return owners


def _without_gaps(shown: str, owners: Sequence[str | None]) -> Iterator[str | None]:
    """OWNERS without the white space between two fields, which belongs to neither."""
    for at, owner in enumerate(owners):
        inside = 0 < at < len(owners) - 1 and owners[at - 1] == owner == owners[at + 1]
        yield owner if inside or not shown[at].isspace() else None


def _wrapped(shown: str, width: int) -> Iterator[Offsets]:
    """Where to cut SHOWN into lines of WIDTH cells: between words, and inside one only where it fills a line alone."""
    left = 0
    while left < len(shown):
        right = _fitting(shown, left, width)
        if right < len(shown) and (blank := shown.rfind(" ", left, right + 1)) > left:
            right = blank
        yield left, right
        left = right + (shown[right : right + 1] == " ")


def _fitting(shown: str, left: int, width: int) -> int:
    """The end of the longest piece of SHOWN from LEFT that fits into WIDTH cells, at least one character."""
    right = min(len(shown), left + width)
    while right > left + 1 and cell_len(shown[left:right]) > width:
        right -= 1
    return right


def _drawn(line: str, owners: Sequence[str | None]) -> tuple[Text, Text | None]:
    """LINE in the colours of its OWNERS, and the ruler to go under it."""
    words, ruler = Text(), Text()
    at = 0
    for owner, run in groupby(owners):
        piece = line[at : at + len(list(run))]
        at += len(piece)
        label, style = _label(owner)
        words.append(piece, f"bold {style}" if owner else "")
        cells = cell_len(piece)
        ruler.append((label[:cells].ljust(cells, "─") if owner else " " * cells), style)
    ruler.rstrip()
    return words, ruler if ruler.plain else None


def _label(field: str | None) -> tuple[str, str]:
    """The word and the colour of FIELD; a field that we have no word for goes by its name."""
    return LABELS.get(field, (field.replace("_", " "), "white")) if field else ("", "")

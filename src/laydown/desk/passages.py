"""Passages: the words of a claim with those of each field marked, and the sentences around them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from laydown.model import Claim, Entry, Offsets, Report

AROUND: Final = 260
"""Characters of a report that are shown before and after the words of a claim."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, and the fields of the claim that they are behind."""

    text: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a claim in pieces, between those before and after it in its report."""

    before: str
    pieces: tuple[Piece, ...]
    after: str


def marked(entry: Entry, fields: Sequence[str] | None = None) -> tuple[Piece, ...]:
    """The words of ENTRY in pieces, those behind its FIELDS marked; all fields where none is named."""
    return pieces(entry.words, _spans(entry.claim, fields), entry.claim.evidence.start)


def passage(report: Report, entry: Entry) -> Passage:
    """The words of ENTRY where they stand in its REPORT, with some of what is around them, by whole words."""
    start, end = entry.claim.evidence.start, entry.claim.evidence.end
    before, after = report.text[max(start - AROUND, 0) : start], report.text[end : end + AROUND]
    if start > AROUND:
        before = "… " + before.partition(" ")[2]
    if end + AROUND < len(report.text):
        after = after.rpartition(" ")[0] + " …"
    return Passage(before, pieces(report.text[start:end], _spans(entry.claim, None), start), after)


def pieces(text: str, spans: Sequence[tuple[str, Offsets]], start: int = 0) -> tuple[Piece, ...]:
    """TEXT, which begins at START, cut where the fields of SPANS begin and end.

    >>> [(one.text, one.fields) for one in pieces("to Poland", [("destination", (3, 9))])]
    [('to ', ()), ('Poland', ('destination',))]
    """
    inside = [(name, max(one - start, 0), min(other - start, len(text))) for name, (one, other) in spans]
    inside = [(name, one, other) for name, one, other in inside if one < other]
    cuts = sorted({0, len(text), *(cut for _, one, other in inside for cut in (one, other))})
    return tuple(
        Piece(text[one:other], tuple(dict.fromkeys(name for name, a, b in inside if a <= one and other <= b)))
        for one, other in pairwise(cuts)
    )


def _spans(claim: Claim, fields: Sequence[str] | None) -> list[tuple[str, Offsets]]:
    """The fields of CLAIM with where their words stand."""
    return [(name, span) for name, those in claim.spans.items() if fields is None or name in fields for span in those]

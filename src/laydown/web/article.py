"""An article cut at every edge of every claim's words, so that overlapping words are drawn right.

Words of claims overlap: one sentence carries four of them, one number is a quantity here and a part there. A piece is
a run of the text that the same claims and fields cover from its first character to its last.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from markupsafe import Markup, escape

from laydown.export.plain import plain
from laydown.model import Claim

PARAGRAPH: Final = re.compile(r"[^\n]+")

LINES: Final = 4
"""Lines that lie below each other where fields overlap; further ones lie on the last."""

EVIDENCE: Final = ""
"""The mark of the sentence that carries a claim, beside those of its fields."""

Mark = tuple[int, str]
"""A claim by its number in the article, and one of its fields."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the text with the claims that it carries, those first that it says a field of.

    `claims` are numbers, `fields` the fields of each of them, `first` the claims whose words begin here.
    """

    text: str
    claims: tuple[int, ...] = ()
    fields: tuple[Mark, ...] = ()
    first: tuple[int, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The fields, whichever claim they are of, each once."""
        return tuple(dict.fromkeys(name for _, name in self.fields))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The pieces of one paragraph, or how many characters without a claim were left out in its place."""

    pieces: tuple[Piece, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class _Run:
    """Where in the text the same marks hold."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def article(text: str, claims: Sequence[Claim], most: int) -> list[Paragraph]:
    """The paragraphs of TEXT; behind the first MOST characters those alone that carry a claim."""
    runs = _runs(claims)
    ends = [run.end for run in runs]
    sizes = {number: claim.evidence.end - claim.evidence.start for number, claim in enumerate(claims, start=1)}
    seen: set[int] = set()
    found: list[Paragraph] = []
    left_out = 0
    for match in PARAGRAPH.finditer(text):
        start, end = match.span()
        here = runs[bisect_right(ends, start) : bisect_left(ends, end) + 1]
        if start >= most and not any(run.marks and run.start < end for run in here):
            left_out += end - start
            continue
        if left_out:
            found.append(Paragraph((), left_out))
            left_out = 0
        pieces = (_piece(text[a:b], marks, sizes, seen) for a, b, marks in _within(here, start, end))
        found.append(Paragraph(tuple(pieces)))
    return [*found, *([Paragraph((), left_out)] if left_out else [])]


def _runs(claims: Sequence[Claim]) -> list[_Run]:
    """The runs between the first and the last edge of any claim's words, in the order of the text."""
    edges: dict[int, Counter[Mark]] = {}
    for number, claim in enumerate(claims, start=1):
        whole = {**claim.spans, EVIDENCE: ((claim.evidence.start, claim.evidence.end),)}
        for name, spans in whole.items():
            for start, end in spans:
                edges.setdefault(start, Counter())[number, name] += 1
                edges.setdefault(end, Counter())[number, name] -= 1
    covering: Counter[Mark] = Counter()
    found = []
    for start, end in pairwise(sorted(edges)):
        covering.update(edges[start])
        covering = +covering
        found.append(_Run(start, end, tuple(sorted(covering))))
    return found


def _within(runs: Iterable[_Run], start: int, end: int) -> Iterator[tuple[int, int, tuple[Mark, ...]]]:
    """RUNS as far as they lie between START and END, with what no claim covers between them."""
    for run in runs:
        if run.start >= end:
            break
        if start < run.start:
            yield start, run.start, ()
            start = run.start
        stop = min(run.end, end)
        yield start, stop, run.marks
        start = stop
    if start < end:
        yield start, end, ()


def _piece(text: str, marks: Sequence[Mark], sizes: Mapping[int, int], seen: set[int]) -> Piece:
    """TEXT with what covers it; SEEN are the claims whose words began before."""
    if not marks:
        return Piece(text)
    fields = tuple(mark for mark in marks if mark[1] != EVIDENCE)
    said = {number for number, _ in fields}
    ordered = sorted({number for number, _ in marks}, key=lambda number: (number not in said, sizes[number], number))
    first = tuple(sorted(set(ordered) - seen))
    seen.update(first)
    return Piece(text, tuple(ordered), fields, first)


def drawn(pieces: Iterable[Piece], ids: Sequence[str], fields: Mapping[str, str]) -> Markup:
    """PIECES as HTML: before the first words of a claim a link to it, by its id among IDS, and a line a field below.

    FIELDS are the fields as a person asks for them. Drawn here and not in the template, for there are thousands.
    """
    return Markup("").join(Markup(part) for piece in pieces for part in _parts(piece, ids, fields))  # noqa: S704 - escaped


def _parts(piece: Piece, ids: Sequence[str], fields: Mapping[str, str]) -> Iterator[str]:
    """A piece as HTML, everything of others in it escaped."""
    text = escape(plain(piece.text))
    for number in piece.first:
        name = escape(plain(ids[number - 1]))
        yield f'<a class="at k{number}" id="w-{name}" href="#{name}" title="claim {number}">{number}</a>'
    if not piece.claims:
        yield text
        return
    said_of = dict.fromkeys(number for number, _ in piece.fields)
    classes = " ".join((*(f"k{number}" for number in piece.claims), *(f"g{number}" for number in said_of)))
    said = ", ".join(f"{number}: {fields.get(name, name)}" for number, name in piece.fields)
    title = f' title="{escape(plain(said))}"' if said else ""
    names = piece.names
    lines = "".join(
        f'<span class="f f-{escape(plain(name))} d{min(len(names) - at, LINES)}">' for at, name in enumerate(names)
    )
    ends = "</span>" * len(names)
    yield f'<span class="w {classes}" data-claim="{piece.claims[0]}"{title}>{lines}{text}{ends}</span>'


def rules(count: int) -> Iterator[str]:
    """The rules of style by which a claim and its words light up together, for COUNT claims and without script.

    The sentence is lit faintly, the words of the claim's own fields fully: one sentence may carry several claims.
    """
    for number in range(1, count + 1):
        lit = f".reading:has(.k{number}:is(:hover,:focus,:focus-within,:target))"
        faint = "color-mix(in srgb,var(--mark) 50%,transparent)"
        yield f"{lit} .k{number}{{--lit:{faint};--lit-card:var(--accent-soft);--lit-edge:var(--accent)}}"
        yield f"{lit} .g{number}{{--lit:var(--mark)}}"


def evidence(text: str, claim: Claim, fields: Sequence[str]) -> list[tuple[str, bool]]:
    """The sentence of CLAIM in TEXT in parts, and whether each says one of FIELDS.

    >>> from laydown.model import Evidence
    >>> claim = Claim(id="c1", kind="movement", status="announced", evidence=Evidence(start=0, end=14),
    ...               spans={"quantity": ((0, 3),)})
    >>> evidence("900 troops go.", claim, ["quantity"])
    [('900', True), (' troops go.', False)]
    """
    start, end = claim.evidence.start, claim.evidence.end
    told = sorted(
        (max(a, start), min(b, end)) for name in fields for a, b in claim.spans.get(name, ()) if a < end and b > start
    )
    found: list[tuple[str, bool]] = []
    for first, last in told:
        if start < first:
            found.append((text[start:first], False))
        if max(start, first) < last:
            found.append((text[max(start, first) : last], True))
        start = max(start, last)
    return [*found, *([(text[start:end], False)] if start < end else [])]

"""Parts and totals: a number told of a number before it, and a sum over movements already told, each counted once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from laydown.lexicon.forces import force_words
from laydown.model import Quantity
from laydown.model.claim import Number
from laydown.reading.drafting.drafts import Draft
from laydown.reading.mentions.quantities import Count, find_counts

DETERMINED: Final = r"(?:the|these|those|them|its|their|that|this)"
OF_WHOLE: Final = re.compile(rf"\b[Oo]f {DETERMINED}(?: [a-z-]+){{0,2}} (?P<number>[\w,.-]+)\b")
OF_THEM: Final = re.compile(r"(?: [a-z-]+){0,2},? of (?:them|whom|these|those|that number)\b")
OF_THOSE: Final = re.compile(r"Of (?:them|these|those|that number)\b")
OF_FORCE: Final = re.compile(r" of (?:the|these|those|its|their) (?:[a-z-]+ ){0,2}?(?P<noun>[a-z]+)\b")
REMAINING: Final = re.compile(r"\b(?:remaining|other|rest|remainder|others)\b")
TOTAL_BEFORE: Final = re.compile(
    r"\b(?:a total of|in all,?|in total,?|altogether,?|combined,?|together,?)(?: the)? $", re.IGNORECASE
)
TOTAL_AFTER: Final = re.compile(
    r"^(?: [\w-]+){0,2},? (?:in all|in total|altogether|combined|all told)\b", re.IGNORECASE
)
SUMMED: Final = ("total", "in all", "altogether", "combined", "together", "all told")
"""Of these each total has one."""

BEFORE: Final = 24
"""Characters before a number that may call it a total."""

AFTER: Final = 40
"""Characters behind it."""


def join_parts(drafts: list[Draft], text: str) -> list[Draft]:
    """DRAFTS with parts tied to the number they are of, and totals to the movements they sum up.

    A total that no claim holds yet ("..., 3,000 in all") becomes one, where it is the sum of the movements before it.
    """
    ordered = sorted((d for d in drafts if d.kind in {"movement", "presence"}), key=lambda d: d.order)
    for index, draft in enumerate(ordered):
        whole = _whole(draft, ordered[:index], text)
        if whole is not None:
            draft.part_of = (whole,)
            of = whole.quantity.text if whole.quantity is not None else ""
            draft.note("part_of", f"it is told as a part of the {of}", by=_whole)
    for index, draft in enumerate(ordered):
        span = _number_span(draft)
        if span is not None and not draft.part_of and (draft.total or _is_total(text, span)):
            draft.total_of = _summed(_size(draft.quantity), ordered[:index], draft)
            draft.note("total_of", by=_summed)
    return [*drafts, *_new_totals(ordered, text)]


def _number_span(draft: Draft) -> tuple[int, int] | None:
    return min(draft.spans.get("quantity", ()), default=None) if draft.quantity is not None else None


def _size(quantity: Quantity | None) -> Number | None:
    """The one number that a quantity is compared by, None where it is unknown or vague."""
    if quantity is None or quantity.hedge in {"vague", "between"}:
        return None
    return next((n for n in (quantity.value, quantity.low, quantity.high) if n is not None), None)


def _whole(part: Draft, before: Sequence[Draft], text: str) -> Draft | None:
    """The claim of which PART is a part: "Of the 2,000 troops, 1,700 ...", "300 of whom", "the remaining 300"."""
    span, size = _number_span(part), _size(part.quantity)
    if span is None or size is None:
        return None
    larger = [d for d in before if _can_hold(d, part, size)]
    lead = OF_WHOLE.search(text, part.start, span[0]) or OF_WHOLE.match(text, span[1] + 1)
    named = _named(larger, lead["number"]) if lead is not None else None
    if named is not None:
        return named
    led = OF_THOSE.match(text, part.start, span[0]) or OF_THEM.match(text, span[1]) or _of_force(text, span[1])
    larger = [d for d in larger if not OF_THOSE.match(text, part.start) or d.start != part.start]
    return larger[-1] if larger and led else _beside(part, before, text, span)


def _named(larger: Sequence[Draft], number: str) -> Draft | None:
    """The claim that has the NUMBER of which a part is told."""
    return next((d for d in reversed(larger) if _has_number(d, number)), None)


def _of_force(text: str, end: int) -> bool:
    """Whether a number is of a force named before: "600 of the soldiers"."""
    match = OF_FORCE.match(text, end)
    return match is not None and match["noun"] in force_words()


def _beside(part: Draft, before: Sequence[Draft], text: str, span: tuple[int, int]) -> Draft | None:
    """The whole of the part told last, where PART goes on with it: "600 of them to Gao and 300 to Mopti".

    In a sentence of its own it must be called what is left: "the remaining 300".
    """
    last = before[-1] if before else None
    if last is None or not last.part_of or part.additional or not _like(last, part):
        return None
    whole = last.part_of[0]
    told = sum(_size(d.quantity) or 0 for d in before if d.part_of == (whole,))
    left = (_size(whole.quantity) or 0) - told
    fits = _can_hold(whole, part, _size(part.quantity) or 0) and (_size(part.quantity) or 0) <= left
    remains = REMAINING.search(text[max(0, span[0] - BEFORE) : span[1]]) is not None
    return whole if fits and (last.start == part.start or remains) else None


def _can_hold(whole: Draft, part: Draft, size: Number) -> bool:
    """Whether WHOLE is a larger number of the same people."""
    number = _size(whole.quantity)
    same = part.nation is None or whole.nation in {part.nation, None}
    return number is not None and number > size and same and _unit(whole) == _unit(part)


def _unit(draft: Draft) -> str | None:
    return draft.quantity.unit if draft.quantity is not None else None


def _has_number(draft: Draft, number: str) -> bool:
    return draft.quantity is not None and number.strip(",.") in draft.quantity.text.split()


def _is_total(text: str, span: tuple[int, int]) -> bool:
    """Whether the words around a number call it a total."""
    before, after = text[max(0, span[0] - BEFORE) : span[0]], text[span[1] : span[1] + AFTER]
    return bool(
        TOTAL_BEFORE.search(before) or TOTAL_AFTER.match(after) or text[slice(*span)].lower().startswith("a total of")
    )


def _summed(size: Number | None, before: Sequence[Draft], total: Draft) -> tuple[Draft, ...]:
    """The claims just before a total that add up to it exactly, at least two; none where they do not."""
    parts: list[Draft] = []
    left = size or 0
    for draft in reversed(before):
        number = _size(draft.quantity)
        if number is None or draft.part_of or draft.total_of or not _like(draft, total):
            continue
        parts.insert(0, draft)
        left -= number
        if left <= 0:
            break
    return tuple(parts) if size and left == 0 and len(parts) > 1 else ()


def _like(part: Draft, total: Draft) -> bool:
    """Whether a claim can be added into a total: the same kind and unit, and neither more nor less real."""
    same = total.nation is None or part.nation in {total.nation, None} or total.nation == "multinational"
    denied = "ruled_out" in {part.status, total.status} and part.status != total.status
    return part.kind == total.kind and _unit(part) == _unit(total) and same and not denied


def _new_totals(ordered: Sequence[Draft], text: str) -> Iterator[Draft]:
    """The totals that a sentence of movements adds in passing: "2,000 to Latvia and 1,000 to Estonia, 3,000 in all"."""
    taken = {span for d in ordered for span in d.spans.get("quantity", ())}
    done: set[tuple[int, int]] = set()
    for last in ordered:
        around = text[max(0, last.start - BEFORE) : last.end + AFTER].lower()
        if not any(word in around for word in SUMMED):
            continue
        for count in find_counts(text[last.start : last.end], ()):
            span = (last.start + count.start, last.start + count.end)
            if count.money or span in taken | done or span[0] < last.order or not _is_total(text, span):
                continue
            before = [d for d in ordered if d.order < span[0]]
            total = _total(last, count, span)
            total.total_of = _summed(_size(total.quantity), before, total)
            total.note("total_of", by=_summed)
            if total.total_of and last is before[-1]:
                total.status = next((d.status for d in total.total_of if d.status == "announced"), total.status)
                total.note("status", f"it is as far as the parts that it sums up: {total.status}", by=_new_totals)
                done.add(span)
                yield total


def _total(last: Draft, count: Count, span: tuple[int, int]) -> Draft:
    """A claim for a number alone, of the force and the standing of LAST."""
    unit = _unit(last) or "persons"
    total = Draft(last.kind, last.status, last.start, last.end, order=span[0], nation=last.nation)
    total.category, total.action = last.category, last.action
    total.words = last.words
    total.quantity = replace(count.quantity, unit=unit)
    total.attribution, total.authority = last.attribution, last.authority
    for name in ("force", "status", "action", "attribution", "authority"):
        total.mark(name, *last.spans.get(name, ()))
    total.mark("quantity", span)
    return total

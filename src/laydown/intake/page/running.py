"""Running pages: the entries of a live blog as a reader sees them, each behind an hour of its own."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from laydown.intake.canon import one_line
from laydown.intake.moments import moment, opening_hour
from laydown.intake.page.lines import aside
from laydown.intake.page.marks import marked
from laydown.intake.page.statements import LIVE, Statements, kinds
from laydown.intake.page.words import words_of

Element = Any
"""An element of lxml, which ships no types."""

FEWEST: Final = 3
"""Entries that make a live blog; two hours on a page are its own and that of a related one."""

SHORTEST: Final = 6
"""Words of an entry; what is shorter is a picture, a link or a list of headlines."""

PIECES: Final = 20_000
_TITLES: Final = ("h2", "h3", "h4", "h5", "h6")
_HEADS: Final = (*_TITLES, "p", "strong", "b", "span", "div", "dt")
_HEAD_WORDS: Final = 25
_CHANGED: Final = re.compile(r"\W*(?:last )?(?:updated|modified)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Running:
    """One entry: its words, the heading behind its hour, the words that state its hours, and its anchor."""

    text: str
    title: str | None
    published: str | None
    updated: str | None
    anchor: str | None


def running_entries(tree: Element, stated: Statements) -> tuple[Running, ...]:
    """The entries of the page TREE where it calls itself live and shows them, as they follow each other.

    They are the children of one element of which the most begin with an hour: `time` elements with an hour, or a short
    line that begins with one, as "14:05 GMT" does. Everything on another page, and fewer than three, are none.
    """
    if not _is_live(tree, stated):
        return ()
    marks = dict(islice(_marks(tree), PIECES))
    groups: dict[Element, dict[Element, None]] = {}
    for mark in marks:
        for child in (mark, *mark.iterancestors()):
            if (parent := child.getparent()) is not None:
                groups.setdefault(parent, {})[child] = None
    heads = max(map(list, groups.values()), key=lambda those: (len(those), _depth(those[0])), default=[])
    found = tuple(_entries(heads, marks)) if len(heads) >= FEWEST else ()
    return found if len(found) >= FEWEST else ()


def _is_live(tree: Element, stated: Statements) -> bool:
    """Whether a page says by its type or its title that it is live."""
    if any(name == LIVE for node in stated.nodes for name in kinds(node)):
        return True
    if any((one.get("itemtype") or "").rpartition("/")[2] == LIVE for one in tree.xpath("//*[@itemtype]")[:PIECES]):
        return True
    titles = [one.words for one in stated.of("title")] + [
        one_line(one.text_content()) for one in tree.iter("h1", "title")
    ]
    return any(
        re.search(rf"(?<!\w){re.escape(mark)}(?!\w)", title.lower()) for title in titles for mark in marked("live")
    )


def _marks(tree: Element) -> Iterator[tuple[Element, str]]:
    """The elements that give an hour, with the words that do."""
    body = tree.find("body")
    for element in () if body is None else islice(body.iter("time", *_HEADS), PIECES):
        words = one_line(element.text or "")
        if element.tag == "time":
            told = element.get("datetime") or ""
            hour = "T" in (moment(told) or "") if told else opening_hour(words)
            if hour and not aside(element):
                yield element, told or words
        elif opening_hour(words) and not aside(element) and _size(element) <= _HEAD_WORDS:
            yield element, words


def _depth(element: Element) -> int:
    """How deep ELEMENT stands."""
    return sum(1 for _ in element.iterancestors())


def _entries(heads: Sequence[Element], marks: dict[Element, str]) -> Iterator[Running]:
    """The entries that begin with HEADS, children of one element; what follows a bare heading belongs to it."""
    known = set(heads)
    for head in heads:
        parts = [head]
        if _size(head) <= _HEAD_WORDS and head in marks:
            for after in head.itersiblings():
                if after in known:
                    break
                parts.append(after)
        yield from _entry(parts, {one: marks[one] for one in head.iter() if one in marks})


def _entry(parts: Sequence[Element], told: dict[Element, str]) -> Iterator[Running]:
    """The entry of some PARTS, in which elements have TOLD hours; none where it has next to no words."""
    head, *rest = parts
    changed = {one: words for one, words in told.items() if _CHANGED.match(_before(one))}
    first = next((words for one, words in told.items() if one not in changed), None)
    _, title = (opening_hour(first) if first and head in told else None) or ("", "")
    whole = rest if head in told and head.tag != "time" else parts
    text = words_of("\n".join(map(_without_times, whole)))
    if len(text.split()) < SHORTEST:
        return
    anchor = next((one.get("id") for one in head.iter() if one.get("id")), None)
    title = title or next((one_line(one.text_content()) for one in head.iter(*_TITLES) if one not in told), "")
    yield Running(text, title or None, first, next(iter(changed.values()), None), anchor)


def _before(element: Element) -> str:
    """The words before the hour in a `time` element: its own, and those on its line before it."""
    parent = element.getparent()
    ahead = element.getprevious()
    own = parent.text if ahead is None else ahead.tail
    return one_line(f"{own or ''} {element.text or ''}")


def _without_times(element: Element) -> str:
    """The HTML of ELEMENT without its `time` elements, and without the line "Updated at" before one."""
    from lxml.etree import tostring

    copy = deepcopy(element)
    for time in list(copy.iter("time")):
        if time is not copy:
            time.text = None
            for child in list(time):
                time.remove(child)
    copy.tail = None
    html: str = tostring(copy, encoding="unicode", method="html")
    return html


def _size(element: Element) -> int:
    """How many words ELEMENT has."""
    return len(one_line(element.text_content()).split())

"""Datelines: the day that stands by the headline of a page, as a reader sees it, without any name for what it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final

from laydown.intake.canon import one_line
from laydown.intake.moments import LONGEST, moment, printed_day

Element = Any
"""An element of lxml, which ships no types."""

LINES: Final = 6000
_BEFORE: Final = 3
_AFTER: Final = 14
_PROSE: Final = 200
_PARAGRAPHS: Final = 2
"""Lines before and behind a headline, and paragraphs of prose, within which its dateline stands; further on stand comments and other articles."""

_WORDS: Final = 9
"""Words beside the day and the hour that a dateline has: names, a place, a rubric; what has more is a sentence."""

_DAY: Final = 10
_HEADLINE: Final = 12
"""Letters of a headline; "News" and "Blog" are none."""

_FIGURE: Final = re.compile(r"\d")
_OPENS: Final = re.compile(r"\W*(?:[^\W\d_][\w.'’-]*[ ,/|-]{1,3}){0,4}\W*$")
_CLOSES: Final = re.compile(r"\W{0,2}\s?[-–—:.|)]")
_SPAN: Final = re.compile(r"\d\s?[-–—]\s?\d{1,2}[.:]\d{2}|\d\.?\s?[-–—]\s*(?:\d|$)")
_CLOCK: Final = re.compile(r"\d{1,2}[:.h]\d{2}(?::\d{2})?")
_UNREAD: Final = frozenset(
    {"script", "style", "noscript", "template", "iframe", "svg", "head", "nav", "aside", "footer", "select", "figcaption", "button"}
)
_BLOCKS: Final = frozenset(
    {"address", "article", "blockquote", "body", "br", "caption", "center", "dd", "div", "dl", "dt", "fieldset", "figure", "form",
     "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page as a reader sees it, with the sort of element that it stands in."""

    words: str
    tag: str


def dateline(tree: Element, titles: Sequence[str], language: str | None, changed: re.Pattern[str]) -> str | None:
    """The words of the line that dates the page TREE, None where none does, or where several could.

    It stands by the headline, which is one of TITLES or the first `h1`; where there is no headline, it is the only
    day that stands alone on the page. A line that says CHANGED is of the last change.
    """
    lines = list(_lines(tree))
    head = _headline(lines, titles)
    if head is None:
        told = [one for line in lines if (one := _told(line, language, changed))]
        days = {(moment(one, language=language) or "")[:_DAY] for one in told}
        return told[0] if len(days) == 1 else None
    after = (_told(line, language, changed) for line in lines[head + 1 : _end(lines, head)])
    before = (_told(line, language, changed) for line in reversed(lines[max(0, head - _BEFORE) : head]))
    return next(filter(None, chain(after, before)), None)


def _end(lines: Sequence[Line], head: int) -> int:
    """Where the neighbourhood of the headline at HEAD ends."""
    prose = 0
    for at in range(head + 1, min(len(lines), head + _AFTER + 1)):
        prose += len(lines[at].words) >= _PROSE
        if prose >= _PARAGRAPHS:
            return at + 1
    return head + _AFTER + 1


def _headline(lines: Sequence[Line], titles: Sequence[str]) -> int | None:
    """The line that is the headline: the last `h1` that repeats a title of the page, any line that does, or an `h1`."""
    wanted = [squeezed for title in titles if len(squeezed := _squeezed(title)) >= _HEADLINE]
    heads = [at for at, line in enumerate(lines) if line.tag == "h1"]
    same = [at for at, line in enumerate(lines) if _FIGURE.sub("", line.words) and _same(_squeezed(line.words), wanted)]
    both = [at for at in heads if at in same]
    return next(iter(both or same or heads), None)


def _same(words: str, titles: Sequence[str]) -> bool:
    """Whether WORDS are one of TITLES, or its first part before the name of the site."""
    return len(words) >= _HEADLINE and any(title.startswith(words) or title.endswith(words) for title in titles)


def _squeezed(words: str) -> str:
    """The letters and figures of WORDS."""
    return "".join(filter(str.isalnum, words)).lower()


def _told(line: Line, language: str | None, changed: re.Pattern[str]) -> str | None:
    """The day that a LINE tells, where it is short and tells one, or a long one opens with it."""
    words = line.words[:LONGEST]
    if not _FIGURE.search(words) or changed.search(words):
        return None
    found = _iso(words) or printed_day(words, language)
    if found is None:
        return None
    _, start, end = found
    rest = words[end:]
    if _SPAN.search(_without(words, start, end)):
        return None
    if printed_day(rest, language) and printed_day(rest, language)[0] != found[0]:  # type: ignore[index]
        return None
    others = [word for word in _CLOCK.sub(" ", _without(words, start, end)).split() if any(map(str.isalpha, word))]
    if len(line.words) < LONGEST and len(others) <= _WORDS and not (len(others) > 3 and line.words.endswith((".", "!", "?"))):
        return words
    return words[:end] if _OPENS.match(words[:start]) and _CLOSES.match(rest) else None


def _without(words: str, start: int, end: int) -> str:
    """WORDS without those from START to END."""
    return f"{words[:start]} ¦ {words[end:]}"


def _iso(words: str) -> tuple[object, int, int] | None:
    """The day in WORDS that a machine wrote, and where it stands."""
    found = re.search(r"(?<!\d)\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}\S*)?", words)
    return (found[0][:10], found.start(), found.end()) if found and moment(found[0]) else None


def _lines(tree: Element) -> Iterator[Line]:
    """The lines of the page TREE in order, without menus and margins; a `time` element as its machine's time."""
    from lxml.etree import iterwalk

    body = tree.find("body")
    if body is None:
        return
    pieces: list[str] = []
    tag, count = "body", 0
    walk = iterwalk(body, events=("start", "end"))
    for event, element in walk:
        block = element.tag in _BLOCKS
        if block and pieces:
            if words := one_line("".join(pieces)):
                yield Line(words, tag)
                count += 1
            pieces = []
        if count > LINES:
            return
        if event == "start":
            tag = element.tag if block else tag
            if not isinstance(element.tag, str) or element.tag in _UNREAD:
                walk.skip_subtree()
            elif element.tag == "time" and moment(element.get("datetime") or ""):
                pieces.append(f" {element.get('datetime').strip()} ")
                walk.skip_subtree()
            else:
                pieces.append((element.text or "")[: 2 * LONGEST])
        else:
            tag = "div" if block else tag
            pieces.append((element.tail or "")[: 2 * LONGEST])

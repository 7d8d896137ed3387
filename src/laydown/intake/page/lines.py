"""Lines: what a reader of a page sees, line by line, and the short ones among them that say what their time is."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from laydown.intake.canon import one_line
from laydown.intake.moments import LONGEST, moment
from laydown.intake.page.marks import openings

Element = Any
"""An element of lxml, which ships no types."""
LINES: Final = 6000
_PIECES: Final = 6000
_BARE: Final = 5
"""Words of a label whose time stands in the next element: "This page was last updated"."""
_SHORT: Final = (
    "p",
    "span",
    "div",
    "time",
    "li",
    "small",
    "em",
    "i",
    "b",
    "strong",
    "td",
    "dd",
    "dt",
    "font",
    "label",
    "h6",
    "h5",
    "h4",
)
_ASIDE: Final = frozenset({"nav", "aside", "footer"})
_MARGINS: Final = _ASIDE | {"figcaption"}
_UNREAD: Final = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "svg",
        "head",
        "nav",
        "aside",
        "footer",
        "select",
        "figcaption",
        "button",
    }
)
_BLOCKS: Final = frozenset(
    {
        *("address", "article", "blockquote", "body", "br", "caption", "center", "dd", "div", "dl", "dt", "fieldset"),
        *("figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre"),
        *("section", "table", "td", "th", "tr", "ul"),
    }
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page as a reader sees it, with the sort of element that it stands in."""

    words: str
    tag: str


def lines_of(tree: Element) -> tuple[Line, ...]:
    """The lines of the page TREE in order, without menus and margins; a `time` element as its machine's time."""
    return tuple(islice(_flow(tree), LINES))


def _flow(tree: Element) -> Iterator[Line]:
    """The lines of TREE, however many."""
    from lxml.etree import iterwalk

    pieces: list[str] = []
    tag = "body"
    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        block = element.tag in _BLOCKS
        if block and pieces:
            if words := one_line("".join(pieces)):
                yield Line(words, tag)
            pieces = []
        if event == "start":
            tag = element.tag if block else tag
            if not isinstance(element.tag, str) or (element.tag in _UNREAD and not _holds_headline(element)):
                walk.skip_subtree()
            elif element.tag == "time" and moment(element.get("datetime") or ""):
                pieces.append(f" {element.get('datetime').strip()} ")
                walk.skip_subtree()
            else:
                pieces.append((element.text or "")[: 2 * LONGEST])
        else:
            tag = "div" if block else tag
            pieces.append((element.tail or "")[: 2 * LONGEST])


def _holds_headline(element: Element) -> bool:
    """Whether a margin or a caption is none, for the page's headline stands in it."""
    return element.tag in _MARGINS and element.find(".//h1") is not None


def has_figures(line: Line) -> bool:
    """Whether a LINE is short and has figures."""
    return len(line.words) < LONGEST and any(map(str.isdigit, line.words))


def labelled_lines(tree: Any) -> Iterator[str]:  # noqa: ANN401 - lxml ships no types
    """The short lines that a reader of TREE sees and that could date it, outside of menus and margins."""
    body = tree.find("body")
    for element in () if body is None else islice(body.iter(*_SHORT), _PIECES):
        start = (element.text or "").strip()[:LONGEST].lower()
        if start.startswith(openings()) and not aside(element):
            yield _line(element)


def _line(element: Any) -> str:  # noqa: ANN401 - lxml ships no types
    """The words of ELEMENT, with those of its next neighbour where it is a bare label; a machine's times before all."""
    words = first_words(element)
    bare = len(words.split()) <= _BARE and not any(map(str.isdigit, words))
    if bare and element.getnext() is not None:
        after = element.getnext()
        words = f"{words} {after.get('datetime') or first_words(after)}"
    elif bare:
        words = f"{words} {one_line((element.tail or '')[:LONGEST])}"
    times = [time for time in element.iter("time") if time.get("datetime") and time is not element]
    if times:
        told = (
            f"{'|' if at else words.split()[0]} {_label(time)} {time.get('datetime')}" for at, time in enumerate(times)
        )
        return " ".join(told)
    return f"{words.split()[0]} {element.get('datetime')}" if element.get("datetime") else words


def _label(time: Any) -> str:  # noqa: ANN401 - lxml ships no types
    """The words right before a `time` element on its line, without strokes."""
    before, parent = time.getprevious(), time.getparent()
    own = parent.text if before is None else before.tail
    if before is not None and before.tag != "time" and not (own or "").strip(" |/•·(\n\t"):
        own = first_words(before)
    return one_line(own or "").strip(" |/•·(")


def first_words(element: Any) -> str:  # noqa: ANN401 - lxml ships no types
    """The first words of ELEMENT, without looking at the rest of what may be a whole page."""
    from lxml.etree import Element

    pieces: list[str] = []
    length = 0
    for piece in element.itertext(Element):
        pieces.append(piece[:LONGEST])
        length += len(pieces[-1])
        if length > LONGEST:
            break
    return one_line("".join(pieces)[:LONGEST])


def aside(element: Any) -> bool:  # noqa: ANN401 - lxml ships no types
    """Whether ELEMENT stands in a menu, a margin or a foot of the page."""
    return any(parent.tag in _ASIDE for parent in element.iterancestors())

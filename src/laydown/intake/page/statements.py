"""Statements: what a page says of itself in JSON-LD, meta tags, microdata and visible words, and where it says so."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain, islice
from typing import Any, Final

from laydown.intake.canon import one_line
from laydown.intake.moments import LONGEST
from laydown.intake.page.datelines import Labels, Line, dateline, lines_of
from laydown.lexicon.tables import table

Node = Mapping[str, Any]

_WAYS_DOWN: Final = ("@graph", "mainEntity", "mainEntityOfPage")
"""Keys behind which JSON-LD speaks of the same article; behind others stand related ones, comments, lists."""

_NODES: Final = 500
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_WIDE: Final = "\u2e80"
"""From here on stand the scripts of East Asia, which set no space behind a word."""

_PIECES: Final = 6000
_BARE: Final = 5
"""Words of a label whose time stands in the next element: "This page was last updated"."""

_SHORT: Final = ("p", "span", "div", "time", "li", "small", "em", "i", "b", "strong", "td", "dd", "dt", "font", "label", "h6", "h5", "h4")
_PATH_DAY: Final = re.compile(r"/((?:19|20)\d\d)([/-]?)(0[1-9]|1[0-2])(\2)(0[1-9]|[12]\d|3[01])(?!\d)")
LIVE: Final = "LiveBlogPosting"
"""What schema.org calls a page that is written as things happen."""
_ASIDE: Final = frozenset({"nav", "aside", "footer"})


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement: its words, and where on the page they stand."""

    words: str
    where: str


@dataclass(frozen=True, slots=True)
class Statements:
    """All that a page says of itself, in the order of the page; `nodes` are ranked, the article's own first."""

    nodes: tuple[Node, ...] = ()
    metas: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    items: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    labelled: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    dateline: str | None = None
    language: str | None = None

    def of(self, name: str) -> Iterator[Stated]:
        """The statements about the field NAME, the surest first."""
        for row in _marks(name):
            kind, mark = row["kind"], row["mark"]
            for words in self._at(kind, mark):
                yield Stated(words, f"{kind} {mark}")

    def _at(self, kind: str, mark: str) -> Iterator[str]:
        """What stands at one MARK of a kind."""
        if kind == "json-ld":
            for node in self.nodes:
                yield from names(node.get(mark))
        elif kind == "dateline":
            yield from filter(None, [self.dateline])
        elif kind == "address":
            yield from (day for url in self._at("meta", "og:url") if (day := _in_address(url)))
        elif kind == "words":
            yield from self.labelled.get(mark, ())
        else:
            yield from (self.metas if kind == "meta" else self.items).get(mark.lower(), ())


def statements(tree: Any) -> Statements:  # noqa: ANN401 - lxml ships no types
    """What the page TREE states."""
    metas: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        if content := one_line(meta.get("content") or ""):
            metas.setdefault(name.strip().lower(), []).append(content)
    nodes = [node for script in tree.iter("script") for node in _script(script)]
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (address := one_line(link.get("href") or "")):
            metas.setdefault("og:url", []).append(address)
    lines = lines_of(tree)
    told = Statements(
        nodes=tuple(sorted(nodes[:_NODES], key=_rank)),
        metas={name: tuple(found) for name, found in metas.items()},
        items=_items(tree),
        labelled=_labelled(chain(_lines(tree), (line.words for line in lines if _dates(line)))),
        language=tree.get("lang") or None,
    )
    titles = [one.words for one in told.of("title")] + [one_line(one.text_content()) for one in tree.iter("title")]
    return replace(told, dateline=dateline(lines, titles, told.language, _labels()))


def _in_address(address: str) -> str | None:
    """The day in the path of an ADDRESS.

    >>> _in_address("https://news.example/world/2019/03/04/troops"), _in_address("https://news.example/2019/03")
    ('2019-03-04', None)
    """
    found = _PATH_DAY.search(address)
    return "-".join(found.groups()[::2]) if found else None


@cache
def _labels() -> Labels:
    """The words by which a line says what its time is."""
    told, changed = (
        rf"(?<![^\W\d_])(?:{'|'.join(_whole(row['mark']) for row in _marks(name) if row['kind'] == 'words')})"
        for name in ("published", "updated")
    )
    return Labels(re.compile(told, re.IGNORECASE), re.compile(changed, re.IGNORECASE))


def _dates(line: Line) -> bool:
    """Whether a LINE is short and has figures."""
    return len(line.words) < LONGEST and any(map(str.isdigit, line.words))


def names(value: object) -> Iterator[str]:
    """The words of a VALUE of JSON-LD: itself, its name, or those of its members.

    >>> list(names([{"@type": "Person", "name": "Ada Writer"}, "Bo Editor"]))
    ['Ada Writer', 'Bo Editor']
    """
    for one in value if isinstance(value, list) else [value]:
        words = one.get("name") if isinstance(one, dict) else one
        for word in words if isinstance(words, list) else [words]:
            if isinstance(word, str | int) and not isinstance(word, bool) and (line := one_line(str(word))):
                yield line


def kinds(node: Node) -> tuple[str, ...]:
    """The types of a NODE of JSON-LD, without the address of their vocabulary."""
    kind = node.get("@type")
    return tuple(one.rpartition("/")[2] for one in (kind if isinstance(kind, list) else [kind]) if isinstance(one, str))


def marked(name: str) -> tuple[str, ...]:
    """The words by which pages say something of themselves, for the field NAME."""
    return tuple(row["mark"] for row in _marks(name))


@cache
def _marks(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of a field, the surest first."""
    return tuple(row for row in table("page_marks") if row["field"] == name)


def _labelled(lines: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The parts of LINES by the words with which they begin, at the start of a line, behind a stroke or behind a time.

    A part with an hour alone is of the day before it: "28 May 2013, last updated 14:00".

    >>> _labelled(["Published 9:00 | Updated: 10:15", "Updates were posted"])
    {'published': ('Published 9:00 | ',), 'updated': ('Updated: 10:15',)}
    """
    found: dict[str, list[str]] = {}
    for line in lines:
        starts = list(_label_form().finditer(line))
        ends = [*(after.start(1) for after in starts[1:]), len(line)]
        for start, end in zip(starts, ends, strict=False):
            part = line[start.start(1) : end]
            day = "" if _YEAR.search(part) or not _YEAR.search(line[: start.start(1)]) else f" {line[: start.start(1)]}"
            found.setdefault(start[1].lower(), []).append(part + day)
    return {mark: tuple(dict.fromkeys(parts)) for mark, parts in found.items()}


@cache
def _openings() -> tuple[str, ...]:
    """The words before a time that say what it is, the longest first."""
    marks = {row["mark"] for name in ("published", "updated") for row in _marks(name) if row["kind"] == "words"}
    return tuple(sorted(marks, key=lambda mark: (-len(mark), mark)))


@cache
def _label_form() -> re.Pattern[str]:
    """Words that say what the time behind them is, where they begin a line or a part of one."""
    words = "|".join(_whole(mark) for mark in _openings())
    several = "|".join(re.escape(mark) for mark in _openings() if " " in mark)
    return re.compile(
        rf"(?:^\W*|[|/•·(,;–—،（-]\s*|(?<=\d)\s+|(?<=[ap]m|hr)\s+|\s(?=(?:{several})\W[^\d]{{0,12}}\d))({words})",
        re.IGNORECASE,
    )


def _whole(mark: str) -> str:
    """The form of MARK as words of their own."""
    return re.escape(mark) + ("" if mark[-1] > _WIDE else r"(?![^\W\d_])")


def _rank(node: Node) -> int:
    """How surely a NODE is about the article itself."""
    order = [row["mark"] for row in _marks("article")]
    return min((order.index(kind) for kind in kinds(node) if kind in order), default=len(order))


def _script(script: Any) -> Iterator[Node]:  # noqa: ANN401 - lxml ships no types
    """The nodes in one SCRIPT that speak of the article, where it holds JSON-LD that can be read."""
    if "ld+json" not in (script.get("type") or "").lower() or not script.text:
        return
    try:
        waiting = [json.loads(script.text.strip().rstrip(";"), strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(_NODES):
        if not waiting:
            break
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = value[:_NODES]
        elif isinstance(value, dict):
            waiting.extend(value[way] for way in _WAYS_DOWN if isinstance(value.get(way), dict | list))
            if _rank(value) < len(_marks("article")):
                yield value


def _items(tree: Any) -> dict[str, tuple[str, ...]]:  # noqa: ANN401 - lxml ships no types
    """What the elements of TREE that carry an itemprop state."""
    found: dict[str, list[str]] = {}
    for element in tree.xpath("//*[@itemprop]")[:_NODES]:
        words = element.get("datetime") or element.get("content") or _text(element)
        if line := one_line(words[:LONGEST]):
            found.setdefault(element.get("itemprop").lower(), []).append(line)
    return {name: tuple(lines) for name, lines in found.items()}


def _lines(tree: Any) -> Iterator[str]:  # noqa: ANN401 - lxml ships no types
    """The short lines that a reader of TREE sees and that could date it, outside of menus and margins."""
    body = tree.find("body")
    openings = _openings()
    for element in () if body is None else islice(body.iter(*_SHORT), _PIECES):
        start = (element.text or "").strip()[:LONGEST].lower()
        if start.startswith(openings) and not aside(element):
            yield _line(element)


def _line(element: Any) -> str:  # noqa: ANN401 - lxml ships no types
    """The words of ELEMENT, with those of its next neighbour where it is a bare label; a machine's times before all."""
    words = _text(element)
    bare = len(words.split()) <= _BARE and not any(map(str.isdigit, words))
    if bare and element.getnext() is not None:
        after = element.getnext()
        words = f"{words} {after.get('datetime') or _text(after)}"
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
        own = _text(before)
    return one_line(own or "").strip(" |/•·(")


def _text(element: Any) -> str:  # noqa: ANN401 - lxml ships no types
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

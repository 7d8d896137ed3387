"""Statements: what a page says of itself in JSON-LD, meta tags, microdata and visible words, and where it says so."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any, Final

from laydown.intake.canon import one_line
from laydown.intake.moments import LONGEST
from laydown.intake.page.datelines import dateline
from laydown.intake.page.lines import first_words, has_figures, labelled_lines, lines_of
from laydown.intake.page.marks import labelled, labels, marks

Node = Mapping[str, Any]
_WAYS_DOWN: Final = ("@graph", "mainEntity", "mainEntityOfPage")
"""Keys behind which JSON-LD speaks of the same article; behind others stand related ones, comments, lists."""
_NODES: Final = 500
_PATH_DAY: Final = re.compile(r"/((?:19|20)\d\d)([/-]?)(0[1-9]|1[0-2])(\2)(0[1-9]|[12]\d|3[01])(?!\d)")
_PATH_DAY_FIRST: Final = re.compile(r"/((?:0[1-9]|[12]\d|3[01])-(?:0[1-9]|1[0-2])-(?:19|20)\d\d)(?!\d)")
LIVE: Final = "LiveBlogPosting"
"""What schema.org calls a page that is written as things happen."""


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
        for row in marks(name):
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
        labelled=labelled(chain(labelled_lines(tree), (line.words for line in lines if has_figures(line)))),
        language=tree.get("lang") or tree.get("xml:lang") or None,
    )
    titles = [one.words for one in told.of("title")] + [one_line(one.text_content()) for one in tree.iter("title")]
    return replace(told, dateline=dateline(lines, titles, told.language, labels()))


def _in_address(address: str) -> str | None:
    """The day in the path of an ADDRESS.

    >>> _in_address("https://news.example/world/2019/03/04/troops"), _in_address("https://news.example/2019/03")
    ('2019-03-04', None)
    """
    found = _PATH_DAY.search(address)
    if found:
        return "-".join(found.groups()[::2])
    backwards = _PATH_DAY_FIRST.search(address)
    return backwards[1] if backwards else None


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


def _rank(node: Node) -> int:
    """How surely a NODE is about the article itself."""
    order = [row["mark"] for row in marks("article")]
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
            if _rank(value) < len(marks("article")):
                yield value


def _items(tree: Any) -> dict[str, tuple[str, ...]]:  # noqa: ANN401 - lxml ships no types
    """What the elements of TREE that carry an itemprop state."""
    found: dict[str, list[str]] = {}
    for element in tree.xpath("//*[@itemprop]")[:_NODES]:
        words = element.get("datetime") or element.get("content") or first_words(element)
        if line := one_line(words[:LONGEST]):
            found.setdefault(element.get("itemprop").lower(), []).append(line)
    return {name: tuple(lines) for name, lines in found.items()}

"""Atom: a feed (RFC 4287) of entries, so that any reader of feeds can follow a ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree as ET

from laydown.export.plain import clipped, plain

NAMESPACE: Final = "http://www.w3.org/2005/Atom"
NEVER: Final = "1970-01-01T00:00:00Z"
"""When a feed without entries was updated: the format wants an hour."""
LONGEST: Final = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry of a feed; `id` is an IRI that never changes, `updated` an hour in UTC, `link` where it is read."""

    id: str
    title: str
    updated: str
    link: str
    summary: str = ""
    author: str | None = None
    category: str | None = None


def feed(*, id: str, title: str, here: str, page: str, items: Sequence[Item]) -> bytes:  # noqa: A002 - Atom's own name
    """ITEMS as a feed under its ID, found at HERE, with PAGE for people to read; newest first, as they come."""
    ET.register_namespace("", NAMESPACE)
    root = ET.Element(_tag("feed"))
    _put(root, "id", id)
    _put(root, "title", title)
    _put(root, "updated", max((one.updated for one in items), default=NEVER))
    _put(_put(root, "author"), "name", "Laydown")
    _put(root, "generator", "Laydown")
    _put(root, "link", rel="self", type="application/atom+xml", href=here)
    _put(root, "link", rel="alternate", type="text/html", href=page)
    for one in items:
        _entry(root, one)
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text


def _entry(root: ET.Element, one: Item) -> None:
    """Put one entry into a feed."""
    entry = _put(root, "entry")
    _put(entry, "id", one.id)
    _put(entry, "title", clipped(one.title))
    _put(entry, "updated", one.updated)
    _put(entry, "link", rel="alternate", type="text/html", href=one.link)
    if one.author:
        _put(_put(entry, "author"), "name", clipped(one.author, 120))
    if one.category:
        _put(entry, "category", term=one.category)
    _put(entry, "summary", clipped(one.summary, LONGEST), type="text")


def _put(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    """An element below PARENT; what an XML document may not hold is replaced."""
    found = ET.SubElement(parent, _tag(name), {key: plain(value) for key, value in attributes.items()})
    found.text = plain(text) if text is not None else None
    return found


def _tag(name: str) -> str:
    """The NAME of an element in Atom."""
    return f"{{{NAMESPACE}}}{name}"

"""Pages: the main text of an HTML page and what its head states, by trafilatura; nothing is ever fetched."""

import logging
import re
from typing import Any, Final

from laydown.intake.canon import canonical
from laydown.intake.trouble import Trouble
from laydown.model import Report

_CHARSET: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
_OPENING: Final = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEAD: Final = 4096
_FAR_FUTURE: Final = "2999-12-31"
"""htmldate refuses dates after today, and we ask no clock; a page may state what it likes."""


def looks_like_page(text: str) -> bool:
    """Whether TEXT begins as an HTML page does.

    >>> looks_like_page("<!DOCTYPE html><title>News</title>"), looks_like_page("<3 troops")
    (True, False)
    """
    return _OPENING.match(text[:_HEAD]) is not None


def declared_encoding(data: bytes) -> str | None:
    """The encoding that the page in DATA declares of itself."""
    found = _CHARSET.search(data[:_HEAD])
    return found[1].decode("ascii") if found else None


def read_page(html: str) -> Report | Trouble:
    """The report on the page HTML: its main text, and title, site, authors, dates and language as it states them."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    tree = trafilatura.load_html(html)
    if tree is None:
        return Trouble("is no HTML that can be read", "save the page again, or its text as .txt")
    language = tree.get("lang")
    dates = _dates(html)
    found: Any = trafilatura.bare_extraction(
        tree, include_comments=False, with_metadata=True, date_extraction_params=_stated(original=True)
    )
    text = canonical(found.text or "") if found is not None else ""
    if not text:
        return Trouble("is HTML without text", "save the page after it has loaded, or copy its text into a .txt file")
    return Report(
        text=text,
        title=found.title or None,
        publisher=found.sitename or found.hostname or None,
        authors=tuple(name.strip() for name in (found.author or "").split(";") if name.strip()),
        language=language.split("-")[0].lower() if language else None,
        published=dates[0],
        updated=dates[1],
    )


def _dates(html: str) -> tuple[str | None, str | None]:
    """The days on which the page states that it was published, and that it was changed where that is another day."""
    import htmldate

    published = htmldate.find_date(html, **_stated(original=True))
    updated = htmldate.find_date(html, **_stated(original=False))
    return published, updated if updated != published else None


def _stated(*, original: bool) -> dict[str, Any]:
    """How htmldate is to look: for dates in the page's own markup, not for anything in its text that looks like one."""
    return {"original_date": original, "extensive_search": False, "max_date": _FAR_FUTURE}

"""Reports of a page: its main text by trafilatura, its times, names and address as it states them."""

import logging
import re
from typing import Any, Final

from laydown.intake.canon import canonical, one_line
from laydown.intake.page.live import live_entries, shown_entries
from laydown.intake.page.running import running_entries
from laydown.intake.page.statements import Stated, Statements, statements
from laydown.intake.page.times import first_change, first_published, markup_only
from laydown.intake.trouble import Trouble
from laydown.model import Report

_CHARSET: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
_OPENING: Final = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEAD: Final = 4096


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


def read_reports(html: str) -> tuple[Report, ...] | Trouble:
    """The reports on the page HTML: the entries of a live blog where it says that it is one, else its article.

    What it says in JSON-LD goes before what it shows.
    """
    tree = _tree(html)
    if isinstance(tree, Trouble):
        return tree
    stated = statements(tree)
    shown = running_entries(tree, stated)
    page = _article(tree, stated)
    headed = page if isinstance(page, Report) else _headed(stated, "", None)
    entries = tuple(live_entries(stated, headed)) or tuple(shown_entries(shown, headed))
    return entries or (page if isinstance(page, Trouble) else (page,))


def read_page(html: str) -> Report | Trouble:
    """The article on the page HTML: its main text, and what the page states of it."""
    tree = _tree(html)
    return tree if isinstance(tree, Trouble) else _article(tree, statements(tree))


def _tree(html: str) -> Any | Trouble:  # noqa: ANN401 - lxml ships no types
    """HTML as lxml reads it."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    tree = trafilatura.load_html(html)
    return Trouble("is no HTML that can be read", "save the page again, or its text as .txt") if tree is None else tree


def _article(tree: Any, stated: Statements) -> Report | Trouble:  # noqa: ANN401 - lxml ships no types
    """The article on the page TREE. Trafilatura comes last, for it takes the tree apart."""
    import trafilatura

    language = tree.get("lang")
    published = first_published(tree, stated)
    found: Any = trafilatura.bare_extraction(
        tree, include_comments=False, with_metadata=True, date_extraction_params=markup_only()
    )
    text = canonical(found.text or "") if found is not None else ""
    if not text:
        return Trouble("is HTML without text", "save the page after it has loaded, or copy its text into a .txt file")
    return _headed(stated, text, published, language=language and language.split("-")[0].lower(), guess=found)


def _headed(
    stated: Statements, text: str, published: Stated | None, *, language: str | None = None, guess: object = None
) -> Report:
    """The report of TEXT under what the page states, filled in by what trafilatura makes of the page."""
    updated = first_change(stated, published)
    title = next(stated.of("title"), None) or _guessed(guess, "title")
    publisher = next(stated.of("publisher"), None) or _guessed(guess, "sitename") or _guessed(guess, "hostname")
    authors = _authors(stated) or _guessed(guess, "author")
    url = next((one for one in stated.of("url") if one.words.startswith(("https://", "http://"))), None)
    heads = {
        "title": title, "publisher": publisher, "authors": authors, "published": published, "updated": updated,
        "url": url or _guessed(guess, "url"),
    }  # fmt: skip
    return Report(
        text=text,
        title=_words(title),
        publisher=_words(publisher),
        authors=tuple(filter(None, (one_line(name) for name in authors.words.split(";")))) if authors else (),
        language=language or None,
        published=_words(published),
        updated=_words(updated),
        url=_words(heads["url"]),
        found={name: one.where for name, one in heads.items() if one is not None},
    )


def _words(stated: Stated | None) -> str | None:
    """The words of what is STATED, None where nothing is."""
    return None if stated is None else stated.words


def _guessed(guess: object, name: str) -> Stated | None:
    """What trafilatura found for a field, in elements that state nothing by name."""
    words = getattr(guess, name, None)
    return Stated(one_line(words), "page") if isinstance(words, str) and one_line(words) else None


def _authors(stated: Statements) -> Stated | None:
    """The authors of the first mark that names any; an address of one is no name."""
    named = [one for one in stated.of("authors") if "://" not in one.words]
    if not named:
        return None
    same = dict.fromkeys(one.words for one in named if one.where == named[0].where)
    return Stated(";".join(same), named[0].where)

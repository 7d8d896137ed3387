"""Markdown becomes plain paragraphs: the words stay as written, marks and link targets go."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from laydown.intake.canon import canonical
from laydown.intake.dates import is_date
from laydown.model import Report

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT: Final = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_ENTRY: Final = re.compile(r"(title|date|published|updated|publisher|author)\s*:\s*(.+)")


def read_markdown(source: str) -> Report:
    """The report in SOURCE: headings and paragraphs a line each, list items behind a dash, cells of a row by bars.

    Front matter gives title, dates, publisher and author; without it the heading at the very top is the title.
    """
    text = canonical(source)
    front = _FRONT.match(text)
    stated = dict(_ENTRY.findall(front[1])) if front else {}
    stated = {name: value.strip().strip("\"'") for name, value in stated.items()}
    body = text[front.end() :] if front else text
    tokens = _tokens(body)
    published = stated.get("published", stated.get("date"))
    return Report(
        text=canonical("\n".join(_lines(tokens))),
        title=stated.get("title") or _top_heading(tokens),
        publisher=stated.get("publisher"),
        authors=(stated["author"],) if "author" in stated else (),
        published=published if published and is_date(published) else None,
        updated=stated["updated"] if is_date(stated.get("updated", "")) else None,
    )


def _tokens(body: str) -> Sequence["Token"]:
    """BODY as markdown-it reads it."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table").parse(body)


def _top_heading(tokens: Sequence["Token"]) -> str | None:
    """The words of the heading that stands at the top, None where something else does."""
    if len(tokens) > 1 and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        return _plain(tokens[1]).strip() or None
    return None


def _lines(tokens: Sequence["Token"]) -> Iterator[str]:
    """The lines of plain text that TOKENS stand for."""
    lead, row = "", None
    for token in tokens:
        if token.type == "list_item_open":
            lead = "- "
        elif token.type == "tr_open":
            row = list[str]()
        elif row is not None and token.type == "inline":
            row.append(_plain(token))
        elif row is not None and token.type == "tr_close":
            yield " | ".join(row)
            row = None
        elif token.type in {"inline", "fence", "code_block", "html_block"}:
            yield from _block(token, lead)
            lead = ""


def _block(token: "Token", lead: str) -> Iterator[str]:
    """The non-empty lines of one block, the first behind LEAD."""
    words = _without_tags(token.content) if token.type == "html_block" else _plain(token)
    for line in filter(None, (line.strip() for line in words.split("\n"))):
        yield lead + line
        lead = ""


def _without_tags(html: str) -> str:
    """HTML inside Markdown, without its tags and comments."""
    from markdown_it import MarkdownIt

    return "".join(_plain(token) for token in MarkdownIt("commonmark").parseInline(html))


def _plain(token: "Token") -> str:
    """The words of TOKEN: a soft line break is a space, a picture is nothing."""
    if token.children is None:
        return token.content
    return "".join(_piece(child) for child in token.children)


def _piece(child: "Token") -> str:
    """The words of one piece of a line."""
    if child.type == "softbreak":
        return " "
    if child.type == "hardbreak":
        return "\n"
    return child.content if child.type in {"text", "code_inline", "text_special"} else ""

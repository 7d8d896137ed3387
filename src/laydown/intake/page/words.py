"""Words of a piece of HTML: its paragraphs a line each, without scripts and tags; no choice of what is the article."""

from typing import Any, Final

from laydown.intake.canon import canonical, one_line

_UNREAD: Final = "script, style, noscript, template, iframe, svg, head"
_BLOCKS: Final = frozenset(
    {"article", "blockquote", "br", "dd", "div", "dt", "figcaption", "li", "p", "pre", "td", "tr"}
    | {f"h{level}" for level in range(1, 7)}
)


def words_of(html: str) -> str:
    r"""The words of HTML, a block a line; what is no HTML stays as it is.

    >>> words_of("<p>Troops <b>move</b>.</p><p>More follow.</p>")
    'Troops move.\nMore follow.'
    """
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    if "<" not in html and "&" not in html:
        return canonical(html)
    try:
        root = document_fromstring(f"<html><body>{html}</body></html>", parser=HTMLParser(recover=True))
    except (etree.LxmlError, ValueError):
        return canonical(html)
    return canonical("\n".join(filter(None, map(one_line, "".join(_pieces(root)).split("\n")))))


def _pieces(root: Any) -> list[str]:  # noqa: ANN401 - lxml ships no types
    """The text of ROOT in order, a line feed around each block; without recursion, however deep it nests."""
    pieces: list[str] = []
    unread = {name.strip() for name in _UNREAD.split(",")}
    from lxml.etree import iterwalk

    walk = iterwalk(root, events=("start", "end"))
    for event, element in walk:
        block = element.tag in _BLOCKS
        if event == "start":
            pieces.append("\n" if block else "")
            if not isinstance(element.tag, str) or element.tag in unread:
                walk.skip_subtree()
            else:
                pieces.append((element.text or "").replace("\n", " "))
        else:
            pieces.append(("\n" if block else "") + (element.tail or "").replace("\n", " "))
    return pieces

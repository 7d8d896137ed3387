"""Wrapping: lines that were broken to fit a page or a screen become paragraphs again, a line each."""

import re
from collections.abc import Iterator
from typing import Final

from laydown.intake.canon import canonical

_FULL: Final = 0.7
"""How full a line must be, against the longest of its paragraph, to have been broken for want of room."""

_NARROW: Final = 40
"""Below this width lines are a list or an address, not prose."""

_ITEM: Final = re.compile(r"\s*(?:[-*•▪►–—]|\d{1,2}[.)])\s")
_QUOTED: Final = re.compile(r"\s*>")
_GAP: Final = re.compile(r"\n[ \t]*\n")


def unwrapped(text: str) -> str:
    r"""TEXT with the lines of each paragraph joined; list items, short lines and quoted mail stay as they stand.

    >>> unwrapped("About 800 soldiers of the brigade will be sent from\nBritain to Estonia.\n\nMore follows.")
    'About 800 soldiers of the brigade will be sent from Britain to Estonia.\n\nMore follows.'
    """
    return canonical("\n\n".join("\n".join(_joined(block.split("\n"))) for block in _GAP.split(canonical(text))))


def _joined(lines: list[str]) -> Iterator[str]:
    """The LINES of one block, those that were broken for want of room put together."""
    width = max(map(len, lines))
    told: list[str] = []
    before = ""
    for line in lines:
        broken = width >= _NARROW and len(before) >= _FULL * width
        if told and broken and not _ITEM.match(line) and not _QUOTED.match(line):
            told.append(line.strip())
        else:
            if told:
                yield _glued(told)
            told = [line.strip()]
        before = line
    yield _glued(told)


def _glued(pieces: list[str]) -> str:
    """PIECES of a paragraph in one line; a hyphen at a line's end stays, for it may belong to its word."""
    return " ".join(filter(None, pieces)).replace("\N{SOFT HYPHEN} ", "")

"""Canonical text: one sequence of characters for the same words, whichever system wrote the file."""

import re
from typing import Final

_LINE_BREAK: Final = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_UNSEEN: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff]")
_LONE_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")


def canonical(text: str) -> str:
    r"""TEXT with line feeds for all line breaks, without control characters and without white space at its ends.

    Everything else stays, typographic quotes and soft hyphens too: offsets must point at what the author wrote.
    A lone surrogate, which UTF-8 cannot hold, becomes the replacement character.

    >>> canonical("\ufeffTroops\r\nmove.\x00\n\n")
    'Troops\nmove.'
    """
    broken = _LINE_BREAK.sub("\n", text)
    return _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", _UNSEEN.sub("", broken)).strip()


def one_line(text: str) -> str:
    r"""TEXT as a name or a title stands: canonical, and in one line.

    >>> one_line("Troops\n  move")
    'Troops move'
    """
    return " ".join(canonical(text).split())

"""Plain: other people's words as a page or a feed may hold them, without characters that act instead of being read."""

import re
from typing import Final

_ACTING: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""Control characters, halves of characters, and the marks by which later text is shown backwards."""


def plain(text: str) -> str:
    r"""TEXT with the replacement character for each that acts; no offset into it moves.

    >>> plain("2,000\x00 \u202e000,9")
    '2,000\ufffd \ufffd000,9'
    """
    return _ACTING.sub("\N{REPLACEMENT CHARACTER}", text)


def clipped(text: str, most: int = 300) -> str:
    """TEXT, or its first MOST characters where it is longer than any title.

    >>> clipped("a" * 5, most=3)
    'aaa…'
    """
    return text if len(text) <= most else text[:most].rstrip() + "…"

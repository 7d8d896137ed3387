"""Lines: plain JSON values as one line of UTF-8."""

from typing import Any

import msgspec

Json = dict[str, Any]


def dump(value: Json) -> bytes:
    """VALUE as one line of JSON in UTF-8, without the line break; keys keep their order, so equals are equal bytes.

    >>> dump({"low": 0, "high": None})
    b'{"low":0,"high":null}'
    """
    return msgspec.json.encode(value)

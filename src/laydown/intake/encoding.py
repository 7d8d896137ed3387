"""Encodings: bytes become characters by a rule that a person can predict, or a problem that names the byte."""

import codecs
from typing import Final

from laydown.intake.trouble import Trouble

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte-order marks, UTF-32 before UTF-16, whose little-endian mark it begins with."""

_ASCII: Final = 0x7F

_FEW: Final = 0.05
"""English in a legacy encoding has few characters beyond ASCII: quotes, dashes, the odd name."""

_SAMPLE: Final = 65_536
"""Bytes that the guess looks at: more costs time and tells no more."""


def decode(data: bytes, declared: str | None = None) -> str | Trouble:
    """The characters of DATA: by its byte-order mark, else UTF-8, else as DECLARED, else Windows-1252, else a guess."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _by(data, encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(data, declared, error)


def marked(data: bytes) -> bool:
    """Whether DATA begins with a byte-order mark, after which NUL bytes are no sign of a binary file."""
    return data.startswith(tuple(mark for mark, _ in _MARKS))


def _legacy(data: bytes, declared: str | None, error: UnicodeDecodeError) -> str | Trouble:
    """DATA that is not UTF-8, by the first encoding that explains it."""
    if declared is not None and isinstance(by_declared := _by(data, declared), str):
        return by_declared
    if _damaged_utf8(data):
        return _not_utf8(error)
    if sum(byte > _ASCII for byte in data) <= _FEW * len(data) and isinstance(western := _by(data, "cp1252"), str):
        return western
    return _guess(data) or _not_utf8(error)


def _by(data: bytes, encoding: str) -> str | Trouble:
    """DATA decoded by ENCODING, or the trouble that it does not hold."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        return Trouble(f"says that it is {encoding}, and is not at byte {error.start + 1:,}", "save it as UTF-8")
    except LookupError:
        return Trouble(f"names an encoding that nobody knows: {encoding!r}", "save it as UTF-8")


def _damaged_utf8(data: bytes) -> bool:
    """Whether DATA is UTF-8 but for a few broken bytes; by another encoding all its other characters would break."""
    readable = data.decode("utf-8", errors="ignore")
    whole = sum(character > "\x7f" for character in readable)
    broken = data.decode("utf-8", errors="replace").count("\N{REPLACEMENT CHARACTER}")
    return whole > broken


def _guess(data: bytes) -> str | None:
    """DATA as charset-normalizer reads it from a sample, where it finds an encoding without chaos."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    text = None if best is None else _by(data, best.encoding)
    return text if isinstance(text, str) else None


def _not_utf8(error: UnicodeDecodeError) -> Trouble:
    """The trouble with bytes in no encoding that explains them, naming the first that fails."""
    byte = error.object[error.start]
    what = f"is not UTF-8 at byte {error.start + 1:,} (0x{byte:02X}), nor plainly anything else"
    return Trouble(what, "save it as UTF-8")

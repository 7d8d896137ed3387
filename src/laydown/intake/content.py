"""Content: bytes of bounded size, told apart into text and what only looks like a file of text."""

from typing import IO, Final

from laydown.intake.encoding import decode, marked
from laydown.intake.trouble import Trouble

LIMIT: Final = 20_000_000
"""The most bytes of one report; the longest news report is a hundredth of it."""

_SAVE_TEXT: Final = "save the article's text as .txt or .html, and read that"
_MAGIC: Final = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"RIFF", "an image, sound or film"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound or film"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "a rich text (RTF) document"),
    (b"%!PS", "a PostScript document"),
)
_ZIP: Final = b"PK\x03\x04"
_ZIP_HOLDS: Final = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint file"),
    (b"opendocument", "an OpenDocument file"),
    (b"epub", "an e-book"),
)


def bounded(stream: IO[bytes]) -> bytes | Trouble:
    """All bytes of STREAM, or trouble as soon as there are more than LIMIT: an endless one is not read to its end."""
    data = stream.read(LIMIT + 1)
    return data if len(data) <= LIMIT else too_large()


def too_large() -> Trouble:
    """The trouble with more bytes than a report has."""
    return Trouble(f"is larger than {LIMIT // 1_000_000} MB", "give one report a file, or a .jsonl file of reports")


def characters(data: bytes, declared: str | None = None) -> str | Trouble:
    """The characters of DATA, or the trouble that it is empty, binary or in no known encoding."""
    if not data.strip():
        return Trouble("is empty", "check that it was saved in full")
    if kind := _binary_kind(data):
        return Trouble(f"is {kind}, not text", _SAVE_TEXT)
    if b"\x00" in data and not marked(data):
        position = data.index(b"\x00") + 1
        hint = "if it is text in UTF-16, save it as UTF-8; else it is no report"
        return Trouble(f"is binary: byte {position:,} is NUL", hint)
    return decode(data, declared)


def _binary_kind(data: bytes) -> str | None:
    """What sort of file DATA is by its first bytes, None where it may be text."""
    if data.startswith(_ZIP):
        head = data[:4096]
        return next((kind for mark, kind in _ZIP_HOLDS if mark in head), "a ZIP archive")
    return next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)

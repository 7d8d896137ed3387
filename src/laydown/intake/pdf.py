"""PDF: the words of a press release by pypdf, bounded in pages and characters; scans have none."""

import logging
from io import BytesIO
from typing import TYPE_CHECKING, Final

from laydown.intake.canon import canonical, one_line
from laydown.intake.moments import moment
from laydown.intake.trouble import Trouble
from laydown.intake.wrapping import unwrapped
from laydown.model import Report

if TYPE_CHECKING:
    from pypdf import PdfReader

PAGES: Final = 60
CHARACTERS: Final = 1_000_000
_TOP: Final = 12
"""Lines at the top of a release among which its day stands."""

_SAVE: Final = "copy its text into a .txt file, and read that"


def read_pdf(data: bytes) -> Report | Trouble:
    """The report in the PDF DATA: the words of its first PAGES pages, its title, and its day as it prints it."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return Trouble("is a PDF under a password", _SAVE)
        text, title = _words(reader), _title(reader)
    except Exception as error:  # noqa: BLE001 - pypdf raises whatever a broken file makes it stumble over
        return Trouble(f"is a PDF that cannot be read: {type(error).__name__}", _SAVE)
    if not text:
        return Trouble("is a PDF without words, such as a scan", _SAVE)
    top = text.split("\n")[:_TOP]
    day = next((day for line in top if (day := moment(line))), None)
    found = {
        name: where for name, where, value in (("title", "pdf Title", title), ("published", "words", day)) if value
    }
    return Report(text=text, title=title, published=day, found=found)


def _words(reader: "PdfReader") -> str:
    """The words of all pages, as paragraphs."""
    pages: list[str] = []
    length = 0
    for page in reader.pages[:PAGES]:
        pages.append(unwrapped(page.extract_text()))
        length += len(pages[-1])
        if length > CHARACTERS:
            break
    return canonical("\n".join(pages)[:CHARACTERS])


def _title(reader: "PdfReader") -> str | None:
    """The title that the file states; the name of a file of the office that made it is none."""
    stated = one_line(str((reader.metadata.title if reader.metadata else None) or ""))
    return stated if " " in stated and not stated.startswith("Microsoft Word") else None

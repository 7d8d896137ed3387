"""Forms: bytes become reports by the form they are in, whether they come from a file, an archive or the web."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import IO, Final

from laydown.intake.canon import canonical
from laydown.intake.content import bounded, characters
from laydown.intake.feed import looks_like_feed, read_feed
from laydown.intake.lines import read_lines, read_records
from laydown.intake.mail import read_mail
from laydown.intake.markdown import read_markdown
from laydown.intake.page import declared_encoding, looks_like_page, read_reports
from laydown.intake.pdf import read_pdf
from laydown.intake.trouble import Trouble
from laydown.intake.warc import records
from laydown.model import Problem, Report

PAGE: Final = frozenset({".html", ".htm", ".xhtml"})
MARKDOWN: Final = frozenset({".md", ".markdown"})
LINES: Final = frozenset({".jsonl", ".ndjson"})
ARCHIVE: Final = (".warc", ".warc.gz")
FEED: Final = frozenset({".rss", ".atom", ".xml"})
KNOWN: Final = PAGE | MARKDOWN | LINES | FEED | frozenset({*ARCHIVE, ".txt", ".json", ".eml", ".pdf"})
_KINDS: Final = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "text/markdown": ".md",
    "application/rss+xml": ".rss", "application/atom+xml": ".atom", "application/xml": ".xml", "text/xml": ".xml",
    "application/json": ".json", "application/ld+json": ".json", "application/x-ndjson": ".jsonl",
    "application/pdf": ".pdf", "message/rfc822": ".eml",
}  # fmt: skip
_PARAMETER: Final = re.compile(r"""charset\s*=\s*["']?([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)


def suffix_of(name: str) -> str:
    """The suffix of the file NAME that tells its form.

    >>> suffix_of("A.HTML"), suffix_of("news.warc.gz"), suffix_of("notes")
    ('.html', '.warc.gz', '')
    """
    name = name.lower().rpartition("/")[2]
    if name.endswith(".warc.gz"):
        return ".warc.gz"
    stem, dot, last = name.rpartition(".")
    return f".{last}" if stem and dot else ""


def form_of(kind: str) -> tuple[str, str | None]:
    """The suffix and the encoding that a content type, as servers state it, stands for.

    >>> form_of("text/html; charset=windows-1251"), form_of("image/png")
    (('.html', 'windows-1251'), ('', None))
    """
    encoding = _PARAMETER.search(kind)
    return _KINDS.get(kind.partition(";")[0].strip().lower(), ""), encoding and encoding[1]


def read_stream(stream: IO[bytes], where: str, suffix: str, *, lines: bool = False) -> Iterator[Report | Problem]:
    """The reports in STREAM, which is called WHERE; archives and lines are read as they come, the rest whole."""
    if suffix in ARCHIVE:
        yield from _archived(stream, where)
    elif lines or suffix in LINES:
        yield from read_lines(stream, where)
    else:
        data = bounded(stream)
        yield from [data.at(where)] if isinstance(data, Trouble) else read_bytes(data, where, suffix)


def read_bytes(data: bytes, where: str, suffix: str, encoding: str | None = None) -> Iterator[Report | Problem]:
    """The reports in DATA, which is called WHERE, by the SUFFIX of its form and by how it begins."""
    if suffix in LINES:
        yield from read_lines(BytesIO(data), where)
    elif suffix == ".json":
        yield from read_records(data, where)
    else:
        for outcome in _outcomes(data, suffix, encoding):
            if isinstance(outcome, Trouble):
                yield outcome.at(where)
            else:
                yield replace(outcome, source=_placed(outcome.source, where))


def _placed(source: str | None, where: str) -> str:
    """Where a report stood: SOURCE as it says itself, an entry of a page behind the address WHERE."""
    return where + source if source and source.startswith("#") else source or where


def _outcomes(data: bytes, suffix: str, encoding: str | None) -> Iterator[Report | Trouble]:
    """The reports in DATA, before it is known where they stood."""
    if data.startswith(b"%PDF-"):
        yield read_pdf(data)
    elif suffix == ".eml":
        yield read_mail(data) if data.strip() else Trouble("is empty", "check that it was saved in full")
    elif looks_like_feed(data):
        yield from read_feed(data)
    else:
        text = characters(data, encoding or declared_encoding(data))
        yield from [text] if isinstance(text, Trouble) else _textual(text, suffix)


def _textual(text: str, suffix: str) -> Iterator[Report | Trouble]:
    """The reports in a file of TEXT."""
    if suffix in PAGE or (suffix not in MARKDOWN and looks_like_page(text)):
        reports = read_reports(text)
        yield from [reports] if isinstance(reports, Trouble) else reports
    elif suffix in FEED:
        yield Trouble("is XML, but neither RSS nor Atom", "save the page or the feed itself")
    else:
        report = read_markdown(text) if suffix in MARKDOWN else Report(text=canonical(text))
        yield report if report.text else Trouble("holds no words", "check that it was saved in full")


def _archived(stream: IO[bytes], where: str) -> Iterator[Report | Problem]:
    """The reports of all pages in the archive STREAM, each under its own address."""
    empty = True
    for record in records(stream):
        empty = False
        if isinstance(record, Trouble):
            yield record.at(where)
            continue
        suffix, encoding = form_of(record.kind)
        if suffix or looks_like_feed(record.data):
            for found in read_bytes(record.data, record.url or where, suffix, encoding):
                yield fetched(found, record.url or None, record.retrieved)
    if empty:
        yield Problem(where=where, what="holds no pages", hint="check that it was saved in full")


def fetched(found: Report | Problem, url: str | None, retrieved: str | None) -> Report | Problem:
    """FOUND with the address and the hour at which it was fetched; what the page says of its own address stands."""
    if isinstance(found, Problem):
        return found
    return replace(found, url=found.url or url, retrieved=retrieved)

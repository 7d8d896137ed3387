"""Lines of reports: a .jsonl file holds a report a line, and one bad line leaves the others readable."""

from collections.abc import Iterator
from io import BytesIO
from typing import IO, Final

import msgspec

from laydown.intake.canon import canonical
from laydown.intake.content import LIMIT, too_large
from laydown.intake.dates import is_date
from laydown.intake.trouble import Trouble
from laydown.model import Problem, Report

_CHUNK: Final = 1 << 20


class _Section(msgspec.Struct):
    """A section of an article as fundus writes it."""

    headline: list[str] | str = ""
    paragraphs: list[str] | str = ""


class _Body(msgspec.Struct):
    """The words of an article as fundus writes them."""

    summary: list[str] | str = ""
    sections: list[_Section] = []


class _Html(msgspec.Struct):
    """Where fundus had a page from, and when."""

    responded_url: str | None = None
    requested_url: str | None = None
    crawl_date: str | None = None


class _Line(msgspec.Struct):
    """What a line may state of a report, by our keys or by those of news-please and fundus; others are passed over."""

    text: str | None = None
    source: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    authors: list[str] | str | None = None
    language: str | None = None
    published: str | None = None
    updated: str | None = None
    retrieved: str | None = None
    report: msgspec.Raw = msgspec.Raw(b"null")
    maintext: str | None = None
    description: str | None = None
    date_publish: str | None = None
    date_modify: str | None = None
    date_download: str | None = None
    source_domain: str | None = None
    plaintext: str | None = None
    body: _Body | str | None = None
    publishing_date: str | None = None
    lang: str | None = None
    html: _Html | str | None = None


def read_lines(stream: IO[bytes], where: str) -> Iterator[Report | Problem]:
    """The reports in STREAM in their order, each bad line as a problem at WHERE:LINE."""
    found = False
    for number, line in enumerate(_bounded_lines(stream), start=1):
        if isinstance(line, bytes) and not line.strip(b" \t\r\n\xef\xbb\xbf"):
            continue
        found = True
        here = f"{where}:{number}"
        outcome = line if isinstance(line, Trouble) else _report(line, here)
        yield outcome.at(here) if isinstance(outcome, Trouble) else outcome
    if not found:
        yield Problem(where=where, what="is empty", hint="check that it was saved in full")


def _bounded_lines(stream: IO[bytes]) -> Iterator[bytes | Trouble]:
    """The lines of STREAM; of one that is too long nothing is kept but the trouble."""
    while line := stream.readline(LIMIT + 1):
        if len(line) <= LIMIT or line.endswith(b"\n"):
            yield line
            continue
        yield too_large()
        while (rest := stream.readline(_CHUNK)) and not rest.endswith(b"\n"):
            pass


def _report(line: bytes, here: str) -> Report | Trouble:
    """The report that LINE states."""
    try:
        stated = msgspec.json.decode(line.removeprefix(b"\xef\xbb\xbf"), type=_Line)
        if bytes(stated.report).startswith(b"{"):
            stated = msgspec.json.decode(stated.report, type=_Line)
    except msgspec.ValidationError as error:
        return Trouble(f"is no report: {error}", 'write {"text": ...} with words for `text` and `published`')
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return Trouble(f"is no JSON: {error}", "write one JSON object a line")
    return _dated(stated) or _filled(stated, here)


def read_records(data: bytes, where: str) -> Iterator[Report | Problem]:
    """The reports in the JSON document DATA: one, or a list of them; lines of them are read as lines."""
    try:
        held = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=list[msgspec.Raw] | msgspec.Raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        yield from read_lines(BytesIO(data), where)
        return
    one = not isinstance(held, list)
    for number, part in enumerate([held] if isinstance(held, msgspec.Raw) else held, start=1):
        here = where if one else f"{where}:{number}"
        outcome = _report(bytes(part), here)
        yield outcome.at(here) if isinstance(outcome, Trouble) else outcome
    if held == []:
        yield Problem(where=where, what="holds no reports", hint="check that it was saved in full")


def _dated(stated: _Line) -> Trouble | None:
    """The trouble with a stated date that is none."""
    for name in ("published", "updated", "publishing_date", "date_publish", "date_modify"):
        value = getattr(stated, name)
        if value is not None and not is_date(value):
            return Trouble(f"its `{name}` is no date: {value[:40]!r}", "write it as 2022-02-02, or leave it out")
    return None


def _filled(stated: _Line, here: str) -> Report | Trouble:
    """The report of STATED, where it has words."""
    text = canonical(stated.text or stated.maintext or stated.plaintext or _bodily(stated.body))
    if not text:
        return Trouble("has no text", "put the report's words under the key `text`")
    authors = [stated.authors] if isinstance(stated.authors, str) else stated.authors or []
    html = stated.html if isinstance(stated.html, _Html) else _Html()
    url = stated.url or html.responded_url or html.requested_url
    return Report(
        text=text,
        source=stated.source or url or here,
        publisher=stated.publisher or stated.source_domain,
        title=stated.title,
        authors=tuple(authors),
        language=stated.language or stated.lang,
        published=stated.published or stated.publishing_date or stated.date_publish,
        updated=stated.updated or stated.date_modify,
        url=url,
        retrieved=stated.retrieved or stated.date_download or html.crawl_date,
    )


def _bodily(body: _Body | str | None) -> str:
    """The words of an article's BODY, a paragraph a line."""
    if not isinstance(body, _Body):
        return body or ""
    parts = [body.summary, *(part for section in body.sections for part in (section.headline, section.paragraphs))]
    return "\n".join(line for part in parts for line in ([part] if isinstance(part, str) else part) if line)

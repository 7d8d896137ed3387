"""Lines of reports: a .jsonl file holds a report a line, and one bad line leaves the others readable."""

from collections.abc import Iterator
from typing import IO, Final

import msgspec

from laydown.intake.canon import canonical
from laydown.intake.content import LIMIT, too_large
from laydown.intake.dates import is_date
from laydown.intake.trouble import Trouble
from laydown.model import Problem, Report

_CHUNK: Final = 1 << 20


class _Line(msgspec.Struct):
    """What a line may state of a report; other keys are passed over."""

    text: str | None = None
    source: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    authors: list[str] | str | None = None
    language: str | None = None
    published: str | None = None
    updated: str | None = None
    report: msgspec.Raw = msgspec.Raw(b"null")


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


def _dated(stated: _Line) -> Trouble | None:
    """The trouble with a stated date that is none."""
    for name, value in (("published", stated.published), ("updated", stated.updated)):
        if value is not None and not is_date(value):
            return Trouble(f"its `{name}` is no date: {value[:40]!r}", "write it as 2022-02-02, or leave it out")
    return None


def _filled(stated: _Line, here: str) -> Report | Trouble:
    """The report of STATED, where it has words."""
    text = canonical(stated.text or "")
    if not text:
        return Trouble("has no text", "put the report's words under the key `text`")
    authors = [stated.authors] if isinstance(stated.authors, str) else stated.authors or []
    return Report(
        text=text,
        source=stated.source or stated.url or here,
        publisher=stated.publisher,
        title=stated.title,
        authors=tuple(authors),
        language=stated.language,
        published=stated.published,
        updated=stated.updated,
    )

"""Sources: files, folders, standard input and addresses, in their order, each report or problem as it is reached."""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from laydown.intake.canon import one_line
from laydown.intake.forms import KNOWN, fetched, form_of, read_bytes, read_stream, suffix_of
from laydown.intake.language import foreign
from laydown.intake.trouble import Trouble
from laydown.model import Problem, Report

if TYPE_CHECKING:
    from laydown.intake.fetching import Fetcher

STDIN: Final = "-"
_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """How pages are fetched: at which hour, into which archive, and whether from addresses of this machine too."""

    retrieved: str | None = None
    archive: str | None = None
    allow_private: bool = False


def reports_of(
    sources: Iterable[str], *, published: str | None = None, jsonl: bool = False, web: Web | None = None
) -> Iterator[Report | Problem]:
    """The reports in SOURCES, lazily and in order; a problem stands where a report should have stood.

    PUBLISHED is the day of those that state none themselves. JSONL says that standard input holds a report a line.
    Addresses are fetched as WEB says, and without it they are problems.
    """
    try:
        fetcher = _fetcher(web) if web else None
    except OSError as error:
        yield replace(_unopened((web and web.archive) or STDIN, error), hint="name a file for --archive")
        return
    with fetcher or nullcontext():
        for source in sources:
            for found in _source(source, fetcher, jsonl=jsonl):
                yield checked(found, published)


def _fetcher(web: Web) -> "Fetcher":
    """Who fetches as WEB says."""
    from laydown.intake.fetching import Fetcher

    return Fetcher(retrieved=web.retrieved, archive=web.archive, allow_private=web.allow_private)


def checked(found: Report | Problem, published: str | None) -> Report | Problem:
    """FOUND with its day filled in and its names in one line each; a problem where it is a report not in English."""
    if isinstance(found, Problem):
        return replace(found, where=one_line(found.where))
    if trouble := foreign(found.text):
        return trouble.at(one_line(found.source or STDIN))
    return replace(
        found,
        source=found.source and one_line(found.source),
        title=found.title and one_line(found.title),
        publisher=found.publisher and one_line(found.publisher),
        authors=tuple(map(one_line, found.authors)),
        published=found.published or published,
    )


def _source(source: str, fetcher: "Fetcher | None", *, jsonl: bool) -> Iterator[Report | Problem]:
    """What one SOURCE holds."""
    if source == STDIN and sys.stdin is None:
        yield Problem(where=source, what="standard input is closed", hint="pipe a report into it, or name a file")
    elif source == STDIN:
        yield from _opened(source, nullcontext(sys.stdin.buffer), lines=jsonl)
    elif _ADDRESS.match(source):
        yield from _address(source, fetcher)
    elif os.path.isdir(source):  # noqa: PTH112 - Path.is_dir raises where this says no
        yield from _folder(source)
    else:
        yield from _file(source)


def _address(address: str, fetcher: "Fetcher | None") -> Iterator[Report | Problem]:
    """What stands at an ADDRESS of the web."""
    if fetcher is None:
        yield Problem(where=address, what="is an address, and nothing is fetched here", hint="name a file")
        return
    from laydown.intake.fetching import Fetched

    page = fetcher.fetch(address)
    if isinstance(page, Trouble):
        yield page.at(address)
    elif isinstance(page, Fetched):
        suffix, encoding = form_of(page.kind)
        for found in read_bytes(page.data, page.url, suffix or suffix_of(page.url.partition("?")[0]), encoding):
            yield fetched(found, page.url, page.retrieved)


def _folder(folder: str) -> Iterator[Report | Problem]:
    """What the readable files under FOLDER hold, by name; links to folders are not followed."""
    empty = True
    troubles: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=troubles.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(parent, name)
            if _readable(path):
                empty = False
                yield from _file(str(path))
    yield from (_unopened(str(trouble.filename), trouble) for trouble in troubles)
    if empty and not troubles:
        yield Problem(where=folder, what="holds nothing to read", hint=f"it reads {', '.join(sorted(KNOWN))}")


def _readable(path: Path) -> bool:
    """Whether the file at PATH is of a sort that we read; a pipe, which might never end, is not."""
    known = suffix_of(path.name) in KNOWN and not path.name.startswith(".")
    return known and (path.is_file() or not path.exists())


def _file(path: str) -> Iterator[Report | Problem]:
    """What the file at PATH holds."""
    try:
        stream = Path(path).open("rb")  # noqa: SIM115 - `_opened` closes it
    except (OSError, ValueError) as error:
        yield _unopened(path, error)
    else:
        yield from _opened(path, stream, lines=False)


def _opened(where: str, opening: AbstractContextManager[IO[bytes]], *, lines: bool) -> Iterator[Report | Problem]:
    """What an open stream holds; a failing disk is a problem too."""
    try:
        with opening as stream:
            yield from read_stream(stream, where, suffix_of(where), lines=lines)
    except OSError as error:
        yield _unopened(where, error)


def _unopened(path: str, error: Exception) -> Problem:
    """The problem of a file that the system does not give us, in a person's words."""
    match error:
        case FileNotFoundError():
            what, hint = "there is no such file", "check the path"
        case PermissionError():
            what, hint = "may not be read by you", "change its permissions, or copy it"
        case OSError():
            what, hint = f"cannot be read: {error.strerror}", "check the path"
        case _:
            what, hint = f"cannot be read: {error}", "check the path"
    return Problem(where=path, what=what, hint=hint)

"""WARC: pages as they were kept with all that their server said, read and written by warcio."""

from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass
from io import BytesIO
from typing import IO, Any, Final

from laydown.intake.content import LIMIT, too_large
from laydown.intake.trouble import Trouble

RECORDS: Final = 1_000_000
_KEPT: Final = frozenset({"response", "resource"})
_FINE: Final = "200"
_DECODED: Final = frozenset({"content-encoding", "transfer-encoding", "content-length"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One page of an archive: its address, the hour at which it was fetched, its type and its bytes."""

    url: str
    retrieved: str | None
    kind: str
    data: bytes


def records(stream: IO[bytes]) -> Iterator[Record | Trouble]:
    """The pages in the archive STREAM; a record that cannot be read is trouble in its place, and the rest follow.

    Where the archive itself is broken off, what follows the break is one trouble, for nobody knows where it goes on.
    """
    from warcio.archiveiterator import ArchiveIterator

    archive: Iterator[Any] = iter(ArchiveIterator(stream))
    for _ in range(RECORDS):
        try:
            with redirect_stderr(None):  # warcio talks to the terminal of what it makes its peace with
                record = next(archive)
        except StopIteration:
            return
        except Exception as error:  # noqa: BLE001 - warcio raises whatever a broken archive makes it stumble over
            yield Trouble(f"is a broken archive from here on: {type(error).__name__}", "fetch it again")
            return
        if (found := _record(record)) is not None:
            yield found


def _record(record: Any) -> Record | Trouble | None:  # noqa: ANN401 - warcio ships no types
    """The page of one RECORD; None for one that keeps no page."""
    if record.rec_type not in _KEPT or (record.http_headers and record.http_headers.get_statuscode() != _FINE):
        return None
    heads = record.rec_headers
    try:
        with redirect_stderr(None):
            data = record.content_stream().read(LIMIT + 1)
    except Exception as error:  # noqa: BLE001 - whatever a broken record makes it stumble over
        return Trouble(f"holds a record that cannot be read: {type(error).__name__}", "the other records are read")
    if len(data) > LIMIT:
        return too_large()
    kind = (record.http_headers and record.http_headers.get_header("Content-Type")) or heads.get_header("Content-Type")
    return Record(
        url=heads.get_header("WARC-Target-URI") or "",
        retrieved=heads.get_header("WARC-Date"),
        kind=kind or "",
        data=data,
    )


def keep(stream: IO[bytes], page: Record, status: str, headers: list[tuple[str, str]], *, packed: bool = True) -> None:
    """Append PAGE to the archive STREAM with the STATUS and HEADERS of its server, PACKED by gzip or plain.

    What is kept is the page after its transfer was undone, so the headers that told of the transfer get a new name.
    """
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    told = [(f"X-Archive-Orig-{name}" if name.lower() in _DECODED else name, value) for name, value in headers]
    heads = StatusAndHeaders(status, [*told, ("Content-Length", str(len(page.data)))], protocol="HTTP/1.1")
    writer = WARCWriter(stream, gzip=packed)
    dated = {"WARC-Date": page.retrieved} if page.retrieved else {}
    record = writer.create_warc_record(
        page.url,
        "response",
        payload=BytesIO(page.data),
        length=len(page.data),
        http_headers=heads,
        warc_headers_dict=dated,
    )
    writer.write_record(record)

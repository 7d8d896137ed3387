"""Fetcher: one address into one page, or one problem that says why not; each page can be kept in an archive."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self
from urllib.parse import urljoin, urlsplit

from urllib3 import BaseHTTPResponse
from urllib3.exceptions import DecodeError, HTTPError, MaxRetryError, NewConnectionError, SSLError
from urllib3.exceptions import TimeoutError as SilenceError

from laydown.intake.content import LIMIT
from laydown.intake.fetching.calls import Limits, PrivateError, Watch, pool
from laydown.intake.fetching.robots import Robots
from laydown.intake.trouble import Trouble
from laydown.intake.warc import Record, keep

AGENT: Final = "laydown"
_HEADERS: Final = {
    "User-Agent": f"{AGENT} (reads news reports)",
    "Accept": "text/html, application/rss+xml, application/atom+xml, */*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_CHUNK: Final = 65_536
_MOVED: Final = frozenset({301, 302, 303, 307, 308})
_REFUSED: Final = "is refused by its server"
_LATER: Final = "try again later"
_CHECK: Final = "check the address"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page as it came: under which address in the end, of which type, and what to ask by the next time."""

    url: str
    kind: str
    data: bytes
    etag: str | None
    last_modified: str | None
    retrieved: str | None


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The page is as it was when the caller last had it."""

    url: str


class Fetcher:
    """Fetches pages, one at a time; a class because it holds open lines, the rules of sites and an archive.

    RETRIEVED is the hour that pages and archive are given, for no clock is read here. Nothing raises but an archive
    that cannot be written, which is an OSError.
    """

    def __init__(
        self,
        *,
        retrieved: str | None = None,
        archive: str | None = None,
        allow_private: bool = False,
        limits: Limits | None = None,
    ) -> None:
        """Open the archive, and no line yet."""
        self.retrieved = retrieved
        self._limits = limits or Limits()
        self._watch = Watch(self._limits.call)
        self._pool = pool(self._limits, self._watch, allow_private=allow_private)
        self._archive = Path(archive).open("ab") if archive else None  # noqa: SIM115 - `close` closes it
        self._robots = Robots(AGENT, self._ask)

    def __enter__(self) -> Self:
        """This fetcher, to be closed at the end."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close all lines and the archive."""
        self.close()

    def close(self) -> None:
        """Hang up, and end the archive."""
        self._pool.clear()
        if self._archive is not None:
            self._archive.close()

    def fetch(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Fetched | Unchanged | Trouble:
        """The page at URL; unchanged where its server says so of ETAG or LAST_MODIFIED, as an earlier page had them."""
        asked = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = _HEADERS | {name: value for name, value in asked.items() if value}
        return self._followed(url, headers, heed=True)

    def _followed(self, url: str, headers: Mapping[str, str], *, heed: bool) -> Fetched | Unchanged | Trouble:
        """The page at URL or where it has moved to; where we HEED them, each site's rules are asked at each step."""
        seen: set[str] = set()
        while len(seen) <= self._limits.redirects:
            if trouble := _unfit(url):
                return trouble
            if heed and (trouble := self._robots.trouble(url)):
                return trouble
            seen.add(url)
            outcome = self._called(url, headers)
            if not isinstance(outcome, str):
                return outcome
            if outcome in seen:
                return Trouble("is moved in a circle", _CHECK)
            url = outcome
        return Trouble(f"is moved more than {self._limits.redirects} times", _CHECK)

    def _called(self, url: str, headers: Mapping[str, str]) -> Fetched | Unchanged | Trouble | str:
        """What stands at URL, or the address where it says to look."""
        try:
            response = self._pool.request("GET", url, headers=dict(headers), redirect=False, preload_content=False)
            try:
                outcome = self._answered(url, response)
            finally:
                response.close()
        except (HTTPError, ValueError, OSError) as error:
            outcome = _failure(error, self._limits)
        finally:
            self._pool.clear()
            late = self._watch.end()
        return Trouble(f"takes longer than {self._limits.call:g} s", _LATER) if late else outcome

    def _answered(self, url: str, response: BaseHTTPResponse) -> Fetched | Unchanged | Trouble | str:
        """What the RESPONSE says."""
        if response.status in _MOVED and (place := response.headers.get("Location")):
            return urljoin(url, place)
        if response.status == 304:
            return Unchanged(url)
        if response.status != 200:
            return _refusal(response)
        data = _body(response)
        if self._watch.late:
            return Trouble(f"takes longer than {self._limits.call:g} s", _LATER)
        if data is None:
            return Trouble(f"is larger than {LIMIT // 1_000_000} MB", "save the part that is the report")
        page = Fetched(
            url=url,
            kind=response.headers.get("Content-Type", ""),
            data=data,
            etag=response.headers.get("ETag"),
            last_modified=response.headers.get("Last-Modified"),
            retrieved=self.retrieved,
        )
        self._keep(page, response)
        return page

    def _keep(self, page: Fetched, response: BaseHTTPResponse) -> None:
        """Append PAGE to the archive, where there is one."""
        if self._archive is not None and not page.url.endswith("/robots.txt"):
            record = Record(url=page.url, retrieved=page.retrieved, kind=page.kind, data=page.data)
            status = f"{response.status} {response.reason or ''}"
            packed = not self._archive.name.endswith(".warc")
            keep(self._archive, record, status, list(response.headers.items()), packed=packed)
            self._archive.flush()

    def _ask(self, address: str) -> bytes | Trouble:
        """The bytes of a robots.txt; one that moved is followed, one that is not there has none."""
        outcome = self._followed(address, _HEADERS, heed=False)
        if isinstance(outcome, Unchanged):
            return b""
        if isinstance(outcome, Fetched):
            return outcome.data
        missing = outcome.what.startswith(f"{_REFUSED} (4") and "(429" not in outcome.what
        return b"" if missing else outcome


def _body(response: BaseHTTPResponse) -> bytes | None:
    """The bytes of RESPONSE, unpacked; None as soon as they are more than a report has, however small they came."""
    parts: list[bytes] = []
    length = 0
    while part := response.read(_CHUNK, decode_content=True):
        parts.append(part)
        length += len(part)
        if length > LIMIT:
            return None
    return b"".join(parts)


def _unfit(url: str) -> Trouble | None:
    """The trouble with an address that is none of the web, or that carries a password."""
    try:
        parts = urlsplit(url)
        named = bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        named = False
        parts = urlsplit("")
    if not named or parts.scheme.lower() not in {"http", "https"}:
        return Trouble("is no address of the web", "give it as https://host/path")
    return Trouble("carries a password", "give it without one") if parts.username or parts.password else None


def _refusal(response: BaseHTTPResponse) -> Trouble:
    """The trouble that a server says no."""
    after = response.headers.get("Retry-After")
    hint = f"{_LATER}: it asks to wait {after[:40]}" + (" s" if after.isdigit() else "") if after else _CHECK
    if response.status >= 500 and not after:
        hint = _LATER
    return Trouble(f"{_REFUSED} ({response.status} {response.reason or ''})".replace(" )", ")"), hint)


def _failure(error: Exception, limits: Limits) -> Trouble:
    """The trouble of a call that failed."""
    cause = error.reason if isinstance(error, MaxRetryError) and error.reason else error
    if isinstance(cause.__cause__, PrivateError):
        what = "is an address of this machine or its network"
        return Trouble(what, "use --allow-private, where you mean it")
    match cause:
        case NewConnectionError():
            return Trouble("cannot be reached", "check the address and the network")
        case SilenceError():
            return Trouble(f"is silent for more than {limits.silence:g} s", _LATER)
        case SSLError():
            return Trouble("has no valid certificate, or speaks no TLS", _CHECK)
        case DecodeError():
            return Trouble("is packed in a way that cannot be unpacked", _LATER)
        case HTTPError() | OSError():
            return Trouble("breaks off", _LATER)
        case _:
            return Trouble("is no address of the web", "give it as https://host/path")

"""Calls: connections to addresses that may be called, and that are cut at their deadline, whatever the server does."""

import logging
import socket
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from threading import Timer
from types import TracebackType
from typing import Final, Self

from urllib3 import BaseHTTPResponse, HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import ConnectionPool
from urllib3.exceptions import HTTPError, MaxRetryError, NewConnectionError, ResponseError
from urllib3.util import Retry, Timeout

_TRANSLATED: Final = IPv6Network("64:ff9b::/96")
"""IPv4 addresses as networks without IPv4 write them (RFC 6052)."""


class PrivateError(HTTPError):
    """The name of a host stands for an address of this machine or its network."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of whom we bear: seconds a call, seconds of silence, seconds that a busy server may have us wait."""

    call: float = 30.0
    silence: float = 10.0
    patience: float = 10.0
    redirects: int = 5
    tries: int = 2


class Patience(Retry):
    """urllib3's retries, which give up at once where a server asks for more time than we have.

    A body that comes with a refusal is never read, for it could be endless.
    """

    patience: float = 10.0

    def increment(
        self,
        method: str | None = None,
        url: str | None = None,
        response: BaseHTTPResponse | None = None,
        error: Exception | None = None,
        _pool: ConnectionPool | None = None,
        _stacktrace: TracebackType | None = None,
    ) -> Self:
        """The retries that are left."""
        if isinstance(error, NewConnectionError) and isinstance(error.__cause__, PrivateError):
            raise error
        if response is not None and _pool is not None:
            if (self.get_retry_after(response) or 0) > self.patience:
                raise MaxRetryError(_pool, url or "", ResponseError("asks for more time"))
            left = super().increment(method, url, response, error, _pool, _stacktrace)
            response.close()
            return left
        return super().increment(method, url, response, error, _pool, _stacktrace)

    def new(self, **kw: object) -> Self:
        """These retries with other counts and the same patience."""
        other = super().new(**kw)
        other.patience = self.patience
        return other


class Watch:
    """The deadline of each call; a class because it holds the lines that it is to cut.

    It holds each line twice, for a call that goes over to TLS, or whose head is read, lets its own go.
    """

    def __init__(self, seconds: float) -> None:
        """Watch over nothing yet."""
        self.late = False
        self._seconds = seconds
        self._watched: list[tuple[Timer, socket.socket]] = []

    def begin(self, call: socket.socket) -> None:
        """Cut CALL when its time is over, and let go of those before it, which were given up."""
        self._drop()
        self.late = False
        line = call.dup()
        timer = Timer(self._seconds, self._cut, (line,))
        timer.daemon = True
        timer.start()
        self._watched.append((timer, line))

    def end(self) -> bool:
        """Watch over nothing any more; whether a call had to be cut."""
        self._drop()
        late, self.late = self.late, False
        return late

    def _drop(self) -> None:
        """Let go of all lines."""
        for timer, line in self._watched:
            timer.cancel()
            line.close()
        self._watched.clear()

    def _cut(self, line: socket.socket) -> None:
        """End a call in both directions, under whatever reads from it."""
        self.late = True  # first, for whoever reads wakes at once
        with suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)


def pool(limits: Limits, watch: Watch, *, allow_private: bool) -> PoolManager:
    """Connections within LIMITS, to private addresses only where that is allowed; no proxy of the environment."""

    class Plain(_Guarded, HTTPConnection):
        guard = _Guard(watch, allow_private)

    class Sealed(_Guarded, HTTPSConnection):
        guard = _Guard(watch, allow_private)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SealedPool(HTTPSConnectionPool):
        ConnectionCls = Sealed

    retries = Patience(
        total=limits.tries, redirect=False, status_forcelist={429, 502, 503, 504}, backoff_factor=0.5,
        raise_on_status=False,
    )  # fmt: skip
    retries.patience = limits.patience
    logging.getLogger("urllib3").setLevel(logging.ERROR)  # it would tell a terminal of each try
    manager = PoolManager(retries=retries, timeout=Timeout(limits.silence), maxsize=1)
    manager.pool_classes_by_scheme = {"http": PlainPool, "https": SealedPool}
    return manager


@dataclass(frozen=True, slots=True)
class _Guard:
    """What a connection is held to."""

    watch: Watch
    allow_private: bool


class _Guarded(HTTPConnection):
    """A connection that looks at the address before it calls, and is cut when its time is over."""

    guard: _Guard

    def _new_conn(self) -> socket.socket:
        """Call the first address of the host that may be called; a name that has one forbidden address has none."""
        try:
            found = socket.getaddrinfo(self._dns_host, self.port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise NewConnectionError(self, f"nobody knows the host {self.host!r}") from error
        addresses = [info[4][:2] for info in found]
        if not self.guard.allow_private and any(_private(str(address)) for address, _ in addresses):
            private = PrivateError(self.host)
            raise NewConnectionError(self, f"{self.host} is an address of this machine or its network") from private
        call = _called(self, addresses)
        self.guard.watch.begin(call)
        return call


def _called(connection: HTTPConnection, addresses: Sequence[tuple[object, ...]]) -> socket.socket:
    """A line to the first of ADDRESSES that answers."""
    failure: OSError | None = None
    seconds = connection.timeout if isinstance(connection.timeout, int | float) else None
    for address in addresses:
        try:
            return socket.create_connection((str(address[0]), int(str(address[1]))), seconds)
        except OSError as error:
            failure = error
    raise NewConnectionError(connection, f"{connection.host} does not answer") from failure


def _private(address: str) -> bool:
    """Whether ADDRESS is of this machine, its network, or of no place that is on the public one."""
    found: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    if isinstance(found, IPv6Address):
        inner = IPv4Address(int(found) & 0xFFFFFFFF) if found in _TRANSLATED else None
        found = inner or found.ipv4_mapped or found.sixtofour or found
    return not found.is_global or found.is_multicast

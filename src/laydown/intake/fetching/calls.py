"""Calls: connections to addresses that may be called, and that are cut at their deadline, whatever the server does."""

import socket
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from ipaddress import IPv4Address, IPv6Address, ip_address
from threading import Timer
from types import TracebackType
from typing import Self

from urllib3 import BaseHTTPResponse, HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import ConnectionPool
from urllib3.exceptions import HTTPError, MaxRetryError, NewConnectionError, ResponseError
from urllib3.util import Retry, Timeout


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


def pool(limits: Limits, *, allow_private: bool) -> PoolManager:
    """Connections within LIMITS, to private addresses only where that is allowed; no proxy of the environment."""

    class Plain(_Guarded, HTTPConnection):
        guard = _Guard(limits, allow_private)

    class Sealed(_Guarded, HTTPSConnection):
        guard = _Guard(limits, allow_private)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SealedPool(HTTPSConnectionPool):
        ConnectionCls = Sealed

    retries = Patience(
        total=limits.tries, redirect=False, status_forcelist={429, 502, 503, 504}, backoff_factor=0.5,
        raise_on_status=False,
    )  # fmt: skip
    retries.patience = limits.patience
    manager = PoolManager(retries=retries, timeout=Timeout(limits.silence), maxsize=1)
    manager.pool_classes_by_scheme = {"http": PlainPool, "https": SealedPool}
    return manager


@dataclass(frozen=True, slots=True)
class _Guard:
    """What a connection is held to."""

    limits: Limits
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
        line = call.dup()
        timer = Timer(self.guard.limits.call, partial(_cut, line))
        timer.daemon = True
        timer.start()
        self._timer, self._cord = timer, line
        return call

    def close(self) -> None:
        """Hang up, and stop the watch."""
        super().close()
        if timer := getattr(self, "_timer", None):
            timer.cancel()
            self._cord.close()


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


def _cut(line: socket.socket) -> None:
    """End a call in both directions, under whatever reads from it."""
    try:
        line.shutdown(socket.SHUT_RDWR)
    except OSError:
        return


def _private(address: str) -> bool:
    """Whether ADDRESS is of this machine, its network, or of no place that is on the public one."""
    found: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    if isinstance(found, IPv6Address):
        found = found.ipv4_mapped or found.sixtofour or found
    return not found.is_global or found.is_multicast

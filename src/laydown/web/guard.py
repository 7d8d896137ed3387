"""Guard: who may ask the desk, from where, and what a page may do in a browser."""

import base64
import binascii
import hmac
import secrets
from collections.abc import Mapping
from typing import Final

from starlette.datastructures import URL, Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK: Final = ("127.0.0.1", "localhost", "[::1]")
"""The names under which a browser on this machine knows this machine."""
SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
LARGEST: Final = 64 * 1024
"""Bytes of a request's body: a ruling with its reasons is far smaller."""

HEADERS: Final[Mapping[str, str]] = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
"""No script but our own, nothing from elsewhere, in nobody's frame: the text that we show is other people's bytes."""


def new_token() -> str:
    """A token that nobody guesses, for the life of one desk."""
    return secrets.token_urlsafe(24)


class Guard:
    """The outermost layer of the desk: it refuses by Host, Origin, size and token, and marks every answer.

    The names under which the desk may be asked are checked against rebinding of DNS; a request that changes something
    must come from a page of the desk itself. With a `token` the desk asks for it as the password of HTTP's Basic
    scheme, for a desk that others can reach.
    """

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...] = LOOPBACK, token: str | None = None) -> None:
        """Guard APP, which answers to HOSTS."""
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer why not."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("cache-control", "no-store")
            await send(message)

        refusal = self._refusal(scope)
        await (refusal or self._app)(scope, receive, marked)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        """Why the request must not go on, if it must not."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if _name(host) not in self._hosts:
            return _no(421, f"this desk does not answer to the name {host!r}; open it by the address that it printed")
        if self._token is not None and not hmac.compare_digest(_password(headers), self._token.encode()):
            refusal = _no(401, "this desk asks for its token, as the password")
            refusal.headers["www-authenticate"] = 'Basic realm="Laydown", charset="UTF-8"'
            return refusal
        if scope["method"] in SAFE:
            return None
        if URL(headers.get("origin", "")).netloc.lower() != host.lower():
            return _no(403, "a ruling must come from a page of this desk")
        size = headers.get("content-length", "")
        if not size.isdigit() or int(size) > LARGEST:
            return _no(413, f"a request may have {LARGEST} bytes, and says how many it has")
        return None


def _no(code: int, why: str) -> PlainTextResponse:
    """A refusal in one line."""
    return PlainTextResponse(f"Laydown: {why}\n", status_code=code)


def _name(host: str) -> str:
    """A host without its port.

    >>> _name("LOCALHOST:8642"), _name("[::1]:8642"), _name("[::1]")
    ('localhost', '[::1]', '[::1]')
    """
    head, colon, port = host.lower().rpartition(":")
    return head if colon and port.isdigit() else host.lower()


def _password(headers: Headers) -> bytes:
    """The password of HTTP's Basic scheme; empty where there is none, or none that can be read."""
    scheme, _, words = headers.get("authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return b""
    try:
        return base64.b64decode(words, validate=True).partition(b":")[2]
    except binascii.Error:
        return b""

"""`laydown serve`: the desk in a browser, on this machine alone unless told otherwise."""

import time
from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING, Final

import click

from laydown.cli import talk
from laydown.cli.ledgers import ledger_option, opened

if TYPE_CHECKING:
    from socket import socket

    from starlette.types import ASGIApp, Receive, Scope, Send

PORT: Final = 8642
LOOPBACK: Final = "127.0.0.1"


@click.command()
@ledger_option
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0 takes a free one.")
@click.option("--host", default=LOOPBACK, show_default=True, help="Where to listen; beyond loopback it wants --token.")
@click.option("--token", envvar="LAYDOWN_TOKEN", help="What others must give as a password; else $LAYDOWN_TOKEN.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="A further name under which the desk is reached.")
@click.option("--idle", type=click.FloatRange(min=1), metavar="SECONDS", help="Close when nobody asked for so long.")
def serve(
    ledger: str | None, host: str, port: int, token: str | None, names: tuple[str, ...], idle: float | None
) -> None:
    """Open the desk: the map, balances, movements, conflicts, doubts and reports of a ledger, as pages.

    It listens on loopback. To let others in, give --host, --name for each name by which they reach it, and --token.
    """
    from laydown.desk.held import Held
    from laydown.web import application
    from laydown.web.app import built
    from laydown.web.guard import LOOPBACK as HERE

    if host not in {LOOPBACK, "localhost", "::1"} and not token:
        msg = f"{host} can be reached by others: give --token too, or leave --host out"
        raise click.UsageError(msg)
    if not built():
        talk.said("the front end is not built, so pages have no look: run `make front`")
    with opened(ledger) as kept:
        hosts = (*HERE, host, *names) if token else HERE
        held = Held(kept)
        desk = application(held, name=_shown(kept.where), hosts=hosts, token=token)
        _serve(desk, host, port, idle, then=held.warm)


def _shown(where: str) -> str:
    """The ledger by its last name: paths and passwords are nobody's business."""
    return where.rstrip("/").rsplit("/", 1)[-1].rsplit("@", 1)[-1]


def _serve(app: "ASGIApp", host: str, port: int, idle: float | None, then: Callable[[], None]) -> None:
    """Answer until interrupted, or until nobody asked for IDLE seconds; THEN is done once the desk is open."""
    from uvicorn import Config, Server

    last = time.monotonic()

    async def counted(scope: "Scope", receive: "Receive", send: "Send") -> None:
        nonlocal last
        last = time.monotonic()
        await app(scope, receive, send)

    class Desk(Server):
        """A server that says where it is, and leaves when nobody comes any more: uvicorn has hooks for both."""

        async def startup(self, sockets: "list[socket] | None" = None) -> None:
            """Open, and say so."""
            await super().startup(sockets)
            for one in self.servers:
                name, number = one.sockets[0].getsockname()[:2]
                shown = f"[{name}]" if ":" in name else name
                talk.said(f"the desk is open at http://{shown}:{number}/  (Ctrl-C closes it)")
            Thread(target=then).start()

        async def on_tick(self, counter: int) -> bool:
            """Whether it is time to close."""
            return await super().on_tick(counter) or (idle is not None and time.monotonic() - last > idle)

    config = Config(counted, host=host, port=port, log_level="critical", server_header=False, lifespan="off")
    try:
        Desk(config).run()
    except SystemExit as error:
        msg = f"cannot listen at {host}:{port}, which something else does; --port 0 takes a free one"
        raise click.UsageError(msg) from error

"""The web on the command line: the options of every command that reads pages, and how it then fetches them."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from laydown.cli.ledgers import now


def fetches(command: Callable[..., Any]) -> Callable[..., Any]:
    """COMMAND with the options of fetching, which reach it together as `web`: at this hour, by these options."""

    @click.option("--archive", metavar="FILE", help="Keep each fetched page in FILE, a WARC.gz that can be read again.")
    @click.option("--allow-private", is_flag=True, help="Fetch from this machine and its network too.")
    @wraps(command)
    def fetching(*args: object, archive: str | None, allow_private: bool, **options: object) -> object:
        from laydown.intake import Web

        return command(*args, web=Web(retrieved=now(), archive=archive, allow_private=allow_private), **options)

    return fetching

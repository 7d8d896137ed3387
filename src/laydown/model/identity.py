"""Identity: the ids, blocks and hours under which a report, a claim and a movement are known in every room."""

from datetime import UTC, datetime
from typing import Final

from laydown.model.books import asset
from laydown.model.claim import Claim
from laydown.model.report import Report

NOBODY: Final = "?"
"""The force of claims that name no nation."""

HASH: Final = "sha256:"
_MOVEMENT: Final = "m-"
STORY: Final = "s-"
_DAY: Final = len("2022-02-02")


def short(report: str) -> str:
    """The sixteen digits of a report's id by which its claims and passages are known.

    >>> short("sha256:e3b0c44298fc1c149afbf4c8996fb924")
    'e3b0c44298fc1c14'
    """
    return report.removeprefix(HASH)[:16]


def story_id(first: str) -> str:
    """The id of the story that begins with the report FIRST.

    >>> story_id("sha256:e3b0c44298fc1c149afbf4c8996fb924")
    's-e3b0c44298fc1c14'
    """
    return STORY + short(first)


def movement_id(entry: str) -> str:
    """The id of the movement that an entry opens.

    >>> movement_id("e3b0c44298fc1c14.c1")
    'm-e3b0c44298fc1c14.c1'
    """
    return _MOVEMENT + entry


def opener(movement: str) -> str | None:
    """The entry that opened a movement, by its id; None where that is no movement's.

    >>> opener("m-e3b0c44298fc1c14.c1"), opener("e3b0c44298fc1c14.c1")
    ('e3b0c44298fc1c14.c1', None)
    """
    return movement.removeprefix(_MOVEMENT) if movement.startswith(_MOVEMENT) else None


def block(claim: Claim) -> tuple[str, str]:
    """The force and the asset under which CLAIM is booked: claims of different blocks are never added."""
    nation = claim.force.nation if claim.force else None
    return nation or NOBODY, asset(claim)


def is_address(source: str | None) -> bool:
    """Whether a report was read from a page of the web; a file of one name may hold anything the next day.

    >>> is_address("https://example.org/a"), is_address("a.html"), is_address(None)
    (True, False, False)
    """
    return source is not None and source.startswith(("http://", "https://"))


def utc(time: str) -> str:
    """An ISO 8601 date or time in UTC, to the second; a day is over at its end. Raises ValueError where it is none.

    >>> utc("2022-02-02"), utc("2022-02-02T17:30:00-05:00"), utc("2022-02-02T17:30")
    ('2022-02-02T23:59:59Z', '2022-02-02T22:30:00Z', '2022-02-02T17:30:00Z')
    """
    moment = datetime.fromisoformat(time)
    if len(time) == _DAY:
        moment = moment.replace(hour=23, minute=59, second=59)
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")


def said(report: Report) -> str | None:
    """When the public could know what REPORT says: since its last change, where it states one."""
    stated = report.updated or report.published
    return utc(stated) if stated else None

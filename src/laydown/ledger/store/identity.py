"""Identity: the ids, times and fingerprints under which the books know a claim, all of which follow from its report."""

import hashlib
import re
import unicodedata
from datetime import UTC, datetime
from typing import Final

from laydown.model import Claim, Report, asset

NOBODY: Final = "?"
"""The force of claims that name no nation."""

_WORD: Final = re.compile(r"\w+")
_DAY: Final = len("2022-02-02")


def entry_id(report: str, claim: str) -> str:
    """The id of a claim in the books: its report's hash, shortened, and its own id there.

    >>> entry_id("sha256:e3b0c44298fc1c149afbf4c8996fb924", "c1")
    'e3b0c44298fc1c14.c1'
    """
    return f"{short(report)}.{claim}"


def short(report: str) -> str:
    """The sixteen digits of a report's id by which its claims and passages are known."""
    return report.removeprefix("sha256:")[:16]


def movement_id(entry: str) -> str:
    """The id of the movement that an entry opens.

    >>> movement_id("e3b0c44298fc1c14.c1")
    'm-e3b0c44298fc1c14.c1'
    """
    return f"m-{entry}"


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


def outlet(report: Report) -> str | None:
    """Who publishes REPORT, or the site that it is from.

    >>> outlet(Report(text="", source="https://www.example.org:80/a")), outlet(Report(text="", source="a/b.txt"))
    ('example.org', None)
    """
    if report.publisher:
        return report.publisher
    scheme, mark, rest = (report.source or "").partition("://")
    host = re.split(r"[/?#]", rest, maxsplit=1)[0].rpartition("@")[2].split(":")[0].lower().removeprefix("www.")
    return host if scheme and mark and host else None


def folded(words: str) -> str:
    """WORDS without case, accents, quotes and punctuation, a space between each.

    >>> folded("“About 2,000 troops,” — he  said: to Malmö.")
    'about 2 000 troops he said to malmo'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(c))
    return " ".join(_WORD.findall(plain))


def witness(words: str) -> str:
    """What copies of one sentence have in common, so that a wire story counts once.

    >>> witness("Troops 'will' move.") == witness("troops “will”  move")
    True
    """
    return hashlib.sha256(folded(words).encode()).hexdigest()[:16]


def block(claim: Claim) -> tuple[str, str]:
    """The force and the asset under which CLAIM is booked: claims of different blocks never meet."""
    nation = claim.force.nation if claim.force else None
    return nation or NOBODY, asset(claim)

"""A story: the versions and copies of one article, and what changed in their claims from one to the next."""

from dataclasses import dataclass
from typing import Literal

from laydown.model.books import DecidedBy
from laydown.model.claim import Claim
from laydown.model.kin import Ruling

GroupingKind = Literal["version", "copy", "follow-up"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A claim with the words of its report that carry it."""

    claim: Claim
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One claim in two versions: the fields that differ, and both tellings.

    `corrected` holds where the newer version has a notice of correction that names what changed.
    """

    fields: tuple[str, ...]
    old: Telling
    new: Telling
    corrected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What changed in the claims from the report OLD to the report NEW, both ids; a mere rewording changes nothing.

    `notice` is the notice of correction that NEW has and OLD has not, in its own words.
    """

    old: str
    new: str
    added: tuple[Telling, ...] = ()
    removed: tuple[Telling, ...] = ()
    changed: tuple[Change, ...] = ()
    notice: str | None = None

    def __bool__(self) -> bool:
        """Whether anything changed at all."""
        return bool(self.added or self.removed or self.changed or self.notice)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A claim that its page told and tells no more: by which version it was gone, and since when.

    `claim` is its id in the books. `notice` is the notice of correction in that version that names what it told; where
    there is none the page went silent, and silence denies nothing.
    """

    claim: str
    words: str
    address: str
    by: str
    said: str | None = None
    notice: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """Why a report stands beside another: as a later version of `of`, as a copy of it, or as a follow-up only.

    `likeness` is the share of the shorter text that both have, `agency` the wire that both of them credit. One that a
    person `decided_by` ruling holds against whatever the words say.
    """

    kind: GroupingKind
    of: str
    reason: str
    likeness: float
    agency: str | None = None
    decided_by: DecidedBy = "clerk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """The very words of a report, seen at another address or under another name: a copy to the letter."""

    source: str | None = None
    outlet: str | None = None
    title: str | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One report of a story: whose, since when, and why it belongs here; the first needs no reason.

    `sightings` are where else the same words stood.
    """

    report: str
    outlet: str | None = None
    title: str | None = None
    at: str | None = None
    grouping: Grouping | None = None
    sightings: tuple[Sighting, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One article in all its versions and copies, in the order of time, and the stories that it follows up.

    `id` is that of its first report behind "s-", shortened as the ledger shortens it. `rulings` are what persons said
    of its reports, those included that keep others away from it.
    """

    id: str
    versions: tuple[Version, ...]
    follows: tuple[Grouping, ...] = ()
    rulings: tuple[Ruling, ...] = ()

"""Dropped: what a page told and its last version tells no more, and whether it owned up to that."""

from collections.abc import Iterator, Sequence

from laydown.model import Claim, Reading, Report, Telling
from laydown.stories.changes import changes, names_it
from laydown.stories.fields import PLACES
from laydown.stories.kinship import TOUCHING, contained
from laydown.stories.sketch import sketch


def dropped(versions: Sequence[Reading]) -> Iterator[tuple[Report, Report, Telling, str | None]]:
    """What the last of VERSIONS of a page, in the order of time, tells no more of what an earlier one told.

    For each claim: the version that told it, the first since which it was gone for good, the telling, and the notice of
    correction of that one where it names what the claim told. A claim that changed is no such claim: it has a
    successor. What shares next to no words with the last version is no version of it, but another item of a page that
    holds several, or has been filled anew.
    """
    versions = _of_one_text(versions)
    last = len(versions) - 1
    for at in range(last):
        gone = {one.claim.id: one for one in changes(versions[at], versions[last]).removed}
        since = dict.fromkeys(gone, last)
        left = set(gone)
        for step in range(last - 1, at, -1):
            left &= {one.claim.id for one in changes(versions[at], versions[step]).removed} if left else set()
            since.update(dict.fromkeys(left, step))
        for name, telling in gone.items():
            old, new = versions[at], versions[since[name]]
            yield old.report, new.report, telling, _owned_up(old, new, telling.claim)


def _of_one_text(versions: Sequence[Reading]) -> Sequence[Reading]:
    """Those of VERSIONS that share words with the last."""
    if not versions:
        return ()
    last = sketch(versions[-1].report)
    return [one for one in versions if contained(sketch(one.report), last) >= TOUCHING]


def _owned_up(old: Reading, new: Reading, claim: Claim) -> str | None:
    """The notice of NEW where it names what CLAIM told in OLD: how many, or else where."""
    told = changes(old, new).notice
    fields = ("quantity",) if claim.spans.get("quantity") else PLACES
    return told if told is not None and names_it(told, claim, fields, old.report.text) else None

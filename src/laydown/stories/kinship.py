"""Kinship: whether of two reports one is a version, a copy or a follow-up of the other, and why."""

from dataclasses import replace
from typing import Final

from laydown.model import Grouping, GroupingKind
from laydown.stories.origin import day_zero, days_between
from laydown.stories.sketch import Sketch

SAME_TEXT: Final = 0.5
"""The share of the shorter text's runs of words from which on nobody wrote the second text anew."""

SAME_SENTENCES: Final = 0.75
"""The share of the shorter text, by words, that stands in sentences with a twin, from which on it is a spun copy."""

CREDITED: Final = 0.4
"""The share of runs that is enough where both credit the same agency."""

TWIN: Final = 0.7
SPUN: Final = 0.25
"""The share of runs that even a spun copy keeps."""

TOUCHING: Final = 0.12
SHORT, SHORT_TEXT = 40, 0.85
"""Words below which two writers may well hit upon one sentence, and what is asked of them then."""

COPIED_WITHIN: Final = 7.0
ONE_ARTICLE: Final = 1.5
"""Days within which a text is reprinted, and within which a house writes on one article at another address."""


def kinship(one: Sketch, other: Sketch) -> Grouping | None:
    """How the later of two reports stands to the earlier; None where each was written for itself."""
    old, new = sorted((one, other), key=in_time)
    if old.addresses & new.addresses:
        return _grouping("version", old, "same address", contained(old, new))
    apart = days_between(old.hour, new.hour)
    if apart is not None and apart > COPIED_WITHIN:
        return None
    return _by_text(old, new)


def ruled_kin(one: Sketch, other: Sketch, reason: str) -> Grouping:
    """How the later of two reports stands to the earlier where a person ruled for a REASON that they are together."""
    old, new = sorted((one, other), key=in_time)
    same = bool(old.addresses & new.addresses) or (old.house is not None and old.house == new.house)
    found = _grouping("version" if same else "copy", old, f"ruled together: {reason}", contained(old, new))
    return replace(found, decided_by="person")


def in_time(sketch: Sketch) -> tuple[bool, str, str]:
    """The order of time: unknown hours last, ties by id."""
    return sketch.hour is None, sketch.hour or "", sketch.report.id


def contained(one: Sketch, other: Sketch) -> float:
    """The share of the shorter text's runs of words that the longer has too."""
    return len(one.runs & other.runs) / max(1, min(len(one.runs), len(other.runs)))


def twinned(one: Sketch, other: Sketch) -> float:
    """The share of the shorter text, by words, in sentences that have a twin in the longer."""
    short, long = sorted((one, other), key=lambda sketch: (sketch.size, sketch.report.id))
    matched = sum(len(part) for part in short.sentences if any(_alike(part, whole) for whole in long.sentences))
    return matched / max(1, sum(map(len, short.sentences)))


def _alike(part: frozenset[str], whole: frozenset[str]) -> bool:
    """Whether two sentences share most of their words; lengths that differ much cannot."""
    most = min(len(part), len(whole))
    together = len(part) + len(whole)
    return 2 * most >= TWIN * together and 2 * len(part & whole) >= TWIN * together


def _by_text(old: Sketch, new: Sketch) -> Grouping | None:
    """How NEW stands to OLD by its words alone."""
    share = contained(old, new)
    if share < TOUCHING:
        return None
    agency = old.agency if old.agency == new.agency else None
    asked, word = _asked(old, new, agency)
    if share >= asked:
        return _kin(old, new, f"{share:.0%} of the {word}", share, agency)
    spun = twinned(old, new)
    if min(old.size, new.size) >= SHORT and share >= SPUN and spun >= SAME_SENTENCES:
        return _kin(old, new, f"{spun:.0%} of the sentences reworded one by one", spun, agency)
    if min(old.size, new.size) < SHORT:
        return None
    return _grouping("follow-up", old, f"takes over {share:.0%} of the words", share)


def _asked(old: Sketch, new: Sketch, agency: str | None) -> tuple[float, str]:
    """The share that makes two texts one, and what it is a share of."""
    if min(old.size, new.size) < SHORT and old.house != new.house:
        return SHORT_TEXT, "words of a short text"
    return CREDITED if agency else SAME_TEXT, "words"


def _kin(old: Sketch, new: Sketch, reason: str, share: float, agency: str | None) -> Grouping:
    """NEW as a version of OLD where one house has both, as a copy where two have."""
    credit = f", both credit {agency}" if agency else ""
    if old.house is None or new.house is None or old.house != new.house:
        return _grouping("copy", old, f"near-same text: {reason}{credit}", share, agency)
    if _another_day(old, new):
        return _grouping("follow-up", old, f"same outlet on another day at another address: {reason}", share)
    return _grouping("version", old, f"same outlet and near-same text: {reason}", share)


def _another_day(old: Sketch, new: Sketch) -> bool:
    """Whether a house published both apart, as it does with a daily bulletin: that is a series, no new version."""
    days = days_between(day_zero(old.report), day_zero(new.report))
    stays = old.address is None or new.address is None
    return days is not None and days > (COPIED_WITHIN if stays else ONE_ARTICLE)


def _grouping(kind: GroupingKind, old: Sketch, reason: str, share: float, agency: str | None = None) -> Grouping:
    """The grouping of a report under OLD."""
    return Grouping(kind=kind, of=old.report.id, reason=reason, likeness=round(share, 3), agency=agency)

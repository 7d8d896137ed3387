"""Sketches: what of a report is compared with others, and the keys under which likely relatives meet.

A text is the set of its runs of three words. One hash of each run is dealt into bins and the least of each bin kept
(one-permutation MinHash); an empty bin borrows from the next. Two bins make a key, so that of two texts that share a
third of their runs 99 of 100 pairs meet under one key or more, and unlike texts seldom. Long sentences are keys too,
for an excerpt shares few of the runs of the whole. Keys only propose: what is compared are the runs themselves.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final
from zlib import crc32

from laydown.model import Report
from laydown.stories.agencies import agency
from laydown.stories.origin import address, hour, house
from laydown.stories.words import sentences, words

RUN: Final = 3
BINS: Final = 96
PER_KEY: Final = 2
LONG: Final = 9
"""Words of a sentence that two writers hardly hit upon alike."""

_MIX: Final = 0x9E3779B97F4A7C15
_MASK: Final = 2**64 - 1


@dataclass(frozen=True, slots=True)
class Sketch:
    """A report as it is compared: its runs of words, its sentences, and where and when it comes from.

    `addresses` are all those at which its very words were seen.
    """

    report: Report
    runs: frozenset[int]
    sentences: tuple[frozenset[str], ...]
    keys: frozenset[tuple[int, ...]] = field(repr=False)
    size: int
    house: str | None
    address: str | None
    addresses: frozenset[str]
    hour: str | None
    agency: str | None


def sketch(report: Report) -> Sketch:
    """The sketch of REPORT; a function of its words and of what its page says of itself alone."""
    told = words(report.text)
    found = address(report)
    parts = [words(report.text[start:end]) for start, end in sentences(report.text)]
    runs = frozenset(_hashes(told))
    return Sketch(
        report=report,
        runs=runs,
        sentences=tuple(frozenset(part) for part in parts if part),
        keys=frozenset((*_bands(runs), *_whole(parts))),
        size=len(told),
        house=house(report),
        address=found,
        addresses=frozenset([found] if found else []),
        hour=hour(report),
        agency=agency(report),
    )


def _hashes(told: Sequence[str]) -> Iterator[int]:
    """A hash of each run of words, the same on every machine; a shorter text is one run."""
    for at in range(max(1, len(told) - RUN + 1)):
        yield _hash(told[at : at + RUN])


def _hash(run: Sequence[str]) -> int:
    """64 well mixed bits of RUN."""
    bits = crc32(" ".join(run).encode()) * _MIX & _MASK
    return (bits ^ bits >> 29) * _MIX & _MASK


def _bands(runs: frozenset[int]) -> Iterator[tuple[int, ...]]:
    """The keys of a set of RUNS."""
    least: list[int | None] = [None] * BINS
    for run in runs:
        bin_, value = (run >> 40) % BINS, run & 0xFFFFFFFFFF
        held = least[bin_]
        least[bin_] = value if held is None or value < held else held
    full = _borrowed(least)
    for at in range(0, BINS, PER_KEY):
        yield at, *full[at : at + PER_KEY]


def _borrowed(least: Sequence[int | None]) -> list[int]:
    """LEAST with each empty bin filled from the next full one, marked by how far that is."""
    full, held, away = [0] * BINS, 0, 0
    for at in reversed(range(2 * BINS)):
        value = least[at % BINS]
        held, away = (value, 0) if value is not None else (held, away + 1)
        full[at % BINS] = held + away * _MIX & _MASK
    return full


def _whole(parts: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, ...]]:
    """The long sentences as keys."""
    for part in parts:
        if len(part) >= LONG:
            yield -1, _hash(part)

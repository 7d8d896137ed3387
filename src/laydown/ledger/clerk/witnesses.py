"""Witnesses: which tellings are copies of each other, so that a wire story counts once however many print it."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from laydown.lexicon.scan import fold
from laydown.model import Entry, Kin
from laydown.model.identity import block
from laydown.model.kin import families

TWIN: Final = 0.7
"""The share of the words of two sentences that both must have for one to be the other reworded."""

_RULED: Final = 3.0
_SAME_WORDS: Final = 2.0
"""How strong the bonds are of what a person ruled together, and of equal sentences; the rest is by likeness, to 1."""

_WORD: Final = re.compile(r"\w+")


def alike(one: Collection[str], other: Collection[str]) -> bool:
    """Whether two sentences, as sets of words, share most of them; lengths that differ much cannot."""
    together = TWIN * (len(one) + len(other))
    return 2 * min(len(one), len(other)) >= together and 2 * len(set(one) & set(other)) >= together


def copied(one: Entry, other: Entry, kin: Kin) -> bool:
    """Whether one of two tellings is the other printed again: the same sentence, or nearly so in copies of one text.

    A person who ruled the reports apart has said that each was written for itself; and "another 2,000" prints no
    "2,000" again.
    """
    akin = kin.akin(one.report, other.report)
    if akin is False:
        return False
    if one.witness == other.witness:
        return True
    more = one.claim.additional == other.claim.additional
    return akin is True and more and alike(_words(one.words), _words(other.words))


def told_once(entries: Mapping[str, Entry], kin: Kin) -> Mapping[str, Entry]:
    """ENTRIES, in said order, with one witness for all copies of a telling, that of the first; numbers must agree.

    Who prints a copy with another number is a witness of its own. Reports that were ruled apart never share one.
    """
    touched = {name for both in (*kin.found, *kin.rulings) for name in both}
    if not touched:
        return entries
    words = {entry.witness for entry in entries.values() if entry.report in touched}
    blocks: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries.values():
        if entry.witness in words:
            blocks[block(entry.claim)].append(entry)
    changed = {name: new for those in blocks.values() for name, new in _of_block(those, kin)}
    return {name: changed.get(name, entry) for name, entry in entries.items()} if changed else entries


def _of_block(order: Sequence[Entry], kin: Kin) -> Iterator[tuple[str, Entry]]:
    """Those of a block in said ORDER whose witness is another's than their own sentence's."""
    known = {entry.id: entry for entry in order}
    bonds = sorted(_bonds(order, kin), key=lambda bond: (-bond[0], bond[1], bond[2]))
    joined = ((order[one].id, order[other].id) for _, one, other in bonds)
    first = families(list(known), joined, _foes(order, kin))
    taken: dict[str, str] = {}
    for name, entry in known.items():
        head = known[first[name]]
        mine = head.witness if taken.setdefault(head.witness, head.id) == head.id else _own(head)
        if mine != entry.witness:
            yield name, replace(entry, witness=mine)


def _bonds(order: Sequence[Entry], kin: Kin) -> Iterator[tuple[float, int, int]]:
    """Which of ORDER, by index, tell one thing in one set of words, and how strongly that binds them."""
    by_words: dict[str, list[int]] = defaultdict(list)
    by_report: dict[str, list[int]] = defaultdict(list)
    for at, entry in enumerate(order):
        by_words[entry.witness].append(at)
        by_report[entry.report].append(at)
    for those in by_words.values():
        yield from ((_SAME_WORDS, one, other) for n, one in enumerate(those) for other in those[n + 1 :])
    for both in {**kin.found, **kin.rulings}:
        strength = _RULED if both in kin.rulings else kin.found[both]
        for one in by_report.get(both[0], ()):
            for other in by_report.get(both[1], ()):
                if _number(order[one]) == _number(order[other]) and copied(order[one], order[other], kin):
                    yield strength, min(one, other), max(one, other)


def _foes(order: Sequence[Entry], kin: Kin) -> Mapping[str, frozenset[str]]:
    """For each of ORDER those of reports that were ruled apart from its own."""
    told: dict[str, set[str]] = defaultdict(set)
    for entry in order:
        told[entry.report].add(entry.id)
    found: dict[str, frozenset[str]] = {}
    for (one, other), ruling in kin.rulings.items():
        if ruling.verdict == "apart":
            for mine, theirs in ((one, other), (other, one)):
                for name in told.get(mine, ()):
                    found[name] = found.get(name, frozenset()) | told.get(theirs, set())
    return found


def _number(entry: Entry) -> object:
    """How many an entry tells of."""
    found = entry.claim.quantity
    return found and (found.value, found.low, found.high, found.hedge, found.unit)


def _own(entry: Entry) -> str:
    """A witness for an entry whose sentence another was first to tell."""
    return hashlib.sha256(f"{entry.witness} {entry.report}".encode()).hexdigest()[:16]


@lru_cache(maxsize=4096)
def _words(sentence: str) -> frozenset[str]:
    """The words of a sentence, folded."""
    return frozenset(_WORD.findall(fold(sentence).casefold()))

"""How well predicted claims meet gold ones: precision, recall and F1 of claims, kinds and slots, and every miss.

Claims of one report are paired so that the sum of agreement is greatest; agreement is the share of slots, among those
that either side fills, on which both say the same. A pair is *found* at 0.5 or more, *core* if all that an analyst
would sign for is right, *strict* if every slot is.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from evals.pairing import pairs
from evals.slots import Comparison, Json, compare, fold, overlap, same, slots

COUNTED: Final = ("movement", "presence", "readiness", "assistance")
SPOKEN: Final = ("statement", "command")
CORE: Final = frozenset({
    "status", "nation", "quantity", "origin", "destination", "location", "donor", "recipient",
})  # fmt: skip
NO: Final = frozenset({"ruled_out", "cancelled", "denied", "not_activated", "stood_down"})
"""The statuses that say no: a pair of which one side only says no is inverted, the worst of all errors."""
FOUND: Final = 0.5


@dataclass(slots=True)
class Rate:
    """Hits, what was claimed beyond them (`extra`) and what was missed."""

    hits: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was predicted that is right."""
        return self.hits / (self.hits + self.extra) if self.hits + self.extra else 0.0

    @property
    def recall(self) -> float:
        """The share of gold that was found."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that went wrong: a claim MISSED, an EXTRA one, or a pair that DIFFERS in some slots."""

    what: str
    report: str
    gold: Json | None = None
    predicted: Json | None = None
    differing: tuple[str, ...] = ()


@dataclass(slots=True)
class Spoken:
    """How the statements and command claims of gold were met: by kind, act, speaker and exact quote."""

    gold: int = 0
    found: int = 0
    acts: int = 0
    speakers: Rate = field(default_factory=Rate)
    quotes: Rate = field(default_factory=Rate)


@dataclass(slots=True)
class Score:
    """The figures of one corpus."""

    reports: int = 0
    gold: int = 0
    predicted: int = 0
    found: int = 0
    core: int = 0
    strict: int = 0
    inverted: int = 0
    placed: int = 0
    overlapping: int = 0
    kinds: defaultdict[str, Rate] = field(default_factory=lambda: defaultdict(Rate))
    slots: defaultdict[str, Rate] = field(default_factory=lambda: defaultdict(Rate))
    spoken: dict[str, Spoken] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)

    def rate(self, hits: int) -> Rate:
        """HITS of this corpus against all that was predicted and all that gold needs."""
        return Rate(hits, self.predicted - hits, self.gold - hits)


def score(lines: Iterable[tuple[Json, Sequence[Json]]], kinds: Collection[str] = COUNTED) -> Score:
    """The score of LINES: a gold line (report and claims) each, with the claims that were predicted for it."""
    total = Score()
    for line, predicted in lines:
        total.reports += 1
        name = str(line["report"].get("source") or line["report"].get("id"))
        _count(
            total, name, [claim for claim in line["claims"] if claim["kind"] in kinds],
            [claim for claim in predicted if claim.get("kind") in kinds],
        )  # fmt: skip
        for kind in SPOKEN:
            golds = [claim for claim in line["claims"] if claim["kind"] == kind]
            if golds:
                _hear(total, kind, name, golds, [claim for claim in predicted if claim.get("kind") == kind])
    return total


def _count(total: Score, name: str, golds: Sequence[Json], predictions: Sequence[Json]) -> None:
    """Add one report to TOTAL. An optional gold claim neither helps nor hurts: what pairs with it is not counted."""
    used, met = set(), set()
    for i, j, both in pairs(golds, predictions):
        if both.agreement() < FOUND:
            continue
        used.add(j)
        met.add(i)
        if not golds[i].get("optional"):
            _tally(total, name, golds[i], predictions[j], both)
    needed = [i for i, claim in enumerate(golds) if not claim.get("optional")]
    missed = [i for i in needed if i not in met]
    extra = [j for j in range(len(predictions)) if j not in used]
    total.gold += len(needed)
    total.predicted += len(needed) - len(missed) + len(extra)
    for i in missed:
        total.kinds[golds[i]["kind"]].missed += 1
        total.misses.append(Miss("MISSED", name, gold=golds[i]))
    for j in extra:
        total.kinds[predictions[j]["kind"]].extra += 1
        total.misses.append(Miss("EXTRA", name, predicted=predictions[j]))


def _tally(total: Score, name: str, gold: Json, predicted: Json, both: Comparison) -> None:
    """Add one found pair to TOTAL."""
    total.found += 1
    total.core += both.agreement(CORE) == 1.0
    total.strict += both.agreement() == 1.0
    total.inverted += (gold.get("status") in NO) != (predicted.get("status") in NO)
    shared = overlap(gold, predicted)
    total.placed += shared is not None
    total.overlapping += bool(shared)
    total.kinds[gold["kind"]].hits += 1
    for slot in both.names:
        rate = total.slots[slot]
        if slot in both.same:
            rate.hits += 1
        else:
            rate.missed += slot in both.gold
            rate.extra += slot in both.predicted
    if differing := tuple(sorted(both.names - both.same)):
        total.misses.append(Miss("DIFFERS", name, gold=gold, predicted=predicted, differing=differing))


def _hear(total: Score, kind: str, name: str, golds: Sequence[Json], predictions: Sequence[Json]) -> None:
    """Add the statements or command claims of one report to TOTAL, paired by act, words, place and speaker.

    These are never counted for precision: gold has them on some reports only, and there only the notable ones.
    """
    spoken = total.spoken.setdefault(kind, Spoken())
    left = set(range(len(predictions)))
    for gold in golds:
        near = {j: _nearness(gold, predictions[j]) for j in left}
        best = max(near, key=lambda j: near[j], default=None)
        needed = not gold.get("optional")
        spoken.gold += needed
        if best is None or near[best] == 0:
            if needed:
                total.misses.append(Miss("MISSED", name, gold=gold))
            continue
        left.discard(best)
        if not needed:
            continue
        predicted = predictions[best]
        checks = {
            "act": (gold.get("act"), predicted.get("act")),
            "quote": (fold(gold.get("quote") or ""), fold(predicted.get("quote") or "")),
            "speaker": (slots(gold).get("speaker"), slots(predicted).get("speaker")),
            "under": (gold.get("under"), predicted.get("under")),
            "not_under": (gold.get("not_under"), predicted.get("not_under")),
        }
        spoken.found += 1
        right = {slot for slot, (ours, theirs) in checks.items() if _heard(slot, ours, theirs, gold)}
        spoken.acts += "act" in right
        for slot, rate in (("speaker", spoken.speakers), ("quote", spoken.quotes)):
            if checks[slot][0]:
                rate.hits += slot in right
                rate.missed += slot not in right
        if differing := tuple(sorted(slot for slot, both in checks.items() if any(both) and slot not in right)):
            total.misses.append(Miss("DIFFERS", name, gold=gold, predicted=predicted, differing=differing))


def _heard(slot: str, ours: Any, theirs: Any, gold: Json) -> bool:  # noqa: ANN401 - whatever JSON holds
    """Whether what gold has in a spoken SLOT and what was predicted are the same; both empty are."""
    if slot == "speaker":
        return same(slot, ours, theirs, gold.get("also") or {})
    return (ours or None) == (theirs or None)


def _nearness(gold: Json, predicted: Json) -> float:
    """How likely PREDICTED means GOLD: the same quote above all, then the same place in the text, then the same act."""
    quoted = bool(gold.get("quote")) and fold(gold["quote"]) == fold(predicted.get("quote") or "")
    placed = bool(overlap(gold, predicted))
    if gold.get("evidence") and predicted.get("evidence") and not (quoted or placed):
        return 0.0
    alike = gold.get("act") == predicted.get("act")
    spoken = "speaker" in (comparison.same if (comparison := compare(gold, predicted)) else ())
    return 4 * quoted + 2 * placed + alike + 0.5 * spoken

"""Floors under the scores: pinned with the digest of their corpus, and allowed to rise only.

`evals/floors.json` holds a corpus a key. A floor that is missed fails the build; so does a corpus that is not the one
the floors were pinned on, for a score over other reports says nothing about the old floor. Lowering one needs a reason,
which stays in the file.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import floor
from pathlib import Path
from typing import Final

MEASURES: Final = ("claims", "core", "strict")
"""The F1 scores that have floors."""

Figures = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Corpus:
    """The floors of one corpus, and the digest of the gold file that they were pinned on."""

    digest: str
    floors: Figures


@dataclass(frozen=True, slots=True)
class Floors:
    """All floors, and why one was ever lowered, oldest first."""

    corpora: Mapping[str, Corpus] = field(default_factory=dict)
    history: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """What a run found on one corpus: the digest of its gold file and its F1 scores."""

    digest: str
    figures: Figures


class LowerError(ValueError):
    """A pin that would lower a floor without a reason."""


def digest(gold: bytes) -> str:
    """The digest of a corpus: of its gold file, texts and claims alike."""
    return "sha256:" + hashlib.sha256(gold).hexdigest()


def rounded_down(figure: float) -> float:
    """FIGURE to two places, never up: a floor that a run has not reached would fail the same run.

    >>> rounded_down(0.8399), rounded_down(0.29), rounded_down(1.0)
    (0.83, 0.29, 1.0)
    """
    return floor(figure * 100 + 1e-9) / 100


def broken(floors: Floors, measured: Mapping[str, Measured]) -> list[str]:
    """One line for each floor that MEASURED misses or cannot be held against; empty where all is well."""
    lines = []
    for name, run in measured.items():
        corpus = floors.corpora.get(name)
        if corpus is None:
            lines.append(f"{name}: has no floors yet; run python -m evals.score --pin")
        elif corpus.digest != run.digest:
            lines.append(f"{name}: not the corpus that its floors were pinned on; run python -m evals.score --pin")
        else:
            lines += [
                f"{name}: {measure} F1 {run.figures[measure]:.4f} is below its floor {lowest:.2f}"
                for measure, lowest in corpus.floors.items()
                if run.figures[measure] < lowest
            ]
    return lines


def pinned(floors: Floors, measured: Mapping[str, Measured], reason: str | None = None) -> Floors:
    """FLOORS with those of MEASURED raised to what was reached, and pinned on its corpora; others stay as they are.

    Without a REASON a floor keeps its height where today's figure, rounded down, equals it, and LowerError is raised
    where it is below. With one, floors follow the figures down, and each fall goes into the history.
    """
    corpora, falls = dict(floors.corpora), []
    for name, run in measured.items():
        old = floors.corpora.get(name)
        new = {measure: rounded_down(run.figures[measure]) for measure in MEASURES}
        for measure, was in (old.floors if old else {}).items():
            if new.get(measure, 0.0) < was:
                falls.append(f"{name} {measure} {was:.2f} -> {new.get(measure, 0.0):.2f}")
        corpora[name] = Corpus(run.digest, new)
    if falls and not (reason and reason.strip()):
        msg = "would lower floors: " + ", ".join(falls) + "; give a reason with --allow-lower"
        raise LowerError(msg)
    history = floors.history
    if falls and reason:
        history = (*history, {"lowered": ", ".join(falls), "reason": reason.strip()})
    return replace(floors, corpora=corpora, history=history)


def load(path: Path) -> Floors:
    """The floors in the file at PATH; none where there is no such file."""
    if not path.exists():
        return Floors()
    held = json.loads(path.read_text(encoding="utf-8"))
    corpora = {name: Corpus(one["digest"], one["floors"]) for name, one in held["corpora"].items()}
    return Floors(corpora, tuple(held["history"]))


def save(path: Path, floors: Floors) -> None:
    """Write FLOORS to the file at PATH, in an order that makes small differences."""
    held = {
        "corpora": {
            name: {"digest": corpus.digest, "floors": {measure: corpus.floors[measure] for measure in MEASURES}}
            for name, corpus in sorted(floors.corpora.items())
        },
        "history": [dict(entry) for entry in floors.history],
    }
    path.write_text(json.dumps(held, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")

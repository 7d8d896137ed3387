"""Score the changes between versions: which changes of number, status and place are told, which rewordings are not.

    python -m evals.revisions [--show]

Reads the reworded items of ../shared/corpus/revisions (CC BY-SA, never copied here) with their labels in
evals/revisions-judged.tsv, and the pairs of our own writing in evals/own/revisions.jsonl; all were labelled before
anything was run. A change is told if any claim is said to have it, or is added or removed; it is told by its name if
the field is of its label. A rewording is silent if the versions differ in nothing. `--show` lists what went wrong.
Exits 3 where the shared items are absent, after scoring our own.
"""

import argparse
import csv
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from evals.absent import MISSING, absent
from evals.corpora import ROOT, SHARED
from laydown.model import Changes, Report
from laydown.reading.reader import read
from laydown.stories import changes

OWN: Final = ROOT / "evals" / "own" / "revisions.jsonl"
JUDGED: Final = ROOT / "evals" / "revisions-judged.tsv"
ITEMS: Final = SHARED / "corpus" / "revisions" / "revisions.jsonl"
SILENT: Final = frozenset({"none", "outside"})
FIELDS: Final[Mapping[str, frozenset[str]]] = {
    "number": frozenset({"quantity"}),
    "status": frozenset({"status", "kind"}),
    "place": frozenset({"origin", "destination", "location"}),
    "speaker": frozenset({"attribution"}),
    "force": frozenset({"force"}),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step from a wording to the next, and what it changes by our judgement."""

    name: str
    old: Report
    new: Report
    label: str


@dataclass(frozen=True, slots=True)
class Told:
    """A step, and what we say of it."""

    step: Step
    found: Changes

    @property
    def silent(self) -> bool:
        """Whether nothing is said to have changed."""
        return not self.found

    @property
    def named(self) -> bool:
        """Whether the change is told as what it is."""
        fields = {name for change in self.found.changed for name in change.fields}
        match self.step.label:
            case "notice":
                return self.found.notice is not None
            case "added":
                return bool(self.found.added)
            case "removed":
                return bool(self.found.removed)
            case label:
                return bool(fields & FIELDS[label])


def shared_steps() -> Iterator[Step]:
    """The steps of the reworded items, with their labels."""
    lines = [line for line in JUDGED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    labels = {(row["id"], int(row["step"])): row["label"] for row in csv.DictReader(lines, delimiter="\t")}
    for line in ITEMS.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        reports = [Report(text=one["text"], published=item["page"]) for one in item["versions"]]
        for number, (old, new) in enumerate(pairwise(reports), 1):
            yield Step(f"{item['id']} {number}", old, new, labels[item["id"], number])


def own_steps(path: Path = OWN) -> Iterator[Step]:
    """The pairs of our own writing."""
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        old, new = (Report(text=text, published=item["published"]) for text in item["versions"])
        yield Step(item["id"], old, new, item["label"])


def told(step: Step) -> Told:
    """What we say of a step."""
    return Told(step, changes(read(step.old), read(step.new)))


def lines(name: str, steps: list[Told]) -> Iterator[str]:
    """The figures of a corpus, a label a line."""
    yield f"{name}: {len(steps)} steps"
    for label in sorted({one.step.label for one in steps}):
        those = [one for one in steps if one.step.label == label]
        if label in SILENT:
            yield f"   {label:8} {len(those):3}   silent {sum(one.silent for one in those):3}"
        else:
            spoken, named = sum(not one.silent for one in those), sum(one.named for one in those)
            yield f"   {label:8} {len(those):3}   told   {spoken:3}   by its name {named:3}"


def faults(steps: list[Told]) -> Iterator[str]:
    """What went wrong: changes untold or called by another name, rewordings told as changes."""
    for one in steps:
        wrong = not one.silent if one.step.label in SILENT else not one.named
        if wrong:
            found = one.found
            said = [change.fields for change in found.changed]
            counts = f"added {len(found.added)} removed {len(found.removed)} changed {said}"
            yield f"{one.step.name} [{one.step.label}] {counts}\n   - {one.step.old.text}\n   + {one.step.new.text}"
            for change in found.changed:
                for field in change.fields:
                    yield f"      {field}: {getattr(change.old.claim, field)} -> {getattr(change.new.claim, field)}"


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m evals.revisions")
    parser.add_argument("--show", action="store_true", help="list what went wrong")
    asked = parser.parse_args()
    gone = absent("revisions", ITEMS.parent, [] if ITEMS.exists() else [ITEMS.name])
    for name, steps in (("own", own_steps()), *([] if gone else [("shared", shared_steps())])):
        found = [told(step) for step in steps]
        print("\n".join(lines(name, found)))
        if asked.show:
            print("\n".join(faults(found)))
    return MISSING if gone else 0


if __name__ == "__main__":
    sys.exit(main())

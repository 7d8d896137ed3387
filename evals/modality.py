"""Score whether a deed of forces is read as done, refused, demanded or withdrawn, against PLOVER root codes.

    python -m evals.modality FOLDER [--train] [--show]

FOLDER holds PLV_train.tsv and PLV_test.tsv (Hu et al. 2024; on GitHub under datasets of snowood1/Zero-Shot-PLOVER; no
licence is stated, so we keep none here). Of the 15 root codes four answer to statuses of ours: MOBILIZE to done or
planned, YIELD to withdrawn, REJECT to refused, REQUEST to demanded; only sentences that name a force by a noun of our
tables that means nothing else are judged. YIELD and the others also cover prisoners, tariffs and talks, of which a
reader of forces rightly says nothing: hence *answered*. `--train` leaves test alone, and `--show` lists misses of train
only; tune on train. Exits 3 where a file is missing. The column modality_L2 is a system's and is not read.

The column root_L2 is the stored answer of the authors' system (roberta-large-mnli). Scored by our own macro-F1 over all
codes it gives .821 on test, MOBILIZE .750 and YIELD .878; the authors' notebook prints .824, .750 and .878.
"""

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from evals.absent import MISSING, absent
from evals.scenes import read_sentences
from laydown.model import Claim, Report
from laydown.reading.reader import read
from laydown.reading.text.screen import glance, in_small, is_relevant

CODES: Final = {
    "demanded": "REQUEST", "refused": "REJECT", "withdrawn": "YIELD", "planned": "MOBILIZE", "done": "MOBILIZE",
}  # fmt: skip
"""The code that each family answers to; of several claims in a sentence the family that stands first here counts."""

STATUSES: Final = {
    "requested": "demanded", "ruled_out": "refused", "cancelled": "refused", "not_activated": "refused",
    "stood_down": "withdrawn", "considered": "planned", "announced": "planned", "underway": "done",
    "completed": "done", "on_alert": "done", "activated": "done",
}  # fmt: skip
ACTS: Final = {"demands": "demanded", "rules_out": "refused", "denies": "refused"}
FOUR: Final = ("MOBILIZE", "YIELD", "REJECT", "REQUEST")


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence, the code that annotators gave it and the one that the authors' system gave it."""

    text: str
    code: str
    peer: str


def samples(path: Path) -> list[Sample]:
    """The sentences of the file at PATH."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            Sample(row["sentence"], row["gold_root"], row["root_L2"]) for row in csv.DictReader(lines, delimiter="\t")
        ]


def names_force(text: str) -> bool:
    """Whether a sentence names a force by a noun that means nothing else."""
    return is_relevant(glance(in_small(text))) and any(said.names_force for said in read_sentences(text))


def family(claim: Claim) -> str | None:
    """How real a claim makes the deed, None for a claim of no deed of forces (they are there, they get aid)."""
    if claim.kind == "statement":
        return ACTS.get(claim.act or "")
    told = STATUSES.get(claim.status)
    if claim.kind not in {"movement", "readiness"}:
        return told if told in {"demanded", "refused"} else None
    return "withdrawn" if claim.action == "withdraw" and told in {"planned", "done"} else told


def code_of(text: str) -> str | None:
    """The code that our claims of a sentence answer to, None where they answer to none."""
    found = {family(claim) for claim in read(Report(text=text)).claims}
    return next((code for name, code in CODES.items() if name in found), None)


def f1(pairs: Iterable[tuple[str, str | None]], code: str) -> float:
    """The F1 of CODE over (gold, answer)."""
    told = Counter((gold == code, answer == code) for gold, answer in pairs)
    hits, wrong = told[True, True], told[True, False] + told[False, True]
    return 2 * hits / (2 * hits + wrong) if hits else 0.0


def table(judged: Sequence[tuple[Sample, str | None]]) -> list[str]:
    """Gold codes down, ours across; then each code's F1, ours and the system's, on the same sentences."""
    lines = [f"   {'gold':10} {' '.join(f'{code:>9}' for code in (*FOUR, 'none'))} {'F1':>7} {'peer F1':>8}"]
    mine = [(sample.code, answer) for sample, answer in judged]
    peers = [(sample.code, sample.peer) for sample, _ in judged]
    for code in FOUR:
        row = Counter(answer for gold, answer in mine if gold == code)
        cells = " ".join(f"{row[answer]:9}" for answer in (*FOUR, None))
        lines.append(f"   {code:10} {cells} {f1(mine, code):7.3f} {f1(peers, code):8.3f}")
    return lines


def report(name: str, found: Sequence[Sample], *, show: bool) -> None:
    """Print the figures of one file, and its misses if asked."""
    forces = [sample for sample in found if names_force(sample.text)]
    judged = [(sample, code_of(sample.text)) for sample in forces if sample.code in FOUR]
    others = [code_of(sample.text) for sample in forces if sample.code not in FOUR]
    answered = [(sample, answer) for sample, answer in judged if answer]
    right = sum(sample.code == answer for sample, answer in answered)
    print(f"{name}: {len(found)} sentences, {len(forces)} name a force, {len(judged)} of them under the four codes")
    print(f"   answered {len(answered)}, right {right}; peer right {sum(s.code == s.peer for s, _ in judged)}")
    print(f"   of the {len(others)} under other codes we answer {sum(map(bool, others))}")
    print("\n".join(table(judged)))
    for sample, answer in judged if show else ():
        if sample.code != answer:
            print(f"   {sample.code}, got {answer or 'nothing'}: {sample.text}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of train and, unless told otherwise, of test."""
    parser = argparse.ArgumentParser(prog="python -m evals.modality", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where PLV_train.tsv and PLV_test.tsv lie")
    parser.add_argument("--train", action="store_true", help="score the training file only")
    parser.add_argument("--show", action="store_true", help="list the misses of the training file")
    options = parser.parse_args(arguments)
    names = ["PLV_train.tsv"] if options.train else ["PLV_train.tsv", "PLV_test.tsv"]
    gone = [name for name in names if not (options.folder / name).is_file()]
    if absent("modality", options.folder, gone):
        return MISSING
    for name in names:
        report(name, samples(options.folder / name), show=options.show and name == names[0])
    return 0


if __name__ == "__main__":
    sys.exit(main())

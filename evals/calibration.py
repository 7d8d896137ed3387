"""Fit the confidence of claims on one part of the gold, and check it on another.

    python -m evals.calibration [--write | --draw]

Fitted where the rules were tuned least (our own `held` reports and, where it is there, dev-long), so that it does not
flatter; checked there and on the rest (`tune` and dev-short). Without --write the table in use is only checked: of the
claims said to be right nine times in ten, how many were. --draw puts that into the docs, as `make score` does.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log
from pathlib import Path
from typing import Final

from evals.bands import Band, diagram
from evals.corpora import OUTSIDE, OWN, SEALED, gold
from evals.pairing import pairs
from evals.scoring import CORE, COUNTED, FOUND
from laydown.codec import claim_to_json
from laydown.reading import read
from laydown.reading.confidence import confidence, features

TABLE: Final = Path(__file__).parents[1] / "src/laydown/lexicon/data/confidence.tsv"
DOCS: Final = Path(__file__).parents[1] / "docs"
PARTS: Final = 4
ROUNDS: Final = 4000
STEP: Final = 0.5
SHRINK: Final = 0.01
"""The pull of each weight towards none: with a hundred claims a feature, less would fit the noise."""
THRESHOLDS: Final = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)
BANDS: Final = (0.0, 0.4, 0.55, 0.7, 0.8, 0.9, 1.01)

Sample = tuple[tuple[str, ...], float, bool]
"""The features of a claim, its confidence today, and whether it was right."""


def samples(paths: Iterable[Path]) -> list[Sample]:
    """Every counted claim that the reader finds in the reports of PATHS; one that meets an optional one is right."""
    found: list[Sample] = []
    for path in paths:
        for one in gold(path):
            reading = read(one.report)
            claims = [claim for claim in reading.claims if claim.kind in COUNTED]
            told = [claim_to_json(claim) for claim in claims]
            golds = [claim for claim in one.line["claims"] if claim["kind"] in COUNTED]
            right = {j for _, j, both in pairs(golds, told) if both.agreement() >= FOUND and both.agreement(CORE) == 1}
            found += [(features(claim), confidence(claim), j in right) for j, claim in enumerate(claims)]
    return found


def fit(sample: Sequence[Sample]) -> dict[str, float]:
    """The log odds of each feature by ridge-regularised logistic regression, plain gradient ascent."""
    names = sorted({name for names, _, _ in sample for name in names})
    weights = dict.fromkeys(names, 0.0)
    for _ in range(ROUNDS):
        slope = dict.fromkeys(names, 0.0)
        for have, _, right in sample:
            miss = right - 1 / (1 + exp(-sum(weights[name] for name in have)))
            for name in have:
                slope[name] += miss
        for name in names:
            pull = 0.0 if name == "always" else SHRINK * weights[name]
            weights[name] += STEP * (slope[name] / len(sample) - pull)
    return weights


@dataclass(frozen=True, slots=True)
class Kept:
    """What is left when claims below a threshold are dropped, and what share of that is right."""

    threshold: float
    share: float
    right: float


def bands(sample: Sequence[Sample]) -> list[Band]:
    """The bands of confidence that have claims, the least sure first."""
    found = []
    for low, high in pairwise(BANDS):
        inside = [(sure, right) for _, sure, right in sample if low <= sure < high]
        if inside:
            said, right = (sum(values) / len(inside) for values in zip(*inside, strict=True))
            found.append(Band(low, min(high, 1.0), len(inside), said, right))
    return found


def keeping(sample: Sequence[Sample]) -> list[Kept]:
    """What each threshold keeps, where it keeps any."""
    found = []
    for threshold in THRESHOLDS:
        kept = [right for _, sure, right in sample if sure >= threshold]
        if kept:
            found.append(Kept(threshold, len(kept) / len(sample), sum(kept) / len(kept)))
    return found


def loss(sample: Sequence[Sample]) -> float:
    """The mean negative log likelihood of what was right and wrong: 0.69 is a coin."""
    return -sum(log(max(1e-9, sure if right else 1 - sure)) for _, sure, right in sample) / max(1, len(sample))


def reliability(sample: Sequence[Sample]) -> str:
    """A row a band of confidence: how many claims, how sure on average, how many right; and the keep and drop table."""
    lines = ["said            claims   mean   right"]
    lines += [f"{b.low:.2f} to {b.high:.2f}  {b.claims:8d}  {b.said:5.2f}  {b.right:6.2f}" for b in bands(sample)]
    lines.append("keep from       share kept   share right")
    lines += [f"{kept.threshold:9.2f}  {kept.share:14.2f}  {kept.right:12.2f}" for kept in keeping(sample)]
    lines.append(f"log loss {loss(sample):.3f} over {len(sample)} claims")
    return "\n".join(lines)


def page(fitted: Sequence[Sample], checked: Sequence[Sample], sealed: Sequence[Sample]) -> str:
    """The page of the docs: the diagram, both tables for the claims that the weights were not fitted on, a warning.

    The warning is what SEALED reports show, on which no rule was tuned: the other gold flatters.
    """
    lines = [
        "# How sure it is",
        "",
        "`confidence` says how often a claim like this one is right in status, nation, quantity and every place.",
        "The page is drawn anew by `make score`.",
        f"It was fitted on {len(fitted)} claims of the reports on which rules were tuned least (own-held, dev-long;",
        f"log loss {loss(fitted):.3f}) and is checked here on the {len(checked)} of the others (own-tune, dev-short;",
        f"log loss {loss(checked):.3f}, where a coin has 0.693). Bars are 95 % intervals.",
        "",
        "![Reliability: what was said against what was right](calibration.svg)",
        "",
        "| said | claims | mean | right |",
        "| --- | --- | --- | --- |",
        *(f"| {b.low:.2f} to {b.high:.2f} | {b.claims} | {b.said:.2f} | {b.right:.2f} |" for b in bands(checked)),
        "",
        "| keep from | share kept | share right |",
        "| --- | --- | --- |",
        *(f"| {kept.threshold:.2f} | {kept.share:.2f} | {kept.right:.2f} |" for kept in keeping(checked)),
        "",
        "## On reports that nobody tuned for",
        "",
        f"The sealed reports ({len(sealed)} claims read) are dense prose of 38 invented outlets, by one who had not",
        "seen the reader. On them it is far too sure of itself, most of all of where a force goes: a place that stands",
        "in another sentence, or that no table knows. For text like that, read the words before you keep the claim.",
        "",
        "| keep from | share kept | share right |",
        "| --- | --- | --- |",
        *(f"| {kept.threshold:.2f} | {kept.share:.2f} | {kept.right:.2f} |" for kept in keeping(sealed)),
        "",
    ]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Check, or by --write fit anew and check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="fit anew and write the table")
    parser.add_argument("--draw", action="store_true", help="draw the page and the diagram of the docs anew")
    options = parser.parse_args(arguments)
    fitted = [path for path in (OWN["own-held"], OUTSIDE["dev-long"]) if path.exists()]
    others = [path for path in (OWN["own-tune"], OUTSIDE["dev-short"]) if path.exists()]
    if options.write:
        rows = [f"{name}\t{weight:.3f}\tevals.calibration" for name, weight in sorted(fit(samples(fitted)).items())]
        head = "# Log odds that a claim with this feature is right; fitted by `python -m evals.calibration --write`.\n"
        TABLE.write_text(head + "feature\tweight\tsource\n" + "\n".join(rows) + "\n", encoding="utf-8")
        sys.stdout.write("written; run again to check\n")
        return 0
    if options.draw:
        if len(fitted) + len(others) < PARTS:
            sys.stdout.write("evals.calibration: not drawn, for ../shared/gold is not here\n")
            return 0
        checked = samples(others)
        (DOCS / "calibration.md").write_text(page(samples(fitted), checked, samples([SEALED])), encoding="utf-8")
        (DOCS / "calibration.svg").write_text(diagram(bands(checked)), encoding="utf-8")
        sys.stdout.write("drawn: docs/calibration.md\n")
        return 0
    for name, paths in (("fitted on", fitted), ("the rest", others)):
        sys.stdout.write(f"== {name}: {', '.join(path.stem for path in paths)}\n{reliability(samples(paths))}\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Confidence: how often a claim of this shape is right, from counted features weighed on gold.

The weights are log odds in `lexicon/data/confidence.tsv`, fitted by `python -m evals.calibration` on one part of the
gold and checked on another. A claim is right here when status, nation, quantity and all places are: what an analyst
would sign.
"""

from functools import cache
from math import exp
from typing import Final

from laydown.lexicon.tables import table
from laydown.model import Claim

SETTLED: Final = frozenset({"announced", "completed", "underway", "present"})


def features(claim: Claim) -> tuple[str, ...]:
    """What is counted of a claim, by name, always with `always`."""
    force = claim.force
    places = claim.places
    told = {
        "always": True,
        f"kind {claim.kind}": True,
        "number": claim.quantity is not None,
        "place": bool(places),
        "both ends": bool(claim.origin and claim.destination),
        "several places": len(places) > 2,
        "place without country": any(p.country is None and p.type in {"city", "admin", "border"} for p in places),
        "nation unknown": force is not None and force.nation is None,
        "nation remembered": force is not None and force.nation is not None and len(claim.spans.get("force", ())) < 2,
        "unit named": force is not None and bool(force.units),
        "status not settled": claim.status not in SETTLED,
        "speaker": claim.attribution is not None,
        "authority": claim.authority is not None,
        "materiel": force is not None and force.category in {"materiel", "vehicle", "artillery"},
    }
    return tuple(name for name, holds in told.items() if holds)


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in table("confidence")}


def parts(claim: Claim) -> tuple[tuple[str, float], ...]:
    """The features of CLAIM that weigh, each with its log odds."""
    return tuple((name, _weights()[name]) for name in features(claim) if name in _weights())


def confidence(claim: Claim) -> float:
    """The share, 0 to 1, of claims with these features that were right, to two decimals and never quite certain."""
    odds = sum(weight for _, weight in parts(claim))
    return round(min(0.97, max(0.03, 1 / (1 + exp(-odds)))), 2)

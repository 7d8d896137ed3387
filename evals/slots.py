"""The comparable fields of a claim, its slots, and on which of them a gold and a predicted claim say the same.

The definitions are those by which the project is judged from outside, so the figures are the same. Claims are taken as
the contract's JSON and not as nouns: what is scored is what `laydown read --json` prints, and gold has keys of its own
(`also`, `optional`) which the nouns do not know.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

Json = Mapping[str, Any]
Value = str | frozenset[str] | tuple[Any, ...]

_SMALL: Final = frozenset({"the", "us", "u", "s", "of", "army"})
_AREA: Final = frozenset({"area", "operations", "responsibility", "aor", "region"})


def fold(text: object) -> str:
    """The lower-case ASCII words of TEXT, without the small ones: two spellings of a name become one.

    >>> fold("the U.S. Army in Grafenwöhr")
    'in grafenwohr'
    """
    plain = unicodedata.normalize("NFKD", str(text)).encode("ascii", "ignore").decode().lower()
    words: list[str] = re.findall(r"[a-z0-9]+", plain)
    return " ".join(word for word in words if word not in _SMALL) or " ".join(words)


def area(name: str) -> str:
    """The folded NAME of a place without the words that make an area of it.

    >>> area("U.S. 7th Fleet area of operations")
    '7th fleet'
    """
    words = fold(name).split()
    return " ".join(word for word in words if word not in _AREA) or " ".join(words)


def place_key(place: Json) -> str:
    """What PLACE is compared by: a region's members, else the country, else its name."""
    if place.get("type") == "region" and place.get("members"):
        return "+".join(sorted(place["members"]))
    return str(place["country"]) if place.get("country") else area(place.get("name") or "")


def amount(quantity: Json | None) -> tuple[Any, ...] | None:
    """QUANTITY to three significant figures; exact and about are one, for reports differ in how they hedge."""
    if not quantity:
        return None
    value, low, high = (_rounded(quantity.get(name)) for name in ("value", "low", "high"))
    if value is not None and quantity.get("hedge") in {None, "exact", "about"}:
        return ("~", value)
    return (quantity.get("hedge"), low, high)


def slots(claim: Json) -> dict[str, Value]:
    """The slots that CLAIM fills."""
    force = {} if claim.get("kind") == "assistance" else claim.get("force") or {}
    speaker = claim.get("attribution") or {}
    filled: dict[str, Value | None] = {
        "status": claim.get("status"),
        "nation": force.get("nation"),
        "category": force.get("category"),
        "quantity": amount(claim.get("quantity")),
        "units": frozenset(fold(unit) for unit in force.get("units") or ()),
        **{
            name: frozenset(place_key(place) for place in claim.get(name) or ())
            for name in ("origin", "destination", "location")
        },
        "donor": claim.get("donor"),
        "recipient": claim.get("recipient"),
        "speaker": fold(speaker.get("speaker") or speaker.get("organization") or "") or None,
    }
    return {name: value for name, value in filled.items() if value}


@dataclass(frozen=True, slots=True)
class Comparison:
    """A gold claim beside a predicted one of the same kind: which slots say the same, which do not."""

    gold: dict[str, Value]
    predicted: dict[str, Value]
    same: frozenset[str]

    @property
    def names(self) -> frozenset[str]:
        """The slots that either side fills."""
        return frozenset(self.gold) | frozenset(self.predicted)

    def agreement(self, among: Collection[str] | None = None) -> float:
        """0 to 1, over all slots or those AMONG a few; no slot at all is no disagreement."""
        names = self.names if among is None else self.names & frozenset(among)
        return len(self.same & names) / len(names) if names else 1.0


def compare(gold: Json, predicted: Json) -> Comparison | None:
    """GOLD beside PREDICTED, None where they are not of one kind."""
    if gold.get("kind") != predicted.get("kind"):
        return None
    ours, theirs, also = slots(gold), slots(predicted), gold.get("also") or {}
    agreed = (name for name in ours.keys() | theirs.keys() if same(name, ours.get(name), theirs.get(name), also))
    return Comparison(ours, theirs, frozenset(agreed))


def overlap(gold: Json, predicted: Json) -> bool | None:
    """Whether the evidence of both claims shares a character; None where either gives none."""
    ours, theirs = gold.get("evidence"), predicted.get("evidence")
    if not ours or not theirs:
        return None
    return bool(ours["start"] < theirs["end"] and theirs["start"] < ours["end"])


def same(name: str, gold: Value | None, predicted: Value | None, also: Json) -> bool:
    """Whether GOLD and PREDICTED say the same in the slot NAME, or PREDICTED is one of gold's further right answers."""
    if predicted is not None and predicted in also.get(name, ()):
        return True
    if gold is None or predicted is None:
        return False
    if isinstance(gold, frozenset) and isinstance(predicted, frozenset) and name == "units":
        return bool(gold & predicted)
    if isinstance(gold, str) and isinstance(predicted, str) and name == "speaker":
        return bool(set(gold.split()) & set(predicted.split()))
    return gold == predicted


def _rounded(number: float | None) -> float | None:
    """NUMBER to three significant figures."""
    return None if number is None else float(f"{float(number):.3g}")

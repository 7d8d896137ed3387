"""Fields: which of them differ between two tellings of one claim, where wording alone is no difference."""

from collections.abc import Callable, Hashable, Mapping
from functools import partial
from typing import Final

from laydown.model import Action, Claim, Place
from laydown.stories.tense import same_status
from laydown.stories.words import words

PLACES: Final = ("origin", "destination", "location")

_OUTWARD: Final[frozenset[Action]] = frozenset({"withdraw", "return"})
_INWARD: Final[frozenset[Action]] = frozenset({"deploy", "reinforce", "reposition"})


def changed_fields(old: Claim, new: Claim, old_text: str, new_text: str) -> tuple[str, ...]:
    """The names of the fields in which NEW says something else than OLD, in the order of the contract.

    Numbers count by their bounds and not by their words, places by what they are, days by the calendar. Quotations,
    topics and references to other claims are wording.
    """
    if old.kind != new.kind:
        return ("kind", *_others(old, new))
    status = () if same_status(old, new, old_text, new_text) else ("status",)
    return (*status, *_others(old, new))


def _others(old: Claim, new: Claim) -> tuple[str, ...]:
    """The fields that differ, kind and status aside."""
    return tuple(name for name, value in _VALUES.items() if value(old) != value(new))


def identity(place: Place) -> Hashable:
    """What makes PLACE that place, however it is spelled."""
    return place.id or (words(place.name), place.country)


def _force(claim: Claim) -> Hashable:
    """Whose force it is, and which sort; the names of units only where there are numbers in them."""
    force = claim.force
    return force and (force.nation, force.category, _units(force.units))


def _units(units: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """The names of UNITS, folded: "82nd Airborne Division" is another than the 101st."""
    return frozenset(map(words, units))


def _quantity(claim: Claim) -> Hashable:
    """How many, by value, bounds and hedge."""
    found = claim.quantity
    return found and (found.value, found.low, found.high, found.hedge, found.unit)


def _places(name: str, claim: Claim) -> Hashable:
    """The places in the field NAME."""
    return frozenset(map(identity, getattr(claim, name)))


def _action(claim: Claim) -> Hashable:
    """Which way it goes: to send, to deploy and to reinforce are one thing in three words."""
    return "in" if claim.action in _INWARD else "out" if claim.action in _OUTWARD else claim.action


def _when(claim: Claim) -> Hashable:
    """The days."""
    return claim.when and (claim.when.start, claim.when.end)


def _attribution(claim: Claim) -> Hashable:
    """Who is named as saying so; roles and outlets are told in many words."""
    said = claim.attribution
    return (words(said.speaker or ""), words(said.organization or "")) if said else ((), ())


def _named(name: str, claim: Claim) -> Hashable:
    """The plain field NAME, folded."""
    return words(str(getattr(claim, name) or ""))


_VALUES: Final[Mapping[str, Callable[[Claim], Hashable]]] = {
    "force": _force,
    "quantity": _quantity,
    "additional": lambda claim: claim.additional,
    **{name: partial(_places, name) for name in PLACES},
    "action": _action,
    "when": _when,
    "attribution": _attribution,
    **{name: partial(_named, name) for name in ("authority", "duration", "donor", "recipient", "under", "not_under")},
    "act": partial(_named, "act"),
}

"""Fields: which of them differ between two tellings of one claim, where wording alone is no difference."""

from collections.abc import Callable, Collection, Hashable, Mapping
from functools import partial
from typing import Final

from laydown.lexicon.gazetteer import meanings
from laydown.model import Action, Attribution, Claim, Place
from laydown.stories.tense import same_status
from laydown.stories.words import words

PLACES: Final = ("origin", "destination", "location")
NAMED: Final = ("authority", "duration", "donor", "recipient", "under", "not_under", "act")

_OUTWARD: Final[frozenset[Action]] = frozenset({"withdraw", "return"})
_INWARD: Final[frozenset[Action]] = frozenset({"deploy", "reinforce", "reposition"})


def changed_fields(old: Claim, new: Claim, old_text: str, new_text: str) -> tuple[str, ...]:
    """The names of the fields in which NEW says something else than OLD, in the order of the contract.

    Numbers count by their bounds and not by their words, places by what they are, days by the calendar, names by
    whom they mean. Quotations, topics and references to other claims are wording.
    """
    others = tuple(name for name, same in _SAME.items() if not same(old, new))
    if old.kind == new.kind:
        return others if same_status(old, new, old_text, new_text) else ("status", *others)
    if _arrived(old, new) or _arrived(new, old):
        return tuple(name for name in others if name not in {"destination", "location", "action"})
    return ("kind", *others)


def identity(place: Place) -> Hashable:
    """What makes PLACE that place, however it is spelled; a border is whose it is."""
    return place.id or ((place.type, place.country) if place.type == "border" else (words(place.name), place.country))


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names mean one: the same country, or the shorter stands in the longer; a name is not nobody.

    >>> same_name("United Kingdom", "Britain"), same_name("Solberg", "Ida Solberg"), same_name(None, "Ida Solberg")
    (True, True, False)
    """
    first, second = set(words(one or "")), set(words(other or ""))
    if not first or not second:
        return first == second
    if first <= second or second <= first:
        return True
    return _state(one) is not None and _state(one) == _state(other)


def _state(name: str | None) -> str | None:
    """The code of the country that NAME may mean."""
    return next((one.place.country for one in meanings(name or "") if one.place.type == "country"), None)


def _arrived(stands: Claim, moved: Claim) -> bool:
    """Whether one claim has forces standing where the other has them come to: "are in", "are deployed in"."""
    kinds = (stands.kind, stands.status, moved.kind) == ("presence", "present", "movement")
    return (
        kinds and moved.status in {"completed", "underway"} and _places(stands.location) == _places(moved.destination)
    )


def _places(places: Collection[Place]) -> frozenset[Hashable]:
    """PLACES by what they are."""
    return frozenset(map(identity, places))


def _equal(value: Callable[[Claim], Hashable], old: Claim, new: Claim) -> bool:
    """Whether both have one VALUE."""
    return value(old) == value(new)


def _same_places(name: str, old: Claim, new: Claim) -> bool:
    """Whether the places in the field NAME are the same; places that no table knows go by their names."""
    before, after = getattr(old, name), getattr(new, name)
    if _places(before) == _places(after):
        return True
    unknown = len(before) == len(after) == 1 and not before[0].id and not after[0].id
    return unknown and before[0].country == after[0].country and same_name(before[0].name, after[0].name)


def _same_sayer(old: Claim, new: Claim) -> bool:
    """Whether both name the same speaker and organisation; roles and outlets are told in many words."""
    before, after = old.attribution or Attribution(), new.attribution or Attribution()
    return same_name(before.speaker, after.speaker) and same_name(before.organization, after.organization)


def _same_named(name: str, old: Claim, new: Claim) -> bool:
    """Whether the plain field NAME means the same."""
    return same_name(getattr(old, name), getattr(new, name))


def _force(claim: Claim) -> Hashable:
    """Whose force it is, of which sort, and which units: the 82nd is another than the 101st."""
    force = claim.force
    return force and (force.nation, force.category, frozenset(map(words, force.units)))


def _quantity(claim: Claim) -> Hashable:
    """How many, by value, bounds and hedge; where words are vague, their upper end is but our guess."""
    found = claim.quantity
    high = found and found.hedge != "vague" and found.high
    return found and (found.value, found.low, high, found.hedge, found.unit)


def _action(claim: Claim) -> Hashable:
    """Which way it goes: to send, to deploy and to reinforce are one thing in three words."""
    return "in" if claim.action in _INWARD else "out" if claim.action in _OUTWARD else claim.action


def _when(claim: Claim) -> Hashable:
    """The days."""
    return claim.when and (claim.when.start, claim.when.end)


_SAME: Final[Mapping[str, Callable[[Claim, Claim], bool]]] = {
    "force": partial(_equal, _force),
    "quantity": partial(_equal, _quantity),
    "additional": partial(_equal, lambda claim: claim.additional),
    **{name: partial(_same_places, name) for name in PLACES},
    "action": partial(_equal, _action),
    "when": partial(_equal, _when),
    "attribution": _same_sayer,
    **{name: partial(_same_named, name) for name in NAMED},
}
"""For each field, whether two claims say the same in it."""

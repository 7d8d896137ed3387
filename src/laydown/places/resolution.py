"""The answer for one name: the place, or none, with what it beat and the reason in words."""

from dataclasses import replace
from typing import Final

from laydown.lexicon.gazetteer import country, is_capital, is_common
from laydown.lexicon.groups import group
from laydown.model import Candidate, Place, PlaceKind, Resolution
from laydown.places.bearing import part_of
from laydown.places.context import Context
from laydown.places.ranking import points, ranked_senses
from laydown.places.reasons import joiners, margin, renamed, short, title, told, ways
from laydown.places.senses import Sense, senses
from laydown.places.sites import beside, borrowed

SHOWN: Final = 10
"""Candidates named in an answer; the rest are only counted."""
KNOWN: Final = 3.0
"""The score from which a name stands for its place without any help: a town of a thousand people."""


def resolve(name: str, context: Context | None = None) -> Resolution:
    """Where NAME is, in the light of CONTEXT; under a millisecond.

    >>> resolve("Vilseck").place.country
    'DE'
    >>> resolve("Zzyzx Springs").reason
    'no table has this name'
    """
    here = context or Context()
    ranking = ranked_senses(name, here)
    if not ranking:
        return _divided(name, here) or beside(name, here)
    best, sense = ranking[0]
    if sense.way == "inside" and borrowed(sense.entry, here):
        return beside(name, here)
    if best < KNOWN and is_common(sense.form) and not _spoken_for(sense, here):
        return Resolution(
            name=name, reason=f"{short(sense.entry)} has this name, but nothing in the report speaks for it"
        )
    beaten = [
        Candidate(place=other.entry.place, kind=other.entry.kind, source=other.entry.source, score=round(value, 2))
        for value, other in ranking[1 : SHOWN + 1]
    ]
    kind, place, reason = _answer(name, sense, here)
    rivals = len(ranking) - 1
    if rivals:
        reason = f"{reason}; {margin(best - ranking[1][0])} {short(ranking[1][1].entry)}"
    return Resolution(
        name=name,
        place=place,
        kind=kind,
        admin=sense.entry.admin,
        source=sense.entry.source,
        candidates=tuple(beaten),
        others=max(0, rivals - SHOWN),
        reason=reason,
    )


def may_act(found: Resolution) -> bool:
    """Whether a name may stand for a government: a country's and a capital's, which only grammar can tell."""
    place = found.place
    return place is not None and (found.kind == "country" or is_capital(place))


def _answer(name: str, sense: Sense, context: Context) -> tuple[PlaceKind, Place, str]:
    """What the winning meaning comes to: the place itself, its government, or a group as of the day."""
    entry = sense.entry
    known = group(entry.place.name) if entry.kind in {"group", "region"} else None
    reasons = [title(entry, known, context.on), *ways(name, sense), *told(sense, context)]
    place = part_of(entry.place, name)
    kind: PlaceKind = entry.kind
    if known is not None:
        place = replace(place, members=known.members(context.on))
    if context.acts and (entry.seat or entry.kind == "country") and place.country:
        kind, place = "government", country(place.country) or place
        reasons.append(f"it is {context.acts}, so its government is meant")
    reasons += [*joiners(known, context.on), *renamed(entry, context.on)]
    return kind, place, "; ".join(reasons)


def _divided(name: str, context: Context) -> Resolution | None:
    """A name with the larger place behind a comma ("Washington, D.C."), the first part in the light of the second."""
    part, comma, whole = name.partition(",")
    outer = tuple(sense.entry for sense in senses(whole)) if comma else ()
    return replace(resolve(part, replace(context, within=outer)), name=name) if outer else None


def _spoken_for(sense: Sense, context: Context) -> bool:
    """Whether the report speaks for a little-known meaning: its country, its province, its neighbours."""
    return any(
        point.value > 0
        for point in points(sense, context)
        if point.evidence in {"country", "admin", "within", "holds", "home country"}
    )

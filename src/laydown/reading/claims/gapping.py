"""Gapping: a number that shares the words of the one before it, "900 will go to Poland and 300 to Germany"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from laydown.reading.drafting.drafts import Draft
from laydown.reading.drafting.filling import open_draft, put_force, put_places
from laydown.reading.drafting.nations import owner_at
from laydown.reading.mentions.mention import Mention
from laydown.reading.mentions.quantities import Count
from laydown.reading.mentions.scene import Scene
from laydown.reading.mentions.spots import Spot
from laydown.reading.syntax.arguments import SUBJECTS
from laydown.reading.syntax.ways import Ways, role_of
from laydown.reading.text.grammar import Token

JOINED: Final = re.compile(r"(?:,|;|\band|\bplus|\bwhile|\bwith) $")
LEAD: Final = re.compile(r" (?:others |more )?(?P<lead>[a-z]+) (?:the )?")
ENDED: Final = re.compile(r"(?: more| others| there)?(?:[,.;]| and\b|$)")
THINGS: Final = re.compile(r" (?:[a-z-]+ ){1,3}(?P<lead>to|for|from|in|at) (?:the )?")
"""What leads from a number of something else to its place: "and 400 tents to Cuba" takes no soldiers there."""
ONE: Final = re.compile(r"(?:[a-z]+ )?one\b")
"""What stands for the noun of the place before it."""
ENDS: Final = frozenset({"origin", "destination", "inner"})
DESCRIBED: Final = frozenset({"NN", "NNS", "JJ"})
VERBAL: Final = ("VB", "MD")


@dataclass(frozen=True, slots=True)
class Gap:
    """A number that borrows its verb and its noun: what it counts, where that is or goes, and whose it is.

    `role` is what the preposition before its own words makes of them. Without a `spot` they name no place
    ("and 40 in hospital"); without a role it borrows the place too ("Denmark sent 300 to Mali and Norway 90").
    `also` is its other end, where it names both: "and 90 from Oslo to Vilnius".
    """

    count: Count
    role: str | None = None
    spot: Spot | None = None
    owner: Spot | None = None
    own: Mention | None = None
    also: tuple[str, Spot] | None = None


def _gaps(scene: Scene) -> list[Gap]:
    """The numbers of a sentence that go on with one before them."""
    counts = [c for c in scene.counts if not c.money]
    return [gap for count in counts[1:] if (gap := _gap(scene, count)) is not None] if len(counts) > 1 else []


def _gap(scene: Scene, count: Count) -> Gap | None:
    token = scene.tree.head_of(count.core, count.core_end)
    if token is not None and token.dep in SUBJECTS and token.head > token.i:
        return None  # "and 30 in Pretoria made arrests": it has a verb of its own
    owner = _owner(scene, count)
    if owner is None and not JOINED.search(scene.text, 0, count.start):
        return None
    own = next((m for m in scene.mentions if m.count is count and m.sort != "ellipsis"), None)
    end = own.end if own is not None else count.end
    lead = LEAD.match(scene.text, end)
    role = role_of(lead["lead"]) if lead is not None else None
    if lead is not None and role in ENDS:
        placed = _places_before(scene, count, owner)
        spot = _spot_at(scene, lead.end()) or _other_one(scene, count, lead.end())
        also = _other_end(scene, role, spot) if placed > 1 else None
        return Gap(count, role, spot, owner, own, also) if placed else None
    if owner is not None:
        return Gap(count, owner=owner, own=own) if ENDED.match(scene.text, end) else None
    thing = THINGS.match(scene.text, end) if own is None and _places_before(scene, count, owner) else None
    if thing is None or any(t.tag not in DESCRIBED for t in scene.tree.over(end, thing.start("lead"))):
        return None
    return Gap(count, spot=_spot_at(scene, thing.end()))


def _other_end(scene: Scene, role: str | None, spot: Spot | None) -> tuple[str, Spot] | None:
    """The end that follows the one at SPOT, with what it is."""
    lead = LEAD.match(scene.text, spot.end) if spot is not None else None
    other = role_of(lead["lead"]) if lead is not None else None
    found = _spot_at(scene, lead.end()) if lead is not None else None
    return (other, found) if other in {"origin", "destination"} - {role} and found is not None else None


def _other_one(scene: Scene, count: Count, start: int) -> Spot | None:
    """The place that "one" stands for: "900 on the northern border and 400 on the southern one"."""
    before = [s for s in scene.spots if s.end < count.start and not s.nested and s.sense != "adjective"]
    return before[-1] if before and ONE.match(scene.text, start) else None


def _spot_at(scene: Scene, start: int) -> Spot | None:
    return next((s for s in scene.spots if s.start <= start < s.end and not s.nested), None)


def _places_before(scene: Scene, count: Count, owner: Spot | None) -> int:
    """How many places what COUNT goes on with has of its own: "300 men and 40 trucks to Haiti" share one.

    A gap names both ends only after a number that does: of "300 to Chad and 90 to Mali from Embakasi" all come from
    there.
    """
    last = max((m.end for m in scene.mentions if m.count and m.end <= count.start), default=0)
    between = (s for s in scene.spots if last <= s.start and s.end < count.start and s is not owner)
    return sum(s.sense != "adjective" for s in between)


def _owner(scene: Scene, count: Count) -> Spot | None:
    """The state that opens the gap: "and Norway 90", "; Tonga, 50", "and Greece has 400"."""
    for spot in reversed(scene.spots):
        if spot.end < count.start and spot.sense == "name" and spot.place.type == "country":
            between = scene.text[spot.end : count.start]
            words = scene.tree.over(spot.end, count.start)
            told = between == " " or (bool(words) and all(t.tag.startswith(VERBAL) for t in words))
            again = between in {", ", ": "} and scene.text[: spot.start].endswith("; ")
            return spot if again or (told and JOINED.search(scene.text, 0, spot.start)) else None
    return None


def gaps_of(scene: Scene, mention: Mention) -> Iterator[tuple[Gap, Mention]]:
    """The gaps that go on with MENTION, each with the force that it counts: its own noun's, else more of the same."""
    for gap in _gaps(scene) if mention.count is not None else ():
        before = [m for m in scene.mentions if m.count and m.end <= gap.count.start and m.sort != "ellipsis"]
        model = before[-1] if before else next((m for m in scene.mentions if m.count), None)
        if model is None or gap.count.start < mention.end or model.start > mention.start:
            continue
        if gap.own is not None:
            if gap.own.category == mention.category and gap.own.head != mention.head:
                yield gap, gap.own
            continue
        bare = next((m for m in scene.mentions if m.count is gap.count), mention)
        yield (
            gap,
            replace(
                mention,
                head=bare.head,
                start=gap.count.start,
                end=gap.count.end,
                quantity=replace(gap.count.quantity, unit=mention.unit),
                count=gap.count,
                additional=gap.count.additional,
            ),
        )


def gap_at(scene: Scene, mention: Mention) -> Gap | None:
    """The gap that MENTION itself is: the marines in "300 soldiers to Haiti and 200 marines to Cuba"."""
    return next((gap for gap in _gaps(scene) if gap.role and gap.count is mention.count), None)


def rest_of(scene: Scene, mention: Mention) -> Iterator[tuple[Gap, Mention]]:
    """What is left of a force, where it goes by the words of MENTION: "300 will go to Gao and the rest to Kidal"."""
    for rest in scene.mentions:
        lead = LEAD.match(scene.text, rest.end) if rest.sort == "rest" and rest.start > mention.end else None
        if mention.count is not None and lead is not None and JOINED.search(scene.text, 0, rest.start):
            role = role_of(lead["lead"])
            if role in ENDS:
                yield Gap(mention.count, role, _spot_at(scene, lead.end()), own=rest), rest


def filling(scene: Scene) -> frozenset[int]:
    """The heads of the bare numbers that are gaps: they are read with the force that they go on with."""
    counts = [gap.count for gap in _gaps(scene)]
    return frozenset(m.head for m in scene.mentions if m.sort == "ellipsis" and any(m.count is c for c in counts))


def without(scene: Scene, spots: list[Spot], own: Mention | None = None) -> list[Spot]:
    """SPOTS without those that gaps have for their own numbers, OWN among them where it is one."""
    left = (gap for m in scene.mentions[:1] for gap, _ in rest_of(scene, m))
    gaps = (gap for gap in (*_gaps(scene), *left) if own is None or gap.own is None or gap.own.head != own.head)
    parts = [(gap, spot) for gap in gaps for spot in (gap.spot, gap.owner, gap.also and gap.also[1])]
    taken = [spot for gap, spot in parts if spot is not None and (spot is gap.owner or spot.start > gap.count.start)]
    return [s for s in spots if s not in taken]


def way_of(gap: Gap, at: Ways, inner: str) -> Ways | None:
    """The ends of the number of GAP, of which it names one or both and shares the rest; None where it names no place.

    "In X" is the end that INNER says; a gap says nothing that its model does not: "from X" goes on with a "from".
    """
    if gap.role is None:
        return at if gap.owner is not None else None
    end = inner if gap.role == "inner" else gap.role
    if gap.spot is None or not getattr(at, end, None):
        return None
    own = replace(at, **{end: [gap.spot]})
    return own if gap.also is None else replace(own, **{gap.also[0]: [gap.also[1]]})


def continued(scene: Scene, told: Iterable[tuple[Draft, Mention]]) -> Iterator[Draft]:
    """The drafts TOLD, each with the numbers that go on with it: they stand elsewhere, or are another state's."""
    for draft, mover in told:
        yield draft
        for gap, force in gaps_of(scene, mover):
            if gap.own is not None or gap.role not in {None, "inner"} or (gap.role and gap.spot is None):
                continue
            words = draft.spans.get("force", ())
            owner = (draft.nation, words[0]) if draft.nation is not None and words else None
            other = open_draft(scene, "presence", draft.status, force.start)
            other.mark("status", *draft.spans.get("status", ()))
            other.note("status", f"it goes on with the force told before it, which is {draft.status}", by=continued)
            put_force(scene, other, force, owner_at(scene, _at(scene, gap.owner)) if gap.owner is not None else owner)
            if gap.spot is not None:
                put_places(scene, other, "location", [gap.spot])
            else:
                other.location = draft.location
                other.note("location", "it goes on with the force told before it", by=continued)
                other.mark("location", *draft.spans.get("location", ()))
            other.when = draft.when
            if draft.when is not None:
                other.mark("when", *draft.spans["when"])
            yield other


def _at(scene: Scene, spot: Spot) -> Token:
    return scene.tree.tokens[spot.head]

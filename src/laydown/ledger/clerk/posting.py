"""Posting: one claim after the other, each by its words, its report and the movements that are open.

The clerk is causal in said order: what it decides of a claim hangs on claims said before it and on rulings alone, so
the books of a day are the same whenever and in whatever order the reports came in. A total can only assert; what
is in doubt waits.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from laydown.ledger.clerk.facts import POSTED, Facts
from laydown.ledger.clerk.notices import owns_up, taken_back
from laydown.ledger.clerk.pages import Pages
from laydown.ledger.clerk.scores import HORIZON_DAYS, NEW, numbers, score
from laydown.ledger.clerk.state import State
from laydown.ledger.clerk.totals import inside_report, sums
from laydown.ledger.clerk.versions import LATER, replaced
from laydown.ledger.clerk.weighing import weigh
from laydown.lexicon.cues import Cue
from laydown.model import Entry, Kin, Link, Option

MARGIN: Final = 1.0
"""By how much the best way must lead; below it a person decides (measured in the notes on the ledger, section 4)."""

CORRECTED: Final[frozenset[Cue]] = frozenset({"correction"})
"""The cue by which a sentence says itself that an earlier one was wrong."""

STRANGERS: Final = Kin()
"""Reports of which nobody knows whether they tell one text."""

__all__ = ["HORIZON_DAYS", "MARGIN", "STRANGERS", "decide"]


def decide(
    entries: Sequence[Entry], known: Mapping[str, Link], rulings: Mapping[str, Link], kin: Kin = STRANGERS
) -> tuple[Link, ...]:
    """The links of those ENTRIES that KNOWN has none for, in their order, and of what they take the place of.

    ENTRIES are one block's, in the order in which they were said, from HORIZON_DAYS before the first one to decide on.
    A ruling in RULINGS, by entry, stands whatever the clerk would say. KIN are the reports that tell one text; what it
    says of reports that are told later is not looked at.
    """
    state, made = State(kin=kin, pages=Pages(kin)), list[Link]()
    for _, group in groupby(entries, key=lambda entry: (entry.said, entry.report)):
        told = [Facts(entry) for entry in group]
        earlier = state.pages.before(told)
        before = replaced(told, earlier)
        gone = list(taken_back(told, earlier, {old.entry.id for old in before.values()}))
        bearer = next((one.entry.id for one in told if one.entry.id not in before), told[0].entry.id)
        for facts in _in_turn(told):
            entry = facts.entry.id
            link = rulings.get(entry) or known.get(entry)
            if link is None:
                link = _decided(facts, before.get(entry), state)
                made.append(link)
                made.extend(_replacing(facts, before.get(entry), link, state, gone if entry == bearer else ()))
            state.post(facts, link)
        state.pages.add(told)
    return tuple(made)


def _in_turn(told: list[Facts]) -> Iterator[Facts]:
    """The claims of a report with wholes before their parts and parts before what sums them up."""
    yield from sorted(told, key=lambda f: (bool(f.claim.total_of), bool(f.claim.part_of)))


def _decided(facts: Facts, before: Facts | None, state: State) -> Link:
    """What FACTS' claim does, by the first rule that speaks; BEFORE is what its page said in its place."""
    link = _by_kind(facts) or inside_report(facts, state) or _still(facts, before, state) or _chosen(facts, state)
    return replace(link, claim=facts.entry.id)


def _still(facts: Facts, before: Facts | None, state: State) -> Link | None:
    """A claim that stands where its page told of a movement before: of that one, unless its new number is another's."""
    targets = state.posted.get(before.entry.id, ()) if before else ()
    if before is None or len(targets) != 1 or targets[0] not in state.movements:
        return None
    if facts.exact == before.exact:
        return Link(claim="", role="same", targets=targets, reason=LATER)
    others = (m for m in state.recent(facts.said, HORIZON_DAYS) if m.id != targets[0])
    named = [m for m in others if numbers(facts, m) == "same" and (score(facts, m, state.kin) or 0.0) >= NEW]
    return Link(claim="", role="same", targets=(named[0].id,) if len(named) == 1 else targets, reason=LATER)


def _by_kind(facts: Facts) -> Link | None:
    """What the kind and the status of a claim decide alone."""
    claim = facts.claim
    if claim.kind == "presence":
        return _stock(facts)
    if claim.kind != "movement":
        return _memo(f"a claim of kind {claim.kind} moves nobody")
    if claim.status not in POSTED and claim.status != "cancelled":
        return _memo(f"a movement that is {claim.status.replace('_', ' ')} moves nobody")
    if facts.day is None:
        return _suspense("neither the claim nor its report has a day")
    return None


def _stock(facts: Facts) -> Link:
    """A stock at a place, or why it is none."""
    claim = facts.claim
    if claim.status != "present":
        return _memo(f"a presence that is {claim.status} is no stock of the day")
    if not claim.location or facts.number is None:
        return _memo("a presence without a place or a number is no stock")
    if claim.additional:
        return _memo("a number on top of another is no stock")
    if facts.day is None:
        return _suspense("neither the claim nor its report has a day")
    if "after" in facts.cues:
        return Link(claim="", role="states", reason="after the movements that it tells of, as ordered")
    return Link(claim="", role="states", reason="a stock, as found in place")


def _chosen(facts: Facts, state: State) -> Link:
    """The best of all ways to post a movement, or suspense where it does not lead."""
    options = sorted((*weigh(facts, state), *sums(facts, state)), key=lambda o: (-o.score, o.role, o.targets))
    if facts.claim.status == "cancelled" and not any(o.role == "same" for o in options):
        return _memo("a cancelled movement that no report told of")
    if not options and facts.vague:
        return _suspense("an open number such as “thousands” may sum up what others tell apart")
    if not options:
        return _memo("no number to post, and no movement that it could tell of")
    best, rest = options[0], options[1:]
    close = bool(rest) and best.score - rest[0].score < MARGIN
    doubt = "two ways are about as likely" if close else "no way is likely" if best.score <= 0 else None
    if doubt and facts.number is None and not facts.vague:
        return _memo("no number to post, and no one movement that it tells of")  # nothing for a person to decide
    if doubt:
        return replace(_suspense(doubt), options=tuple(options[:5]))
    return Link(claim="", role=best.role, targets=best.targets, score=round(best.score, 2), reason=_why(best))


def _why(option: Option) -> str:
    """The reason of an option that was taken."""
    return {
        "opens": "no open movement is like it",
        "same": "tells of the same movement",
        "part-of": "tells of a part of the movement",
        "covers": "sums up movements told before",
    }[option.role]


def _replacing(facts: Facts, before: Facts | None, link: Link, state: State, gone: Sequence[Facts]) -> Iterator[Link]:
    """What FACTS' claim takes the place of: what its page said BEFORE, and numbers that its outlet says were wrong.

    GONE is what a notice of its report takes back without saying what is so instead: one claim has to bear that.
    """
    said = [before] if before and not state.pages.still_says(before.entry, facts.entry) else []
    wrong = [old for old in said if owns_up(facts, old) or CORRECTED & facts.cues]
    if link.role == "same" and CORRECTED & facts.cues and facts.entry.outlet is not None:
        told = [t for name in link.targets if name in state.movements for t in state.movements[name].tellings]
        wrong += [t for t in told if t.entry.outlet == facts.entry.outlet and t.number != facts.number]
    wrong += [old for old in gone if not state.pages.still_says(old.entry, facts.entry)]
    if wrong:
        targets = dict.fromkeys(old.entry.id for old in (*said, *wrong))
        yield Link(claim=facts.entry.id, role="supersedes", targets=tuple(targets), reason="the outlet corrects itself")
    elif said:
        yield Link(claim=facts.entry.id, role="updates", targets=(said[0].entry.id,), reason=LATER)


def _memo(reason: str) -> Link:
    """A link that enters no sum."""
    return Link(claim="", role="memo", reason=reason)


def _suspense(reason: str) -> Link:
    """A link that waits for a person."""
    return Link(claim="", role="suspense", reason=reason)

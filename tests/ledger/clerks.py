"""A simple clerk, and readings made by hand, which need no parser."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from laydown.ledger.store.posting import Clerk
from laydown.model import Claim, Entry, Evidence, Force, Kin, Link, Place, Quantity, Reading, Report

HORIZON: Final = 10
RECORDED: Final = "2022-04-01T12:00:00Z"
PLACES: Final = {"Estonia": "EE", "Latvia": "LV", "Poland": "PL", "Romania": "RO"}


def decide(
    entries: Sequence[Entry], known: Mapping[str, Link], rulings: Mapping[str, Link], kin: Kin | None = None
) -> tuple[Link, ...]:
    """A claim tells of the movement to its place that was last told within the horizon, or opens one.

    A denial corrects the claim before it to that place. Like the real one, it knows only what was said before, and of
    a movement only what the entries tell: the score counts every third telling, so that a change may show much later.
    """
    del kin
    told: dict[str, tuple[Link, Entry]] = {}
    tellings: dict[str, int] = {}
    made: list[Link] = []
    for entry in entries:
        place = next((place.name for place in entry.claim.destination), "")
        last = told.get(place)
        if entry.id in known or entry.id in rulings:
            link = rulings.get(entry.id) or known[entry.id]
        else:
            link = _link(entry, last, tellings)
            made.append(link)
            if entry.claim.status == "ruled_out" and last and _near(last[1].said, entry.said):
                made.append(Link(claim=entry.id, role="supersedes", targets=(last[1].id,)))
        if link.role == "opens" or (link.role == "same" and link.targets[0] in tellings):
            tellings[link.targets[0]] = tellings.get(link.targets[0], 0) + 1
            told[place] = (link, entry)
    return tuple(made)


def _link(entry: Entry, last: tuple[Link, Entry] | None, tellings: Mapping[str, int]) -> Link:
    """What ENTRY does after the LAST entry that told of a movement to its place."""
    if last is None or not _near(last[1].said, entry.said):
        return Link(claim=entry.id, role="opens", targets=(f"m-{entry.id}",), reason="nothing is open there")
    movement = last[0].targets[0]
    return Link(
        claim=entry.id, role="same", targets=(movement,), score=float(tellings[movement] // 3), reason="told again"
    )


def _near(before: str | None, said: str | None) -> bool:
    """Whether one hour is within the horizon of another."""
    if before is None or said is None:
        return before == said
    return datetime.fromisoformat(said) - datetime.fromisoformat(before) <= timedelta(days=HORIZON)


CLERK: Final = Clerk(decide=decide, horizon_days=HORIZON)


def reading(
    number: int = 800,
    place: str = "Estonia",
    published: str | None = "2022-02-02",
    *,
    outlet: str | None = "The Daily",
    nation: str = "US",
    ruled_out: bool = False,
) -> Reading:
    """A report of one sentence and of one claim."""
    verb = "will not go" if ruled_out else "will go"
    words = f"About {number} soldiers {verb} to {place}."
    report = Report(text=f"{words}\n({outlet}, {published})", publisher=outlet, published=published, title="Troops")
    return Reading(report=report, claims=(claim(number, place, words, nation=nation, ruled_out=ruled_out),))


def claim(
    number: int, place: str, words: str, *, name: str = "c1", at: int = 0, nation: str = "US", ruled_out: bool = False
) -> Claim:
    """The claim of a sentence."""
    there = words.index(place) + at
    counted = words.index(str(number)) + at
    return Claim(
        id=name,
        kind="movement",
        status="ruled_out" if ruled_out else "announced",
        evidence=Evidence(start=at, end=at + len(words)),
        spans={"quantity": ((counted, counted + len(str(number))),), "destination": ((there, there + len(place)),)},
        force=Force(nation=nation),
        quantity=Quantity(value=number, low=number, high=number, text=str(number)),
        destination=(Place(name=place, type="country", country=PLACES.get(place)),),
    )

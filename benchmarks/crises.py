"""A ledger of a made-up world, for timing the desk: `python -m benchmarks.crises FILE [--claims N]`.

Thirty forces, of which the first has a fifth of all claims, send people and aircraft between real countries and towns
over four years. A movement is told 3.4 times on average: announced, under way, arrived, one in fifty called off, one
number in a hundred planted wrong, one telling in ten of "the Baltic states"; two claims in a hundred state a stock.
Reports have ten claims. The clerk who loads it knows which order a sentence is about, for the real one would take an
hour over it.
"""

import argparse
import random
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from laydown.ledger.store import Ledger, open_ledger
from laydown.ledger.store.posting import Clerk
from laydown.lexicon.gazetteer import country, meanings
from laydown.lexicon.groups import group
from laydown.model import Claim, Entry, Evidence, Force, Kin, Link, Place, Quantity, Reading, Report, Status

DAYS: Final = 4 * 365
START: Final = datetime(2020, 1, 1, tzinfo=UTC)
CLAIMS_A_REPORT: Final = 10
TELLINGS: Final = 3.4
NATIONS: Final = (
    "US GB FR DE CA ES NL IT PL RO TR GR NO DK SE FI BE PT CZ HU SK BG HR SI AU JP KR UA GE AL".split()  # noqa: SIM905
)
ENDS: Final = "PL RO EE LV LT HU SK BG GR NO TR FI DE UA GE SE".split()  # noqa: SIM905
TOWNS: Final = ("Rzeszow", "Tapa", "Rukla", "Kaunas", "Tartu", "Incirlik", "Gdansk", "Bucharest")


@dataclass(frozen=True, slots=True)
class Sentence:
    """What one claim is to say, and when."""

    hour: datetime
    order: int
    force: str
    unit: str
    number: int
    status: Status
    origin: Place | None
    end: Place


def places() -> tuple[tuple[Place, ...], tuple[Place, ...], Place]:
    """Where forces come from, where they go, and a region."""
    homes = tuple(found for code in NATIONS if (found := country(code)))
    ends = tuple(found for code in ENDS if (found := country(code)))
    baltic = group("Baltic states")
    if baltic is None:
        msg = "the tables have no Baltic states"
        raise LookupError(msg)
    return homes, (*ends, *(meanings(name)[0].place for name in TOWNS)), baltic.place


def sentences(count: int) -> list[Sentence]:
    """COUNT sentences in the order of their hours."""
    chance = random.Random(7)  # noqa: S311 - a made-up world, not a secret
    homes, ends, baltic = places()
    found: list[Sentence] = []
    order = 0
    while len(found) < count:
        order += 1
        force = NATIONS[0] if chance.random() < 0.2 else chance.choice(NATIONS[1:])
        unit = "persons" if force == NATIONS[0] or chance.random() < 0.7 else "aircraft"
        number = chance.randrange(1, 60) * (50 if unit == "persons" else 2)
        origin = next(home for home in homes if home.country == force) if chance.random() < 0.6 else None
        end = chance.choice(ends)
        hour = START + timedelta(minutes=chance.randrange(DAYS * 1440))
        if chance.random() < 0.02 * TELLINGS:
            found.append(Sentence(hour, order, force, unit, number * 3, "present", None, end))
            continue
        tellings = 1 + min(20, int(chance.expovariate(1 / (TELLINGS - 1)) + 0.5))
        for telling in range(tellings):
            later = hour + timedelta(days=telling * chance.random() * 5)
            status: Status = "announced" if telling == 0 else chance.choice(("announced", "underway", "completed"))
            status = "cancelled" if telling == tellings - 1 and chance.random() < 0.02 else status
            told = number * 3 if chance.random() < 0.01 else number
            where = baltic if end.country in baltic.members and chance.random() < 0.3 else end
            found.append(Sentence(later, order, force, unit, told, status, origin, where))
    return sorted(found[:count], key=lambda one: one.hour)


def readings(count: int) -> Iterator[Reading]:
    """Reports of COUNT claims, in the order in which they were said."""
    chance = random.Random(8)  # noqa: S311 - as above
    told = sentences(count)
    for first in range(0, len(told), CLAIMS_A_REPORT):
        some = told[first : first + CLAIMS_A_REPORT]
        claims, words, at = [], [], 0
        for number, one in enumerate(some):
            line = _words(one)
            claims.append(_claim(one, f"c{number + 1}", line, at))
            words.append(line)
            at += len(line) + 1
        hour = some[-1].hour.strftime("%Y-%m-%dT%H:%M:%SZ")
        report = Report(
            text=" ".join(words), publisher=f"Outlet {chance.randrange(40)}", published=hour, title=f"Forces {first}"
        )
        yield Reading(report=report, claims=tuple(claims))


def _words(one: Sentence) -> str:
    """The sentence itself."""
    what = "soldiers" if one.unit == "persons" else "aircraft"
    if one.status == "present":
        return (
            f"Some {one.number} {what} of {one.force} are at {one.end.name} now, an official said (order {one.order})."
        )
    leaves = f" from {one.origin.name}" if one.origin else ""
    return f"About {one.number} {what} of {one.force} go{leaves} to {one.end.name}: {one.status} (order {one.order})."


def _claim(one: Sentence, name: str, words: str, at: int) -> Claim:
    """The claim of a sentence that begins AT some place of the text."""

    def span(part: str) -> tuple[tuple[int, int]]:
        start = at + words.index(part)
        return ((start, start + len(part)),)

    stock = one.status == "present"
    spans = {"quantity": span(str(one.number)), "location" if stock else "destination": span(one.end.name)}
    return Claim(
        id=name,
        kind="presence" if stock else "movement",
        status=one.status,
        evidence=Evidence(start=at, end=at + len(words)),
        spans={**spans, **({"origin": span(one.origin.name)} if one.origin else {})},
        force=Force(nation=one.force, category="personnel" if one.unit == "persons" else "aircraft", text=one.force),
        quantity=Quantity(value=one.number, hedge="about", unit=one.unit, text=str(one.number)),
        origin=(one.origin,) if one.origin else (),
        destination=() if stock else (one.end,),
        location=(one.end,) if stock else (),
    )


def clerk() -> Clerk:
    """A clerk who knows which order a sentence is about, and remembers what he opened."""
    opened: dict[str, str] = {}

    def decide(
        entries: Sequence[Entry], known: Mapping[str, Link], rulings: Mapping[str, Link], _kin: Kin
    ) -> tuple[Link, ...]:
        return tuple(link(entry) for entry in entries if entry.id not in known and entry.id not in rulings)

    def link(entry: Entry) -> Link:
        if entry.claim.kind == "presence":
            return Link(claim=entry.id, role="states", reason="a stock")
        (order,) = re.findall(r"order (\d+)", entry.words)
        first = opened.setdefault(order, entry.id)
        role = "opens" if first == entry.id else "same"
        return Link(claim=entry.id, role=role, targets=(f"m-{first}",), score=5.0, reason=f"order {order}")  # type: ignore[arg-type]

    return Clerk(decide=decide, horizon_days=0)


def load(ledger: Ledger, count: int) -> None:
    """Add COUNT claims to LEDGER, which wants to be opened with `clerk()`."""
    for reading in readings(count):
        ledger.add(reading, recorded="2024-01-01")


@contextmanager
def copied() -> Iterator[Path]:
    """A copy of the ledger that the command line names, which is made where it is not there; a copy may be ruled on."""
    asked = argparse.ArgumentParser()
    asked.add_argument("file", nargs="?", type=Path)
    asked.add_argument("--claims", type=int, default=100_000)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "desk.db"
        made = options.file or copy
        if not made.exists():
            with open_ledger(str(made), clerk=clerk()) as ledger:
                load(ledger, options.claims)
        if made != copy:
            shutil.copy(made, copy)
        yield copy


def main() -> None:
    """Make the ledger."""
    asked = argparse.ArgumentParser()
    asked.add_argument("file")
    asked.add_argument("--claims", type=int, default=100_000)
    options = asked.parse_args()
    with open_ledger(options.file, clerk=clerk()) as ledger:
        load(ledger, options.claims)


if __name__ == "__main__":
    main()

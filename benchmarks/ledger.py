"""Time the ledger: `python -m benchmarks.ledger [--claims N] [--url URL]`.

A made-up world of forces in some 150 blocks, of which the biggest has a fifth of all claims, is told over four years in
reports of some ten claims. It is loaded with a clerk who takes every claim for news, for the real one would take an
hour over it; then it is asked what one more report costs with the real one at the end (a late one would have it
decide anew all that the other made of the years since), and what the books of the biggest block do. The lower bound of
adding is one commit of one row by SQLite.
"""

import argparse
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Final

from laydown.desk.books import open_ledger as open_desk
from laydown.ledger.store import Ledger, open_ledger
from laydown.ledger.store.posting import Clerk
from laydown.model import Claim, Entry, Evidence, Force, Kin, Link, Place, Quantity, Reading, Report

DAYS: Final = 4 * 365
START: Final = datetime(2020, 1, 1, tzinfo=UTC)
CLAIMS_A_REPORT: Final = 10
FORCES: Final = tuple(f"N{n}" for n in range(75))
KINDS: Final = (("personnel", "persons", "soldiers"), ("aircraft", "aircraft", "aircraft"))
TOWNS: Final = tuple(f"Town{n}" for n in range(60))
LIMIT: Final = 0.2
"""What issue 5 asks for: one more report in a fifth of a second."""


def report(chance: random.Random, hour: datetime) -> Reading:
    """A report of some claims that was published at an HOUR."""
    sentences, claims, at = [], [], 0
    for position in range(CLAIMS_A_REPORT):
        force = FORCES[0] if chance.random() < 0.2 else chance.choice(FORCES)
        category, unit, word = KINDS[0] if force == FORCES[0] else chance.choice(KINDS)
        number, origin, destination = chance.randrange(1, 90) * 100, *chance.sample(TOWNS, 2)
        words = f"About {number} {word} of {force} will go from {origin} to {destination}, an official said."
        claims.append(_claim(f"c{position}", words, at, (force, category, unit), number, (origin, destination)))
        sentences.append(words)
        at += len(words) + 1
    text = " ".join(sentences) + f" ({hour.isoformat()}, {chance.random()})"
    made = Report(text=text, publisher=f"Outlet {chance.randrange(40)}", published=hour.isoformat())
    return Reading(report=made, claims=tuple(claims))


def _claim(name: str, words: str, at: int, force: tuple[str, str, str], number: int, ends: tuple[str, str]) -> Claim:
    """The claim of a sentence that begins AT some place of the text."""
    nation, category, unit = force
    places = [Place(name=end, type="city", country=f"C{int(end[4:]) % 20}", lat=50.0, lon=20.0) for end in ends]

    def span(part: str) -> tuple[tuple[int, int]]:
        start = at + words.index(part)
        return ((start, start + len(part)),)

    return Claim(
        id=name,
        kind="movement",
        status="announced",
        evidence=Evidence(start=at, end=at + len(words)),
        spans={"quantity": span(str(number)), "origin": span(ends[0]), "destination": span(ends[1])},
        force=Force(nation=nation, category=category, text=nation),  # type: ignore[arg-type]
        quantity=Quantity(
            value=number, low=number * 0.9, high=number * 1.1, hedge="about", unit=unit, text=str(number)
        ),
        origin=(places[0],),
        destination=(places[1],),
    )


def world(count: int) -> Iterator[Reading]:
    """Reports of COUNT claims, in the order in which they were said."""
    chance = random.Random(5)  # noqa: S311 - a made-up world, not a secret
    reports = count // CLAIMS_A_REPORT
    for number in range(reports):
        yield report(chance, START + timedelta(minutes=number * DAYS * 1440 // reports))


def timed(work: Callable[[], object]) -> float:
    """Seconds that WORK takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def all_news(
    entries: Sequence[Entry], known: Mapping[str, Link], rulings: Mapping[str, Link], _kin: Kin
) -> tuple[Link, ...]:
    """A clerk to whom every claim opens a movement."""
    new = (entry.id for entry in entries if entry.id not in known and entry.id not in rulings)
    return tuple(Link(claim=name, role="opens", targets=(f"m-{name}",)) for name in new)


def load(ledger: Ledger, count: int) -> list[float]:
    """Seconds that each report took to be added."""
    return [timed(lambda one=one: ledger.add(one, recorded="2024-01-01")) for one in world(count)]  # type: ignore[misc]


def more(ledger: Ledger, hour: datetime, times: int = 20) -> list[float]:
    """Seconds that each of some more reports takes, a minute apart from an HOUR on."""
    chance = random.Random(str(hour))  # noqa: S311 - as above
    readings = [report(chance, hour + timedelta(minutes=number)) for number in range(times)]
    return [timed(lambda one=one: ledger.add(one, recorded="2024-01-02")) for one in readings]  # type: ignore[misc]


def commit(folder: Path) -> float:
    """Seconds that SQLite takes to commit a row to this disk, at the median."""
    connection = sqlite3.connect(folder / "bound.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE one (words)")
    took = [timed(lambda: connection.execute("INSERT INTO one VALUES ('a')")) for _ in range(200)]
    connection.close()
    return median(took)


def show(title: str, took: list[float]) -> None:
    """A line of milliseconds."""
    ordered = sorted(took)
    print(f"{title:44} {median(ordered) * 1000:9.1f} {ordered[-1] * 1000:9.1f}")


def main() -> None:
    """Print the figures."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--claims", type=int, default=100_000)
    asked.add_argument("--url")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = options.url or str(Path(folder) / "ledger.db")
        with open_ledger(url, clerk=Clerk(decide=all_news, horizon_days=0)) as ledger:
            took = load(ledger, options.claims)
        with open_desk(url) as ledger:
            print(f"{options.claims} claims in {len(took)} reports, loaded in {sum(took):.0f} s\n")
            print(f"{'milliseconds':44} {'median':>9} {'worst':>9}")
            print(f"{'one commit of one row, lower bound':44} {commit(Path(folder)) * 1000:9.1f}")
            show("a report without the clerk, first tenth", took[: len(took) // 10])
            show("a report without the clerk, last tenth", took[-len(took) // 10 :])
            late = more(ledger, START + timedelta(days=DAYS - 1))
            show("one more report, at the end", late)
            biggest = {"force": FORCES[0], "asset": "persons"}
            entries = len(ledger.books(**biggest).entries)
            show(
                f"books of the biggest block ({entries} entries)",
                [timed(lambda: ledger.books(**biggest)) for _ in range(3)],
            )
            show("search for two words", [timed(lambda: ledger.search("Town7 Town8")) for _ in range(3)])
            show("check of everything", [timed(lambda: list(ledger.check()))])
            if not options.url:
                print(f"\nsize: {Path(url).stat().st_size / 1e6:.0f} MB")
            print(f"one more report under {LIMIT} s: {median(late) < LIMIT}")


if __name__ == "__main__":
    main()

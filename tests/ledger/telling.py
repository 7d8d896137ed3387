"""The notation in which tests of the books speak: one line a telling, the day and the outlet before what it says.

    2 Wire: 2000 US Fort Bragg > Germany, Poland
    11 Wire: another ~3000 US > Poland, completed

is what "Wire" told on the 2nd and 11th of February 2022. A number may have `~` (about), `>=`, `<=`, be `?`, "thousands"
or "several hundred"; `the` before it speaks of what is known; `in PLACE` is a presence.
Then may follow a status and `by SPEAKER`.
"""

import hashlib
import re
from functools import cache

from laydown import desk
from laydown.model import Action, Attribution, Claim, Entry, Evidence, Force, Kind, Place, Quantity, Status
from laydown.model.claim import STATUSES

VAGUE = {"thousands": (2000, None), "several hundred": (200, 999)}
_LINE = re.compile(
    r"(?P<day>\d+) (?P<outlet>[\w ]+): (?P<given>the )?(?P<more>another )?(?P<hedge>~|>=|<=)?"
    r"(?P<number>\d+|\?|thousands|several hundred) "
    r"(?P<nation>\w+)(?: \[(?P<unit>[^\]]+)\])?(?: in (?P<location>[^>,;#]+))?"
    r"(?: (?P<origin>[^>;#]*?)?\s*>(?P<destination>[^;#]*))?"
    r"(?:; (?P<status>\w+))?(?: by (?P<speaker>\w+))?\s*(?:# (?P<words>.*))?"
)


@cache
def place(name: str) -> Place:
    """The place that NAME means."""
    found = desk.place(name.strip(), as_of="2022-02-02").place
    assert found is not None, name
    return found


def places(names: str | None) -> tuple[Place, ...]:
    """The places of a comma-separated list."""
    return tuple(place(name) for name in names.split(",") if name.strip()) if names else ()


def telling(line: str, number: int = 0) -> Entry:
    """The entry that a LINE of the notation stands for; NUMBER tells lines of one report apart."""
    found = _LINE.fullmatch(line.strip())
    assert found is not None, line
    part = found.groupdict()
    kind: Kind = "presence" if part["location"] else "movement"
    status = part["status"] or ("present" if kind == "presence" else "announced")
    report = hashlib.sha256(f"{part['day']}{part['outlet']}".encode()).hexdigest()
    words = part["words"] or f"{part['outlet']} {line}"
    claim = Claim(
        id=f"c{number}",
        kind=kind,
        status=_status(kind, status),
        evidence=Evidence(start=0, end=len(words)),
        spans={"quantity": (_span(words, part["number"]),)} if part["words"] and part["number"] in words else {},
        force=Force(
            nation=part["nation"],
            units=(part["unit"],) if part["unit"] else (),
            text=f"{part['given'] or ''}{part['number']} troops",
        ),
        quantity=_quantity(part["number"], part["hedge"]),
        additional=bool(part["more"]),
        origin=places(part["origin"]),
        destination=places(part["destination"]),
        location=places(part["location"]),
        action=_action(part["origin"], part["destination"]),
        attribution=Attribution(organization=part["speaker"]) if part["speaker"] else None,
    )
    said = f"2022-02-{int(part['day']):02}T23:59:59Z"
    return Entry(
        id=f"{report[:16]}.c{number}",
        claim=claim,
        report="sha256:" + report,
        outlet=part["outlet"],
        witness=hashlib.sha256(words.encode()).hexdigest()[:16],
        words=words,
        said=said,
        recorded=said,
    )


def tellings(text: str) -> list[Entry]:
    """The entries of several lines, in the order in which they were said."""
    lines = [line for line in text.splitlines() if line.strip()]
    entries = [telling(line, number) for number, line in enumerate(lines)]
    return sorted(entries, key=lambda entry: (entry.said or "", entry.report))


def _status(kind: Kind, name: str) -> Status:
    """NAME as a status of KIND."""
    return next(status for status in STATUSES[kind] if status == name)


def _action(origin: str | None, destination: str | None) -> Action | None:
    """Whoever goes nowhere in particular withdraws."""
    if destination is None:
        return None
    return "withdraw" if origin and not destination.strip() else "deploy"


def _span(words: str, number: str) -> tuple[int, int]:
    """Where NUMBER stands in WORDS."""
    start = words.index(number)
    return start, start + len(number)


def _quantity(number: str, hedge: str | None) -> Quantity | None:
    """The quantity of a number with its sign."""
    if number == "?":
        return None
    if not number.isdigit():
        low, high = VAGUE[number]
        return Quantity(low=low, high=high, hedge="vague", text=number)
    value = int(number)
    if hedge is None:
        return Quantity(value=value, low=value, high=value, text=number)
    return {
        "~": Quantity(value=value, hedge="about", text=f"about {number}"),
        ">=": Quantity(low=value, hedge="at_least", text=f"more than {number}"),
        "<=": Quantity(high=value, hedge="at_most", text=f"up to {number}"),
    }[hedge]

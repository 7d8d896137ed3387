"""The notation in which tests of reading speak: a short report in, one line a claim out."""

from laydown.model import Claim, Quantity, Report
from laydown.reading import read

PUBLISHED = "2022-02-02"


def number(quantity: Quantity | None, *, additional: bool) -> str:
    """A quantity in a word: 2000, ~2000 (about), 600.. (at least), ..800 (at most), 600..1000; + before it for more."""
    if quantity is None:
        return "more" if additional else ""
    low, high = quantity.low, quantity.high
    size = f"{'' if low is None else low}..{'' if high is None else high}"
    if quantity.value is not None:
        size = f"~{quantity.value}" if quantity.hedge == "about" else f"{quantity.value}"
    unit = "" if quantity.unit == "persons" else f" {quantity.unit}"
    return f"{'+' if additional else ''}{size}{unit}"


def ways(claim: Claim) -> str:
    """Where a claim is: Fort Bragg>Germany+Poland for a movement, @Gao for who stands or waits there."""
    origin, destination, location = (
        "+".join(place.name for place in places) for places in (claim.origin, claim.destination, claim.location)
    )
    return f"{origin}>{destination}" if origin or destination else f"@{location}" if location else ""


def told_by(claim: Claim) -> str:
    """Who says so, after a bar: the speaker, else the organisation, else the country."""
    by = claim.attribution
    return f"| {by.speaker or by.organization or by.country}" if by is not None else ""


def force(claim: Claim) -> str:
    """Whose force it is, with its category where it is not counted."""
    if claim.force is None:
        return ""
    return f"{claim.force.nation or '?'} {'' if claim.quantity else claim.force.category}"


def line(claim: Claim) -> str:
    """A claim in a line, such as "movement announced US 2000 Fort Bragg>Germany+Poland | John Kirby"."""
    parts = [
        claim.kind,
        claim.act or ("" if claim.status == "stated" else claim.status),
        f'"{claim.quote}"' if claim.quote else "",
        force(claim),
        f"{claim.donor or '?'}>{claim.recipient or '?'}" if claim.kind == "assistance" else "",
        number(claim.quantity, additional=claim.additional),
        f"[{', '.join(claim.force.units)}]" if claim.force and claim.force.units else "",
        ways(claim),
        claim.duration or "",
        f"under {claim.under}" if claim.under else "",
        f"not {claim.not_under}" if claim.not_under else "",
        f"by {claim.authority}" if claim.authority else "",
        told_by(claim),
    ]
    return " ".join(" ".join(parts).split())


def lines(text: str, published: str | None = PUBLISHED) -> list[str]:
    """The claims of a report of TEXT, published on 2 February 2022 if nothing else is said, in lines."""
    return [line(claim) for claim in read(Report(text=text, published=published)).claims]


def cases(page: str) -> list[tuple[str, list[str]]]:
    """The cases of a page: a report stands at the margin, its lines indented below it, if any."""
    found: list[tuple[str, list[str]]] = []
    for row in page.strip().splitlines():
        if row.startswith(" "):
            found[-1][1].append(row.strip())
        elif row:
            found.append((row, []))
    return found

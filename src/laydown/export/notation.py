"""Notation: quantities, forces, places, days and speakers in the fewest plain signs that lose nothing."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from laydown.model import Attribution, Bounds, Claim, Force, Period, Place, Quantity

_SCALES: Final = ((10**9, "billion"), (10**6, "million"))
_CURRENCY_SIGNS: Final = {"USD": "$", "EUR": "€", "GBP": "£"}


def number(value: float) -> str:
    """VALUE with its thousands apart.

    >>> number(90_000), number(2.5)
    ('90,000', '2.5')
    """
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def count(quantity: Quantity) -> str:
    """QUANTITY with its hedge as a sign and its money as money, without its unit.

    >>> count(Quantity(value=90_000, low=90_000, hedge="at_least"))
    '≥90,000'
    >>> count(Quantity(low=2000, hedge="vague", text="thousands"))
    '“thousands” (≥2,000)'
    """
    bounds = _bounds(quantity)
    if quantity.hedge == "vague":
        return f"“{quantity.text}” ({bounds})" if quantity.text else bounds
    if quantity.hedge == "about":
        return "~" + (_sum(quantity.value, quantity.unit) if quantity.value is not None else bounds)
    return bounds


def _bounds(quantity: Quantity) -> str:
    """The bounds of QUANTITY, or its value where it has none."""
    low, value, high, unit = quantity.low, quantity.value, quantity.high, quantity.unit
    if low is not None and high is not None:
        return _sum(low, unit) if low == high else f"{_sum(low, unit)}–{_sum(high, unit)}"
    if low is not None:
        return "≥" + _sum(low, unit)
    if high is not None:
        return "≤" + _sum(high, unit)
    return "?" if value is None else _sum(value, unit)


def _sum(value: float, unit: str) -> str:
    """VALUE, with the sign and the scale in which money is told.

    >>> _sum(600_000_000, "USD"), _sum(12, "ships")
    ('$600 million', '12')
    """
    if unit not in _CURRENCY_SIGNS:
        return number(value)
    for scale, name in _SCALES:
        if value >= scale and round(value / scale, 2) * scale == value:
            return f"{_CURRENCY_SIGNS[unit]}{number(value / scale)} {name}"
    return _CURRENCY_SIGNS[unit] + number(value)


def force(force: Force | None, quantity: Quantity | None) -> str:
    """How many of whom: the count, the nation, what is counted, and the units by name.

    >>> force(Force(nation="US", units=("XVIII Airborne Corps",)), Quantity(value=300, low=300, high=300))
    '300 US personnel, XVIII Airborne Corps'
    """
    nation = (force and force.nation) or ""
    noun = _noun(force, quantity)
    counted = count(quantity) if quantity else ""
    units = list(force.units) if force else []
    return ", ".join(filter(None, (" ".join(filter(None, (counted, nation, noun))), *units)))


def _noun(force: Force | None, quantity: Quantity | None) -> str:
    """What is counted, else what sort of force it is; money counts itself."""
    if quantity is not None and quantity.unit in _CURRENCY_SIGNS:
        return ""
    if quantity is not None and quantity.unit != "persons":
        unit = quantity.unit.replace("_", " ")
        return _one_of(unit) if quantity.value == quantity.high == 1 else unit
    return force.category.replace("_", " ") if force else "persons"


def _one_of(units: str) -> str:
    """The singular of UNITS, a plural as the contract writes it.

    >>> _one_of("batteries"), _one_of("ships"), _one_of("aircraft")
    ('battery', 'ship', 'aircraft')
    """
    return units.removesuffix("ies") + "y" if units.endswith("ies") else units.removesuffix("s")


def place(place: Place) -> str:
    """PLACE, with its country where the name alone does not say it.

    >>> place(Place(name="Fort Bragg", type="base", country="US"))
    'Fort Bragg (US)'
    """
    if place.members:
        return f"{place.name} ({' '.join(place.members)})"
    return place.name if place.type == "country" or not place.country else f"{place.name} ({place.country})"


def places(several: Sequence[Place]) -> str:
    """SEVERAL places in their order."""
    return ", ".join(place(one) for one in several)


def span(bounds: Bounds, *, signed: bool = False) -> str:
    """BOUNDS in the fewest signs; a change carries its sign.

    >>> span(Bounds(low=4700, high=4700), signed=True), span(Bounds(low=0, high=900)), span(Bounds(low=300))
    ('+4,700', '0–900', '≥300')
    """
    if bounds.low is not None and bounds.low == bounds.high:
        return _signed(bounds.low, signed=signed)
    if bounds.low is not None and bounds.high is not None:
        between = " to " if signed else "–"
        return _signed(bounds.low, signed=signed) + between + _signed(bounds.high, signed=signed)
    if bounds.low is not None:
        return "≥" + _signed(bounds.low, signed=signed)
    return "any" if bounds.high is None else "≤" + _signed(bounds.high, signed=signed)


def _signed(value: int, *, signed: bool) -> str:
    """VALUE with its thousands apart, and its sign where it is a change."""
    return f"{value:+,}" if signed and value else f"{value:,}"


def route(claim: Claim) -> str:
    """Where from and where to, or where a force is; empty where the words do not say."""
    if claim.location:
        return "in " + places(claim.location)
    if claim.origin and claim.destination:
        return f"{places(claim.origin)} → {places(claim.destination)}"
    if claim.origin:
        return f"from {places(claim.origin)}"
    return f"to {places(claim.destination)}" if claim.destination else ""


def days(period: Period) -> str:
    """The words for PERIOD, and the days that they mean.

    >>> days(Period(start=date(2022, 2, 2), text="in the coming days"))
    '“in the coming days” (from 2022-02-02)'
    """
    meant = _meant(period.start, period.end)
    return f"“{period.text}” ({meant})" if period.text else meant


def _meant(start: date | None, end: date | None) -> str:
    """The days from START to END, either of them open."""
    if start == end:
        return "day unknown" if start is None else start.isoformat()
    if start is None:
        return f"until {end}"
    return f"from {start}" if end is None else f"{start} to {end}"


def speaker(attribution: Attribution | None) -> str:
    """Who says so, by name, office and organisation; the report itself where it names nobody."""
    if attribution is None:
        return "the report itself"
    role = f"unnamed {attribution.role or 'source'}" if attribution.anonymous else attribution.role
    parts = (attribution.speaker, role, attribution.organization)
    who = ", ".join(filter(None, parts)) or attribution.country or "somebody"
    country = f" ({attribution.country})" if attribution.country and who != attribution.country else ""
    said = f" on {attribution.said}" if attribution.said else ""
    return who + country + said + (f", via {attribution.via}" if attribution.via else "")


def field(claim: Claim, name: str) -> str:
    """The field NAME of CLAIM in short, such as for what it was and what it is."""
    match name:
        case "quantity":
            return count(claim.quantity) if claim.quantity else "unknown"
        case "force":
            return force(claim.force, None)
        case "origin" | "destination" | "location":
            return places(getattr(claim, name)) or "nowhere named"
        case "when":
            return days(claim.when) if claim.when else "no day"
        case "attribution":
            return speaker(claim.attribution)
        case _:
            return str(getattr(claim, name) or "unknown").replace("_", " ")

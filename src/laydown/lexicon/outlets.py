"""Where news outlets write from, and whether they write for their own parts or for the world."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from laydown.lexicon.scan import fold
from laydown.lexicon.tables import cell, table

Reach = Literal["local", "national", "world"]
LETTERS = 2
"""The letters of a country's code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A news outlet and the town it is edited in."""

    name: str
    domain: str
    country: str
    admin: str | None
    home: str
    lat: float
    lon: float
    reach: Reach


def outlet(name: str) -> Outlet | None:
    """The outlet of a name, a domain or an address on it; None if unknown.

    >>> paper = outlet("https://www.fayobserver.com/a/b")
    >>> paper is outlet("The Fayetteville Observer"), paper and paper.home
    (True, 'Fayetteville')
    """
    known = _outlets()
    if found := known.get(_key(name)):
        return found
    labels = _host(name).split(".")
    parents = (".".join(labels[first:]) for first in range(len(labels) - 1))
    return next((known[parent] for parent in parents if parent in known), None)


def domain_country(address: str) -> str | None:
    """The country that an address tells by its last label, as abc.net.au; None where that may be sold to anyone.

    >>> domain_country("https://www.enfield-today.co.uk/a"), domain_country("bit.ly")
    ('GB', None)
    """
    host = _host(address)
    label = host.rpartition(".")[2]
    if "." not in host or len(label) != LETTERS or not label.isalpha():
        return None
    return _labels().get(label, label.upper()) or None


@cache
def _labels() -> Mapping[str, str]:
    """The last labels that tell no country, or another than their letters say."""
    return {row["label"]: row["country"] for row in table("domains")}


def _host(address: str) -> str:
    """The host of an address, or the address itself where it is no more than that."""
    return address.split("://", 1)[-1].split("/", 1)[0].split(":", 1)[0].lower()


def _key(name: str) -> str:
    """A name without case, accents and article."""
    return fold(name).lower().removeprefix("the ").strip()


@cache
def _outlets() -> Mapping[str, Outlet]:
    """The outlets by name and by domain."""
    found = {}
    for row in table("outlets"):
        one = Outlet(
            name=row["name"],
            domain=row["domain"],
            country=row["country"],
            admin=row["admin"] or None,
            home=row["home"],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            reach=cast("Reach", row["reach"]),
        )
        found.update({_key(one.name): one, one.domain.lower(): one})
    return found


@cache
def agency_names() -> Mapping[str, str]:
    """The news agencies by every name that they go by.

    >>> agency_names()["AFP"]
    'Agence France-Presse'
    """
    return {form: row["name"] for row in table("agencies") for form in (row["name"], *cell(row, "aliases"))}

"""The tables of places hold together: citations within 10 km, dates in order, every member and mission known."""

from collections import Counter
from datetime import date
from functools import cache
from itertools import pairwise

import airportsdata
import pytest

from laydown.lexicon.features import features
from laydown.lexicon.groups import group
from laydown.lexicon.metonyms import metonym
from laydown.lexicon.outlets import domain_country, outlet
from laydown.lexicon.renamings import namings
from laydown.lexicon.scan import fold
from laydown.lexicon.tables import cell, table
from laydown.lexicon.towns import towns
from laydown.model import Place
from laydown.places import apart

TABLES = {
    "groups": 60, "memberships": 550, "mandates": 280, "metonyms": 150, "renamings": 150, "outlets": 1500,
    "features": 4000, "bearings": 9, "domains": 20, "toponym_words": 15, "agency_words": 30, "bases": 800,
    "regions": 1000,
}  # fmt: skip
"""The least rows of each."""
HISTORIC = {"SU", "CS", "DD", "YU"}
ABROAD = {"CY": "GB", "PR": "US", "GU": "US", "MP": "US", "GL": "DK", "XK": "RS"}
"""Hosts that another table files under the state beside them."""
CITED_KM = 10.5
"""Ten kilometres, and what rounding to 0.01 degree moves."""


def spot(lat: str | float, lon: str | float) -> Place:
    return Place(name="", type="base", lat=float(lat), lon=float(lon))


@cache
def codes() -> frozenset[str]:
    return frozenset(row["code"] for row in table("countries"))


@cache
def geonames() -> dict[str, tuple[str, float, float]]:
    """Country and position of every town by geonameid."""
    from importlib.resources import files

    text = files("laydown.lexicon").joinpath("data", "towns.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith(("#", "form\t")))
    return {row[9]: (row[3], float(row[5]), float(row[6])) for row in rows if row[2] != "="}


@pytest.mark.parametrize(("name", "least"), sorted(TABLES.items()))
def test_a_table_is_whole_and_sourced(name: str, least: int) -> None:
    rows = table(name)
    assert len(rows) >= least
    assert list(rows[0])[-1] == "source"
    assert [row for row in rows if None in row or None in row.values() or not row["source"].strip()] == []


def test_bases_lie_within_ten_kilometres_of_the_rows_they_cite() -> None:
    fields, places = airportsdata.load(), geonames()
    far, astray, cited = [], [], 0
    for row in table("bases"):
        here = spot(row["lat"], row["lon"])
        rows = []
        if row["icao"]:
            field = fields[row["icao"]]
            rows.append((field["country"], field["lat"], field["lon"]))
        if row["geonameid"]:
            rows.append(places[row["geonameid"]])
        cited += bool(rows)
        far += [row["name"] for _, lat, lon in rows if apart(here, spot(lat, lon)) > CITED_KM]
        hosts = {row["country"], ABROAD.get(row["country"])}
        astray += [row["name"] for code, _, _ in rows if code not in hosts]
    assert (far, astray) == ([], [])
    assert cited > 0.85 * len(table("bases"))


def test_bases_stand_in_every_part_of_the_world() -> None:
    hosts = Counter(row["country"] for row in table("bases"))
    assert len(hosts) >= 95
    assert sum(hosts.values()) - hosts["US"] >= 600
    for part in (
        "NE ML TD DJ KE SO CF CD",
        "QA KW SA AE OM IQ SY JO",
        "IN PK AF LK",
        "JP KR PH GU AU SG",
        "CO VE BR HN",
    ):
        assert all(hosts[code] for code in part.split() if code != "LK"), part


def test_everyone_in_a_group_is_known_and_leaves_before_returning() -> None:
    named = {row["name"] for row in table("groups")}
    spells: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in table("memberships"):
        assert row["group"] in named, row
        assert row["country"] in codes() | HISTORIC, row
        spells.setdefault((row["group"], row["country"]), []).append((row["from"] or "0000", row["to"] or "9999"))
    assert named == {name for name, _ in spells}
    for key, days in spells.items():
        assert all(first <= last for first, last in days), key
        assert all(one[1] < other[0] for one, other in pairwise(sorted(days))), key


def test_every_mandate_is_that_of_a_known_mission() -> None:
    missions = {row["name"] for row in table("organizations") if row["kind"] == "mission"}
    for row in table("mandates"):
        assert row["organization"] in missions, row
        assert set(cell(row, "countries")) <= codes(), row
        assert not row["to"] or date.fromisoformat(row["from"]) <= date.fromisoformat(row["to"]), row


@pytest.mark.parametrize(
    ("name", "on", "count"),
    [("NATO", date(1999, 3, 11), 16), ("NATO", date(1999, 3, 12), 19), ("NATO", date(2022, 2, 2), 30),
     ("NATO", None, 32), ("European Union", date(2013, 7, 1), 28), ("European Union", None, 27),
     ("AUKUS", None, 3), ("Bucharest Nine", None, 9), ("the Baltics", None, 3), ("ECOWAS", None, 12)],
)  # fmt: skip
def test_head_counts_of_groups(name: str, on: date | None, count: int) -> None:
    known = group(name)
    assert known is not None
    assert len(known.members(on)) == count


def test_no_form_means_two_groups_or_two_seats() -> None:
    for name in ("groups", "metonyms"):
        forms = Counter(
            form for row in table(name) for form in {fold(word) for word in (row["name"], *cell(row, "aliases"))}
        )
        assert [form for form, count in forms.items() if count > 1] == [], name


def test_names_follow_each_other_without_a_gap_or_an_overlap() -> None:
    spells: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in table("renamings"):
        spells.setdefault((row["place"], row["country"]), []).append((row["from"] or "0000", row["to"] or "9999"))
    for key, days in spells.items():
        assert len(days) > 1, key
        assert all(one[1] < other[0] for one, other in pairwise(sorted(days))), key
    assert [naming.name for naming in namings("Fort Hood", "US")] == ["Fort Hood", "Fort Cavazos", "Fort Hood"]


def test_every_renamed_base_is_known_by_each_of_its_names() -> None:
    bases = {row["name"]: {fold(form) for form in (row["name"], *cell(row, "aliases"))} for row in table("bases")}
    missing = [
        (row["place"], row["name"])
        for row in table("renamings")
        if row["place"] in bases and fold(row["name"]) not in bases[row["place"]]
    ]
    assert missing == []


def test_towns_are_sorted_and_each_spelling_leads_to_its_town() -> None:
    from importlib.resources import files

    body = files("laydown.lexicon").joinpath("data", "towns.tsv").read_bytes().split(b"\n")
    lines = [line for line in body if line and not line.startswith((b"#", b"form\t"))]
    assert lines == sorted(lines)
    for line in lines[:: len(lines) // 500]:
        cells = line.decode().split("\t")
        assert cells[9] in {town.source for town in towns(cells[0])}, line


@pytest.mark.parametrize(
    ("name", "country"),
    [("Artemivsk", "UA"), ("Xankandi", "AZ"), ("Bakhmut Raion", "UA"), ("Rapides Parish", "US")],
)
def test_small_places_are_found(name: str, country: str) -> None:
    assert country in {town.country for town in towns(name)}


def test_landmarks_and_seats() -> None:
    assert {entry.place.type for entry in features("Euphrates River")} == {"region"}
    kremlin, pentagon = metonym("the Kremlin"), metonym("Pentagon")
    assert kremlin is not None
    assert pentagon is not None
    assert (kremlin.country, kremlin.seat, pentagon.country) == ("RU", "Moscow", "US")
    assert metonym("the Kreml") is None


def test_outlets_are_known_by_name_address_and_host() -> None:
    forms = (
        "Stars and Stripes",
        "The Fayetteville Observer",
        "https://www.fayobserver.com/story/1?x=2",
        "a.fayobserver.com:80",
    )
    homes = [found.home for form in forms if (found := outlet(form))]
    assert homes[1:] == ["Fayetteville"] * 3
    assert outlet("no such paper") is None
    hosts = ("http://x.com.au", "x.co.uk", "x.com", "x.io")
    assert [domain_country(host) for host in hosts] == ["AU", "GB", None, None]
    twice = Counter(row["domain"] for row in table("outlets"))
    assert [domain for domain, count in twice.items() if count > 1] == []

"""The tables of places, organisations and leaders keep their promises: sources, codes, coordinates, no doubles."""

import re
from collections import Counter
from math import cos, hypot, radians

import pytest

from laydown.lexicon.scan import fold
from laydown.lexicon.tables import cell, table

TABLES = (
    "countries",
    "states",
    "regions",
    "bases",
    "cities",
    "organizations",
    "leaders",
    "city_stopwords",
    "page_marks",
    "time_zones",
)
LOCATED = ("countries", "states", "regions", "bases", "cities", "groups", "metonyms", "outlets", "features")
LISTED = {
    "countries": ("aliases", "adjectives", "people", "capital"),
    "states": ("aliases",),
    "regions": ("aliases", "members"),
    "bases": ("aliases",),
    "cities": ("aliases",),
    "organizations": ("aliases",),
}
BLOCS = {"NATO", "EU", "UN", "African Union", "multinational"}
FAR = {
    "US": 60.0, "RU": 110.0, "CN": 32.0, "CA": 40.0, "AU": 28.0, "BR": 25.0, "GB": 10.0, "FR": 11.0, "NO": 20.0,
    "PT": 22.0, "IN": 22.0, "TW": 16.0,
    "CL": 25.0, "AR": 15.0, "ID": 25.0, "PG": 10.0, "EC": 12.0, "JP": 15.0, "KZ": 15.0,
    "CD": 12.0, "MU": 12.0, "PH": 12.0, "UM": 5.0, "SH": 13.0, "GL": 15.0, "PK": 10.0, "DZ": 15.0, "ZA": 12.0,
    "SE": 10.0, "MA": 10.0, "MY": 15.0,
}  # fmt: skip
"""Countries so wide that a base may lie further than ten degrees from the label point, with how far."""


def codes() -> set[str]:
    return {row["code"] for row in table("countries")}


@pytest.mark.parametrize("name", TABLES)
def test_every_row_is_whole_and_has_a_source(name: str) -> None:
    rows = table(name)
    assert list(rows[0])[-1] == "source"
    assert [row for row in rows if None in row or None in row.values() or not row["source"].strip()] == []


@pytest.mark.parametrize(
    ("name", "least"),
    [("countries", 195), ("states", 51), ("regions", 120), ("bases", 220), ("cities", 20_000), ("organizations", 250),
     ("leaders", 150)],
)  # fmt: skip
def test_tables_are_wide_enough(name: str, least: int) -> None:
    assert len(table(name)) >= least


@pytest.mark.parametrize("name", ["countries", "states", "regions", "bases", "organizations", "city_stopwords"])
def test_no_name_stands_twice(name: str) -> None:
    assert [word for word, count in Counter(row["name"] for row in table(name)).items() if count > 1] == []


@pytest.mark.parametrize("name", ["bases", "states", "organizations"])
def test_no_form_belongs_to_two_rows(name: str) -> None:
    forms = Counter(
        form for row in table(name) for form in {fold(word) for word in (row["name"], *cell(row, "aliases"))}
    )
    assert [form for form, count in forms.items() if count > 1] == []


@pytest.mark.parametrize("name", sorted(LISTED))
def test_lists_hold_words_only(name: str) -> None:
    bad = [
        (row["name"], column)
        for row in table(name)
        for column in LISTED[name]
        if row[column] and any(word != word.strip() or not word for word in row[column].split("|"))
    ]
    assert bad == []


@pytest.mark.parametrize("name", sorted(LISTED))
def test_no_alias_repeats_the_name_or_itself(name: str) -> None:
    forms = {row["name"]: (row["name"], *cell(row, "aliases")) for row in table(name)}
    assert [head for head, words in forms.items() if len(set(words)) < len(words)] == []


@pytest.mark.parametrize("name", LOCATED)
def test_coordinates_are_in_range_and_rounded(name: str) -> None:
    number = re.compile(r"-?\d{1,3}\.\d\d")
    bad = [
        row["name"]
        for row in table(name)
        if not (number.fullmatch(row["lat"]) and number.fullmatch(row["lon"]))
        or abs(float(row["lat"])) > 90
        or abs(float(row["lon"])) > 180
    ]
    assert bad == []


def test_codes_are_two_capitals_and_namibia_survives() -> None:
    assert [code for code in codes() if not re.fullmatch(r"[A-Z]{2}", code)] == []
    assert {"NA", "XK", "TW", "PS", "EH", "GU", "HK", "PR", "GL", "IO"} <= codes()
    assert len(codes()) == len(table("countries"))


@pytest.mark.parametrize("name", ["states", "bases", "cities"])
def test_places_lie_in_known_countries(name: str) -> None:
    odd = {row["country"] for row in table(name)} - codes()
    assert odd <= {"BL", "BQ", "CX", "MF", "PN", "TF"}
    assert odd == set() or name == "cities"


def test_regions_name_known_countries_and_types() -> None:
    rows = table("regions")
    assert {row["type"] for row in rows} == {"region", "sea", "admin"}
    assert {row["country"] for row in rows if row["country"]} <= codes()
    assert {code for row in rows for code in cell(row, "members")} <= codes()
    assert [row["name"] for row in rows if not 0 < int(row["radius_km"]) <= 7000] == []


def test_bases_lie_near_their_country() -> None:
    labels = {row["code"]: (float(row["lat"]), float(row["lon"])) for row in table("countries")}
    bad = []
    for row in table("bases"):
        lat, lon = labels[row["country"]]
        north = float(row["lat"]) - lat
        east = (float(row["lon"]) - lon + 180) % 360 - 180
        if hypot(north, east * cos(radians(lat))) > FAR.get(row["country"], 10.0):
            bad.append(row["name"])
    assert bad == []


def test_bases_have_a_kind_and_an_honest_code() -> None:
    rows = table("bases")
    assert {row["kind"] for row in rows} == {"army", "air", "naval", "joint", "marine", "training", "site"}
    stated = [row for row in rows if f"ICAO {row['icao']}" in row["source"]]
    assert len(stated) > 400
    assert [row["name"] for row in stated if not re.fullmatch(r"[A-Z]{4}", row["icao"])] == []
    assert [row["name"] for row in rows if "ICAO" in row["source"] and not row["icao"]] == []


def test_organizations_belong_to_somebody() -> None:
    rows = table("organizations")
    assert {row["kind"] for row in rows} == {"service", "institution", "mission", "alliance", "nonstate", "unit_family"}
    strange = [
        row["name"]
        for row in rows
        if row["nation"] not in codes() | BLOCS and (row["kind"] != "nonstate" or not row["nation"])
    ]
    assert strange == []
    assert {row["place"] for row in rows if row["place"]} <= codes()


def test_leaders_have_dates_and_countries() -> None:
    day = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
    rows = table("leaders")
    assert [row["name"] for row in rows if not day.fullmatch(row["from"])] == []
    assert [row["name"] for row in rows if row["to"] and not day.fullmatch(row["to"])] == []
    known = codes() | BLOCS | {row["nation"] for row in table("organizations")}
    assert {row["country"] for row in rows} <= known


def test_every_city_can_be_found_in_plain_letters() -> None:
    bad = [
        row["name"]
        for row in table("cities")
        if not row["name"].isascii() and fold(row["name"]).isascii() and fold(row["name"]) not in cell(row, "aliases")
    ]
    assert bad == []


def test_stopped_names_are_metropolises_capitals_or_absent() -> None:
    stopped = {fold(row["name"]) for row in table("city_stopwords")}
    seats = {(row["code"], fold(seat)) for row in table("countries") for seat in cell(row, "capital")}
    bad = [
        row["name"]
        for row in table("cities")
        if fold(row["name"]) in stopped
        and int(row["population"]) < 1_000_000
        and (row["country"], fold(row["name"])) not in seats
    ]
    assert bad == []

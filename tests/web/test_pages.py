"""Pages and their twins: the same rows for a person, a spreadsheet, a program and a map."""

import csv
import io
import re

import pytest
from starlette.testclient import TestClient

from laydown.desk.books import Ledger
from laydown.desk.held import Held
from laydown.web.held import offered


def rows(desk: TestClient, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(desk.get(address).content.decode("utf-8-sig"))))


@pytest.mark.parametrize("name", ["balance", "movements"])
def test_each_form_has_the_rows_of_the_page(desk: TestClient, name: str) -> None:
    asked = "?force=US&as-of=2022-02-11"
    table, whole = rows(desk, f"/{name}.csv{asked}"), desk.get(f"/{name}.json{asked}").json()
    mapped = desk.get(f"/{name}.geojson{asked}").json()
    shown = re.sub("<tfoot>.*?</tfoot>", "", desk.get(f"/{name}{asked}").text, flags=re.DOTALL)
    assert len(table) == len(whole["rows"]) == len(mapped["features"]) == shown.count('<th scope="row"')
    assert [feature["id"] for feature in mapped["features"]] == [row["id"] for row in table]
    assert whole["asked"] == {"force": "US", "as-of": "2022-02-11"}


def test_balances_are_those_of_the_books(desk: TestClient) -> None:
    found = {row["place"]: row for row in rows(desk, "/balance.csv?force=US&as-of=2022-02-11&asset=persons")}
    assert (found["Romania"]["level_low"], found["Romania"]["level_high"]) == ("1800", "2000")
    page = desk.get("/balance?force=US&as-of=2022-02-11&asset=persons").text
    assert "1,800–2,000" in page


def test_what_is_not_located_is_a_feature_without_a_geometry(desk: TestClient) -> None:
    found = desk.get("/movements.geojson").json()["features"]
    assert {feature["geometry"] is None for feature in found if not feature["properties"]["origin"]} == {False}
    assert all({"type", "coordinates"} <= set(one["geometry"]) for one in found if one["geometry"])


@pytest.mark.parametrize(
    ("address", "code", "words"),
    [
        ("/balance?as-of=yesterday", 422, "as-of"),
        ("/balance.json?said-by=soon", 422, "said-by"),
        ("/balance?basis=guessed", 422, "basis"),
        ("/balance?place=Zzyzx", 400, "Zzyzx"),
        ("/nothing", 404, "Not Found"),
    ],
)
def test_a_wrong_address_says_what_is_wrong(desk: TestClient, address: str, code: int, words: str) -> None:
    found = desk.get(address)
    assert (found.status_code, words in found.text) == (code, True)


def test_a_movement_is_as_far_along_as_it_was_on_the_day(desk: TestClient) -> None:
    def baltic(day: str) -> list[str]:
        return [row["status"] for row in rows(desk, f"/movements.csv?as-of={day}") if row["origin"] == "Italy"]

    assert [baltic(day) for day in ("2022-02-21", "2022-02-23", "2022-03-02")] == [[], ["announced"], ["completed"]]


def test_filters_offer_the_places_most_told_alone(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("laydown.web.held.OFFERED", 2)
    held = Held(ledger)
    assert offered(held)["places"] == list(held.contents().places)[:2]

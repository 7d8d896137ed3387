"""Why: every bound is the sum of its lines, and a movement shows all that tells of it."""

import csv
import io

import pytest
from starlette.testclient import TestClient

from laydown.desk.books import Ledger
from laydown.desk.held import Held
from laydown.desk.proofs import sums

MOVEMENT = "m-58ff16ef7475764d.c85b0958151"


def test_the_lines_of_each_bound_come_to_it(ledger: Ledger) -> None:
    held = Held(ledger)
    entries = held.books().entries
    found = held.balances(force="US", places=("Poland", "Romania", "Germany", "Baltic states"))
    proved = [side for one in found for side in sums(one.level or one.net_change, entries)]
    assert len(proved) >= 8
    assert all(side.holds for side in proved)
    assert all(side.summands[-1].running == side.total for side in proved if side.summands)


def test_a_balance_is_proved_by_lines_that_anybody_can_add(desk: TestClient) -> None:
    found = list(csv.DictReader(io.StringIO(desk.get("/why/balance.csv?place=Poland&force=US").text.lstrip("\ufeff"))))
    low = [row for row in found if (row["number"], row["side"]) == ("change", "low")]
    assert sum(int(row["times"]) * int(row["number_of_claim"]) for row in low) == int(low[0]["bound"]) == 4700
    page = desk.get("/why/balance?place=Poland&force=US").text
    assert page.count("comes to the bound") == 2
    entry = low[0]["claim"]
    assert f"#{entry.partition('.')[2]}" in page


def test_a_contested_balance_leads_to_its_conflicts(desk: TestClient) -> None:
    page = desk.get("/why/balance?place=Romania&force=US&as-of=2022-02-11").text
    assert "1,800–2,000" in page
    assert 'href="/conflicts?force=US&amp;asset=persons&amp;as-of=2022-02-11"' in page


def test_a_movement_shows_who_tells_of_it_and_who_decided(desk: TestClient) -> None:
    page = desk.get(f"/why/movement/{MOVEMENT}").text
    assert page.count('class="role role-same"') == 5
    assert "The clerk: <bdi>no open movement is like it</bdi>" in page
    assert '<svg class="life"' in page
    whole = desk.get(f"/why/movement/{MOVEMENT}.json").json()
    assert [row["role"] for row in whole["rows"]] == ["opens"] + ["same"] * 5
    assert whole["movement"]["quantity"] == {"low": 1000, "high": 1000}
    assert desk.get(f"/why/movement/{MOVEMENT}.csv").text.count("\r\n") == 7


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/why/balance?place=Zzyzx", "Zzyzx"),
        ("/why/balance?place=Poland&force=XX", "tell nothing of XX in Poland"),
        ("/why/balance", "say of which place"),
        ("/why/movement/m-0.c0", "no movement"),
        ("/why/movement/m-0.c0.json", "no movement"),
    ],
)
def test_what_is_not_there_is_told(desk: TestClient, address: str, words: str) -> None:
    found = desk.get(address)
    assert (found.status_code, words in found.text) == (404, True)

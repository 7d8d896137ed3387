"""Conflicts: who against whom, and a repair carried out by a form."""

import re

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from laydown.desk.books import Ledger

ORIGIN = {"origin": "http://127.0.0.1"}
ROMANIA = "/why/balance.json?place=Romania&force=US&asset=persons&as-of=2022-02-11"


def name(desk: TestClient) -> str:
    return str(desk.get("/conflicts.json").json()["rows"][0]["conflict"])


def send(desk: TestClient, **more: str) -> Response:
    page = desk.get("/conflicts").text
    form = {field: re.findall(f'name="{field}" value="([^"]*)"', page)[0] for field in ("csrf", "removed", "seen")}
    form["by"] = re.findall(r'<option value="([0-9a-f]{16}\.[^"]*)"', page)[0]
    return desk.post(f"/conflicts/{name(desk)}", headers=ORIGIN, data={**form, **more})


def test_claims_stand_against_each_other_with_their_witnesses(desk: TestClient) -> None:
    page = desk.get("/conflicts").text
    assert re.findall(r'class="number">([^<]*)<', page) == ["1,000", "2,500"]
    assert re.findall(r"<b>(\d witness[a-z]*)</b>", page) == ["5 witnesses", "1 witness"]
    rows = desk.get("/conflicts.json").json()["rows"]
    assert [(row["low"], row["witnesses"], row["left_out"]) for row in rows] == [(1000, 5, False), (2500, 1, True)]
    assert desk.get("/conflicts.csv").text.count("\r\n") == 3
    assert desk.get("/conflicts.json?force=GB").json()["rows"] == []
    assert desk.get("/conflicts.json?place=Poland").json()["rows"] == []


def test_the_balances_that_a_repair_leaves_are_worked_out_on_demand(desk: TestClient) -> None:
    assert "1,800–2,000" not in desk.get("/conflicts").text
    assert "level 1,800–2,000" in desk.get(f"/conflicts/{name(desk)}").text
    whole = desk.get(f"/conflicts/{name(desk)}.json").json()
    assert whole["repairs"][0]["balances"][0]["level"] == {"low": 1800, "high": 2000}


@pytest.mark.parametrize("how", ["memo", "supersedes"])
def test_a_repair_is_carried_out_and_taken_back(desk: TestClient, how: str) -> None:
    assert desk.get(ROMANIA).json()["balances"][0]["contested"]
    page = send(desk, how=how, reason="nobody else has it").text
    assert "No claims in the books contradict each other" in page
    assert "nobody else has it" in page
    assert not desk.get(ROMANIA).json()["balances"][0]["contested"]
    token = re.findall('name="csrf" value="([^"]*)"', page)[0]
    claim = re.findall('name="claim" value="([^"]*)"', page)[0]
    action = re.findall(r'action="(/review[^"]*)"', page)[0].replace("&amp;", "&")
    desk.post(action, headers=ORIGIN, data={"csrf": token, "claim": claim, "verdict": "undo"})
    assert desk.get(ROMANIA).json()["balances"][0]["contested"]


@pytest.mark.parametrize(
    ("more", "code", "words"),
    [
        ({"how": "memo", "reason": " "}, 400, "needs a reason"),
        ({"how": "memo", "reason": "x", "removed": "a.c1"}, 400, "no repair of it"),
        ({"how": "supersedes", "reason": "x", "by": "a.c1"}, 400, "which claim of the conflict"),
        ({"how": "memo", "reason": "x", "seen": ""}, 400, "does not say which rulings"),
        ({"how": "memo", "reason": "x", "csrf": "guessed"}, 403, "not of this desk"),
    ],
)
def test_a_repair_that_cannot_be_is_told_and_not_kept(
    desk: TestClient, ledger: Ledger, more: dict[str, str], code: int, words: str
) -> None:
    answer = send(desk, **more)
    assert (answer.status_code, words in answer.text) == (code, True)
    assert all(link.decided_by == "clerk" for link in ledger.books().links.values())


def test_a_conflict_that_was_settled_is_no_longer_there(desk: TestClient) -> None:
    gone = name(desk)
    send(desk, how="memo", reason="x")
    found = desk.get(f"/conflicts/{gone}")
    assert (found.status_code, "it was settled" in found.text) == (404, True)

"""The guard: who may ask the desk, and what a page may do."""

import pytest
from starlette.testclient import TestClient

from laydown.desk.books import Ledger
from laydown.desk.held import Held
from laydown.web import application


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8642", "[::1]:8642"])
def test_this_machine_may_ask(desk: TestClient, host: str) -> None:
    assert desk.get("/movements", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", ""])
def test_a_name_that_was_bound_to_this_machine_by_others_is_refused(desk: TestClient, host: str) -> None:
    assert desk.get("/movements", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("address", ["/movements", "/movements.json", "/nothing", "/balance?as-of=x"])
def test_no_answer_may_run_a_script_of_others(desk: TestClient, address: str) -> None:
    headers = desk.get(address).headers
    assert "default-src 'none'; script-src 'self';" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert (headers["x-content-type-options"], headers["x-frame-options"]) == ("nosniff", "DENY")


@pytest.mark.parametrize(
    "origin", [None, "null", "http://evil.example", "http://127.0.0.1:1", "http://127.0.0.1.evil.example"]
)
def test_a_ruling_from_another_page_is_refused(desk: TestClient, origin: str | None) -> None:
    headers = {"origin": origin} if origin else {}
    assert desk.post("/review", headers=headers, data={"claim": "x"}).status_code == 403


def test_a_flood_is_refused(desk: TestClient) -> None:
    found = desk.post("/review", headers={"origin": "http://127.0.0.1"}, content=b"x" * 70_000)
    assert found.status_code == 413


def test_a_desk_that_others_reach_asks_for_its_token(ledger: Ledger) -> None:
    guarded = application(Held(ledger), hosts=("desk.example",), token="open")  # noqa: S106 - a test's
    desk = TestClient(guarded, base_url="http://desk.example")
    assert desk.get("/movements").status_code == 401
    assert desk.get("/movements", auth=("anyone", "shut")).status_code == 401
    assert desk.get("/movements", auth=("anyone", "open")).status_code == 200
    assert desk.get("/movements", headers={"authorization": "Basic !!"}).status_code == 401

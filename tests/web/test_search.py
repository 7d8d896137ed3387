"""Search in the browser: sentences with their words marked, names, and what is said where nothing is found."""

import csv
import io
import re

import pytest
from starlette.testclient import TestClient


def rows(desk: TestClient, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(desk.get(address).content.decode("utf-8-sig"))))


def test_each_claim_found_leads_to_its_words_and_its_movement(desk: TestClient) -> None:
    text = desk.get("/search?q=Poland+TROOPS").text
    found = rows(desk, "/search.csv?q=Poland+TROOPS")
    assert (
        len(found)
        == text.count('<p class="result-words">')
        == len(desk.get("/search.json?q=Poland+TROOPS").json()["rows"])
        > 3
    )
    for one in found:
        report, _, claim = one["id"].partition(".")
        assert f'href="/report/{report}#{claim}"' in text
        assert all(f"/why/movement/{movement}" in text for movement in one["movements"].split()[:3])
    assert "<mark>troops</mark>" in text
    assert text.count("<mark>") == 2 * len(found)


def test_the_words_are_those_of_the_page_that_they_lead_to(desk: TestClient) -> None:
    address = re.search('<p class="result-words"><a href="([^"#]*)#([^"]*)"', desk.get("/search?q=Romania").text)
    assert address is not None
    assert f'id="{address[2]}"' in desk.get(address[1]).text


@pytest.mark.parametrize(
    ("words", "link"),
    [
        ("Poland", "/balance?place=Poland"),
        ("pol", "/balance?place=Poland"),
        ("us", "/balance?force=US"),
        ("United States", "/balance?force=US"),
        ("58ff16ef7475764d", "/report/58ff16ef7475764d"),
        ("m-58ff16ef7475764d.ccc525c17cc", "/why/movement/m-58ff16ef7475764d.ccc525c17cc"),
    ],
)
def test_names_and_ids_are_found_too(desk: TestClient, words: str, link: str) -> None:
    text = desk.get("/search", params={"q": words}).text
    assert f'href="{link}"' in text.partition('<ul class="named"')[2].partition("</ul>")[0]


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "zzyzx",
        '"',
        "' OR 1=1 --",
        "*",
        "NEAR(a b)",
        "\x00",
        "a:b",
        "<script>alert(1)</script>",
        "\u202e",
        "é" * 400,
    ],
)
@pytest.mark.parametrize("form", ["", ".json", ".csv", ".geojson"])
def test_whatever_is_asked_is_answered(desk: TestClient, words: str, form: str) -> None:
    found = desk.get(f"/search{form}", params={"q": words})
    assert found.status_code == 200
    assert form or ("<script>alert" not in found.text and "\u202e" not in found.text)
    assert form or "empty" in found.text or "<mark>" in found.text


def test_filters_and_clocks_leave_out_what_was_said_later(desk: TestClient) -> None:
    whole = rows(desk, "/search.csv?q=Poland")
    early = rows(desk, "/search.csv?q=Poland&said-by=2022-02-05")
    assert 0 < len(early) < len(whole)
    assert rows(desk, "/search.csv?q=Poland&force=FR") == []
    assert "under these filters" in desk.get("/search?q=Pentagon&force=FR").text


def test_too_long_a_question_is_refused(desk: TestClient) -> None:
    assert desk.get("/search", params={"q": "x" * 401}).status_code == 422

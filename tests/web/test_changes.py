"""Changes: what the ledger took last, on a page and in a feed that readers of feeds understand."""

import csv
import io
import json
from pathlib import Path

import feedparser
import pytest
from starlette.testclient import TestClient

from laydown.desk import books
from laydown.desk.books import Ledger, add_sources, open_ledger
from laydown.desk.held import Held
from laydown.web import application

BAD = "<script>alert(1)</script>\x01\u202e"


def rows(desk: TestClient, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(desk.get(address).content.decode("utf-8-sig"))))


def test_the_feed_has_what_the_page_and_its_twins_have(desk: TestClient) -> None:
    found = feedparser.parse(desk.get("/changes.atom").content)
    table = rows(desk, "/changes.csv")
    assert not found.bozo
    assert desk.get("/changes.atom").headers["content-type"].startswith("application/atom+xml")
    assert [one.id for one in found.entries] == [row["id"] for row in table]
    assert (
        len(table)
        == len(desk.get("/changes.json").json()["rows"])
        == desk.get("/changes").text.count('<th scope="row"')
    )
    assert len({one.id for one in found.entries}) == len(found.entries)
    assert all(one.id.startswith("tag:") for one in found.entries)


def test_an_entry_leads_to_the_words(desk: TestClient) -> None:
    link = feedparser.parse(desk.get("/changes.atom").content).entries[0].link
    assert link.startswith("http://127.0.0.1/report/")
    assert f'id="{link.partition("#")[2]}"' in desk.get(link).text


def test_a_ruling_comes_first_once_it_is_made(desk: TestClient, ledger: Ledger) -> None:
    claim = rows(desk, "/changes.csv")[0]["claim"]
    books.rule(ledger, claim, "memo", reason="said in jest & more", recorded="2022-03-02T12:00:00Z")
    first = rows(desk, "/changes.csv")[0]
    assert (first["what"], first["claim"], first["role"], first["reason"]) == (
        "ruling",
        claim,
        "memo",
        "said in jest & more",
    )
    assert "said in jest" in feedparser.parse(desk.get("/changes.atom").content).entries[0].summary
    assert rows(desk, "/changes.csv?recorded-by=2022-03-01")[0]["what"] == "claim"


def test_filters_hold_in_every_form(desk: TestClient) -> None:
    assert {row["force"] for row in rows(desk, "/changes.csv?force=US")} == {"US"}
    assert rows(desk, "/changes.csv?force=FR") == []
    assert feedparser.parse(desk.get("/changes.atom?force=FR").content).entries == []
    assert "under these filters" in desk.get("/changes?force=FR").text
    assert len(rows(desk, "/changes.csv?rows=3")) == 3


@pytest.fixture
def paged(tmp_path: Path) -> Ledger:
    said = {"source": "https://wire.example/a", "publisher": BAD, "published": "2022-02-02"}
    told = [
        {**said, "text": f"The US will send {n} troops to Poland. {BAD}", "title": f"{n} {BAD}"} for n in (300, 400)
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, told)), encoding="utf-8")
    found = open_ledger(str(tmp_path / "a.db"))
    for number, line in enumerate((tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()):
        (tmp_path / "one.jsonl").write_text(line, encoding="utf-8")
        list(add_sources(found, [str(tmp_path / "one.jsonl")], recorded=f"2022-02-0{number + 3}T00:00:00Z"))
    return found


def test_a_new_version_of_a_page_is_news(paged: Ledger) -> None:
    with paged:
        desk = TestClient(application(Held(paged), name=BAD), base_url="http://127.0.0.1")
        found = rows(desk, "/changes.csv")
        assert [(one["what"], one["recorded"][8:10]) for one in found] == [
            ("version", "04"),
            ("claim", "04"),
            ("claim", "03"),
        ]
        assert found[0]["version"] == "2"
        assert found[0]["before"] == found[2]["report"]
        feed = desk.get("/changes.atom")
        assert not feedparser.parse(feed.content).bozo
        assert b"<script" not in feed.content
        page = desk.get("/changes").text
        assert "<script>alert" not in page
        assert not set(page) & {"\x01", "\u202e"}

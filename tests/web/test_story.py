"""Stories in the browser: versions and copies in the order of time, and what each changed, field by field."""

import csv
import io
import json
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from laydown.desk import stories
from laydown.desk.books import Ledger, add_sources, open_ledger
from laydown.desk.held import Held
from laydown.model import Story
from laydown.web import application

HEAD = "Norway will send {} soldiers to Estonia, the defence ministry in Oslo said on Monday."
TAIL = (
    "They will come from the camp at Rena and are to stay for half a year, an official said. The defence minister of"
    " Estonia thanked Oslo for the decision and called it a clear sign to the whole of the region."
)
NOTICE = "Correction: An earlier version of this story said that 200 soldiers would go."
BAD = "<script>alert(1)</script>\u202e"


def told(text: str, hour: int, where: str = "https://wire.example/a", who: str = "Fjord Wire") -> dict[str, str]:
    day = "2023-05-08"
    at = {"published": f"{day}T08:00Z", "updated": f"{day}T{hour:02}:00Z"}
    return {"text": text, "source": where, "publisher": who, "title": f"Norway at {hour} {BAD}", **at}


DAY = (
    told(f"{HEAD.format(100)}\n\n{TAIL}", 8),
    told(f"{HEAD.format(100)}\n\n{TAIL} More on our pages.", 9, "https://post.example/x", "Harbour Post"),
    told(f"{HEAD.format(200)}\n\n{TAIL}\n\nAnother 50 soldiers will go from Germany to Latvia, the ministry said.", 12),
    told(f"{HEAD.format(300)}\n\n{TAIL}\n\n{NOTICE}", 17),
    told("Sweden sends nobody anywhere.", 18, "https://post.example/y", "Harbour Post"),
)


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    path = tmp_path_factory.mktemp("day")
    (path / "day.jsonl").write_text("\n".join(map(json.dumps, DAY)), encoding="utf-8")
    with open_ledger(str(path / "day.db")) as found:
        list(add_sources(found, [str(path / "day.jsonl")], recorded="2023-05-09T00:00:00Z"))
        yield found


@pytest.fixture
def desk(day: Ledger) -> TestClient:
    return TestClient(application(Held(day), name="day.db"), base_url="http://127.0.0.1")


def rows(desk: TestClient, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(desk.get(address).content.decode("utf-8-sig"))))


def test_all_stories_are_listed_with_what_belongs_to_them(desk: TestClient) -> None:
    found = rows(desk, "/story.csv")
    assert [(one["versions"], one["copies"], one["outlets"]) for one in found] == [
        ("1", "0", "Harbour Post"),
        ("3", "1", "Fjord Wire; Harbour Post"),
    ]
    text = desk.get("/story").text
    assert all(f"/story/{one['id']}" in text for one in found)
    assert len(desk.get("/story.json").json()["rows"]) == 2


def test_a_version_is_held_against_the_one_before_it(desk: TestClient) -> None:
    story = rows(desk, "/story.csv")[1]["id"]
    found = [
        (one["at"][11:13], one["kind"], one["what"], one["fields"], one["old"], one["new"])
        for one in rows(desk, f"/story/{story}.csv")
    ]
    assert found == [
        ("08", "first", "", "", "", ""),
        ("09", "copy", "", "", "", ""),
        ("12", "version", "", "", "", ""),
        ("12", "version", "changed", "quantity", "100", "200"),
        ("12", "version", "added", "", "", "announced 50 NO personnel Germany → Latvia"),
        ("17", "version", "", "", "", ""),
        ("17", "version", "corrected", "quantity", "200", "300"),
        ("17", "version", "removed", "", "announced 50 NO personnel Germany → Latvia", ""),
    ]


def test_the_page_shows_both_sentences_and_marks_what_differs(desk: TestClient) -> None:
    story = rows(desk, "/story.csv")[1]["id"]
    text = desk.get(f"/story/{story}").text
    assert "Norway will send <mark>200</mark> soldiers" in text
    assert "Norway will send <mark>300</mark> soldiers" in text
    assert "named in the correction" in text
    assert "An earlier version of this story said that 200 soldiers" in text
    assert "near-same text" in text
    assert "<script>alert" not in text
    assert "\u202e" not in text


def test_any_two_versions_can_be_put_side_by_side(desk: TestClient) -> None:
    whole = desk.get("/story.json").json()["rows"][1]
    old, new = whole["versions"][0]["report"], whole["versions"][3]["report"]
    text = desk.get(f"/story/{whole['id']}?old={old}&new={new}").text.partition('id="beside"')[2]
    assert "<mark>100</mark>" in text
    assert "<mark>300</mark>" in text


def test_a_story_is_known_by_any_of_its_reports(desk: TestClient) -> None:
    whole = desk.get("/story.json").json()["rows"][1]
    for version in whole["versions"]:
        found = desk.get(f"/story/{version['report']}.json").json()
        assert found["story"]["id"] == whole["id"]
    assert desk.get("/story/s-0000000000000000").status_code == 404
    assert desk.get("/story/<b>.json").status_code == 404
    assert desk.get(f"/story/{whole['id']}?old=<b>&new=%00").status_code == 200


def test_an_empty_ledger_says_how_to_begin(tmp_path: Path) -> None:
    with open_ledger(str(tmp_path / "empty.db")) as found:
        desk = TestClient(application(Held(found), name="empty.db"), base_url="http://127.0.0.1")
        assert "laydown add" in desk.get("/story").text
        assert rows(desk, "/story.csv") == []


def test_a_page_does_not_wait_for_stories_that_take_long(desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = threading.Event()
    whole = stories.stories

    def slow(ledger: Ledger) -> tuple[Story, ...]:
        gate.wait(10)
        return whole(ledger)

    monkeypatch.setattr(stories, "stories", slow)
    monkeypatch.setattr("laydown.web.pages.story.PATIENCE", 0.05)
    for address in ("/story", f"/story/{'0' * 16}"):
        found = desk.get(address)
        assert (found.status_code, "comes by itself" in found.text) == (202, True)
    gate.set()
    assert len(rows(desk, "/story.csv")) == 2
    assert desk.get("/story").status_code == 200


def test_a_person_rules_what_is_one_story(tmp_path: Path) -> None:
    """The copy is set apart, and put together with the story again; both words stay to be read."""
    (tmp_path / "day.jsonl").write_text("\n".join(map(json.dumps, DAY)), encoding="utf-8")
    with open_ledger(str(tmp_path / "day.db")) as ledger:
        list(add_sources(ledger, [str(tmp_path / "day.jsonl")], recorded="2023-05-09T00:00:00Z"))
        desk = TestClient(application(Held(ledger), name="day.db"), base_url="http://127.0.0.1")
        stories_before = rows(desk, "/story.csv")
        story = max(stories_before, key=lambda row: int(row["versions"]))
        reports = rows(desk, f"/story/{story['id']}.csv")
        copy = next(row["report"] for row in reports if row["kind"] == "copy")
        page = desk.get(f"/story/{story['id']}").text
        csrf = re.findall('name="csrf" value="([^"]+)"', page)[0]

        def rule(verdict: str, csrf: str = csrf) -> int:
            form = {"csrf": csrf, "other": copy, "verdict": verdict, "reason": "asked the desk <b>"}
            sent = desk.post(f"/story/{story['id']}", data=form, headers={"origin": "http://127.0.0.1"})
            return sent.status_code

        assert (rule("apart", "forged"), rule("perhaps")) == (403, 400)
        assert rule("apart") == 200
        assert copy not in {row["report"] for row in rows(desk, f"/story/{story['id']}.csv")}
        assert rule("together") == 200
        assert copy in {row["report"] for row in rows(desk, f"/story/{story['id']}.csv")}
        shown = desk.get(f"/story/{story['id']}").text
        assert shown.count("asked the desk &lt;b&gt;") >= 2

"""A report's page: the article with its claims marked, and nothing of hostile bytes that acts."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from laydown.desk.books import Ledger, open_ledger
from laydown.desk.held import Held
from laydown.model import Attribution, Claim, Evidence, Force, Place, Quantity, Reading, Report
from laydown.model.identity import short
from laydown.web import application

FIRST = "58ff16ef7475764d"
HERE = "http://127.0.0.1"
SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
BACKWARDS = "\u202e000,9\u2066"


def hostile(text: str, **said: object) -> Reading:
    report = Report(text=text, published="2022-02-02", **said)  # type: ignore[arg-type]
    claim = Claim(
        id="c1",
        kind="movement",
        status="announced",
        evidence=Evidence(start=0, end=min(len(text), 60)),
        spans={"force": ((0, 5),), "quantity": ((2, 8),), SCRIPT: ((3, 7),)},
        force=Force(nation=SCRIPT, units=(SCRIPT,)),
        quantity=Quantity(value=900, low=900, high=900, text=text[2:8]),
        destination=(Place(name=SCRIPT + BACKWARDS, type="city", country="PL"),),
        attribution=Attribution(speaker=SCRIPT),
    )
    return Reading(report=report, claims=(claim,))


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(str(tmp_path / "hostile.db")) as found:
        yield found


def asked(ledger: Ledger) -> TestClient:
    return TestClient(application(Held(ledger), name="hostile.db"), base_url=HERE)


def test_each_claim_has_its_words_and_its_place_in_the_books(desk: TestClient) -> None:
    text = desk.get(f"/report/{FIRST}").text
    whole = desk.get(f"/report/{FIRST}.json").json()
    assert text.count('<li class="card') == len(whole["rows"]) == 5
    for number, row in enumerate(whole["rows"], start=1):
        name = row["claim"]["id"]
        assert f'<li class="card k{number}" id="{name}"' in text
        assert f'id="w-{name}" href="#{name}"' in text
        assert all(f"/why/movement/{movement}" in text for movement in row["movements"])
    assert '<span class="f f-quantity d1">about 1,700</span>' in text
    assert whole["report"]["title"] == "Pentagon announces moves in Europe"


def test_the_text_is_all_there(desk: TestClient) -> None:
    report = desk.get(f"/report/{FIRST}.json").json()["report"]
    text = re.search("<article.*?</article>", desk.get(f"/report/{FIRST}").text, flags=re.DOTALL)
    assert text is not None
    shown = re.sub("<[^>]*>", "", re.sub(r'<a class="at.*?</a>', "", text[0]))
    assert "".join(shown.split()) == "".join(report["text"].split())


@pytest.mark.parametrize(
    "name", [FIRST, FIRST[:8], "sha256:58ff16ef7475764d8814e4cbc9ffd73149984f9c21fad9ca12cdad8caee7dc00"]
)
def test_a_report_has_several_names(desk: TestClient, name: str) -> None:
    assert desk.get(f"/report/{name}.csv").content == desk.get(f"/report/{FIRST}.csv").content


@pytest.mark.parametrize("name", ["0000000000000000", "nothing", "sha256:", "%00", "_%", "<b>"])
@pytest.mark.parametrize("form", ["", ".json", ".csv"])
def test_where_there_is_none_it_says_so(desk: TestClient, name: str, form: str) -> None:
    found = desk.get(f"/report/{name}{form}")
    assert found.status_code in {404, 422}
    assert "<b>" not in found.text or form


def test_hostile_words_are_read_and_never_run(empty: Ledger) -> None:
    reading = hostile(
        f"{SCRIPT} Troops \x01\x1b go {BACKWARDS} to Poland.\n{SCRIPT}",
        title=SCRIPT + BACKWARDS,
        publisher=SCRIPT,
        authors=(SCRIPT,),
        source="javascript:alert(1)",
        url="JavaScript:alert(2)//https://",
        retrieved="2022-02-02T00:00:00Z",
        found={"published": SCRIPT},
    )
    empty.add(reading, recorded="2022-03-01T00:00:00Z")
    found = asked(empty).get(f"/report/{short(reading.report.id)}")
    assert found.status_code == 200
    assert "<script>alert" not in found.text
    assert "<img" not in found.text
    assert "javascript:" not in re.findall('href="([^"]*)"', found.text.lower())
    assert not any(one.lower().startswith("javascript") for one in re.findall('href="([^"]*)"', found.text))
    assert not set(found.text) & set("\x01\x1b\u202e\u2066")


def test_a_source_on_the_web_is_a_link_that_tells_nothing_of_us(empty: Ledger) -> None:
    reading = hostile("Troops go to Poland.", source='https://example.org/a"><b>')
    empty.add(reading, recorded="2022-03-01T00:00:00Z")
    text = asked(empty).get(f"/report/{short(reading.report.id)}").text
    assert '<a href="https://example.org/a&#34;&gt;&lt;b&gt;" rel="noreferrer noopener"' in text


@pytest.mark.parametrize("text", ["Troops go. " * 190_000, "Troops go.\n" * 190_000, "x" * 2_000_000])
def test_a_huge_report_is_shown_soon(empty: Ledger, text: str) -> None:
    reading = hostile(text, title="T" * 100_000)
    empty.add(reading, recorded="2022-03-01T00:00:00Z")
    desk = asked(empty)
    desk.get(f"/report/{short(reading.report.id)}.css")
    start = time.perf_counter()
    found = desk.get(f"/report/{short(reading.report.id)}")
    assert time.perf_counter() - start < 2
    assert found.status_code == 200
    assert "T" * 400 not in found.text
    assert desk.get(f"/report/{short(reading.report.id)}?whole=true").status_code == 200


def test_claims_light_up_without_script(desk: TestClient) -> None:
    found = desk.get("/marks/20.css")
    assert found.headers["content-type"].startswith("text/css")
    assert found.text.count(".reading:has(") == 40
    assert len(desk.get("/marks/999999999.css").text) < 100_000

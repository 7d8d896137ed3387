"""Review: ruled and taken back through forms, by a program and by the keys of a real browser."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from httpx2 import Response
from playwright.sync_api import Browser, Page, expect
from starlette.testclient import TestClient

from laydown.desk.books import Ledger, add_sources, open_ledger
from laydown.web.app import STATIC

HOSTILE = "<script>alert(1)</script> \u202eevil"
TOLD = (
    ("2022-02-02", "Harbor Wire", "More troops", "The United States will send 2,000 troops to Poland, officials said."),
    (
        "2022-02-04",
        "Harbor Wire",
        "Another order",
        "The United States will send another 2,000 troops to Poland, the Pentagon said.",
    ),
    (
        "2022-02-07",
        "Courier Post",
        HOSTILE,
        "The United States is sending 2,000 troops to Poland, <b onclick=alert(1)>officials</b> said.",
    ),
    (
        "2022-02-08",
        "The Meridian",
        "Thousands",
        "The United States has sent thousands of troops to Romania, officials said.",
    ),
)
ORIGIN = {"origin": "http://127.0.0.1"}
SUSPENSE = "/review?show=suspense"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger with two claims in suspense, one of them hostile."""
    source = tmp_path / "reports.jsonl"
    rows = ({"published": day, "publisher": who, "title": title, "text": text} for day, who, title, text in TOLD)
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    with open_ledger(str(tmp_path / "books.db")) as found:
        list(add_sources(found, [str(source)], recorded="2022-03-01T00:00:00Z"))
        yield found


def fields(page: str) -> dict[str, str]:
    """The hidden fields of the page's form, and where it goes."""
    names = ("csrf", "claim", "seen")
    found = {name: re.findall(f'name="{name}" value="([^"]*)"', page) for name in names}
    action = re.findall(r'method="post" action="([^"]*)"', page)
    return {name: values[0] for name, values in found.items()} | {"action": action[0].replace("&amp;", "&")}


def send(desk: TestClient, page: str, **more: str) -> Response:
    form = fields(page)
    return desk.post(form.pop("action"), headers=ORIGIN, data={**form, **more})


def progress(page: str) -> str:
    return str(re.findall(r'class="progress" role="status">([^<]*)<', page)[0])


def rulings(ledger: Ledger) -> int:
    return sum(link.decided_by == "person" for link in ledger.books().links.values())


def test_a_claim_is_ruled_and_the_next_one_is_there(desk: TestClient, ledger: Ledger) -> None:
    first = desk.get(SUSPENSE).text
    assert progress(first) == "1 of 2"
    second = send(desk, first, verdict="2", note="the order of the second").text
    assert progress(second) == "2 of 2"
    assert "the order of the second" in second
    name = fields(first)["claim"]
    link = ledger.books().links[name]
    assert (link.role, link.reason, link.decided_by, link.recorded) == (
        "same",
        "the order of the second",
        "person",
        "2022-03-02T12:00:00Z",
    )


def test_the_last_ruling_is_taken_back(desk: TestClient, ledger: Ledger) -> None:
    first = desk.get(SUSPENSE).text
    second = send(desk, first, verdict="m").text
    back = send(desk, second, claim="", verdict="undo").text
    assert progress(back) == "1 of 2"
    assert fields(back)["claim"] == fields(first)["claim"]
    assert "taken back" in back
    assert ledger.books().links[fields(first)["claim"]].role == "suspense"
    assert "no ruling of this sitting to take back" in send(desk, back, claim="", verdict="undo").text


def test_a_claim_is_skipped_by_a_link(desk: TestClient) -> None:
    first = desk.get(SUSPENSE).text
    skip = re.findall(r'class="button" href="([^"]*)"', first)[0].replace("&amp;", "&")
    assert progress(desk.get(skip).text) == "2 of 2"
    last = re.findall(r'class="button" href="([^"]*)"', desk.get(skip).text)[0].replace("&amp;", "&")
    assert "2 were skipped" in desk.get(last).text


def test_two_tabs_cannot_rule_on_the_same_claim(desk: TestClient, ledger: Ledger) -> None:
    tab = desk.get(SUSPENSE).text
    send(desk, tab, verdict="1", note="mine")
    late = send(desk, tab, verdict="m", note="theirs")
    assert late.status_code == 409
    assert "since you looked" in late.text
    assert "theirs" not in late.text
    assert ledger.books().links[fields(tab)["claim"]].role == "same"
    assert rulings(ledger) == 1


@pytest.mark.parametrize("token", ["", "guessed"])
def test_a_form_without_the_token_of_this_desk_is_refused(desk: TestClient, ledger: Ledger, token: str) -> None:
    page = desk.get(SUSPENSE).text
    assert send(desk, page, csrf=token, verdict="m").status_code == 403
    form = fields(page)
    assert desk.post(form["action"], headers=ORIGIN, json=form).status_code == 415
    assert rulings(ledger) == 0


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"verdict": "9"}, "there is no verdict"),
        ({"claim": "nobody.c1", "verdict": "m"}, "there is no claim"),
        ({"seen": "", "verdict": "m"}, "there is no claim"),
        ({"verdict": "else", "role": "same", "targets": "m-nobody.c1"}, "no such target"),
        ({"verdict": "else", "role": "guess"}, "no role"),
    ],
)
def test_a_ruling_that_cannot_be_is_told_and_not_kept(
    desk: TestClient, ledger: Ledger, more: dict[str, str], words: str
) -> None:
    answer = send(desk, desk.get(SUSPENSE).text, **more)
    assert (answer.status_code, words in answer.text) == (400, True)
    assert rulings(ledger) == 0


def test_a_role_is_ruled_by_hand(desk: TestClient, ledger: Ledger) -> None:
    page = desk.get(SUSPENSE + "&place=Romania").text
    movement = next(f"m-{name}" for name, link in ledger.books().links.items() if link.role == "opens")
    send(desk, page, verdict="else", role="same", targets=movement)
    assert ledger.books().links[fields(page)["claim"]].targets == (movement,)


def test_what_a_hostile_report_says_is_only_words(desk: TestClient) -> None:
    page = desk.get(SUSPENSE).text
    assert "<script>alert" not in page
    assert "<b onclick" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    noted = send(desk, page, verdict="m", note="<img src=x onerror=alert(1)>").text
    assert "<img src=x" not in noted
    assert "style=" not in noted


def test_the_queue_has_its_twins(desk: TestClient) -> None:
    rows = desk.get("/review.json?show=suspense").json()["rows"]
    assert [row["waits"] for row in rows] == ["suspense", "suspense"]
    assert [option["role"] for option in rows[0]["link"]["options"]] == ["same", "same", "opens"]
    assert desk.get("/review.csv?show=suspense").text.count("\r\n") == 3
    send(desk, desk.get(SUSPENSE).text, verdict="m")
    ruled = desk.get("/review.json?since=2022-03-02T12:00:00Z").json()["sitting"]
    assert [(one["ruling"]["role"], one["before"]["role"]) for one in ruled] == [("memo", "suspense")]


def test_books_as_they_were_recorded_are_not_ruled_on(desk: TestClient) -> None:
    page = desk.get("/review?recorded-by=2022-03-01").text
    assert 'name="verdict"' not in page
    assert "rulings are made on the books of now" in page


def test_a_swap_tells_the_browser_its_address(desk: TestClient) -> None:
    found = desk.get(SUSPENSE + "&since=2022-03-02T12:00:00Z", headers={"hx-request": "true"})
    assert found.headers["hx-push-url"] == "/review?show=suspense&since=2022-03-02T12%3A00%3A00Z"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on which no script fails and nothing is blocked."""
    context = browser.new_context()
    found = context.new_page()
    wrong: list[str] = []
    found.on("pageerror", lambda error: wrong.append(str(error)))
    found.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    yield found
    context.close()
    assert wrong == []


@pytest.mark.skipif(
    not (STATIC / "desk.js").is_file(), reason="LOUD: the front end is not built (make front), so no key was tried"
)
def test_a_claim_is_ruled_and_taken_back_by_the_keyboard(
    served: Callable[[str], str], page: Page, ledger: Ledger, tmp_path: Path
) -> None:
    loads: list[str] = []
    page.on("load", lambda _: loads.append("load"))
    page.goto(served(SUSPENSE))
    name = page.locator("[data-review]").get_attribute("data-review") or ""
    expect(page.locator(".progress")).to_have_text("1 of 2")
    page.keyboard.press("n")
    page.keyboard.type("so says 1 and m, unused")
    expect(page.locator(".progress")).to_have_text("1 of 2")
    assert rulings(ledger) == 0
    page.keyboard.press("Escape")
    page.keyboard.press("1")
    expect(page.locator(".progress")).to_have_text("2 of 2")
    expect(page.locator(".rulings")).to_contain_text("so says 1 and m, unused")
    assert ledger.books().links[name].role == "same"
    assert "after=" in page.url
    page.keyboard.press("u")
    expect(page.locator(".progress")).to_have_text("1 of 2")
    expect(page.locator("[data-review]")).to_have_attribute("data-review", name)
    assert ledger.books().links[name].role == "suspense"
    page.keyboard.press("s")
    expect(page.locator(".progress")).to_have_text("2 of 2")
    page.keyboard.press("m")
    expect(page.locator(".empty")).to_contain_text("1 was skipped")
    assert loads == ["load"]
    page.screenshot(path=str(tmp_path / "review.png"), full_page=True)


def test_a_claim_is_ruled_without_script(served: Callable[[str], str], browser: Browser, ledger: Ledger) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served(SUSPENSE))
    page.get_by_role("button", name="memo").click()
    assert page.locator(".progress").inner_text() == "2 of 2"
    page.get_by_role("button", name="take the last one back").click()
    assert page.locator(".progress").inner_text() == "1 of 2"
    assert len([link for link in ledger.books().links.values() if link.role == "suspense"]) == 2
    context.close()


@pytest.mark.skipif(not (STATIC / "desk.js").is_file(), reason="LOUD: no front end is built (make front): no key tried")
def test_a_number_is_opened_down_to_its_sentence(served: Callable[[str], str], page: Page) -> None:
    page.goto(served("/why/balance?place=Poland&force=US&as-of=2022-02-05"))
    expect(page.locator(".holds")).to_have_count(2)
    page.locator(".adds .quote").first.click()
    page.wait_for_url("**/report/**")
    assert page.locator(":target").count() == 1
    expect(page.locator(":target")).to_contain_text("2,000")

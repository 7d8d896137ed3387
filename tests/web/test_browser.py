"""The desk in a real browser: each page opened, looked at by axe, and used by hand and by keys."""

import csv
import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from laydown.web.app import built

ROOT = Path(__file__).parents[2]
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
SHOTS = Path(os.environ.get("LAYDOWN_SHOTS", ROOT / "build" / "screenshots"))
PAGES = (
    "/map?as-of=2022-02-25",
    "/balance?as-of=2022-02-25",
    "/movements",
    "/why/balance?place=Romania&force=US",
    "/why/movement/m-58ff16ef7475764d.c85b0958151",
    "/conflicts",
    "/review?below=1",
    "/nothing",
)
SIZES = {"laptop": (1280, 800), "phone": (390, 844)}

pytestmark = pytest.mark.skipif(
    not built(), reason="LOUD: the front end is not built (make front), so no browser test ran"
)
Served = Callable[[str], str]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on which nothing may go wrong in silence: no script fails, nothing is blocked by the policy."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-GB", timezone_id="UTC")
    found = context.new_page()
    wrong: list[str] = []
    found.on("pageerror", lambda error: wrong.append(str(error)))
    found.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    yield found
    context.close()
    assert [one for one in wrong if "404 (Not Found)" not in one] == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_each_page_is_for_everybody(served: Served, page: Page, address: str, scheme: str, size: str) -> None:
    """WCAG 2.2 AA as far as axe can tell, nothing wider than the screen, and a screenshot to be looked at."""
    wide, high = SIZES[size]
    page.set_viewport_size({"width": wide, "height": high})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(served(address))
    SHOTS.mkdir(parents=True, exist_ok=True)
    name = address.strip("/").split("?")[0].replace("/", "-")
    page.screenshot(path=SHOTS / f"{name}-{scheme}-{size}.png", full_page=True)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = page.evaluate("tags => axe.run(document, {runOnly: tags})", tags)
    wrong = [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found["violations"]]
    assert wrong == [], json.dumps(wrong, indent=1)
    assert page.evaluate("document.documentElement.scrollWidth") <= wide


def test_filters_change_what_is_shown_and_the_address_without_a_reload(served: Served, page: Page) -> None:
    page.goto(served("/balance"))
    page.evaluate("window.same = true")
    page.get_by_label("As of").fill("2022-02-11")
    page.get_by_label("As of").press("Tab")
    expect(page.get_by_role("heading", level=1)).to_contain_text("11 Feb 2022")
    assert page.evaluate("window.same")
    expect(page).to_have_url(served("/balance?basis=ordered&as-of=2022-02-11"))


def test_a_page_works_without_script(served: Served, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served("/balance"))
    page.get_by_label("As of").fill("2022-02-11")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("11 Feb 2022")
    context.close()


def test_keys_lead_from_page_to_page_but_not_while_writing(served: Served, page: Page) -> None:
    page.goto(served("/balance?force=US"))
    page.get_by_label("Force").press("g")
    page.get_by_label("Force").press("v")
    expect(page).to_have_url(served("/balance?force=US"))
    page.locator("main").focus()
    page.keyboard.press("g")
    page.keyboard.press("v")
    expect(page).to_have_url(served("/movements?force=US"))
    page.wait_for_load_state("load")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()


def test_the_time_bar_follows_the_hand(served: Served, page: Page) -> None:
    """What is drawn changes as the bar is dragged, before the hand lets go, and nothing is asked of the server."""
    page.goto(served("/map?as-of=2022-03-01"))
    bar = page.get_by_role("slider", name="As of")
    box = bar.bounding_box()
    assert box is not None
    shown = page.locator("svg.map a.mark:not(.off)")
    before, asked = shown.count(), []
    page.on("request", lambda request: asked.append(request.url))
    page.mouse.move(box["x"] + box["width"] - 8, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + 5, box["y"] + box["height"] / 2, steps=12)
    expect(page.locator(".timebar output")).to_have_text("1 Feb 2022")
    assert 0 < shown.count() < before
    assert asked == []
    page.mouse.up()
    expect(page).to_have_url(re.compile("as-of=2022-02-01$"))
    expect(page.get_by_role("link", name="Balance")).to_have_attribute("href", "/balance?as-of=2022-02-01")


def test_the_time_bar_goes_by_keys(served: Served, page: Page) -> None:
    page.goto(served("/map?as-of=2022-03-01"))
    page.get_by_role("slider", name="As of").press("Home")
    expect(page.locator(".timebar output")).to_have_text("1 Feb 2022")


def test_the_drawn_day_is_the_day_that_the_server_draws(served: Served, page: Page) -> None:
    """One drawing: dragging to a day and asking for it show the same marks."""

    def marks() -> list[str]:
        return sorted(one.text_content() or "" for one in page.locator("svg.map a.mark:not(.off) > title").all())

    page.goto(served("/map?as-of=2022-03-01"))
    page.get_by_role("slider", name="As of").press("Home")
    dragged = marks()
    page.goto(served("/map?as-of=2022-02-01"))
    assert dragged == marks()
    assert dragged


def test_the_map_is_zoomed_by_keys_and_its_signs_keep_their_size(served: Served, page: Page) -> None:
    page.goto(served("/map?as-of=2022-02-25"))
    ring = page.locator("svg.map a.ring:not(.off) circle.high").first
    before, place = ring.bounding_box(), page.locator("svg.map g.seen")
    page.locator("main").focus()
    page.keyboard.press("+")
    expect(place).to_have_attribute("transform", re.compile("scale"))
    page.wait_for_timeout(400)
    after = ring.bounding_box()
    assert before is not None
    assert after is not None
    assert abs(before["width"] - after["width"]) < 1


def test_a_number_opens_down_to_its_sentence(served: Served, page: Page) -> None:
    """From the map to the sum that proves a bound, and from there to the words in their report."""
    page.goto(served("/map?as-of=2022-02-11"))
    page.get_by_label("The map in words").get_by_role("link", name="Romania").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Romania")
    page.get_by_role("link", name="joining some 900 already there").first.click()
    expect(page).to_have_url(re.compile(r"/report/[0-9a-f]{16}.*#c[0-9a-f]+$"))
    claim = page.url.rpartition("#")[2]
    expect(page.locator(f"#{claim}")).to_contain_text("900")


def test_what_is_exported_is_what_is_on_the_screen(served: Served, page: Page) -> None:
    page.goto(served("/balance?force=US&asset=persons&as-of=2022-02-11"))
    shown = [one.inner_text() for one in page.locator("tbody th").all()]
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    table = list(csv.DictReader(download.value.path().read_text(encoding="utf-8-sig").splitlines()))
    assert [row["place"] for row in table] == [one.split("contested")[0].strip() for one in shown]


def test_the_map_is_seen_as_it_was_known_on_the_day(served: Served, page: Page) -> None:
    """The other clock: a movement that had begun on 1 February was told of only the day after."""
    page.goto(served("/map?as-of=2022-02-01"))
    expect(page.locator("svg.map a.mark:not(.off)")).not_to_have_count(0)
    page.get_by_role("link", name="as known then").click()
    expect(page.get_by_role("main")).to_contain_text("no movement and no stock")
    page.get_by_role("link", name="as known today").click()
    expect(page.locator("svg.map a.mark:not(.off)")).not_to_have_count(0)

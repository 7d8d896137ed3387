"""Reports, stories, search and changes in a real browser: words and claims light up together, by hand and by keys."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from laydown.web.app import built

ROOT = Path(__file__).parents[2]
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
SHOTS = Path(os.environ.get("LAYDOWN_SHOTS", ROOT / "build" / "screenshots"))
FIRST = "/report/58ff16ef7475764d"
PAGES = {
    "report": FIRST,
    "stories": "/story",
    "story": "/story/58ff16ef7475764d",
    "search": "/search?q=Poland",
    "changes": "/changes",
}
SIZES = {"laptop": (1280, 800), "phone": (390, 844)}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
CLEAR = "rgba(0, 0, 0, 0)"

pytestmark = pytest.mark.skipif(
    not built(), reason="LOUD: the front end is not built (make front), so no browser test ran"
)
Served = Callable[[str], str]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page without script, for all of these are to be read without."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def lit(page: Page, number: int) -> bool:
    """Whether the words of a claim are marked."""
    words = page.locator(f".w.k{number}").first
    other = page.locator(".w.k1").first if number != 1 else page.locator(".w.k4").first
    shade = "one => getComputedStyle(one).backgroundColor"
    return bool(words.evaluate(shade) != other.evaluate(shade))


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_page_is_for_everybody(served: Served, browser: Browser, name: str, scheme: str, size: str) -> None:
    wide, high = SIZES[size]
    context = browser.new_context(
        viewport={"width": wide, "height": high}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.goto(served(PAGES[name]))
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}-{scheme}-{size}.png", full_page=True)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("tags => axe.run(document, {runOnly: tags})", TAGS)
    wrong = [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found["violations"]]
    assert wrong == []
    assert page.evaluate("document.documentElement.scrollWidth") <= wide
    context.close()


def test_a_claim_under_the_hand_lights_its_words_and_the_other_way_round(served: Served, page: Page) -> None:
    page.goto(served(FIRST))
    assert not lit(page, 4)
    page.locator(".card.k4").hover()
    assert lit(page, 4)
    page.locator(".w.k4").first.hover()
    shade = "one => getComputedStyle(one).backgroundColor"
    assert page.locator(".card.k4").evaluate(shade) != CLEAR
    assert page.locator(".card.k1").evaluate(shade) == CLEAR


def test_keys_lead_from_words_to_claim_and_back(served: Served, page: Page) -> None:
    page.goto(served(FIRST))
    page.locator("a.at.k4").focus()
    assert lit(page, 4)
    page.keyboard.press("Enter")
    card = page.locator(".card.k4")
    name = card.get_attribute("id")
    expect(page).to_have_url(served(f"{FIRST}#{name}"))
    assert lit(page, 4)
    card.locator("a.number").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(served(f"{FIRST}#w-{name}"))
    assert lit(page, 4)


def test_a_sentence_is_found_and_opened_at_its_claim(served: Served, page: Page) -> None:
    page.goto(served("/search"))
    page.get_by_label("Words of a sentence").fill("paratroopers poland")
    page.get_by_role("button", name="Search").click()
    page.locator(".result-words a").first.click()
    target = page.locator(".card:target")
    expect(target).to_be_visible()
    expect(target).to_be_in_viewport()


def test_a_click_on_words_leads_to_their_claim(served: Served, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(served(FIRST))
    page.locator(".text").get_by_text("about 1,700", exact=True).click()
    expect(page.locator(".card.k2:target")).to_be_visible()
    context.close()

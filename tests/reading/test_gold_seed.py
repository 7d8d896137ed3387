"""The seed report comes out right, all of it, and what it does not say is not claimed."""

import json
import re
from functools import cache
from typing import Any

import pytest

from evals.corpora import OUTSIDE, Gold, gold
from evals.scoring import COUNTED, score
from laydown import codec
from laydown.model import Claim, Reading
from laydown.reading import read

SEED = OUTSIDE["seed"]
TEXTS = SEED.parent.parent / "seed"
LABELS = ("Why it matters", "Details", "What they're saying", "The big picture", "Editor's note")
NO = {"ruled_out", "cancelled", "denied"}


@cache
def seed() -> tuple[Gold, Reading]:
    """The seed's gold and what the reader makes of its text; a loud skip where the shared folder is not there."""
    if not (SEED.exists() and TEXTS.is_dir()):
        pytest.skip(f"THE SEED REPORT IS NOT CHECKED: {TEXTS} is missing")
    (one,) = gold(SEED)
    return one, read(one.report)


def printed() -> list[dict[str, Any]]:
    """The claims as the contract prints them."""
    claims: list[dict[str, Any]] = json.loads(codec.encode(seed()[1]))["claims"]
    return claims


def of(kind: str) -> list[Claim]:
    """The claims of a kind."""
    return [claim for claim in seed()[1].claims if claim.kind == kind]


@pytest.mark.parametrize("kind", COUNTED)
def test_every_slot_is_right(kind: str) -> None:
    """Strict F1 1.0 on each counted kind: nothing missed, nothing added, nothing that differs."""
    result = score([(seed()[0].line, printed())], kinds=(kind,))
    wrong = [
        miss for miss in result.misses if kind in {(side or {}).get("kind") for side in (miss.gold, miss.predicted)}
    ]
    assert wrong == []
    assert result.gold > 0 or kind == "presence"
    assert result.strict == result.gold == result.predicted


@pytest.mark.parametrize("kind", ["statement", "command"])
def test_everything_said_is_heard(kind: str) -> None:
    """Every statement and command claim is found, with its act, its speaker and its exact quote."""
    heard = score([(seed()[0].line, printed())]).spoken[kind]
    assert heard.gold > 0
    assert heard.found == heard.gold
    assert heard.speakers.missed == 0
    assert heard.quotes.missed == 0
    assert heard.acts == heard.found or kind == "command"


def test_the_report_says_that_it_is_unfinished() -> None:
    """Its last line asks to check back for updates."""
    assert seed()[1].report.breaking


def test_the_five_parts_are_found() -> None:
    """Each label opens a part that reaches to the next one; the last reaches the end."""
    report = seed()[1].report
    assert tuple(section.label for section in report.sections) == LABELS
    ends = [section.start for section in report.sections[1:]] + [len(report.text)]
    for section, end in zip(report.sections, ends, strict=True):
        assert report.text.startswith(f"{section.label}: ", section.start)
        assert not report.text[section.end : end].strip()


def test_nobody_goes_to_ukraine() -> None:
    """The one movement to Ukraine is ruled out, and nobody is said to be there."""
    there = [c for c in of("movement") if any(place.country == "UA" for place in c.destination)]
    assert {claim.status for claim in there} == {"ruled_out"}
    assert not [c for c in of("presence") if c.force and c.force.nation == "US" and c.status not in NO]


def test_the_8500_go_nowhere() -> None:
    """They are on alert, once; no movement and no presence has their number."""
    holders = [c for c in seed()[1].claims if c.quantity and c.quantity.value == 8500]
    assert [(claim.kind, claim.status) for claim in holders] == [("readiness", "on_alert")]
    for claim in of("movement"):
        assert all("8,500" not in seed()[1].report.text[a:b] for spans in claim.spans.values() for a, b in spans)


def test_nobody_is_counted_twice() -> None:
    """Each number in the text belongs to one claim, and the numbers that move are 2,000 and 1,000."""
    reading = seed()[1]
    spans = [span for claim in reading.claims for span in claim.spans.get("quantity", ())]
    assert len(spans) == len(set(spans))
    moving = [c.quantity.value for c in of("movement") if c.quantity and c.quantity.value is not None]
    assert sorted(moving) == [1000, 2000]
    thousands = [c for c in of("movement") if c.quantity and c.quantity.hedge == "vague"]
    assert [(c.quantity.low, c.quantity.high) for c in thousands if c.quantity] == [(2000, None)]


def test_every_number_of_people_and_money_is_claimed() -> None:
    """No figure of the report is lost: each stands behind the quantity of a claim."""
    reading = seed()[1]
    text = reading.report.text
    behind = {text[a:b] for claim in reading.claims for a, b in claim.spans.get("quantity", ())}
    for figure in re.findall(r"\$?\d[\d,]*(?: million)?", text):
        assert any(figure in words for words in behind), f"{figure} is in no claim"


def test_every_quote_is_word_for_word() -> None:
    """The quotes are those of gold, all of them by Kirby; a word or two between marks is none."""
    reading = seed()[1]
    quotes = [claim for claim in of("statement") if claim.quote]
    expected = [c["quote"] for c in seed()[0].line["claims"] if c.get("quote")]
    assert [claim.quote for claim in quotes] == expected
    for claim in quotes:
        ((start, end),) = claim.spans["quote"]
        assert reading.report.text[start:end] == claim.quote
        assert claim.attribution is not None
        assert claim.attribution.speaker == "John Kirby"

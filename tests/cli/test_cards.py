"""Cards: what a person sees, drawn from readings built by hand."""

import io
from collections.abc import Callable
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from laydown.cli.cards import STATUS_SIGNS, headline, print_reading
from laydown.cli.marks import LABELS, evidence_lines
from laydown.model import FIELDS, Claim, Evidence, Force, Quantity, Reading, Report, Status


def drawn(reading: Reading, width: int = 100, *, colour: bool = False) -> str:
    """READING as it appears on a screen of WIDTH cells."""
    out = io.StringIO()
    screen = Console(
        file=out, width=width, highlight=False, markup=False, emoji=False,
        force_terminal=colour, color_system="standard" if colour else None,
    )  # fmt: skip
    print_reading(screen, reading)
    return out.getvalue()


@pytest.mark.parametrize("width", [100, 80, 60])
def test_cards_of_every_kind(reading: Reading, golden: Callable[[str, str], None], width: int) -> None:
    """The words that a person reads, at three widths."""
    words = drawn(reading, width)
    assert all(cell_len(line) <= width for line in words.splitlines())
    golden(f"cli/golden/cards-{width}.txt", words)


def test_cards_in_colour_say_the_same(reading: Reading, golden: Callable[[str, str], None]) -> None:
    """Colour adds nothing that the signs and the ruler do not say."""
    golden("cli/golden/cards-colour.txt", drawn(reading, colour=True))


def test_a_report_without_claims_says_so(golden: Callable[[str, str], None]) -> None:
    """Silence would look like a failure."""
    golden("cli/golden/nothing-found.txt", drawn(Reading(report=Report(text="Rain fell.", source="weather.txt"))))


def test_no_line_ends_in_white_space(reading: Reading) -> None:
    """Files made of cards compare well."""
    untitled = Reading(report=Report(text="Rain fell.", source="weather.txt"))
    lines = (drawn(reading) + drawn(untitled)).splitlines()
    assert [line for line in lines if line != line.rstrip()] == []


def test_every_status_has_a_sign_of_its_own() -> None:
    """Colour is never the only sign."""
    assert set(STATUS_SIGNS) == set(get_args(Status))
    signs = [sign for sign, _ in STATUS_SIGNS.values()]
    assert len(set(signs)) == len(signs)
    assert all(cell_len(sign) == 1 for sign in signs)


def test_every_field_has_a_word_on_the_ruler() -> None:
    """A field of the contract that gets a span is named under its words."""
    assert {name for fields in FIELDS.values() for name in fields} | {"when", "attribution", "status"} == set(LABELS)


@pytest.mark.parametrize(
    ("quantity", "line"),
    [
        (Quantity(value=2000, low=2000, high=2000), "2,000 US personnel"),
        (Quantity(value=90_000, low=90_000, hedge="at_least"), "≥90,000 US personnel"),
        (Quantity(value=800, high=800, hedge="at_most"), "≤800 US personnel"),
        (Quantity(value=500, hedge="about"), "~500 US personnel"),
        (Quantity(low=300, high=400, hedge="between"), "300–400 US personnel"),
        (Quantity(low=2000, hedge="vague", text="thousands"), "“thousands” (≥2,000) US personnel"),
        (Quantity(value=1, low=1, high=1, unit="ships"), "1 US ship"),
        (Quantity(), "? US personnel"),
        (None, "US personnel"),
    ],
)
def test_quantities_in_plain_notation(quantity: Quantity | None, line: str) -> None:
    """A hedge is a sign, so that a range never looks like a number."""
    claim = Claim(
        id="c1",
        kind="presence",
        status="present",
        evidence=Evidence(start=0, end=1),
        force=Force(nation="US"),
        quantity=quantity,
    )
    assert headline(claim) == line


@given(st.data())
def test_the_ruler_stands_under_its_words(data: st.DataObject) -> None:
    """Whatever the text and the spans: no word is lost, and no line is wider than asked."""
    text = data.draw(st.text(st.characters(categories=["L", "N", "P", "Z"]), min_size=1, max_size=200))
    offsets = st.integers(0, len(text))
    pairs = st.tuples(offsets, offsets).map(lambda pair: (min(pair), max(pair)))
    start, end = data.draw(pairs)
    spans = data.draw(st.dictionaries(st.sampled_from(sorted(LABELS)), st.lists(pairs, max_size=2).map(tuple)))
    claim = Claim(id="c", kind="movement", status="announced", evidence=Evidence(start=start, end=end), spans=spans)
    lines = list(evidence_lines(text, claim, 40))
    words = "".join(line.plain for line, _ in lines)
    assert "".join(text[start:end].split()) in "".join(words.split())
    for line, ruler in lines:
        assert cell_len(line.plain) <= 40
        assert ruler is None or cell_len(ruler.plain) <= cell_len(line.plain)

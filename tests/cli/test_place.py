"""`laydown place`: a card or a line of JSON a name, and exit codes that a script can trust."""

import json
from collections.abc import Callable

import pytest

Run = Callable[..., tuple[int, str, str]]


def test_a_card_says_where_why_and_what_was_beaten(run: Run) -> None:
    code, out, err = run("place", "Fort Liberty", "--as-of", "2024-01-01")
    assert (code, err) == (0, "")
    assert "Fort Liberty  =  Fort Bragg, US" in out
    assert "35.14 N 79.00 W  ± 5 km" in out
    assert "called Fort Liberty on 2024-01-01" in out
    assert "GeoNames" in out


def test_json_is_a_line_a_name_with_all_candidates(run: Run) -> None:
    code, out, _ = run("place", "Springfield", "Vilseck", "--in", "Illinois", "--json")
    springfield, vilseck = map(json.loads, out.splitlines())
    assert code == 0
    assert (springfield["admin"], springfield["kind"]) == ("IL", "town")
    assert len(springfield["candidates"]) == 10
    assert springfield["others"] > 10
    assert vilseck["place"]["id"] == "base:vilseck"
    assert set(vilseck["place"]) == {"name", "type", "country", "members", "lat", "lon", "radius_km", "id"}


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [("Seoul", "Seoul agreed to send 300 soldiers.", "government"), ("Seoul", "The unit left for Seoul.", "town"),
     ("Poland", "Poland said no.", "government"), ("Poland", "They trained in Poland.", "country"),
     ("Georgia", "The Georgia Army National Guard sent a company.", "province")],
)  # fmt: skip
def test_the_sentence_tells_a_place_from_its_government(name: str, text: str, kind: str, run: Run) -> None:
    _, out, _ = run("place", name, "--in", text, "--json")
    assert json.loads(out)["kind"] == kind


def test_an_unknown_name_is_a_finding(run: Run) -> None:
    code, out, _ = run("place", "Zzyzx", "Vilseck")
    assert code == 1
    assert "Zzyzx  unresolved" in out
    assert "Vilseck, DE" in out


def test_a_day_that_is_none_is_wrong_use(run: Run) -> None:
    code, _, err = run("place", "NATO", "--as-of", "yesterday")
    assert code == 2
    assert "write it as 2022-02-02" in err


def test_hostile_names_are_shown_as_text(run: Run) -> None:
    code, out, _ = run("place", "[red]\x1b[31mParis\u202e", "x" * 5000)
    assert code == 1
    assert "\x1b" not in out

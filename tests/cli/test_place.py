"""`laydown place`: a card or a line of JSON a name, and exit codes that a script can trust."""

import json
import sys

import pytest

from laydown.cli import main


def run(words: list[str], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Run the command in this process; give code, stdout and stderr."""
    monkeypatch.setattr(sys, "argv", ["laydown", "place", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    out, err = capfd.readouterr()
    return int(ended.value.code or 0), out, err


def test_a_card_says_where_why_and_what_was_beaten(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(["Fort Liberty", "--as-of", "2024-01-01"], monkeypatch, capfd)
    assert (code, err) == (0, "")
    assert "Fort Liberty  =  Fort Bragg, US" in out
    assert "35.14 N 79.00 W  ± 5 km" in out
    assert "called Fort Liberty on 2024-01-01" in out
    assert "GeoNames" in out


def test_json_is_a_line_a_name_with_all_candidates(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(["Springfield", "Vilseck", "--in", "Illinois", "--json"], monkeypatch, capfd)
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
def test_the_sentence_tells_a_place_from_its_government(
    name: str, text: str, kind: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = run([name, "--in", text, "--json"], monkeypatch, capfd)
    assert json.loads(out)["kind"] == kind


def test_an_unknown_name_is_a_finding(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(["Zzyzx", "Vilseck"], monkeypatch, capfd)
    assert code == 1
    assert "Zzyzx  unresolved" in out
    assert "Vilseck, DE" in out


def test_a_day_that_is_none_is_wrong_use(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(["NATO", "--as-of", "yesterday"], monkeypatch, capfd)
    assert code == 2
    assert "write it as 2022-02-02" in err


def test_hostile_names_are_shown_as_text(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(["[red]\x1b[31mParis\u202e", "x" * 5000], monkeypatch, capfd)
    assert code == 1
    assert "\x1b" not in out

"""The command in this process; a reading built by hand, so that tests of the cards do not depend on the reader."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from laydown.cli import main
from laydown.model import (
    Attribution,
    Claim,
    Evidence,
    Force,
    Offsets,
    Period,
    Place,
    Quantity,
    Reading,
    Report,
    Section,
)

EXAMPLE = Path(__file__).parents[2] / "examples" / "baltic-reinforcement.txt"
TEXT = EXAMPLE.read_text(encoding="utf-8").strip()
MARSH = Attribution(
    speaker="Helen Marsh",
    role="Defence Secretary",
    organization="Ministry of Defence",
    country="GB",
    said=date(2024, 3, 6),
)
OFFICIAL = Attribution(role="senior official", organization="NATO", anonymous=True)
TROOPS = Force(nation="GB", text="soldiers")


def _at(words: str) -> Offsets:
    """Where WORDS first stand in the example."""
    start = TEXT.index(words)
    return start, start + len(words)


def _spans(**words: str) -> dict[str, tuple[Offsets, ...]]:
    """The spans of fields by the WORDS behind each, several of them apart by a bar."""
    return {name: tuple(_at(piece) for piece in pieces.split("|")) for name, pieces in words.items()}


def _evidence(first: str, last: str) -> Evidence:
    """The words from FIRST to LAST."""
    return Evidence(start=_at(first)[0], end=_at(last)[1])


def _country(name: str, code: str) -> Place:
    return Place(name=name, type="country", country=code)


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> Callable[..., tuple[int, str, str]]:
    """Run the command in this process, on a ledger of its own in the current folder; give code, stdout and stderr."""
    monkeypatch.setenv("LAYDOWN_LEDGER", str(tmp_path / "books.db"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.chdir(tmp_path)

    def command(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["laydown", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capfdbinary.readouterr()
        return int(ended.value.code or 0), out.decode(), err.decode()

    return command


@pytest.fixture
def reading() -> Reading:
    """The example with a claim of each kind and many of the statuses."""
    report = Report(
        text=TEXT,
        source="examples/baltic-reinforcement.txt",
        publisher="Northern Courier",
        title="Britain to send 900 more soldiers to Estonia",
        published="2024-03-06",
        breaking=True,
        sections=(Section(label="Elsewhere", start=_at("Elsewhere")[0], end=_at("Northern Courier.")[1]),),
    )
    return Reading(report=report, claims=(*_movements(), *_others()))


def _movements() -> tuple[Claim, ...]:
    return (
        Claim(
            id="c1",
            kind="movement",
            status="announced",
            force=TROOPS,
            quantity=Quantity(value=900, low=900, high=900, text="900"),
            additional=True,
            origin=(Place(name="Bulford", type="base", country="GB"),),
            destination=(_country("Estonia", "EE"),),
            action="reinforce",
            duration="temporary",
            when=Period(start=date(2024, 3, 6), text="within weeks"),
            attribution=MARSH,
            evidence=_evidence("Britain will", "within weeks"),
            spans=_spans(
                quantity="900",
                force="900 more soldiers",
                destination="Estonia",
                origin="Bulford in southern England",
                when="within weeks",
                attribution="Defence Secretary Helen Marsh",
                status="will send",
                additional="more",
            ),
            confidence=0.93,
        ),
        Claim(
            id="c2",
            kind="movement",
            status="underway",
            force=Force(nation="DE", category="air_defence", units=("Patriot battery",), text="a Patriot battery"),
            quantity=Quantity(value=1, low=1, high=1, unit="batteries", text="a"),
            origin=(Place(name="Husum", type="city", country="DE"),),
            destination=(_country("Lithuania", "LT"),),
            action="deploy",
            attribution=Attribution(role="spokesman", organization="defence ministry", country="DE"),
            evidence=_evidence("Germany has begun", "Lithuania"),
            spans=_spans(
                force="Patriot battery",
                quantity="a Patriot",
                origin="Husum",
                destination="Lithuania",
                status="has begun moving",
                attribution="German defence ministry spokesman",
            ),
            confidence=0.81,
        ),
        Claim(
            id="c3",
            kind="movement",
            status="considered",
            force=Force(nation="CA", text="troops"),
            quantity=Quantity(value=400, low=400, high=400, text="400"),
            additional=True,
            destination=(_country("Latvia", "LV"),),
            attribution=Attribution(role="official", anonymous=True, via="Northern Courier"),
            evidence=_evidence("Canada is weighing", "to Latvia, two"),
            spans=_spans(force="troops to Latvia, two", quantity="400", status="is weighing", destination="Latvia"),
            confidence=0.7,
        ),
        Claim(
            id="c4",
            kind="movement",
            status="ruled_out",
            force=TROOPS,
            destination=(_country("Ukraine", "UA"),),
            attribution=MARSH,
            evidence=_evidence("There will be no", "soil"),
            spans=_spans(
                force="British troops", destination="Ukrainian soil", status="will be no", attribution="she said"
            ),
            confidence=0.88,
        ),
    )


def _others() -> tuple[Claim, ...]:
    return (
        Claim(
            id="c5",
            kind="presence",
            status="present",
            force=TROOPS,
            quantity=Quantity(value=850, hedge="about", text="about 850"),
            location=(Place(name="Tapa", type="base", country="EE"),),
            evidence=_evidence("about 850", "at Tapa"),
            spans=_spans(quantity="about 850", force="British personnel", location="Tapa", status="already based"),
            confidence=0.9,
        ),
        Claim(
            id="c6",
            kind="readiness",
            status="on_alert",
            force=Force(nation="NL", text="marines"),
            quantity=Quantity(value=1500, low=1500, high=1500, text="1,500"),
            when=Period(start=date(2024, 3, 4), end=date(2024, 3, 4), text="Monday"),
            attribution=OFFICIAL,
            evidence=_evidence("The Netherlands placed", "on Monday"),
            spans=_spans(
                quantity="1,500",
                force="marines",
                status="placed|heightened alert",
                when="Monday",
                attribution="senior NATO official",
            ),
            confidence=0.86,
        ),
        Claim(
            id="c7",
            kind="assistance",
            status="announced",
            quantity=Quantity(
                value=210_000_000, low=210_000_000, hedge="at_least", unit="USD", text="more than $210 million"
            ),
            donor="SE",
            recipient="UA",
            authority="Sweden",
            evidence=_evidence("Sweden approved", "for Ukraine"),
            spans=_spans(quantity="more than $210 million", donor="Sweden", recipient="Ukraine", status="approved"),
            confidence=0.84,
        ),
        Claim(
            id="c8",
            kind="command",
            status="stated",
            force=Force(nation="GB", text="The force in Estonia"),
            under="NATO",
            evidence=_evidence("The force in Estonia", "NATO command"),
            spans=_spans(force="The force in Estonia", under="NATO command"),
            confidence=0.75,
        ),
        Claim(
            id="c9",
            kind="statement",
            status="stated",
            act="justifies",
            topic="the purpose of the forces",
            quote="These forces defend. They threaten nobody,",
            attribution=MARSH,
            evidence=_evidence('"These forces', "Marsh said. She"),
            spans=_spans(
                quote="These forces defend. They threaten nobody,", act="defend", attribution="Marsh said. She"
            ),
            confidence=0.6,
        ),
    )

"""Durations: for good, for a time or in turns, only where the words say so."""

import pytest

from laydown.model import Report
from laydown.reading import read


def durations(text: str) -> list[str]:
    """The durations of a report's movements, each with its words."""
    found = read(Report(text=text, published="2022-02-02")).claims
    return [
        f"{c.duration}: {', '.join(text[a:b] for a, b in c.spans['duration'])}" if c.duration else "-"
        for c in found
        if c.kind == "movement"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 3,000 soldiers will be permanently stationed in Lithuania, Germany announced.", "permanent: permanently"),
        ("Italy sent 400 soldiers temporarily to Lebanon.", "temporary: temporarily"),
        ("France will send 500 soldiers to Romania for six months.", "temporary: for six months"),
        ("The U.S. will rotate 500 soldiers to Romania on a nine-month deployment.", "temporary: nine-month"),
        ("Washington is sending a rotational force of 300 Marines to Norway.", "rotational: rotational"),
        ("The U.S. will send 2,000 troops to Poland. The deployment is temporary.", "temporary: temporary"),
        (
            'The U.S. will send 2,000 troops to Poland, Kirby said. "These are not permanent moves," Kirby said.',
            "temporary: permanent",
        ),
        ("Australia will send 80 troops to Iraq. These troops are not there permanently.", "temporary: permanently"),
    ],
)
def test_a_duration_is_read_with_its_words(text: str, expected: str) -> None:
    """In the movement's own clause, or in a later remark on it."""
    assert durations(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. will send 2,000 troops to Poland. The peace is not permanent.",
        "The U.S. will send 2,000 troops to Poland.",
        "Sweden withdrew 220 soldiers from Mali after a six-month mission.",
        "Poland sent 500 soldiers to build a permanent bridge in Iraq.",
        "France sent 500 soldiers to Chad in 2013. The new moves are temporary.",
        'The U.S. will send 2,000 troops to Poland, Kirby said. "These are not permanent moves," Lavrov said.',
    ],
)
def test_a_duration_of_something_else_is_none(text: str) -> None:
    """A bridge, a peace, a mission that is over, moves long done, and what another says of his own."""
    assert durations(text) == ["-"]

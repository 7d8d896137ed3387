"""Records of parliaments and interviews: whose label speaks, who answers, and what is only asked."""

import pytest

from tests.reading.notation import lines

RECORDS = [
    (
        """Minister for Defence (Deputy Conor Hayes): There are 130 Irish personnel in Lebanon.

A further 300 Irish soldiers will go to Chad.

Deputy Una Roe: Is it true that 300 Irish soldiers are in Kosovo?

Deputy Conor Hayes: There are 200 Irish soldiers in Kosovo.""",
        [
            "presence present IE 130 @Lebanon | Conor Hayes",
            "movement announced IE +300 >Chad | Conor Hayes",
            "presence present IE 200 @Kosovo | Conor Hayes",
        ],
    ),
    (
        "The Defence Minister, Ana Ruiz, in talk\nQ: 300 Spanish men in Chad?\nA: 200 Spanish soldiers are in Chad.",
        ["presence present ES 200 @Chad | Ana Ruiz"],
    ),
    (
        "Q. Will 300 Spanish soldiers go to Chad?\nA. We have sent 200 Spanish soldiers to Chad.",
        ["movement completed ES 200 >Chad"],
    ),
    ("Senator Hill: There are 900 Australian troops in Iraq.", ["presence present AU 900 @Iraq | Hill"]),
    (
        "Senator Hill: Canberra is proud\nSYDNEY - Australia has sent 900 troops to Iraq.",
        ["movement completed AU 900 >Iraq"],
    ),
    ("Officials: 300 French troops sent to Chad", ["movement completed FR 300 >Chad"]),
    ("Major exercises: 300 French troops sent to Chad.", ["movement completed FR 300 >Chad"]),
]


@pytest.mark.parametrize(("text", "expected"), RECORDS)
def test_a_titled_label_speaks_until_the_next(text: str, expected: list[str]) -> None:
    """A record's labels speak on; a headline's label speaks for itself; a question asserts nothing."""
    assert [one for one in lines(text) if not one.startswith("statement")] == expected

"""Confidence is a share that follows from counted features, the same for the same claim."""

from dataclasses import replace

import pytest

from laydown.lexicon.tables import table
from laydown.model import Claim, Evidence, Force, Place, Quantity
from laydown.reading.confidence import confidence, features

CLAIM = Claim(
    id="c1",
    kind="movement",
    status="announced",
    evidence=Evidence(start=0, end=10),
    force=Force(nation="PL", text="soldiers"),
    quantity=Quantity(value=500, low=500, high=500, text="500"),
    destination=(Place(name="Latvia", type="country", country="LV"),),
    spans={"force": ((0, 4), (5, 9))},
)


UNIT = Force(nation="PL", units=("12th Brigade",), category="materiel")


def test_a_claim_with_number_place_and_nation_is_surer_than_one_without() -> None:
    bare = replace(CLAIM, quantity=None, destination=(), force=Force(text="soldiers"), spans={})
    assert confidence(CLAIM) > confidence(bare)


def test_a_place_that_no_country_is_known_for_makes_a_claim_less_sure() -> None:
    unlisted = replace(CLAIM, destination=(Place(name="Zzyzx", type="city"),))
    assert "place without country" in features(unlisted)
    assert confidence(unlisted) < confidence(CLAIM)


def test_confidence_is_never_quite_certain() -> None:
    assert 0.03 <= confidence(CLAIM) <= 0.97


def test_the_same_claim_has_the_same_confidence() -> None:
    assert confidence(CLAIM) == confidence(replace(CLAIM, id="c2"))


@pytest.mark.parametrize("name", [row["feature"] for row in table("confidence")])
def test_every_weighed_feature_is_one_that_a_claim_can_have(name: str) -> None:
    shapes = [
        CLAIM,
        replace(CLAIM, kind="presence", status="former", force=UNIT, spans={}),
        replace(CLAIM, kind="readiness", status="on_alert", force=Force(), authority="NATO"),
        replace(CLAIM, kind="assistance", force=None),
        replace(CLAIM, origin=CLAIM.destination * 3, destination=(Place(name="Zzyzx", type="city"),)),
    ]  # fmt: skip
    spoken = {"speaker"}  # an attribution is all that it asks for
    assert name in spoken or any(name in features(shape) for shape in shapes)

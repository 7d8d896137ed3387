"""The codec: nouns come back as they went, and what is printed is what the schema says."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, get_args

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from laydown import codec
from laydown.model import (
    FIELDS,
    STATUSES,
    Act,
    Action,
    Attribution,
    Category,
    Claim,
    Duration,
    Evidence,
    Force,
    Hedge,
    Kind,
    Period,
    Place,
    PlaceType,
    Quantity,
    Reading,
    Report,
    Section,
)

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "docs" / "laydown.schema.json"

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
maybe_words = st.none() | words
several_words = st.lists(words, max_size=3).map(tuple)
numbers = st.integers(0, 10**12) | st.floats(0, 1e12).filter(lambda value: value != int(value))
offsets = st.integers(0, 5000)
spans = st.dictionaries(words, st.lists(st.tuples(offsets, offsets), max_size=3).map(tuple), max_size=4)
maybe_days = st.none() | st.dates(min_value=date(1900, 1, 1))


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Quantities with their bounds in order, any of them unknown."""
    low, value, high = sorted(draw(st.lists(numbers, min_size=3, max_size=3)))
    known = draw(st.lists(st.booleans(), min_size=3, max_size=3))
    bounds = {"low": low, "value": value, "high": high}
    stated: dict[str, Any] = {name: bound for (name, bound), there in zip(bounds.items(), known, strict=True) if there}
    hedge = draw(st.sampled_from(get_args(Hedge)))
    return Quantity(**stated, hedge=hedge, unit=draw(words), text=draw(words))


forces = st.builds(
    Force, nation=maybe_words, category=st.sampled_from(get_args(Category)), units=several_words, text=maybe_words
)
places = st.builds(
    Place,
    name=words,
    type=st.sampled_from(get_args(PlaceType)),
    country=maybe_words,
    members=several_words,
    lat=st.none() | st.floats(-90, 90),
    lon=st.none() | st.floats(-180, 180),
    id=maybe_words,
)
attributions = st.builds(
    Attribution,
    speaker=maybe_words,
    role=maybe_words,
    organization=maybe_words,
    country=maybe_words,
    anonymous=st.booleans(),
    said=maybe_days,
    via=maybe_words,
)
FIELD_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "force": st.none() | forces,
    "quantity": st.none() | quantities(),
    "additional": st.booleans(),
    "origin": st.lists(places, max_size=2).map(tuple),
    "destination": st.lists(places, max_size=2).map(tuple),
    "location": st.lists(places, max_size=2).map(tuple),
    "action": st.none() | st.sampled_from(get_args(Action)),
    "duration": st.none() | st.sampled_from(get_args(Duration)),
    "act": st.none() | st.sampled_from(get_args(Act)),
    "part_of": several_words,
    "total_of": several_words,
}


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """Claims of every kind, with the fields that their kind has."""
    kind: Kind = draw(st.sampled_from(get_args(Kind)))
    fields: dict[str, Any] = {name: draw(FIELD_VALUES.get(name, maybe_words)) for name in FIELDS[kind]}
    return Claim(
        id=draw(words),
        kind=kind,
        status=draw(st.sampled_from(STATUSES[kind])),
        evidence=Evidence(start=draw(offsets), end=draw(offsets)),
        spans=draw(spans),
        confidence=draw(st.floats(0, 1)),
        when=draw(st.none() | st.builds(Period, start=maybe_days, end=maybe_days, text=words)),
        attribution=draw(st.none() | attributions),
        **fields,
    )


reports = st.builds(
    Report,
    text=words,
    source=maybe_words,
    publisher=maybe_words,
    title=maybe_words,
    authors=several_words,
    language=maybe_words,
    published=maybe_words,
    updated=maybe_words,
    breaking=st.booleans(),
    sections=st.lists(st.builds(Section, label=words, start=offsets, end=offsets), max_size=2).map(tuple),
)
readings = st.builds(Reading, report=reports, claims=st.lists(claims(), max_size=3).map(tuple))


@given(readings)
def test_a_reading_comes_back_equal(reading: Reading) -> None:
    """Nothing is lost on the wire, and the same reading is the same bytes."""
    line = codec.encode(reading)
    assert codec.decode(line) == reading
    assert codec.encode(codec.decode(line)) == line
    assert b"\n" not in line


@given(readings)
def test_what_is_printed_is_what_the_schema_says(reading: Reading) -> None:
    """Whatever the nouns can hold, the schema allows."""
    jsonschema.Draft202012Validator(codec.schema()).validate(json.loads(codec.encode(reading)))


def test_a_claim_prints_the_fields_of_its_kind_and_no_others() -> None:
    """A readiness claim has a location and no destination."""
    claim = Claim(id="c1", kind="readiness", status="on_alert", evidence=Evidence(start=0, end=1))
    printed = codec.claim_to_json(claim)
    assert list(printed) == [
        "id", "kind", "status", "force", "quantity", "location", "authority",
        "when", "attribution", "evidence", "spans", "confidence",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value"), [("status", "present"), ("destination", None), ("kind", "retreat"), ("guess", 1)]
)
def test_the_schema_refuses_what_a_kind_does_not_have(name: str, value: object) -> None:
    """No movement is `present`, and no field is left out, null where it is a list, or added."""
    claim = Claim(id="c1", kind="movement", status="announced", evidence=Evidence(start=0, end=1))
    line = codec.reading_to_json(Reading(report=Report(text="x"), claims=(claim,)))
    line["claims"][0][name] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(codec.schema()).validate(line)


def test_an_id_that_is_not_the_hash_of_the_text_is_refused() -> None:
    """A line whose words were changed is not the report that it says it is."""
    line = codec.encode(Reading(report=Report(text="2,000 troops")))
    with pytest.raises(msgspec.ValidationError, match="not the hash"):
        codec.decode(line.replace(b"2,000", b"9,000"))


def test_unknown_keys_are_passed_over() -> None:
    """The contract may add fields; an older reader keeps reading."""
    line = codec.reading_to_json(Reading(report=Report(text="x"))) | {"score": 1}
    assert codec.decode(json.dumps(line)).report.text == "x"


def test_the_committed_schema_is_the_generated_one(golden: Callable[[str, str], None]) -> None:
    """`make schema` writes it anew."""
    jsonschema.Draft202012Validator.check_schema(codec.schema())
    golden("../docs/laydown.schema.json", codec.schema_text())

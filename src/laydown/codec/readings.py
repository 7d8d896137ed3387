"""Readings as JSON and back: a line a report, and the JSON Schema of that line, both made from the nouns."""

from collections.abc import Mapping
from typing import Final

import msgspec

from laydown.codec.lines import Json
from laydown.model import FIELDS, STATUSES, Claim, Explained, Kind, Reading, Report, Resolution
from laydown.model.claim import COMMON_FIELDS

_LEADING: Final = ("id", "kind", "status")
_CLAIM: Final = msgspec.json.Decoder(Claim)


def printed_fields(kind: Kind) -> tuple[str, ...]:
    """The fields of a claim of KIND in the order in which they are printed: what it is, what it says, how we know.

    >>> printed_fields("command")[:5]
    ('id', 'kind', 'status', 'force', 'quantity')
    """
    return (*_LEADING, *FIELDS[kind], *(name for name in COMMON_FIELDS if name not in _LEADING))


def claim_to_json(claim: Claim) -> Json:
    """CLAIM as plain JSON values: exactly the fields of its kind, unknown ones as null."""
    fields = printed_fields(claim.kind)
    values = {name: msgspec.to_builtins(getattr(claim, name)) for name in fields}
    values["spans"] = {name: values["spans"][name] for name in sorted(values["spans"])}
    return values


def reading_to_json(reading: Reading) -> Json:
    """READING as plain JSON values."""
    report: Json = msgspec.to_builtins(reading.report)
    text = report.pop("text")
    return {"report": {**report, "text": text}, "claims": [claim_to_json(claim) for claim in reading.claims]}


def encode(reading: Reading) -> bytes:
    """READING as one line of JSON in UTF-8, without the line break: the same reading is the same bytes."""
    return msgspec.json.encode(reading_to_json(reading))


def encode_explained(explained: Explained) -> bytes:
    """EXPLAINED as one line of JSON: the reading as `encode` has it, with `why` in each claim, a reason a field."""
    values = reading_to_json(explained.reading)
    for claim in values["claims"]:
        claim["why"] = [msgspec.to_builtins(one) for one in explained.reasons.get(claim["id"], ())]
    return msgspec.json.encode(values)


def encode_resolution(resolution: Resolution) -> bytes:
    """RESOLUTION as one line of JSON in UTF-8, without the line break."""
    return msgspec.json.encode(resolution)


def decode(line: bytes | str) -> Reading:
    """The reading that LINE holds; keys that we do not know are passed over, for the contract may grow.

    Raises msgspec.DecodeError where LINE is no reading, or where its report's id is not the hash of its text.
    """
    reading = msgspec.json.decode(line, type=Reading)
    stated = msgspec.json.decode(line, type=_Identified).report.id
    if stated and stated != reading.report.id:
        msg = f"the report's id is not the hash of its text - at `$.report.id`: {stated}"
        raise msgspec.ValidationError(msg)
    return reading


def encode_claim(claim: Claim) -> str:
    """CLAIM as JSON in one line, as a line of a reading holds it."""
    return msgspec.json.encode(claim_to_json(claim)).decode()


def decode_claim(line: bytes | str) -> Claim:
    """The claim that LINE holds. Raises msgspec.DecodeError where it is none."""
    return _CLAIM.decode(line)


class _IdOnly(msgspec.Struct):
    """The id that a line states for its report, which the noun itself would compute anew."""

    id: str = ""


class _Identified(msgspec.Struct):
    """A line, looked at for its report's id alone."""

    report: _IdOnly


def schema() -> Json:
    """The JSON Schema (2020-12) of a line, from the nouns: each kind of claim has its own fields and statuses."""
    _, parts = msgspec.json.schema_components([Report, Claim], ref_template="#/$defs/{name}")
    whole_claim = parts.pop("Claim")
    definitions = {name: _closed(part) for name, part in sorted(parts.items())}
    claims = {f"{kind.capitalize()}Claim": _claim_schema(kind, whole_claim) for kind in FIELDS}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A line of `laydown read --json`",
        "description": "A report, and the claims that were read in it.",
        "type": "object",
        "properties": {
            "report": {"$ref": "#/$defs/Report"},
            "claims": {"type": "array", "items": {"oneOf": [{"$ref": f"#/$defs/{name}"} for name in claims]}},
        },
        "required": ["report", "claims"],
        "additionalProperties": False,
        "$defs": claims | definitions,
    }


def schema_text() -> str:
    """The JSON Schema as the file docs/laydown.schema.json holds it."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=2).decode() + "\n"


def _claim_schema(kind: Kind, whole: Json) -> Json:
    """The schema of a claim of KIND: the noun's, cut down to the fields and statuses of that kind."""
    kept = {name: whole["properties"][name] for name in printed_fields(kind)}
    kept |= {"kind": {"const": kind}, "status": {"enum": list(STATUSES[kind])}}
    kept["confidence"] = {"type": "number", "minimum": 0, "maximum": 1}
    title = f"A claim of kind {kind}"
    return {"title": title, **_object(kept)}


def _closed(part: Json) -> Json:
    """PART with every field required and no other allowed, for we print all fields and no others."""
    kept = {key: part[key] for key in ("title", "description") if key in part}
    return kept | _object(part["properties"])


def _object(properties: Mapping[str, Json]) -> Json:
    """An object that has exactly PROPERTIES."""
    return {
        "type": "object",
        "properties": {name: _without_default(value) for name, value in properties.items()},
        "required": list(properties),
        "additionalProperties": False,
    }


def _without_default(value: Json) -> Json:
    """VALUE without its default, which is Python's business: on the wire nothing is left out."""
    return {key: part for key, part in value.items() if key != "default"}

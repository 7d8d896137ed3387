"""Nouns to JSON and back: a line a thing, as the contract has it, and the JSON Schema of a reading."""

from laydown.codec.books import (
    balance_to_json,
    bounds_to_json,
    conflict_to_json,
    entry_to_json,
    link_to_json,
    movement_to_json,
    problem_to_json,
)
from laydown.codec.lines import Json, dump
from laydown.codec.readings import (
    claim_to_json,
    decode,
    decode_claim,
    encode,
    encode_claim,
    encode_explained,
    encode_resolution,
    printed_fields,
    reading_to_json,
    schema,
    schema_text,
)
from laydown.codec.stories import changes_to_json, dropped_to_json, ruling_to_json, story_to_json

__all__ = [
    "Json", "balance_to_json", "bounds_to_json", "changes_to_json", "claim_to_json", "conflict_to_json", "decode",
    "decode_claim", "dropped_to_json", "dump", "encode", "encode_claim", "encode_explained", "encode_resolution",
    "entry_to_json", "link_to_json", "movement_to_json", "printed_fields", "problem_to_json", "reading_to_json",
    "ruling_to_json", "schema", "schema_text", "story_to_json",
]  # fmt: skip

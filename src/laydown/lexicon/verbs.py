"""The verbs and nouns that move, hold, alert and decide, ready to look up by any of their forms."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, cast

from laydown.lexicon.tables import cell, of_sort, table
from laydown.model import Action, Status


@dataclass(frozen=True, slots=True)
class MovementVerb:
    """One verb of movement and its noun: what moves, what a place as object or after "in" is, how its tenses read.

    A `light` verb has many senses and needs a place beside it; a `light_noun` needs a force; with a `sole` verb even a
    bare people is a force; a `led` noun counts only behind its particle ("on its way").
    """

    lemma: str
    particles: frozenset[str]
    action: Action
    mover: str
    object_place: str
    inner: str
    present: Status
    progressive: Status
    past: Status
    light: bool
    light_noun: bool
    sole: bool
    led: bool
    alone: bool


@dataclass(frozen=True, slots=True)
class PresenceVerb:
    """One verb of standing: what stands, and whether its bare participle says so too."""

    lemma: str
    who: str
    participle: bool


def _movement(row: Mapping[str, str]) -> MovementVerb:
    return MovementVerb(
        row["lemma"],
        frozenset(cell(row, "particle")),
        cast("Action", row["action"]),
        "subject" if row["mover"] == "alone" else row["mover"],
        row["object_place"],
        row["inner"],
        cast("Status", row["present"]),
        cast("Status", row["progressive"]),
        cast("Status", row["past"]),
        light=row["light"] in {"yes", "both"},
        light_noun=row["light"] in {"noun", "both"},
        sole=bool(row["sole"]),
        led=bool(row["led"]),
        alone=row["mover"] == "alone",
    )


@cache
def movement_verbs() -> Mapping[str, tuple[MovementVerb, ...]]:
    """By verb form, the verbs it may be; those with a particle first."""
    return _by_form("forms")


@cache
def movement_nouns() -> Mapping[str, tuple[MovementVerb, ...]]:
    """By event noun ("deployment", "pullout"), the verbs it stands for."""
    return _by_form("nouns")


def _by_form(column: str) -> Mapping[str, tuple[MovementVerb, ...]]:
    found: dict[str, list[MovementVerb]] = {}
    for row in table("movement_verbs"):
        for form in cell(row, column):
            if form != "-":
                found.setdefault(form, []).append(_movement(row))
    return {form: tuple(sorted(verbs, key=lambda v: not v.particles)) for form, verbs in found.items()}


@cache
def presence_verbs() -> Mapping[str, PresenceVerb]:
    """By form, the verbs of standing."""
    return {
        form: PresenceVerb(row["lemma"], row["who"], row["participle"] == "yes")
        for row in table("presence_verbs")
        for form in cell(row, "forms")
    }


@cache
def stances() -> Mapping[tuple[str, str], str]:
    """By (form, "v" | "n" | "a" | "m"), the class of a word that governs a movement: decide, consider, refuse, ..."""
    return {(form, row["pos"]): row["stance"] for row in table("stances") for form in cell(row, "words")}


@cache
def speech_verbs() -> Mapping[str, str]:
    """By form, the verbs that give a claim its speaker: "say" or "announce"."""
    return {form: row["kind"] for row in table("speech_verbs") for form in cell(row, "forms")}


IRREGULAR: Final = frozenset({"said", "says", "told", "tells", "wrote", "writes"})
"""The finite forms of speech verbs that do not end in -ed and that no noun shares, as "claims" and "states" do."""


@cache
def speaking_verbs() -> Mapping[str, str]:
    """By form, the speech verbs of which the form alone shows that somebody speaks: "said", "warned", not "claims"."""
    return {form: kind for form, kind in speech_verbs().items() if form.endswith("ed") or form in IRREGULAR}


@cache
def modals() -> Mapping[str, str]:
    """By auxiliary, what it makes of a verb: future, maybe, must, would."""
    return {word: row["modality"] for row in table("modals") for word in cell(row, "words")}


@cache
def readiness_verbs() -> Mapping[str, tuple[Status, str]]:
    """By form, the status a verb gives a force, and what must stand beside it: "alert" (a phrase) or a particle."""
    return {
        form: (cast("Status", row["status"]), row["needs"])
        for row in table("readiness_verbs")
        for form in cell(row, "forms")
    }


@cache
def casualty_verbs() -> frozenset[str]:
    """The forms of verbs that befall forces and move none: killed, captured, honoured."""
    return frozenset(form for row in table("casualty_verbs") for form in cell(row, "forms"))


def believing() -> frozenset[str]:
    """The participles of what is taken to be so: "are believed to be in Gao"."""
    return of_sort("level_words", "belief")

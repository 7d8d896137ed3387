"""The vocabulary that reading stands on: every row has a source, no form two meanings, every class is a known one."""

import re
from collections import Counter
from importlib.resources import files
from typing import get_args

import pytest

from laydown.lexicon.forces import formation_nations, ship_prefixes
from laydown.lexicon.tables import cell, table
from laydown.model import STATUSES, Act, Action, Category
from laydown.model.claim import Hedge

DATA = files("laydown.lexicon").joinpath("data")
NAMES = sorted(entry.name.removesuffix(".tsv") for entry in DATA.iterdir() if entry.name.endswith(".tsv"))

# table | the column of forms | the columns beside it that make another meaning of a form ("-" none)
FORMS = """
abbreviations   | word   | -
additional      | phrase | side
aid_words       | words  | sort
casualty_verbs  | forms  | -
command_words   | words  | sort
currencies      | sign   | -
forces          | words  | -
giving_verbs    | forms  | -
hedges          | phrase | side
houses          | publisher | -
labels          | word   | -
modals          | words  | -
models          | word   | -
movement_verbs  | forms  | particle
movement_verbs  | lemma  | particle
number_words    | word   | -
openers         | word   | -
partitives      | words  | pos
prepositions    | word   | -
place_words     | words  | sort
presence_verbs  | forms  | -
ranges          | phrase | role
readiness_verbs | forms  | -
readiness_words | phrase | -
roles           | role   | -
ship_prefixes   | prefix | -
speech_verbs    | forms  | -
stances         | words  | pos
unfinished      | phrase | -
units           | word   | -
"""

MOVES: set[str] = set(STATUSES["movement"])
# table, column -> what may stand there
CLASSES: dict[tuple[str, str], set[str]] = {
    ("abbreviations", "ends"): {"", "starter"},
    ("acts", "act"): set(get_args(Act)),
    ("acts", "where"): {"quote", "report", "both"},
    ("additional", "side"): {"left", "right"},
    ("aid_words", "sort"): {
        "money", "item", "weapon", "platform", "cause", "relief", "mission", "measure", "gift",
        "large", "package", "holds",
    },
    ("giving_verbs", "sort"): {"give", "receive", "buy", "request", "withhold", "sell"},
    ("giving_verbs", "thing"): {"yes", "weapons", "with", "both", "named", ""},
    ("fictions", "sort"): {"tale", "memorial", "supposed"},
    ("papers", "sort"): {"issued", "figures", "press"},
    ("forces", "category"): set(get_args(Category)),
    ("forces", "sort"): {
        "people", "body", "ship", "aircraft", "vehicle", "weapon", "army", "mass", "presence", "nationals", "ranks",
    },
    ("forces", "weak"): {"", "weak"},
    ("forces", "company"): {"", "needs", "gives", "bars"},
    ("equipment", "company"): {"", "needs", "gives"},
    ("branches", "category"): set(get_args(Category)),
    ("branches", "sort"): {"body", "weapon"},
    ("branches", "weak"): {"", "weak"},
    ("branches", "company"): {"needs", "gives"},
    ("hedges", "hedge"): set(get_args(Hedge))
    | {"several", "few", "couple", "many", "tens", "hundreds", "half", "fraction", "particle"},
    ("hedges", "side"): {"left", "right"},
    ("modals", "modality"): {"future", "maybe", "would", "must", "deny"},
    ("movement_verbs", "action"): set(get_args(Action)),
    ("movement_verbs", "mover"): {"subject", "object", "either", "alone"},
    ("movement_verbs", "object_place"): {"receiver", "", "origin", "destination"},
    ("movement_verbs", "inner"): {"origin", "destination", "none"},
    ("movement_verbs", "present"): MOVES,
    ("movement_verbs", "progressive"): MOVES,
    ("movement_verbs", "past"): MOVES,
    ("number_words", "role"): {"article", "unit", "ten", "scale", "suffix", "group", "pair", "both", "vague"},
    ("partitives", "pos"): {"n", "v", "ordinal", "unsaid"},
    ("level_words", "sort"): {"belief", "verb", "rest", "term", "prior", "noun", "readiness"},
    ("clauses", "sort"): {"awaited", "expected", "cause"},
    ("place_words", "sort"): {
        "duty", "suffix", "bearing", "border", "ground", "recall", "scene", "post", "kind", "lead", "distance", "kin",
        "seat", "venture", "chamber", "water",
    },
    ("prepositions", "role"): {"origin", "destination", "inner", "none", "weak"},
    ("presence_verbs", "who"): {"ground", "subject", "object", "either"},
    ("presence_verbs", "participle"): {"", "yes", "no"},
    ("ranges", "role"): {"link", "open", "heap"},
    ("readiness_verbs", "status"): set(STATUSES["readiness"]),
    ("readiness_verbs", "needs"): {"of", "", "alert", "readiness", "up"},
    ("readiness_words", "status"): set(STATUSES["readiness"]),
    ("roles", "anonymous"): {"", "yes", "guest"},
    ("speech_verbs", "kind"): {"say", "announce", "ask", "resume"},
    ("stances", "pos"): {"v", "n", "a", "g", "m"},
    ("stances", "stance"): {
        "accept", "announce", "begin", "cancel", "carry", "complete", "confirm", "consider", "decide", "demand", "deny",
        "fail", "plan",
        "refuse", "request", "rule_out", "tell", "vote", "willing", "lift",
    },
    ("units", "category"): set(get_args(Category)),
    ("units", "name"): {"", "numbered"},
}  # fmt: skip
WRITTEN = {
    "abbreviations",
    "acts",
    "currencies",
    "houses",
    "labels",
    "models",
    "openers",
    "place_words",
    "ship_prefixes",
    "units",
}
"""Tables whose words are looked for as they are written; all others are looked for in lower case."""


@pytest.mark.parametrize("name", NAMES)
def test_every_row_is_whole_and_has_a_source(name: str) -> None:
    """No cell too many or too few, and whoever doubts a word can look where it is from."""
    rows = table(name)
    assert rows
    assert [row for row in rows if None in row or None in row.values() or not row["source"].strip()] == []


@pytest.mark.parametrize("line", FORMS.strip().splitlines())
def test_no_form_stands_in_two_rows(line: str) -> None:
    """A form with two meanings would silently lose one of them."""
    name, column, beside = [part.strip() for part in line.split("|")]
    forms = Counter(
        (word, *((row[beside],) if beside != "-" else ())) for row in table(name) for word in set(cell(row, column))
    )
    assert [form for form, count in forms.items() if count > 1 and form[0] != "-"] == []


@pytest.mark.parametrize("name", sorted({line.split("|")[0].strip() for line in FORMS.strip().splitlines()} - {"acts"}))
def test_no_cell_says_a_word_twice(name: str) -> None:
    """A double is a slip of the pen, and hides the next one."""
    cells = [cell(row, column) for row in table(name) for column in row]
    assert [words for words in cells if len(set(words)) < len(words)] == []


@pytest.mark.parametrize("line", FORMS.strip().splitlines())
def test_every_row_has_a_form_without_margins(line: str) -> None:
    """A row that no word leads to is dead, and a form with a margin is never met."""
    name, column, _ = [part.strip() for part in line.split("|")]
    for row in table(name):
        assert cell(row, column)
        assert row[column] == row[column].strip()
        assert "  " not in row[column]
        assert name in WRITTEN or row[column] == row[column].lower()


@pytest.mark.parametrize("place", CLASSES, ids=".".join)
def test_every_class_is_a_known_one(place: tuple[str, str]) -> None:
    """A typing error in a class would make a rule that never applies."""
    name, column = place
    assert {row[column] for row in table(name)} - CLASSES[place] == set()


def test_every_kind_of_hedge_has_words() -> None:
    """Whatever bounds a number can be said: the table knows words for each, on both sides of "at least"."""
    assert {"about", "at_least", "at_most", "exact"} <= {row["hedge"] for row in table("hedges")}
    assert {"about", "at_least", "at_most"} <= {row["hedge"] for row in table("hedges") if row["side"] == "right"}


def test_every_action_has_a_verb() -> None:
    """Each way to move has a verb that says it."""
    assert {row["action"] for row in table("movement_verbs")} == set(get_args(Action))


@pytest.mark.parametrize("row", table("acts"), ids=lambda row: f"{row['act']}-{row['where']}")
def test_every_act_has_a_pattern_that_needs_words(row: dict[str, str]) -> None:
    """A pattern compiles, matches no empty words, and is in the lower case that it is held against."""
    pattern = re.compile(row["pattern"])
    assert pattern.search("") is None
    assert pattern.search("the men left mali by sea.") is None
    assert re.sub(r"\\.", "", row["pattern"]) == re.sub(r"\\.", "", row["pattern"]).lower()


def test_every_number_word_has_its_number() -> None:
    """Whole, positive, and no two words of one role share a number but the short forms of a scale."""
    rows = table("number_words")
    assert all(int(row["value"]) > 0 for row in rows)
    units = [int(row["value"]) for row in rows if row["role"] == "unit"]
    assert units == list(range(1, 20))
    assert [int(row["value"]) for row in rows if row["role"] == "ten"] == list(range(20, 100, 10))


def test_every_nation_is_a_country() -> None:
    """Ships, formations and publishers are those of states that the gazetteer knows, or of a bloc."""
    codes = {row["code"] for row in table("countries")} | {"NATO", "EU", "UN", "African Union"}
    assert set(ship_prefixes().values()) <= codes
    assert set(formation_nations().values()) <= codes
    assert {row["nation"] for row in table("houses")} <= codes | {""}


def test_every_currency_is_a_code() -> None:
    """Money is counted in ISO 4217 codes, which are three capitals."""
    assert [row["unit"] for row in table("currencies") if not re.fullmatch("[A-Z]{3}", row["unit"])] == []


def test_every_abbreviation_ends_in_its_full_stop() -> None:
    """A word without one would never be met before a full stop."""
    assert [row["word"] for row in table("abbreviations") if not row["word"].endswith(".")] == []

"""The reports of our own writing: enough of them, every claim with its words, nothing that contradicts itself."""

import json
from collections import Counter
from datetime import date
from typing import Any

import pytest

from evals import build_own, floors
from evals.corpora import OWN, ROOT, SHARED, gold
from evals.floors import digest
from laydown.model import STATUSES, report_id

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
BLOCS = {"NATO", "EU", "UN", "African Union", "multinational"}
NON_STATE = {"Wagner", "Meridian Outcomes", "M23", "FARC", "al-Shabaab", "pro-Indonesia militias"}
FORMER = {"TP"}
"""Codes that ISO 3166-1 has withdrawn, for places at the date of a report that is older: East Timor until 2002."""
CATEGORIES = {"personnel", "aircraft", "ship", "vehicle", "air_defence", "artillery", "unit", "materiel"}

LINES = [json.loads(line) for split in build_own.SPLITS for line in build_own.lines(split)]
CLAIMS = [(line["report"], claim) for line in LINES for claim in line["claims"]]


def countries() -> set[str]:
    """Every ISO 3166-1 alpha-2 code that our own table of countries knows."""
    table = (ROOT / "src/laydown/lexicon/data/countries.tsv").read_text(encoding="utf-8")
    return {cell for row in table.splitlines() if not row.startswith("#") for cell in row.split("\t")[:2]}


def named(report_and_claim: tuple[dict[str, Any], dict[str, Any]]) -> str:
    report, claim = report_and_claim
    return f"{report['source']}:{claim['id']}"


def test_there_are_enough_reports_in_both_splits() -> None:
    splits = Counter(line["report"]["split"] for line in LINES)
    assert sum(splits.values()) >= 40
    assert min(splits["tune"], splits["held"]) >= 20


def test_both_splits_hold_reports_without_a_claim() -> None:
    empty = Counter(line["report"]["split"] for line in LINES if not line["claims"])
    assert empty["tune"] >= 3
    assert empty["held"] >= 3


def test_the_reports_are_of_many_nations_kinds_and_decades() -> None:
    assert len({claim["force"]["nation"] for _, claim in CLAIMS if claim.get("force")}) >= 35
    assert {claim["kind"] for _, claim in CLAIMS} == set(STATUSES)
    assert {report["published"][:3] for report, _ in CLAIMS} >= {"199", "200", "201", "202"}


@pytest.mark.parametrize("split", build_own.SPLITS)
def test_the_committed_gold_is_what_the_readable_files_say(split: str) -> None:
    path = build_own.HERE / f"{split}.jsonl"
    assert path.read_text(encoding="utf-8") == "".join(build_own.lines(split)), "run python -m evals.build_own"


@pytest.mark.parametrize("split", [split for split in build_own.SPLITS if f"own-{split}" in OWN])
def test_the_floors_are_pinned_on_the_committed_gold(split: str) -> None:
    corpus = floors.load(ROOT / "evals" / "floors.json").corpora[f"own-{split}"]
    assert corpus.digest == digest(OWN[f"own-{split}"].read_bytes()), "run python -m evals.score --pin"


def test_no_report_is_there_twice_and_each_has_the_id_of_its_words() -> None:
    assert len({line["report"]["id"] for line in LINES}) == len(LINES)
    assert all(line["report"]["id"] == report_id(line["report"]["text"]) for line in LINES)


@pytest.mark.parametrize("both", CLAIMS, ids=map(named, CLAIMS))
def test_a_claim_is_legal(both: tuple[dict[str, Any], dict[str, Any]]) -> None:
    report, claim = both
    where = claim["evidence"]
    assert report["text"][where["start"] : where["end"]].strip()
    assert claim["status"] in STATUSES[claim["kind"]]
    assert set(claim.get("also", {}).get("status", ())) <= set(STATUSES[claim["kind"]]) - {claim["status"]}
    codes = countries() | BLOCS | NON_STATE | FORMER
    if "force" in claim:
        assert claim["force"]["nation"] in codes | {None}, "None where the report names no nation"
        assert claim["force"]["category"] in CATEGORIES
    assert {claim[side] for side in ("donor", "recipient") if side in claim} <= codes
    for place in [*claim.get("origin", ()), *claim.get("destination", ()), *claim.get("location", ())]:
        assert {place["country"], *place.get("members", ())} - {None} <= codes
        assert place["country"] or place["type"] in {"region", "sea"}


@pytest.mark.parametrize("both", CLAIMS, ids=map(named, CLAIMS))
def test_a_claim_has_the_fields_that_its_kind_needs(both: tuple[dict[str, Any], dict[str, Any]]) -> None:
    _, claim = both
    needed = {
        "movement": ("force",),
        "presence": ("force", "location"),
        "readiness": ("force",),
        "assistance": ("donor", "recipient"),
        "command": ("force", "under"),
        "statement": ("act", "topic"),
    }
    assert all(claim.get(name) for name in needed[claim["kind"]])
    if claim["kind"] == "presence" and claim["status"] != "denied" and not claim.get("optional"):
        assert claim.get("quantity") or claim["force"]["units"]
    if claim["kind"] == "assistance" and not claim.get("optional"):
        assert claim.get("quantity")
    if claim.get("quantity", {}).get("unit") == "persons":
        assert claim["force"]["category"] == "personnel"


@pytest.mark.parametrize("both", CLAIMS, ids=map(named, CLAIMS))
def test_the_days_that_a_claim_names_are_those_of_the_calendar(both: tuple[dict[str, Any], dict[str, Any]]) -> None:
    report, claim = both
    when = claim.get("when")
    if when:
        assert when["text"] in report["text"]
        assert (when["start"] or "") <= (when["end"] or "9")
        for day in DAYS:
            if day in when["text"]:
                assert DAYS[date.fromisoformat(when["start"] or when["end"]).weekday()] == day
    said = (claim.get("attribution") or {}).get("said")
    if said:
        assert said <= report["published"]


def test_parts_are_parts_of_claims_in_the_same_report() -> None:
    for line in LINES:
        ids = {claim["id"] for claim in line["claims"]}
        for claim in line["claims"]:
            others = {*claim.get("part_of", ()), *claim.get("total_of", ())}
            assert others <= ids - {claim["id"]}


def test_evidence_that_is_not_in_the_text_stops_the_build() -> None:
    with pytest.raises(build_own.GoldError, match="stands 0 times"):
        build_own.evidence("Fiji sends 75 soldiers.", "76 soldiers")


def test_evidence_that_is_there_twice_stops_the_build() -> None:
    with pytest.raises(build_own.GoldError, match="stands 2 times"):
        build_own.evidence("50 soldiers and 50 soldiers", "50 soldiers")


def test_a_misspelt_key_stops_the_build() -> None:
    with pytest.raises(build_own.GoldError, match="unknown keys: form"):
        build_own.claim("Fiji sends 75 soldiers.", 1, {"is": "movement underway", "words": "Fiji", "form": "FJ"})


def test_a_status_of_another_kind_stops_the_build() -> None:
    with pytest.raises(build_own.GoldError, match="no status of a presence"):
        build_own.claim("Fiji sends 75 soldiers.", 1, {"is": "presence announced", "words": "Fiji"})


@pytest.mark.skipif(not SHARED.exists(), reason=f"NOT CHECKED: no {SHARED} on this machine")
def test_none_of_our_sentences_is_in_the_shared_texts() -> None:
    """Ours must be of our own writing, or a score on them says nothing new."""
    shared = " ".join(one.report.text for path in sorted((SHARED / "gold").glob("*.jsonl")) for one in gold(path))
    sentences = [part for line in LINES for part in line["report"]["text"].split(". ") if len(part.split()) >= 6]
    assert [sentence for sentence in sentences if sentence in shared] == []

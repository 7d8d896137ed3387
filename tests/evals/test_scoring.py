"""The scorer: what counts as found, right and wrong, and that it says what the judge outside says."""

import contextlib
import doctest
import importlib.util
import io
import json
import random
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from benchmarks import reading
from evals import build_own, floors, pairing, slots
from evals import score as score_command
from evals.corpora import OUTSIDE, OWN, SHARED
from evals.pairing import assign
from evals.scoring import Rate, score
from evals.slots import compare, fold

JUDGE = SHARED / "score" / "score.py"
Json = dict[str, Any]


def movement(number: int, status: str = "announced", country: str = "ML", **more: object) -> Json:
    quantity = {"hedge": "exact", "value": number, "low": number, "high": number}
    place = {"name": country, "type": "country", "country": country}
    return {
        "kind": "movement",
        "status": status,
        "force": {"nation": "FR", "category": "personnel"},
        "quantity": quantity,
        "destination": [place],
        **more,
    }


def scored(golds: list[Json], predicted: list[Json]) -> tuple[int, int, int, int]:
    result = score([({"report": {"id": "r"}, "claims": golds}, predicted)])
    return result.gold, result.predicted, result.found, result.strict


def test_a_claim_is_itself() -> None:
    assert scored([movement(800)], [movement(800)]) == (1, 1, 1, 1)


def test_half_of_the_slots_make_a_pair_and_fewer_do_not() -> None:
    other = movement(900, status="completed")
    assert scored([movement(800)], [other]) == (1, 1, 1, 0)
    other["force"] = {"nation": "US", "category": "personnel"}
    assert scored([movement(800)], [other]) == (1, 1, 0, 0)


def test_an_optional_claim_neither_helps_nor_hurts() -> None:
    optional = movement(800, optional=True)
    assert scored([optional], []) == (0, 0, 0, 0)
    assert scored([optional], [movement(800)]) == (0, 0, 0, 0)


def test_a_further_right_answer_is_right() -> None:
    gold = movement(800, also={"status": ["underway"]})
    assert scored([gold], [movement(800, status="underway")]) == (1, 1, 1, 1)


def test_yes_for_no_is_counted_as_inverted() -> None:
    result = score([
        ({"report": {"id": "r"}, "claims": [movement(800, status="ruled_out")]}, [movement(800)]),
    ])  # fmt: skip
    assert (result.found, result.inverted) == (1, 1)


def test_about_and_exact_are_one_number_and_three_figures_are_enough() -> None:
    gold = movement(1234)
    about = movement(1230, quantity={"hedge": "about", "value": 1231, "low": None, "high": None})
    assert scored([gold], [about])[3] == 1


def test_places_of_one_country_are_one_place_to_the_score() -> None:
    bamako = movement(800, destination=[{"name": "Bamako", "type": "city", "country": "ML"}])
    assert scored([movement(800)], [bamako])[3] == 1


def test_claims_of_two_kinds_are_never_paired() -> None:
    assert compare({"kind": "movement", "status": "completed"}, {"kind": "presence", "status": "present"}) is None


def test_names_are_folded() -> None:
    assert fold("the U.S. Army") == "the u s army"
    assert fold("Camp Ādaži") == "camp adazi"


def test_a_statement_is_heard_with_its_act_speaker_and_exact_quote() -> None:
    said = {"speaker": "John Kirby"}
    gold = {"kind": "statement", "act": "rules_out", "quote": "No. We will not,", "attribution": said}
    near = {**gold, "quote": "no we will not"}
    far = {**gold, "act": "warns", "quote": "We will", "attribution": {"speaker": "Someone"}}
    right = score([({"report": {"id": "r"}, "claims": [gold]}, [far, near])]).spoken["statement"]
    assert (right.found, right.acts, right.speakers.hits, right.quotes.hits) == (1, 1, 1, 1)
    assert score([({"report": {"id": "r"}, "claims": [gold]}, [])]).spoken["statement"].found == 0


def test_the_matching_is_the_best_there_is() -> None:
    chance = random.Random(7)  # noqa: S311 - nothing is kept secret here
    for _ in range(200):
        rows, columns = chance.randint(1, 4), chance.randint(1, 4)
        gain = [[chance.random() for _ in range(columns)] for _ in range(rows)]
        ours = sum(gain[i][j] for i, j in assign(gain))
        assert ours == pytest.approx(_exhaustive(gain, 0, frozenset()))


@pytest.mark.parametrize(
    "module", [build_own, floors, score_command, pairing, slots, reading], ids=lambda module: module.__name__
)
def test_the_examples_in_the_docstrings_hold(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0


def test_nothing_is_matched_with_nothing() -> None:
    assert list(assign([])) == []
    assert list(assign([[]])) == []


@pytest.mark.skipif(not JUDGE.exists(), reason=f"NOT COMPARED with the outside judge: no {JUDGE} on this machine")
@pytest.mark.parametrize("path", [*OWN.values(), *OUTSIDE.values()], ids=[*OWN, *OUTSIDE])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_judge_outside_says_the_same(
    path: Path, seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On gold that was spoilt at random: claims dropped, doubled and moved, slots emptied and changed."""
    golds = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    spoilt = _spoilt(golds, random.Random(seed))  # noqa: S311 - nothing is kept secret here
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text("".join(json.dumps(line) + "\n" for line in spoilt), encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["score.py", str(path), str(predicted)])
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        _judge().main()
    result = score([(line, other["claims"]) for line, other in zip(golds, spoilt, strict=True)])
    theirs = out.getvalue()
    assert _line(theirs, "reports") == [result.reports, result.gold, result.predicted]
    for title, hits in (("claims  ", result.found), ("core", result.core), ("strict", result.strict)):
        assert _line(theirs, title) == _printed(result.rate(hits))
    polarity = [result.inverted, result.found, result.overlapping, result.placed]
    assert _line(theirs, "polarity") == polarity
    for title, rates in (("kind", result.kinds), ("slot", result.slots)):
        for name, rate in rates.items():
            gold = rate.hits + rate.missed
            assert _line(theirs, f"{title} {name} ") == [*_printed(rate), gold]


def _printed(rate: Rate) -> list[float]:
    return [float(f"{figure:.3f}") for figure in (rate.precision, rate.recall, rate.f1)]


def _line(printed: str, title: str) -> list[float]:
    (line,) = (line for line in printed.splitlines() if line.startswith(title))
    return [float(number) for number in re.findall(r"(?<![\w.])\d+(?:\.\d+)?", line)]


def _judge() -> ModuleType:
    spec = importlib.util.spec_from_file_location("judge", JUDGE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _spoilt(golds: list[Json], chance: random.Random) -> list[Json]:
    """GOLDS as a poor reader would have found them."""
    spoilt = []
    for line in json.loads(json.dumps(golds)):
        claims = [claim for claim in line["claims"] if chance.random() > 0.2]
        claims += [json.loads(json.dumps(claim)) for claim in claims if chance.random() < 0.15]
        for claim in claims:
            for name in ("status", "quantity", "origin", "destination", "location", "force", "attribution"):
                if chance.random() < 0.15:
                    claim.pop(name, None)
            if chance.random() < 0.2:
                claim["status"] = chance.choice(["ruled_out", "announced", "present"])
            if claim.get("force") and chance.random() < 0.2:
                claim["force"]["nation"] = "XX"
            if claim.get("evidence") and chance.random() < 0.2:
                claim["evidence"] = {"start": 0, "end": 5}
        chance.shuffle(claims)
        spoilt.append({"report": line["report"], "claims": claims})
    return spoilt


def _exhaustive(gain: list[list[float]], row: int, used: frozenset[int]) -> float:
    if row == len(gain):
        return 0.0
    free = [j for j in range(len(gain[0])) if j not in used]
    taken = [gain[row][j] + _exhaustive(gain, row + 1, used | {j}) for j in free]
    return max([*taken, _exhaustive(gain, row + 1, used)])

"""The scorer of roles, on two windows of our own."""

import json
from pathlib import Path

import pytest

from evals.roles import joined, main, score

KIND = "movement.transportperson.n/a"
ARMY = "Norway moved 60 soldiers from Bardufoss to Latvia on Monday .".split()
BIRDS = "The wind carried the geese from Iceland .".split()


def window(tokens: list[str], trigger: int, links: list[tuple[int, int, str]]) -> str:
    told = {
        "doc_key": tokens[0],
        "sentences": [tokens],
        "evt_triggers": [[trigger, trigger, [[KIND, 1.0]]]],
        "gold_evt_links": [[[trigger, trigger], [a, b], role] for a, b, role in links],
    }
    return json.dumps(told)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    army = [(2, 3, "evt1arg02passenger"), (5, 5, "evt1arg03origin"), (10, 10, "evt1arg04destination")]
    birds = [(3, 4, "evt1arg02passenger"), (6, 6, "evt1arg03origin")]
    lines = "\n".join([window(ARMY, 1, army), window(BIRDS, 2, birds)])
    for name in ("dev", "test"):
        (tmp_path / f"{name}.jsonlines").write_text(lines)
    return tmp_path


def test_a_filler_is_right_by_its_head(folder: Path) -> None:
    every, military = score(folder / "dev.jsonlines", show=False)
    assert (every.events, every.claimed, military.events) == (2, 1, 1)
    assert (military.rates["force"].hits, military.rates["origin"].hits) == (1, 1)
    assert (military.rates["destination"].missed, military.rates["destination"].extra) == (1, 1)
    assert every.rates["all"].missed == 3


def test_tokens_become_running_text() -> None:
    text, spans = joined(
        ["He", "said", '"', "no", '"', "to", "the", "well", "-", "known", "U.S.", "'s", "(", "x", ")", "."]
    )
    assert text == 'He said "no" to the well-known U.S.\'s (x).'
    assert text[slice(*spans[9])] == "known"


def test_a_missing_corpus_is_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 3
    assert "lacks dev.jsonlines, test.jsonlines" in capsys.readouterr().err

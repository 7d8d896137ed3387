"""The scorer of attributions, on an article of our own."""

from pathlib import Path

import pytest

from evals.attributions import main, score, sort_of

TEXT = (
    "Colonel Anna Berg said that 40 soldiers would go to Gotland.\n\n"
    '"We stay," the ministry said.\n\n'
    "It was believed that rain would come.\n"
)


def span(words: str) -> str:
    start = TEXT.index(words)
    return f"{start} {start + len(words)}"


MARKS = "\n".join([
    f"T1\tSource {span('Colonel Anna Berg')}\tx",
    f"T2\tCue {span('said')}\tx",
    f"T3\tContent {span('that 40 soldiers would go to Gotland')}\tx",
    "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3",
    f"T4\tSource {span('the ministry')}\tx",
    f"T5\tCue {span('said.').split()[0]} {int(span('said.').split()[1]) - 1}\tx",
    f"T6\tContent {span(chr(34) + 'We stay,' + chr(34))}\tx",
    "E2\tAttribution:T5 Source:T4 Cue:T5 Content:T6",
    f"T7\tCue {span('was believed')}\tx",
    f"T8\tContent {span('that rain would come')}\tx",
    "E3\tAttribution-no-source:T7 Cue:T7 Content:T8",
])  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for part in ("dev", "test"):
        for kind, name, words in (("text", "a.txt", TEXT), ("attributions", "a_4b22.ann", MARKS)):
            (tmp_path / "data" / part / kind).mkdir(parents=True)
            (tmp_path / "data" / part / kind / name).write_text(words)
    return tmp_path


def test_sorts_are_scored_apart(folder: Path) -> None:
    found = score(folder / "data" / "dev")
    assert (found["all"].sources.hits, found["all"].sources.missed, found["all"].sources.extra) == (2, 0, 0)
    assert (found["direct"].words.hits, found["direct"].words.missed, found["direct"].words.extra) == (2, 0, 0)
    assert (found["indirect"].words.hits, found["indirect"].words.missed) == (7, 0)
    assert (found["no source"].words.hits, found["no source"].words.missed) == (0, 4)
    assert found["about forces"].found.hits == 1


def test_a_quote_in_part_is_mixed() -> None:
    text = 'that "all" would go'
    assert sort_of(text, [(0, len(text))]) == "mixed"
    assert sort_of(text, [(5, 10)]) == "direct"


def test_a_missing_corpus_is_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 3
    assert "lacks data/dev/text" in capsys.readouterr().err
